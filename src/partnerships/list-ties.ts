import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { asSight, type Sight } from '../organisations/index.ts'
import { WEIGHT_OF_MOMENT, WEIGHT_OF_STAGE, type MomentKind } from './moment.ts'
import { earlierOf, inOrder, narrowerOf, type Pair, type Stage } from './partnership.ts'

/** One thing that ties two organisations: what both say of their partnership, or a moment that both stand by. */
export type Tie = {
  /** Its own id: of the partnership, or of the moment. */
  readonly id: string
  readonly partnership: Id<'partnership'>
  readonly between: Pair
  readonly kind: 'partnership' | MomentKind
  /** Of a tie by partnership: how far both say it has grown. */
  readonly stage?: Stage
  readonly at: Date
  readonly weight: number
  /** The narrower of what the two sides show, and what each shows, in the order of `between`. */
  readonly sight: Sight
  readonly shows: readonly [Sight, Sight]
}

/**
 * Every tie that partnerships know of, for the atlas: the house asks, and the sight of each goes with it. Resting and ended ones are left
 * out. Jobs are not here: the atlas reads them as works, from the jobs themselves, and would count them twice.
 */
export async function listTies(tx: Tx, { of }: { of?: Id<'partnership'> } = {}): Promise<readonly Tie[]> {
  if (tx.actor.by !== 'house') throw new Error('Only the house lists the ties of everyone.')
  const pairs = await tx.db.selectFrom('partnership as p')
    .innerJoin('partnership_side as one', (join) => join.onRef('one.partnership_id', '=', 'p.id').onRef('one.organisation_id', '=', 'p.one_id'))
    .innerJoin('partnership_side as other', (join) => join.onRef('other.partnership_id', '=', 'p.id').onRef('other.organisation_id', '=', 'p.other_id'))
    .where('p.agreed_at', 'is not', null).where('p.ended_at', 'is', null).where('p.resting_since', 'is', null).$if(!!of, (query) => query.where('p.id', '=', of ?? null))
    .select(['p.id', 'p.one_id', 'p.other_id', 'p.agreed_at', 'one.said_stage as one_says', 'other.said_stage as other_says', 'one.shows as one_shows', 'other.shows as other_shows']).orderBy('p.id').execute()
  const moments = Map.groupBy(await tx.db.selectFrom('partnership_moment as m').where('m.ties_at', 'is not', null).$if(!!of, (query) => query.where('m.partnership_id', '=', of ?? null))
    .select(['m.partnership_id', 'm.id', 'm.kind', 'm.at']).orderBy('m.id').execute(), (row) => row.partnership_id)
  return pairs.flatMap((row) => {
    const stage = earlierOf(row.one_says as Stage, row.other_says as Stage) // checked by the database
    const shows = [asSight(row.one_shows), asSight(row.other_shows)] as const
    const shared = { partnership: row.id as Id<'partnership'>, between: inOrder(row.one_id as Id<'organisation'>, row.other_id as Id<'organisation'>), shows, sight: narrowerOf(...shows) } // columns of those ids
    const byStage: readonly Tie[] = WEIGHT_OF_STAGE[stage] && row.agreed_at ? [{ ...shared, id: row.id, kind: 'partnership', stage, at: row.agreed_at, weight: WEIGHT_OF_STAGE[stage] }] : []
    const byMoment = (moments.get(row.id) ?? []).flatMap((moment): Tie[] => {
      const weight = WEIGHT_OF_MOMENT[moment.kind as MomentKind] // checked by the database
      return weight ? [{ ...shared, id: moment.id, kind: moment.kind as MomentKind, at: moment.at, weight }] : []
    })
    return [...byStage, ...byMoment]
  })
}

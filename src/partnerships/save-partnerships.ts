import type { Tx } from '../kit/ctx.ts'
import { newId, type Id } from '../kit/ids.ts'
import { namesOfOrganisations } from '../organisations/index.ts'
import type { MomentKind } from './moment.ts'
import { inOrder, type Met, type Stage } from './partnership.ts'

type Organisation = Id<'organisation'>
export type KnownMoment = { readonly kind: MomentKind; readonly says: string; readonly by?: Organisation; readonly about?: string; readonly at: Date; readonly ties?: boolean; readonly cameOfIt?: boolean }

/** A partnership that is known whole, for imports and the example town. */
export type KnownPartnership = {
  readonly between: readonly [Organisation, Organisation]
  readonly stage: Stage
  readonly at: Date
  /** False where only the first of the two has noted it. */
  readonly agreed: boolean
  readonly met: Met
  readonly aim?: string
  readonly next?: { readonly says: string; readonly on?: string }
  /** Those of the two who keep the tie to themselves; the others show it to their networks. */
  readonly hiddenBy: readonly Organisation[]
  readonly notes: readonly { readonly by: Organisation; readonly says: string }[]
  readonly resting?: { readonly since: Date; readonly by: Organisation; readonly because?: string }
  readonly ended?: { readonly at: Date; readonly by: Organisation; readonly because?: string }
  readonly moments: readonly KnownMoment[]
}

/** Many at once, as the house, past asking who may. */
export async function savePartnerships(tx: Tx, given: readonly KnownPartnership[]): Promise<readonly Id<'partnership'>[]> {
  const known = given.map((one) => ({ ...one, id: newId<'partnership'>() }))
  const names = await namesOfOrganisations(tx, [...new Set(known.flatMap((one) => one.between))])
  for (const some of inThousands(known)) await tx.db.insertInto('partnership').values(some.map((one) => {
    const [one_id, other_id] = inOrder(...one.between)
    return {
      id: one.id, one_id, other_id, noted_by_organisation: one.between[0], noted_at: one.at, agreed_at: one.agreed ? one.at : null, stage: one.stage,
      met_through: one.met.through, met_what: one.met.what, met_by: one.met.by, met_on: one.met.on, aim: one.aim, next_says: one.next?.says, next_on: one.next?.on,
      resting_since: one.resting?.since, resting_by: one.resting?.by, ended_at: one.ended?.at, ended_by: one.ended?.by,
      last_moment_at: one.moments.reduce((last, { at }) => (at > last ? at : last), one.at),
    }
  })).execute()
  const sides = known.flatMap((one) => (one.agreed ? one.between : [one.between[0]]).map((organisation) => {
    const partner = one.between[organisation === one.between[0] ? 1 : 0]
    return {
      organisation_id: organisation, partnership_id: one.id, partner_id: partner, called: names.get(partner) ?? 'A partner', said_stage: one.stage, shows: one.hiddenBy.includes(organisation) ? 'only_us' : 'network',
      resting_because: one.resting?.by === organisation ? one.resting.because : null, ended_because: one.ended?.by === organisation ? one.ended.because : null,
    }
  }))
  for (const some of inThousands(sides)) await tx.db.insertInto('partnership_side').values(some).execute()
  const moments = known.flatMap(({ id, moments: all }) => all.map((moment) => ({
    partnership_id: id, id: newId<'moment'>(), kind: moment.kind, says: moment.says, by_organisation: moment.by, about: moment.about, at: moment.at,
    ties_at: moment.ties ? moment.at : null, came_of_it_at: moment.cameOfIt ? moment.at : null, recorded_at: tx.now,
  })))
  for (const some of inThousands(moments)) await tx.db.insertInto('partnership_moment').values(some).execute()
  const notes = known.flatMap(({ id, notes: all, at }) => all.map(({ by, says }) => ({ organisation_id: by, partnership_id: id, id: newId<'note'>(), says, written_at: at })))
  for (const some of inThousands(notes)) await tx.db.insertInto('partnership_note').values(some).execute()
  return known.map((one) => one.id)
}

/** A thousand at a time stays below PostgreSQL's 65,535 parameters. */
function inThousands<T>(rows: readonly T[]): readonly T[][] {
  return Array.from({ length: Math.ceil(rows.length / 1000) }, (_, at) => rows.slice(at * 1000, at * 1000 + 1000))
}

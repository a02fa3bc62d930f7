import { inSightOnPage, listClaimsIn, type Claim } from '../../answers/index.ts'
import type { Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { inSightOfMember, type Kind } from '../../organisations/index.ts'

/** A member as the asker may see it, with all that a suggestion quotes. Read for a whole page of suggestions at once. */
export type ShownMember = {
  readonly id: Id<'organisation'>
  readonly name: string
  readonly kind: Kind
  readonly line?: string
  readonly peopleCount?: number
  readonly district?: string
  readonly town?: string
  /** Listed by somebody else, and its own people are not here yet. */
  readonly unclaimed: boolean
  readonly answers: ReadonlyMap<number, string>
  readonly claims: readonly Claim[]
}

/** Those of them that the asker may see; each part only as far as it is shown. */
export async function readShown(tx: Tx, network: Id<'network'>, ids: readonly Id<'organisation'>[]): Promise<ReadonlyMap<string, ShownMember>> {
  if (ids.length === 0) return new Map()
  const [rows, answers, { members }] = await Promise.all([
    tx.db.selectFrom('membership as m').innerJoin('organisation as o', 'o.id', 'm.organisation_id')
      .leftJoin('organisation_place as p', (join) => join.onRef('p.organisation_id', '=', 'o.id').on(inSightOfMember(tx, 'o', 'p.sight', 'place')))
      .where('m.network_id', '=', network).where('m.left_at', 'is', null).where('m.organisation_id', 'in', [...ids]).where(inSightOfMember(tx, 'o', 'o.sight', 'page'))
      .select(['o.id', 'o.name', 'o.kind', 'o.line', 'o.people_count', 'o.claimed_at', 'p.district', 'p.town']).execute(),
    tx.db.selectFrom('answer as a').innerJoin('organisation as o', 'o.id', 'a.organisation_id').where('a.organisation_id', 'in', [...ids]).where('a.words', '<>', '').where(inSightOnPage(tx, 'o', 'a.sight'))
      .select(['a.organisation_id', 'a.question', 'a.words']).orderBy('a.question').execute(),
    listClaimsIn(tx, network, { organisations: ids, limit: ids.length }),
  ])
  const said = Map.groupBy(answers, (row) => row.organisation_id)
  const claims = new Map(members.map((member) => [member.organisation as string, member.claims])) // ids are text to a map
  return new Map(rows.map((row): [string, ShownMember] => [row.id, {
    id: row.id as Id<'organisation'>, name: row.name, kind: row.kind as Kind, line: row.line ?? undefined, peopleCount: row.people_count ?? undefined, district: row.district ?? undefined, town: row.town ?? undefined, // columns of those kinds
    unclaimed: row.claimed_at === null, answers: new Map((said.get(row.id) ?? []).map(({ question, words }) => [question, words])), claims: claims.get(row.id) ?? [],
  }]))
}

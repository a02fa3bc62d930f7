import { sql, type RawBuilder } from 'kysely'
import { dayOf } from '../answers/index.ts'
import { asHouse, type Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'

/** So many are looked at one by one; of more, a page is found sooner by walking the list in its order. */
const FEW = 500
/** Parts of briefs long closed ask for the same: no more of them are gone through to learn that. */
const MOST_PARTS = 1_000

/** Postcode districts from here to there, by their bytes: one district, or all of an area. */
export type Districts = { readonly from: string; readonly to: string }
export const districtsOf = (place: string): Districts => (/^[A-Z]{1,2}$/.test(place) ? { from: `${place}0`, to: `${place}9~` } : { from: place, to: place })

type Wanted = { readonly capabilities?: readonly Id<'capability'>[]; readonly place?: string }

/**
 * The open briefs that ask for this, where they are few: then sight is asked of these alone, and not of every open brief until a page is
 * full or the list ends. The house looks them up, because sight costs most; nothing but which rows to ask sight of comes of it.
 */
export async function fewEnough(tx: Tx, network: Id<'network'>, { capabilities, place }: Wanted): Promise<readonly string[] | undefined> {
  if (capabilities?.length === 0) return []
  const wanting = capabilities && sql<string>`select q.brief_id as id from brief_part q where q.network_id = ${network} and q.capability_id = any (${[...capabilities]}::uuid[]) and q.removed_at is null`
  const lying = place === undefined ? undefined : lyingIn(network, districtsOf(place))
  if (!wanting && !lying) return undefined
  return asHouse(tx).read(async (house) => (wanting && (await openAmong(house, network, wanting))) ?? (lying && (await openAmong(house, network, lying))))
}

function lyingIn(network: Id<'network'>, { from, to }: Districts): RawBuilder<string> {
  return sql`(select b.id from brief b where b.network_id = ${network} and b.district collate "C" between ${from} and ${to} and b.published_at is not null and b.withdrawn_at is null and b.closed_at is null)
    union all (select q.brief_id from brief_part q where q.network_id = ${network} and q.district collate "C" between ${from} and ${to} and q.removed_at is null)`
}

/** Nothing where there are too many to say. */
async function openAmong({ db, now }: Tx, network: Id<'network'>, found: RawBuilder<string>): Promise<readonly string[] | undefined> {
  const { rows: [row] } = await sql<{ gone_through: number; ids: string[] }>`with found as materialized (${found} limit ${MOST_PARTS + 1})
    select (select count(*)::int from found) as gone_through, array(select b.id from (select distinct id from found) f join brief b on b.network_id = ${network} and b.id = f.id
      where b.published_at is not null and b.withdrawn_at is null and b.closed_at is null and b.answer_by >= ${dayOf(now)}::date limit ${FEW + 1}) as ids`.execute(db)
  return !row || row.gone_through > MOST_PARTS || row.ids.length > FEW ? undefined : row.ids
}

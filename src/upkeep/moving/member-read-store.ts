import { sql } from 'kysely'
import type { Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { inSightOfMember, SCHEME_CODES } from '../../organisations/index.ts'
import { membershipInSight } from '../../networks/index.ts'
import type { KnownMember } from './plan-members.ts'

const AT_A_TIME = 2_000

/** Every member of a network as the asker may see it, in the form in which tables are read and written. */
export async function listMembersToMove(tx: Tx, network: Id<'network'>): Promise<readonly KnownMember[]> {
  const found: KnownMember[] = []
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await aPart(tx, network, after)
    found.push(...rows.map((row) => knownFrom(row, tx.actor.person)))
    const last = rows.at(-1)
    if (!last || rows.length < AT_A_TIME) return found
    after = last.organisation_id
  }
}

async function aPart(tx: Tx, network: Id<'network'>, after: string) {
  const part = tx.db.selectFrom('membership as m').where('m.network_id', '=', network).where('m.left_at', 'is', null).where(membershipInSight(tx, 'm'))
    .where('m.organisation_id', '>', after).orderBy('m.organisation_id').limit(AT_A_TIME).select(['m.organisation_id', 'm.listed_as'])
  return tx.db.with((cte) => cte('part').materialized(), () => part).selectFrom('part')
    .leftJoin('organisation as o', (join) => join.onRef('o.id', '=', 'part.organisation_id').on(inSightOfMember(tx, 'o', 'o.sight', 'page')))
    .leftJoin('organisation_contact as c', (join) => join.onRef('c.organisation_id', '=', 'o.id').on(inSightOfMember(tx, 'o', 'c.sight', 'contact')))
    .leftJoin('organisation_place as p', (join) => join.onRef('p.organisation_id', '=', 'o.id').on(inSightOfMember(tx, 'o', 'p.sight', 'place')))
    .select(['part.organisation_id', 'part.listed_as', 'o.id as shown', 'o.name', 'o.kind', 'o.line', 'o.story', 'o.website', 'o.people_count', 'o.claimed_at', 'o.closed_at', 'o.listed_by',
      'c.organisation_id as contact_shown', 'c.email', 'c.phone', 'p.organisation_id as place_shown', 'p.district', 'p.town'])
    .select(sql<{ scheme: string; value: string }[] | null>`(select jsonb_agg(jsonb_build_object('scheme', i.scheme, 'value', i.value) order by i.scheme, i.value) from identifier i where i.organisation_id = o.id)`.as('numbers'))
    .orderBy('part.organisation_id').execute()
}

type Row = Awaited<ReturnType<typeof aPart>>[number]

function knownFrom(row: Row, person: string | undefined): KnownMember {
  const cells: Record<string, string> = { name: row.name ?? row.listed_as }
  if (row.shown) {
    Object.assign(cells, { kind: row.kind ?? '', line: row.line ?? '', story: row.story ?? '', website: row.website ?? '', peopleCount: String(row.people_count ?? '') })
    for (const scheme of SCHEME_CODES) cells[scheme] = (row.numbers ?? []).filter((one) => one.scheme === scheme).map((one) => one.value).join('; ')
  }
  if (row.contact_shown) Object.assign(cells, { email: row.email ?? '', phone: row.phone ?? '' })
  if (row.place_shown) Object.assign(cells, { district: row.district ?? '', town: row.town ?? '' })
  const claimed = row.claimed_at !== null || !row.shown
  return { id: row.organisation_id, name: row.name ?? row.listed_as, cells, claimed, ours: !claimed && row.closed_at === null && row.listed_by === (person ?? null) }
}

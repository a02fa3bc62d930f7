import type pg from 'pg'
import type { Actor, Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { listLineUps } from '../line-up-store.ts'
import { listEntries } from '../room-store.ts'
import { listScopes, listSeats, readSeatWords } from '../seat-store.ts'
import { listCapacities, listShares } from '../share-store.ts'
import { maySeePart } from '../team.ts'
import { findTeam, listParts } from '../team-store.ts'

/** The key of each table's rows, as SQL. */
export const KEYS: Readonly<Record<string, string>> = {
  team: 'id::text', team_part: 'id::text', line_up: 'id::text', line_up_state: "line_up_id || ' ' || number", seat: 'id::text', seat_part: "seat_id || ' ' || part_id", seat_word: 'seat_id::text',
  seat_scope: "seat_id || ' ' || number", workshare: "seat_id || ' ' || part_id", team_capacity: 'id::text', team_entry: 'id::text',
}
export type Seen = Readonly<Record<string, readonly string[]>>

type Row = Readonly<Record<string, string | number | null>>
export type Facts = { readonly rows: Readonly<Record<string, readonly (Row & { key: string })[]>>; readonly staff: readonly { person: string; organisation: string; left: boolean }[] }

/** Everything there is, read with the owner's hand. */
export async function readFacts(owner: pg.Client): Promise<Facts> {
  const rows: Record<string, (Row & { key: string })[]> = {}
  for (const [table, key] of Object.entries(KEYS)) rows[table] = (await owner.query<Row & { key: string }>(`select *, ${key} as key from ${table}`)).rows
  const staff = (await owner.query<{ person: string; organisation: string; left: boolean }>('select person_id as person, organisation_id as organisation, left_at is not null as left from staff')).rows
  return { rows, staff }
}

/** What the pure rule says a viewer may see: the keys of the rows, sorted. Written from the words of decision 26, not from the SQL. */
export function whatTheRuleSays({ rows, staff }: Facts, actor: Actor): Seen {
  const all = (table: string) => rows[table] ?? []
  const house = actor.by === 'house'
  const us = staff.find((one) => one.person === actor.person && one.organisation === actor.organisation && !one.left)?.organisation
  const leads = (team: unknown) => us !== undefined && all('team').some((one) => one['id'] === team && one['lead_organisation_id'] === us)
  const seated = all('seat').filter((seat) => us !== undefined && seat['organisation_id'] === us && seat['taken_at'] && !seat['left_at'])
  const sits = (team: unknown) => seated.some((seat) => seat['team_id'] === team)
  const ours = (seat: unknown) => us !== undefined && all('seat').some((one) => one['id'] === seat && one['organisation_id'] === us)
  const holdsIt = (part: unknown) => all('seat_part').some((one) => one['part_id'] === part && one['held_at'] && !one['given_up_at'] && seated.some((seat) => seat['id'] === one['seat_id']))
  const needToKnow = (part: unknown) => all('team_part').some((one) => one['id'] === part && one['need_to_know_at'])
  const part = (team: unknown, id: unknown) => maySeePart({ leads: leads(team), sits: sits(team), holdsIt: holdsIt(id), needToKnow: needToKnow(id) })
  const isTaken = (seat: unknown) => all('seat').some((one) => one['id'] === seat && one['taken_at'] && !one['left_at'])
  const may: Readonly<Record<string, (row: Row) => boolean>> = {
    team: (row) => leads(row['id']) || sits(row['id']),
    team_part: (row) => part(row['team_id'], row['id']),
    line_up: (row) => leads(row['team_id']), line_up_state: (row) => leads(row['team_id']),
    seat: (row) => leads(row['team_id']) || ours(row['id']) || (sits(row['team_id']) && isTaken(row['id'])),
    seat_part: (row) => leads(row['team_id']) || ours(row['seat_id']) || (!!row['held_at'] && !row['given_up_at'] && sits(row['team_id']) && !needToKnow(row['part_id']) && isTaken(row['seat_id'])),
    seat_word: (row) => leads(row['team_id']) || ours(row['seat_id']), seat_scope: (row) => leads(row['team_id']) || ours(row['seat_id']), workshare: (row) => leads(row['team_id']) || ours(row['seat_id']),
    team_capacity: (row) => leads(row['team_id']) || (us !== undefined && row['organisation_id'] === us),
    team_entry: (row) => leads(row['team_id']) || (!row['removed_at'] && (row['part_id'] ? part(row['team_id'], row['part_id']) : sits(row['team_id']))),
  }
  return sorted(Object.fromEntries(Object.keys(KEYS).map((table) => [table, all(table).filter((row) => house || may[table]?.(row)).map((row) => row.key)])))
}

/** The second wall alone: everything there is, asked for without any condition, under the application's own role. */
export async function throughRowSecurity(client: pg.Client, actor: Actor): Promise<Seen> {
  await client.query('begin')
  for (const [name, value] of [['person', actor.person ?? ''], ['organisation', actor.organisation ?? ''], ['house', actor.by === 'house' ? 'yes' : '']]) await client.query('select set_config($1, $2, true)', [`guildhall.${name}`, value])
  const seen: Record<string, string[]> = {}
  for (const [table, key] of Object.entries(KEYS)) seen[table] = (await client.query<{ key: string }>(`select ${key} as key from ${table}`)).rows.map((row) => row.key)
  await client.query('rollback')
  return sorted(seen)
}

/** The first wall alone: what the stores answer when row-level security does not bind them. What was taken away is shown by no store. */
export async function throughStores(tx: Tx, { rows }: Facts): Promise<Seen> {
  const seen: Record<string, Set<string>> = Object.fromEntries(Object.keys(KEYS).map((table) => [table, new Set<string>()]))
  const add = (table: string, ...keys: readonly string[]) => { for (const key of keys) seen[table]?.add(key) }
  for (const row of rows['team'] ?? []) {
    const team = { network: row['network_id'] as Id<'network'>, id: row['id'] as Id<'team'> } // columns of those ids
    if (await findTeam(tx, team.id)) add('team', team.id)
    add('team_part', ...(await listParts(tx, team)).map((part) => part.id))
    for (const line of await listLineUps(tx, team)) { add('line_up', line.id); add('line_up_state', ...line.steps.map((step) => `${line.id} ${step.number}`)) }
    for (const seat of await listSeats(tx, team)) { add('seat', seat.id); add('seat_part', ...seat.parts.map((part) => `${seat.id} ${part.part}`)) }
    for (const seat of rows['seat'] ?? []) if (seat['team_id'] === team.id) add('seat_scope', ...(await listScopes(tx, team, seat['id'] as Id<'seat'>)).map((scope) => `${seat['id']} ${scope.number}`)) // likewise
    add('seat_word', ...(await readSeatWords(tx, team)).keys())
    add('workshare', ...(await listShares(tx, team)).map((share) => `${share.seat} ${share.part}`))
    add('team_capacity', ...[...(await listCapacities(tx, team)).values()].map((capacity) => capacity.id))
    add('team_entry', ...(await listEntries(tx, team, { most: 1000 })).map((entry) => entry.id))
  }
  return sorted(Object.fromEntries(Object.entries(seen).map(([table, keys]) => [table, [...keys]])))
}

function sorted(seen: Readonly<Record<string, readonly string[]>>): Seen {
  return Object.fromEntries(Object.entries(seen).map(([table, keys]) => [table, [...keys].sort()]))
}

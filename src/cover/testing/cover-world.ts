import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Actor, Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { imagine, type World } from '../../networks/testing/sight-world.ts'
import { listPlaces } from '../bench-store.ts'
import { findClient, findPack } from '../client-store.ts'
import { listAsked, listAskedOf, listCovers, listCoversById } from '../cover-store.ts'
import { termsFrom, termsInput } from '../terms.ts'
import { TERMS } from './bench.ts'

/** How far one associate has come with one cover. The client and the pack are written in every one, so that only sight keeps them. */
const HOW_FAR = ['not asked yet', 'thinking', 'declined', 'silent', 'not needed', 'partly', 'took it', 'client agreed', 'handed over', 'days over', 'sight ended', 'erased', 'withdrawn', 'client said no', 'unnamed', 'unnamed, not handed over'] as const
type HowFar = (typeof HOW_FAR)[number]

type Fact = { readonly id: Id<'cover'>; readonly owner: Id<'organisation'>; readonly associate: Id<'organisation'>; readonly howFar: HowFar }
export type CoverWorld = World & { readonly covers: readonly Fact[]; readonly places: readonly { id: string; owner: string; associate: string; ended: boolean }[] }

/** The small world of sight, in which viewers ask and cover for each other: each way, as far as each can have come. */
export function imagineCover(): CoverWorld {
  const world = imagine()
  const parties = world.viewers.flatMap(({ actor }) => actor.organisation ?? []).filter((one, at, all) => all.indexOf(one) === at)
  const next = (one: Id<'organisation'>, by: number) => parties[(parties.indexOf(one) + by) % parties.length] ?? one
  const member = world.viewers.find((viewer) => viewer.name === 'member of the same network')?.actor.organisation ?? next(parties[0] ?? ('' as Id<'organisation'>), 1)
  const pairs = parties.filter((one, at) => at % 6 === 0 && one !== member).flatMap((one) => [[one, member] as const, [member, one] as const])
  const between = (owner: Id<'organisation'>, associate: Id<'organisation'>, howFar: HowFar): Fact => ({ id: randomUUID() as Id<'cover'>, owner, associate, howFar }) // a fresh id
  return {
    ...world,
    // Each with somebody once, and the member, on whom the controls look, as far as each can have come.
    covers: [...parties.flatMap((owner, at) => [0, 1].map((more) => between(owner, next(owner, 1), HOW_FAR[(at * 2 + more) % HOW_FAR.length] ?? 'thinking'))), ...pairs.slice(0, 4).flatMap(([owner, associate]) => HOW_FAR.map((howFar) => between(owner, associate, howFar)))],
    places: parties.flatMap((owner) => [1, 2].map((by) => ({ id: randomUUID(), owner, associate: next(owner, by), ended: by === 2 }))),
  }
}

const CLOSED: readonly HowFar[] = ['declined', 'silent', 'not needed']
const CHOSEN: readonly HowFar[] = HOW_FAR.slice(HOW_FAR.indexOf('took it'))
const AGREED: readonly HowFar[] = ['client agreed', 'handed over', 'days over', 'sight ended', 'erased', 'withdrawn']
const OVER: readonly HowFar[] = ['handed over', 'days over', 'sight ended', 'erased', 'unnamed']

export async function writeCover({ covers, places }: CoverWorld, client: pg.Client): Promise<void> {
  const [then, hourAgo] = [new Date(Date.now() - 86_400_000).toISOString(), new Date(Date.now() - 3_600_000).toISOString()]
  const put = async (table: string, rows: readonly Record<string, unknown>[]) => {
    const columns = Object.keys(rows[0] ?? {}).join(', ')
    await client.query(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [JSON.stringify(rows)])
  }
  const when = (is: boolean) => (is ? then : null)
  await put('cover', covers.map(({ id, owner, howFar }) => ({
    organisation_id: owner, id, says: 'Some work', starts_on: '2027-01-01', ends_on: '2027-01-01', minutes: 60, client: howFar.startsWith('unnamed') ? 'unnamed' : 'asked', who_speaks: 'us', how: 'in_turn', turn_hours: 4, answer_by: then, made_at: then,
    taken_at: when(CHOSEN.includes(howFar)), client_agreed_at: when(AGREED.includes(howFar)), client_declined_at: when(howFar === 'client said no'), client_erased_at: when(howFar === 'erased'), withdrawn_at: when(howFar === 'withdrawn'), handed_over_at: when(OVER.includes(howFar)),
  })))
  await put('cover_asked', covers.map(({ id, owner, associate, howFar }) => ({
    organisation_id: owner, cover_id: id, associate_id: associate, position: 0, asked_at: when(howFar !== 'not asked yet'), answered_at: when(howFar === 'declined' || howFar === 'partly'), answer: howFar === 'declined' ? 'no' : howFar === 'partly' ? 'partly' : null,
    closed_at: when(CLOSED.includes(howFar)), chosen_at: when(CHOSEN.includes(howFar)), sees_until: howFar === 'days over' ? hourAgo : null, sight_ended_at: when(howFar === 'sight ended'),
  })))
  await put('cover_client', covers.map(({ id, owner }) => ({ organisation_id: owner, cover_id: id, name: 'Somebody', shown: 'So', talk: [], told_at: then })))
  await put('cover_pack', covers.map(({ id, owner }) => ({ organisation_id: owner, cover_id: id, how: 'So', written_at: then })))
  await put('bench_place', places.map((one) => ({ organisation_id: one.owner, id: one.id, associate_id: one.associate, made_at: then, ended_at: when(one.ended) })))
  await put('bench_terms', places.map((one) => ({ organisation_id: one.owner, place_id: one.id, version: 1, associate_id: one.associate, terms: termsFrom(termsInput.parse(TERMS)), proposed_by_organisation: one.owner, proposed_at: then, agreed_at: then })))
}

export type Seen = Readonly<Record<string, readonly string[]>>
/** The key of each table’s rows, as the rule writes them. */
export const KEYS: Readonly<Record<string, string>> = { bench_place: 'id::text', bench_terms: 'place_id::text', cover: 'id::text', cover_asked: 'cover_id::text', cover_client: 'cover_id::text', cover_pack: 'cover_id::text' }

/** The pure rule: what a viewer may see of each cover and each bench. */
export function whatTheRuleSays(world: CoverWorld, actor: Actor): Seen {
  const house = actor.by === 'house'
  const acting = world.staff.find((one) => one.person === actor.person && one.organisation === actor.organisation && !one.left)?.organisation
  const is = (organisation: string) => house || (!!acting && acting === organisation)
  const seen = (may: (fact: Fact) => boolean) => world.covers.filter((fact) => is(fact.owner) || (is(fact.associate) && may(fact))).map((fact) => fact.id as string)
  const places = world.places.filter((one) => is(one.owner) || is(one.associate)).map((one) => one.id)
  return sorted({
    bench_place: places, bench_terms: places,
    cover: seen(({ howFar }) => howFar !== 'not asked yet' && !CLOSED.includes(howFar)),
    cover_asked: seen(({ howFar }) => howFar !== 'not asked yet'),
    cover_client: seen(({ howFar }) => howFar === 'client agreed' || howFar === 'handed over'),
    cover_pack: seen(({ howFar }) => howFar === 'handed over' || howFar === 'erased' || howFar === 'unnamed'), // what is erased has no pack any more
  })
}

/** The second wall alone: everything there is, asked for without any condition, under the application’s own role. */
export async function throughRowSecurity(client: pg.Client, actor: Actor): Promise<Seen> {
  await client.query('begin')
  for (const [name, value] of [['person', actor.person ?? ''], ['organisation', actor.organisation ?? ''], ['house', actor.by === 'house' ? 'yes' : '']]) await client.query('select set_config($1, $2, true)', [`guildhall.${name}`, value])
  const seen: Record<string, string[]> = {}
  for (const [table, key] of Object.entries(KEYS)) seen[table] = (await client.query<{ key: string }>(`select ${key} as key from ${table}`)).rows.map((row) => row.key)
  await client.query('rollback')
  return sorted(seen)
}

/** The first wall alone: what the stores answer when row-level security does not bind them. */
export async function throughStores(tx: Tx, world: CoverWorld): Promise<Seen> {
  const seen: Record<string, Set<string>> = Object.fromEntries(Object.keys(KEYS).map((table) => [table, new Set<string>()]))
  const add = (table: string, ...keys: readonly string[]) => { for (const key of keys) seen[table]?.add(key) }
  for (const place of await listPlaces(tx, {})) {
    add('bench_place', place.id)
    add('bench_terms', ...place.versions.map(() => place.id))
  }
  const ids = world.covers.map((one) => one.id)
  add('cover', ...(await listCoversById(tx, ids)).map((one) => one.id))
  add('cover_asked', ...(await listAsked(tx, ids)).map((one) => one.cover))
  for (const id of ids) {
    if (await findClient(tx, id)) add('cover_client', id)
    if (await findPack(tx, id)) add('cover_pack', id)
  }
  for (const one of new Set(world.covers.flatMap(({ owner, associate }) => [owner, associate]))) { // lists add nothing that the rule does not allow
    add('cover', ...(await listCovers(tx, one, { over: false, limit: 500 })).map((each) => each.id), ...(await listCovers(tx, one, { over: true, limit: 500 })).map((each) => each.id))
    add('cover_asked', ...(await listAskedOf(tx, one, 500)).map((each) => each.cover))
  }
  return sorted(Object.fromEntries(Object.entries(seen).map(([table, keys]) => [table, [...keys]])))
}

function sorted(seen: Readonly<Record<string, readonly string[]>>): Seen {
  return Object.fromEntries(Object.entries(seen).map(([table, keys]) => [table, keys.toSorted()]))
}

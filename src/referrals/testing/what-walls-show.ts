import type pg from 'pg'
import type { Actor, Tx } from '../../kit/ctx.ts'
import { findKeeping } from '../keeping.ts'
import { maySeePerson, maySeeReach, maySeeReferral, maySeeValue, maySeeWords } from '../sight.ts'
import { BESIDE, listLines, named, seen as everySeen } from '../store.ts'
import type { ReferralsWorld } from './referrals-world.ts'

export type Seen = Readonly<Record<string, readonly string[]>>

/** The key of each table's rows. */
export const KEYS: Readonly<Record<string, string>> = { referral: 'id', referral_person: 'id', referral_reach: 'person_id', referral_words: 'referral_id', referral_line: 'referral_id', referral_value: 'referral_id', referral_keeping: 'organisation_id' }
/** What nobody but the house ever reads. */
export const OF_THE_HOUSE = ['referral_ask', 'referral_erasure'] as const

/** What the pure rule says. */
export function whatTheRuleSays(world: ReferralsWorld, actor: Actor): Seen {
  const house = actor.by === 'house'
  const us = world.staff.find((one) => one.person === actor.person && one.organisation === actor.organisation && !one.left)?.organisation ?? ''
  const of = (person: string) => world.referrals.filter((one) => one.person === person)
  const ids = (rows: readonly { id: string }[]) => rows.map((one) => one.id)
  const written = ids(world.referrals.filter((one) => one.person && (house || maySeeWords(us, one))))
  return sorted({
    referral: ids(world.referrals.filter((one) => house || maySeeReferral(us, one))),
    referral_person: ids(world.persons.filter((one) => house || maySeePerson(us, one.keptFor, of(one.id)))),
    referral_reach: ids(world.persons.filter((one) => house || maySeeReach(us, one.keptFor, of(one.id)))),
    referral_words: written, referral_line: written,
    referral_value: ids(world.referrals.filter((one) => house || maySeeValue(us, one))),
    referral_keeping: ids(world.organisations.filter((one) => house || one.id === us)),
  })
}

/** The second wall alone: everything there is, asked for without any condition, under the application's own role. */
export async function throughRowSecurity(client: pg.Client, actor: Actor): Promise<Seen> {
  await client.query('begin')
  for (const [name, value] of [['person', actor.person ?? ''], ['organisation', actor.organisation ?? ''], ['house', actor.by === 'house' ? 'yes' : '']]) await client.query('select set_config($1, $2, true)', [`guildhall.${name}`, value])
  const seen: Record<string, string[]> = {}
  for (const [table, key] of Object.entries(KEYS)) seen[table] = (await client.query<{ key: string }>(`select ${key}::text as key from ${table}`)).rows.map((row) => row.key)
  for (const table of OF_THE_HOUSE) if (actor.by !== 'house' && (await client.query(`select 1 from ${table}`)).rowCount) throw new Error(`${table} is shown to ${JSON.stringify(actor)}.`)
  await client.query('rollback')
  return sorted(seen)
}

/** The first wall alone: what the stores answer when row-level security does not bind them. A person is seen by any of their referrals. */
export async function throughStores(tx: Tx, world: ReferralsWorld): Promise<Seen> {
  const seen: Record<string, Set<string>> = Object.fromEntries(Object.keys(KEYS).map((table) => [table, new Set<string>()]))
  for (const one of await named(tx, await everySeen(tx).selectAll('r').select(BESIDE).execute())) {
    const { id } = one
    seen['referral']?.add(id)
    if (one.shownAs && one.person) seen['referral_person']?.add(one.person)
    if (one.reach && one.person) seen['referral_reach']?.add(one.person)
    if (one.says) seen['referral_words']?.add(id)
    if (one.value) seen['referral_value']?.add(id)
    for (const line of await listLines(tx, id)) seen['referral_line']?.add(line.id)
  }
  for (const { id } of world.organisations) if ((await findKeeping(tx, id)).months === 12) seen['referral_keeping']?.add(id)
  return sorted(Object.fromEntries(Object.entries(seen).map(([table, keys]) => [table, [...keys]])))
}

const sorted = (seen: Readonly<Record<string, readonly string[]>>): Seen => Object.fromEntries(Object.entries(seen).map(([table, keys]) => [table, [...keys].sort()]))

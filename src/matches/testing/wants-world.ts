import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Actor } from '../../kit/ctx.ts'
import { maySee } from '../../networks/index.ts'
import { imagine, type World } from '../../networks/testing/sight-world.ts'
import { SIGHT_WORDS, type Sight } from '../../organisations/index.ts'
import { maySeeWant } from '../who-may.ts'

/** The small world of sight, in which every organisation also looks for something, once with each word, and has chosen. */
export type WantsWorld = World & {
  readonly wants: readonly { readonly id: string; readonly network: string; readonly organisation: string; readonly word: Sight; readonly state: 'open' | 'withdrawn' | 'ended' }[]
  /** Of each organisation, where it is or was a member: one left out, one saved, one need that was answered. */
  readonly chosen: readonly { readonly network: string; readonly organisation: string; readonly other: string; readonly want: string }[]
}

export function imagineWants(): WantsWorld {
  const world = imagine()
  const here = world.memberships[0]?.network ?? ''
  const networkOf = (organisation: string) => world.memberships.find((one) => one.organisation === organisation)?.network ?? here
  const states = ['open', 'open', 'withdrawn', 'ended'] as const
  const wants = world.organisations.flatMap(({ id }, row) => SIGHT_WORDS.flatMap((word, at) => [
    { id: randomUUID(), network: networkOf(id), organisation: id, word, state: 'open' as const }, { id: randomUUID(), network: networkOf(id), organisation: id, word, state: states[(row + at) % 4] ?? 'open' },
  ]))
  const chosen = world.organisations.map(({ id }, at) => ({ network: networkOf(id), organisation: id as string, other: world.organisations[(at + 1) % world.organisations.length]?.id as string, want: wants.find((one) => one.organisation === id)?.id ?? '' })) // likewise
  return { ...world, wants, chosen }
}

export async function writeWants(world: WantsWorld, client: pg.Client): Promise<void> {
  const put = async (table: string, rows: readonly Record<string, unknown>[]) => {
    await client.query(`insert into ${table} (${Object.keys(rows[0] ?? {}).join(', ')}) select ${Object.keys(rows[0] ?? {}).join(', ')} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [JSON.stringify(rows)])
  }
  const [then, day, past] = [new Date(Date.now() - 86_400_000).toISOString(), new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10), new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10)]
  await put('want', world.wants.map((one) => ({ network_id: one.network, id: one.id, organisation_id: one.organisation, lens: 'gap', says: 'Somebody', sight: one.word, posted_at: then, ends_on: one.state === 'ended' ? past : day, withdrawn_at: one.state === 'withdrawn' ? then : null })))
  await put('want_met', world.chosen.map((one) => ({ network_id: one.network, want_id: one.want, organisation_id: one.organisation, by_organisation: one.other, told_at: then })))
  await put('not_for_us', world.chosen.map((one) => ({ network_id: one.network, organisation_id: one.organisation, other_id: one.other, reason: 'other', said_at: then })))
  await put('match_saved', world.chosen.map((one) => ({ network_id: one.network, organisation_id: one.organisation, other_id: one.other, saved_at: then })))
  await put('trade_preference', world.chosen.map((one) => ({ organisation_id: one.organisation, meets: 'always', said_at: then })))
}

export type Seen = Readonly<Record<string, readonly string[]>>
export const KEYS: Readonly<Record<string, string>> = { want: 'id::text', want_met: 'organisation_id::text', not_for_us: 'organisation_id::text', match_saved: 'organisation_id::text', trade_preference: 'organisation_id::text' }

/** What the pure rule says a viewer may see of each table of this room. */
export function whatTheRuleSays(world: WantsWorld, actor: Actor): Seen {
  const house = actor.by === 'house'
  const acting = actingOf(world, actor)
  const circles = circlesOf(world, actor)
  const seen = world.wants.filter((want) => {
    const owner = world.organisations.find(({ id }) => id === want.organisation)
    if (house || !owner) return house
    return maySeeWant(owner.page, { word: want.word, open: want.state === 'open' }, { ...factsOf(world, actor, want.organisation), inItsNetwork: circles.has(want.network) })
  })
  const ours = world.chosen.filter((one) => house || one.organisation === acting).map((one) => one.organisation)
  return sorted({ want: seen.map((one) => one.id), ...Object.fromEntries(Object.keys(KEYS).filter((table) => table !== 'want').map((table) => [table, ours])) })
}

/** Whose page the rule shows to a viewer. */
export const seesPage = (world: WantsWorld, actor: Actor, organisation: string): boolean => {
  const owner = world.organisations.find(({ id }) => id === organisation)
  return !!owner && maySee(owner.page, factsOf(world, actor, organisation))
}

export const actingOf = (world: World, actor: Actor): string | undefined => world.staff.find((one) => one.person === actor.person && one.organisation === actor.organisation && !one.left)?.organisation

export function circlesOf(world: World, actor: Actor): ReadonlySet<string> {
  const acting = actingOf(world, actor)
  return new Set([...world.organisers.filter((one) => one.person === actor.person && !one.ended).map((one) => one.network), ...world.memberships.filter((one) => acting && one.organisation === acting && !one.left).map((one) => one.network)])
}

function factsOf(world: World, actor: Actor, organisation: string) {
  const acting = actingOf(world, actor)
  const circles = circlesOf(world, actor)
  const owner = world.organisations.find(({ id }) => id === organisation)
  return {
    ours: organisation === acting || (!owner?.claimed && owner?.listedBy === actor.person), partner: world.partners.some((each) => each.organisation === organisation && each.partner === acting && !each.ended),
    sharesNetwork: world.memberships.some((each) => each.organisation === organisation && !each.left && circles.has(each.network)), granted: world.grants.some((each) => each.organisation === organisation && each.to === acting && each.current),
  }
}

export function sorted(seen: Readonly<Record<string, readonly string[]>>): Seen {
  return Object.fromEntries(Object.entries(seen).map(([table, keys]) => [table, [...keys].sort()]))
}

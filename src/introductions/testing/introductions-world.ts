import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Actor, Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { imagine, type World } from '../../networks/testing/sight-world.ts'
import { listContacts } from '../contact.ts'
import { listNotes, listWords, findIntroduction } from '../store.ts'

/** How far an introduction has come: the introducer has not answered, the other side has not, all have, somebody said no, it was taken back. */
const HOW_FAR = ['at the introducer', 'at the other side', 'made', 'ended at the introducer', 'ended at the other side', 'withdrawn'] as const

export type Fact = {
  readonly id: Id<'introduction'>
  readonly network: string
  readonly asker: string
  readonly other: string
  readonly introducer?: string
  readonly organiser?: string
  readonly howFar: (typeof HOW_FAR)[number]
}
export type IntroductionsWorld = World & { readonly introductions: readonly Fact[] }

/** The small world of sight, in which viewers ask, introduce, are asked and organise; each way at each stage. */
export function imagineIntroductions(): IntroductionsWorld {
  const world = imagine()
  const network = world.networks[1]?.id ?? ''
  const parties = world.viewers.flatMap(({ actor }) => actor.organisation ?? []).filter((one, at, all) => all.indexOf(one) === at)
  const next = (organisation: string, by: number) => parties[(parties.indexOf(organisation as Id<'organisation'>) + by) % parties.length] ?? '' // it is one of them
  const made = parties.flatMap((asker) => HOW_FAR.map((howFar, at): Fact => ({ id: randomUUID() as Id<'introduction'>, network, asker, other: next(asker, 1 + at), introducer: next(asker, 8 + at), howFar }))) // a fresh id
  const organisers = world.organisers.map((one) => one.person)
  const organised = organisers.flatMap((organiser) => (['at the other side', 'made', 'ended at the other side'] as const).map((howFar, at): Fact => ({ id: randomUUID() as Id<'introduction'>, network, asker: parties[at] ?? '', other: parties[at + 3] ?? '', organiser, howFar }))) // a fresh id
  return { ...world, introductions: [...made, ...organised] }
}

/** Who has been asked by then. */
const askedIn = (fact: Fact): readonly string[] => [
  ...(fact.introducer ? [fact.introducer] : [fact.asker]),
  ...(fact.howFar === 'at the introducer' || fact.howFar === 'ended at the introducer' || fact.howFar === 'withdrawn' ? [] : [fact.other]),
]
/** Whose way to be reached is kept: the asker’s from the start, the other’s with their yes; forgotten where it came to nothing. */
const contactsIn = (fact: Fact): readonly string[] => (fact.howFar === 'made' ? [fact.asker, fact.other] : fact.howFar.startsWith('at') ? [fact.asker] : [])

export async function writeIntroductions({ introductions }: IntroductionsWorld, client: pg.Client): Promise<void> {
  const then = new Date(Date.now() - 86_400_000).toISOString()
  const put = async (table: string, rows: readonly Record<string, unknown>[]) => {
    const columns = Object.keys(rows[0] ?? {}).join(', ')
    await client.query(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [JSON.stringify(rows)])
  }
  await put('introduction', introductions.map((fact) => ({
    network_id: fact.network, id: fact.id, organisation_id: fact.asker, other_id: fact.other, introducer_id: fact.introducer ?? null, organiser_id: fact.organiser ?? null, asked_at: then, hear_by: then,
    made_at: fact.howFar === 'made' ? then : null, ended_at: fact.howFar.startsWith('ended') ? then : null, withdrawn_at: fact.howFar === 'withdrawn' ? then : null,
  })))
  await put('introduction_note', introductions.flatMap((fact) => [fact.introducer ?? fact.asker, fact.other].map((to) => ({ network_id: fact.network, introduction_id: fact.id, to_id: to, organisation_id: fact.introducer ? fact.asker : null, words: 'Hello' }))))
  await put('introduction_word', introductions.flatMap((fact) => askedIn(fact).map((organisation) => ({ network_id: fact.network, introduction_id: fact.id, organisation_id: organisation, part: organisation === fact.introducer ? 'introducer' : 'side', asked_at: then }))))
  await put('introduction_contact', introductions.flatMap((fact) => contactsIn(fact).map((organisation) => ({ network_id: fact.network, introduction_id: fact.id, organisation_id: organisation, way: 'typed', phone: '01722 000000', chosen_at: then }))))
}

export type Seen = Readonly<Record<string, readonly string[]>>
/** The key of each table’s rows, as the rule writes them. */
export const KEYS: Readonly<Record<string, string>> = {
  introduction: 'id::text', introduction_note: "introduction_id || ' ' || to_id", introduction_word: "introduction_id || ' ' || organisation_id", introduction_contact: "introduction_id || ' ' || organisation_id",
}

/** The pure rule: what a viewer may know of each introduction. */
export function whatTheRuleSays(world: IntroductionsWorld, actor: Actor): Seen {
  const house = actor.by === 'house'
  const acting = world.staff.find((one) => one.person === actor.person && one.organisation === actor.organisation && !one.left)?.organisation
  const organises = (fact: Fact) => !!fact.organiser && fact.organiser === actor.person && world.organisers.some((one) => one.person === actor.person && one.network === fact.network && !one.ended)
  const is = (organisation: string | undefined) => house || (!!acting && acting === organisation)
  const asks = (fact: Fact) => is(fact.introducer && fact.asker)
  const wasAsked = (fact: Fact, organisation: string) => askedIn(fact).includes(organisation)
  const knows = (fact: Fact) => house || asks(fact) || is(fact.introducer) || organises(fact) || askedIn(fact).some(is)
  return sorted({
    introduction: world.introductions.filter(knows).map((fact) => fact.id),
    introduction_note: world.introductions.flatMap((fact) => [fact.introducer ?? fact.asker, fact.other].filter((to) => asks(fact) || is(fact.introducer) || organises(fact) || (is(to) && (house || wasAsked(fact, to)))).map((to) => `${fact.id} ${to}`)),
    introduction_word: world.introductions.flatMap((fact) => askedIn(fact).filter(is).map((one) => `${fact.id} ${one}`)),
    introduction_contact: world.introductions.flatMap((fact) => contactsIn(fact).filter((whose) => is(whose) || (fact.howFar === 'made' && (is(fact.asker) || is(fact.other)))).map((one) => `${fact.id} ${one}`)),
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

/** The first wall alone: what the stores answer where row-level security does not bind them. */
export async function throughStores(tx: Tx, { introductions }: IntroductionsWorld): Promise<Seen> {
  const seen: Record<string, string[]> = Object.fromEntries(Object.keys(KEYS).map((table) => [table, []]))
  for (const fact of introductions) {
    const at = { network: fact.network as Id<'network'>, id: fact.id } // made by this file
    if (await findIntroduction(tx, fact.id)) seen['introduction']?.push(fact.id)
    seen['introduction_note']?.push(...(await listNotes(tx, at)).map((note) => `${fact.id} ${note.to}`))
    seen['introduction_word']?.push(...(await listWords(tx, at)).map((word) => `${fact.id} ${word.organisation}`))
    seen['introduction_contact']?.push(...[...(await listContacts(tx, at)).keys()].map((whose) => `${fact.id} ${whose}`))
  }
  return sorted(seen)
}

function sorted(seen: Readonly<Record<string, readonly string[]>>): Seen {
  return Object.fromEntries(Object.entries(seen).map(([table, keys]) => [table, [...keys].sort()]))
}

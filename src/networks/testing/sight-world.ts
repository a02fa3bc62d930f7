import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Actor } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { SIGHT_WORDS, type Sight } from '../../organisations/index.ts'

/**
 * A small world with one of everything that sight depends on, kept twice: as plain facts here, from which the pure rule says what each
 * viewer may see, and as rows in the database, of which the walls show what they show.
 */
export type Organisation = { id: Id<'organisation'>; page: Sight; contact: Sight; place: Sight; listedBy: string; claimed: boolean }
export type Membership = { network: string; organisation: string; left: boolean; word: Sight }
export type Staff = { organisation: string; person: string; left: boolean }
export type Grant = { id: string; organisation: string; part: 'page' | 'contact' | 'place'; to: string; current: boolean }
export type World = {
  organisations: Organisation[]
  memberships: Membership[]
  staff: Staff[]
  networks: { id: string; slug: string; listed: 'anyone' | 'members' }[]
  organisers: { network: string; person: string; ended: boolean }[]
  partners: { organisation: string; partner: string; ended: boolean }[]
  grants: Grant[]
  identifiers: { organisation: string; value: string }[]
  invitations: { organisation: string; link: string }[]
  joinLinks: { network: string; id: string }[]
  capabilities: { network: string; id: string }[]
  viewers: { name: string; actor: Actor }[]
}

const person = () => randomUUID() as Id<'person'> // fresh ids of the kind the tests need
const hour = 3_600_000

/** Every word for the page with every word for contact and for place, and around them every kind of viewer. */
export function imagine(): World {
  const world: World = { organisations: [], memberships: [], staff: [], networks: [], organisers: [], partners: [], grants: [], identifiers: [], invitations: [], joinLinks: [], capabilities: [], viewers: [] }
  const lister = person()
  const organisation = (words: { page: Sight; contact: Sight; place: Sight }, claimed = true): Id<'organisation'> => {
    const id = randomUUID() as Id<'organisation'>
    world.organisations.push({ id, ...words, listedBy: lister, claimed })
    return id
  }
  const network = (listed: 'anyone' | 'members') => {
    const id = randomUUID() as Id<'network'>
    world.networks.push({ id, slug: `n-${id}`, listed })
    world.capabilities.push({ network: id, id: randomUUID() })
    world.joinLinks.push({ network: id, id: randomUUID().replaceAll('-', '').slice(0, 24) })
    return id
  }
  const joins = (net: string, org: string, left = false) => world.memberships.push({ network: net, organisation: org, left, word: world.organisations.find((one) => one.id === org)?.page ?? 'only_us' })
  const works = (who: string, org: string, left = false) => world.staff.push({ organisation: org, person: who, left })
  const hidden = { page: 'only_us', contact: 'only_us', place: 'only_us' } as const
  const viewerOf = (name: string, prepare: (who: Id<'person'>, org: Id<'organisation'>) => void = () => undefined) => {
    const who = person(), org = organisation(hidden)
    works(who, org)
    prepare(who, org)
    world.viewers.push({ name, actor: { by: 'session', person: who, organisation: org } })
    return { who, org }
  }

  network('members') // one in which none of the viewers stand
  const here = network('members'), elsewhere = network('anyone')
  const owner = person(), leaver = person()
  const owners: Id<'organisation'>[] = []
  for (const [row, page] of SIGHT_WORDS.entries()) for (const [column, contact] of SIGHT_WORDS.entries()) {
    const place = SIGHT_WORDS[(row + column) % 4] ?? 'only_us' // a Latin square: every pair of page and contact, and of page and place
    const id = organisation({ page, contact, place })
    owners.push(id)
    joins(here, id)
    works(owner, id)
    works(leaver, id, true)
    world.identifiers.push({ organisation: id, value: '01234567' })
    world.invitations.push({ organisation: id, link: randomUUID() })
  }
  for (const word of SIGHT_WORDS) {
    const words = { page: word, contact: word, place: word }
    const stub = organisation(words, false) // listed, not yet claimed
    joins(here, stub)
    world.invitations.push({ organisation: stub, link: randomUUID() })
    joins(here, organisation(words), true) // has left the network
    organisation(words) // in no network
    joins(elsewhere, organisation(words)) // in another one
  }
  const [first = '' as Id<'organisation'>, ...others] = owners // 16 of them were just made
  const shown = (org: string, part: Grant['part'], current = true) => { for (const id of owners) world.grants.push({ id: randomUUID(), organisation: id, part, to: org, current }) }
  const counted = (org: string, ended = false) => { for (const id of owners) world.partners.push({ organisation: id, partner: org, ended }) }

  world.viewers.push({ name: 'nobody', actor: { by: 'nobody' } })
  world.viewers.push({ name: 'the house at work', actor: { by: 'house' } })
  world.viewers.push({ name: 'person without organisation', actor: { by: 'session', person: person() } })
  for (const id of [first, ...others.filter((_, at) => at % 6 === 0)]) world.viewers.push({ name: 'own staff', actor: { by: 'session', person: owner, organisation: id } })
  world.viewers.push({ name: 'own staff, acting for nobody', actor: { by: 'session', person: owner } })
  world.viewers.push({ name: 'who left the staff', actor: { by: 'session', person: leaver, organisation: first } })
  world.viewers.push({ name: 'who only says they work there', actor: { by: 'session', person: person(), organisation: first } })
  world.viewers.push({ name: 'a program that names an organisation and no person', actor: { by: 'token', organisation: first } })
  world.viewers.push({ name: 'who listed the unclaimed', actor: { by: 'session', person: lister } })
  viewerOf('partner', (_, org) => counted(org))
  viewerOf('partner no more', (_, org) => counted(org, true))
  viewerOf('member of the same network', (_, org) => joins(here, org))
  viewerOf('member of another network', (_, org) => joins(elsewhere, org))
  viewerOf('member who left', (_, org) => joins(here, org, true))
  viewerOf('shown the page until tomorrow', (_, org) => shown(org, 'page'))
  viewerOf('shown the contact until tomorrow', (_, org) => shown(org, 'contact'))
  viewerOf('shown the place until tomorrow', (_, org) => shown(org, 'place'))
  viewerOf('shown the page by a grant that ended', (_, org) => shown(org, 'page', false))
  viewerOf('shown the contact by a grant that ended, and a member', (_, org) => { shown(org, 'contact', false); joins(here, org) })
  viewerOf('partner and member', (_, org) => { counted(org); joins(here, org) })
  viewerOf('host who is only host')
  viewerOf('organiser acting for a business in no network', (who) => world.organisers.push({ network: here, person: who, ended: false }))
  viewerOf('organiser no more', (who) => world.organisers.push({ network: here, person: who, ended: true }))
  const tender = person(), other = person()
  world.organisers.push({ network: here, person: tender, ended: false }, { network: elsewhere, person: other, ended: false })
  world.viewers.push({ name: 'organiser without organisation', actor: { by: 'session', person: tender } })
  world.viewers.push({ name: 'organiser of another network', actor: { by: 'session', person: other } })
  return world
}

/** Writes the world with the owner's hand, past every wall. Times are against the database's own clock. */
export async function writeDown(world: World, client: pg.Client, now: Date): Promise<void> {
  const ago = new Date(now.getTime() - 48 * hour), soon = new Date(now.getTime() + 24 * hour), past = new Date(now.getTime() - hour)
  const put = async (table: string, rows: readonly Record<string, unknown>[]) => {
    const columns = Object.keys(rows[0] ?? {})
    for (const row of rows) await client.query(`insert into ${table} (${columns.join(', ')}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')})`, columns.map((column) => row[column]))
  }
  const people = new Set([...world.staff.map((one) => one.person), ...world.organisers.map((one) => one.person), ...world.organisations.map((one) => one.listedBy), ...world.viewers.flatMap(({ actor }) => actor.person ?? [])])
  await client.query('begin')
  await put('person', [...people].map((id) => ({ id, name: 'Somebody', joined_at: ago })))
  const host = world.viewers.find((one) => one.name === 'host who is only host')
  await put('host', [{ person_id: host?.actor.person, since: ago }])
  await put('organisation', world.organisations.map((one) => ({ id: one.id, name: 'Some organisation', kind: 'company', sight: one.page, listed_at: ago, listed_by: one.listedBy, claimed_at: one.claimed ? ago : null })))
  await put('organisation_contact', world.organisations.map((one) => ({ organisation_id: one.id, phone: '01722 000000', sight: one.contact })))
  await put('organisation_place', world.organisations.map((one) => ({ organisation_id: one.id, district: 'SP2', sight: one.place })))
  await put('staff', world.staff.map((one) => ({ organisation_id: one.organisation, person_id: one.person, role: 'owner', since: ago, left_at: one.left ? past : null })))
  await put('identifier', world.identifiers.map((one) => ({ organisation_id: one.organisation, scheme: 'GB-COH', value: one.value, added_at: ago })))
  await put('one_time_link', world.invitations.map((one) => ({ id: one.link, hash: Buffer.alloc(32), act: 'join-staff', subject: '{}', made_at: ago, ends_at: soon })))
  await put('staff_invitation', world.invitations.map((one) => ({ organisation_id: one.organisation, link_id: one.link, role: 'member', made_at: ago })))
  await put('network', world.networks.map((one) => ({ id: one.id, slug: one.slug, name: 'Some network', purpose: 'To meet', kind: 'Park', listed: one.listed, opened_at: ago })))
  await put('organiser', world.organisers.map((one) => ({ network_id: one.network, person_id: one.person, since: ago, ended_at: one.ended ? past : null })))
  await put('membership', world.memberships.map((one) => ({ network_id: one.network, organisation_id: one.organisation, joined_at: ago, left_at: one.left ? past : null, listed_as: 'Some organisation', listed_words: 'some organisation', sight: one.word })))
  await put('join_link', world.joinLinks.map((one) => ({ network_id: one.network, id: one.id, hash: Buffer.alloc(32), made_at: ago, ends_at: soon })))
  await put('capability', world.capabilities.map((one) => ({ network_id: one.network, id: one.id, title: 'Joinery', added_at: ago })))
  await put('sight_partner', world.partners.map((one) => ({ organisation_id: one.organisation, partner_id: one.partner, counted_at: ago, ended_at: one.ended ? past : null })))
  await put('sight_grant', world.grants.map((one) => ({ organisation_id: one.organisation, id: one.id, subject_kind: one.part, subject_id: one.organisation, to_organisation_id: one.to, reason: 'A bid', from_at: ago, until_at: one.current ? soon : past })))
  await client.query('commit')
}

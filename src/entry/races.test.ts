import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import { asHouse, type Ctx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { getAsk, linkTo } from '../asks/index.ts'
import { inviteMember, makeOrganiser, startNetwork, becomeMember } from '../networks/index.ts'
import { giveClaimLink, inviteColleague, inNameOf, listOrganisation, listStub, saveStaff, staffLink } from '../organisations/index.ts'
import { welcomePerson } from '../people/index.ts'
import { openTestWeb, type Answer, type TestWeb } from './testing.ts'

const ROUNDS = process.env.NIGHT ? 4_000 : 200
let one: TestWeb
let two: TestWeb

beforeAll(async () => {
  one = await openTestWeb()
  two = one.another()
})
afterAll(() => one.close())

type Owner = { readonly person: Id<'person'>; readonly organisation: Id<'organisation'>; readonly ctx: Ctx }
type Told = readonly [Answer, Answer]
const said = (answers: Told) => answers.map(({ status }) => status).sort().join(' ')
const end = (link: string) => link.split('/').at(-1) ?? ''
const house = () => one.town.ctx()
const count = (query: (tx: Parameters<Parameters<Ctx['read']>[0]>[0]) => Promise<readonly unknown[]>) => house().read(async (tx) => (await query(tx)).length)

async function person(): Promise<Id<'person'>> {
  const id = await house().transaction((tx) => welcomePerson(tx, { name: 'Somebody', email: `${randomUUID()}@example.org` }))
  if (!id) throw new Error('Nobody was made.')
  return id
}

async function owner(): Promise<Owner> {
  const id = await person()
  const organisation = await house().transaction((tx) => listOrganisation(inNameOf(tx, { person: id }), { name: 'Some Business', kind: 'company' }))
  return { person: id, organisation, ctx: one.town.ctx({ by: 'session', person: id, organisation }) }
}

/** Both at the same moment, each at a node of its own. */
async function race(first: (web: TestWeb) => Promise<Answer>, second: (web: TestWeb) => Promise<Answer>): Promise<Told> {
  return Promise.all([first(one), second(two)])
}

/** Each brings about one scene and a race in it, and says what is wrong with how it came out. */
const RACES: Readonly<Record<string, () => Promise<readonly string[]>>> = {
  'one invitation, two organisations': async () => {
    const [host, a, b] = await Promise.all([owner(), owner(), owner()])
    const { id, slug } = await startNetwork(host.ctx, { name: 'A circle', purpose: 'To meet', kind: 'Association' })
    const { ask } = await inviteMember(host.ctx, slug, { name: 'Sam' })
    const token = await asHouse(host.ctx).read(async (tx) => end(linkTo(tx, await getAsk(tx, ask))))

    const told = await race((web) => web.post(`/join/${token}`, { organisation: a.organisation }, { as: a.person }), (web) => web.post(`/join/${token}`, { organisation: b.organisation }, { as: b.person }))

    const members = await count((tx) => tx.db.selectFrom('membership').select('organisation_id').where('network_id', '=', id).execute())
    return [...(members === 1 ? [] : [`${members} members`]), ...(/^303 (409|410)$/.test(said(told)) ? [] : [`told ${said(told)}`])]
  },
  'one colleague’s link, two people': async () => {
    const [boss, a, b] = await Promise.all([owner(), person(), person()])
    const { linkId } = await inviteColleague(boss.ctx, boss.organisation, { role: 'member' })
    const path = `/staff-links/${end(staffLink(boss.ctx, linkId))}`

    const told = await race((web) => web.post(path, {}, { as: a }), (web) => web.post(path, {}, { as: b }))

    const staff = await count((tx) => tx.db.selectFrom('staff').select('person_id').where('organisation_id', '=', boss.organisation).execute())
    return [...(staff === 2 ? [] : [`${staff} staff`]), ...(said(told) === '303 410' ? [] : [`told ${said(told)}`])]
  },
  'one listing, two who claim it': async () => {
    const [lister, a, b] = await Promise.all([owner(), person(), person()])
    const stub = await listStub(lister.ctx, { name: 'A Listing', kind: 'charity' })
    const links = await Promise.all([giveClaimLink(lister.ctx, stub), giveClaimLink(lister.ctx, stub)])
    const [first = '', second = ''] = links.map(({ linkId }) => `/staff-links/${end(staffLink(lister.ctx, linkId))}`)

    const told = await race((web) => web.post(first, {}, { as: a }), (web) => web.post(second, {}, { as: b }))

    const owners = await ownersOf(stub)
    return [...(owners === 1 ? [] : [`${owners} owners`]), ...(/^303 (409|410)$/.test(said(told)) ? [] : [`told ${said(told)}`])]
  },
  'the last two owners leave': async () => {
    const { a, b, organisation } = await twoOwners()

    const told = await race((web) => web.post(`/organisations/${organisation}/staff/${a}/leaving`, {}, { as: a }), (web) => web.post(`/organisations/${organisation}/staff/${b}/leaving`, {}, { as: b }))

    const owners = await ownersOf(organisation)
    return [...(owners === 1 ? [] : [`${owners} owners`]), ...(said(told) === '303 409' ? [] : [`told ${said(told)}`])]
  },
  'two owners each make the other less': async () => {
    const { a, b, organisation } = await twoOwners()

    const told = await race((web) => web.post(`/organisations/${organisation}/staff/${b}/role`, { role: 'member' }, { as: a }), (web) => web.post(`/organisations/${organisation}/staff/${a}/role`, { role: 'member' }, { as: b }))

    const owners = await ownersOf(organisation)
    return [...(owners === 1 ? [] : [`${owners} owners`]), ...(/^303 (403|409)$/.test(said(told)) ? [] : [`told ${said(told)}`])]
  },
  'the last two organisers stop': async () => {
    const [a, b] = await Promise.all([owner(), owner()])
    const { id, slug } = await startNetwork(a.ctx, { name: 'A circle', purpose: 'To meet', kind: 'Association' })
    await house().transaction((tx) => becomeMember(tx, { network: id, organisation: b.organisation }))
    await makeOrganiser(a.ctx, slug, b.person)

    const told = await race((web) => web.post(`/networks/${slug}/organisers/${a.person}/end`, {}, { as: a.person }), (web) => web.post(`/networks/${slug}/organisers/${b.person}/end`, {}, { as: b.person }))

    const organisers = await count((tx) => tx.db.selectFrom('organiser').select('person_id').where('network_id', '=', id).where('ended_at', 'is', null).execute())
    return [...(organisers === 1 ? [] : [`${organisers} organisers`]), ...(said(told) === '303 409' ? [] : [`told ${said(told)}`])]
  },
  'one form, sent twice': async () => {
    const as = await person()
    const key = randomUUID()
    const send = (web: TestWeb) => web.post('/organisations/new', { name: 'Twice', kind: 'company' }, { as, key })

    const told = await race(send, send)

    const made = await count((tx) => tx.db.selectFrom('organisation').select('id').where('listed_by', '=', as).execute())
    return [...(made === 1 ? [] : [`${made} organisations`]), ...(said(told) === '303 303' && told[0].location === told[1].location ? [] : [`told ${said(told)}`])]
  },
}

async function twoOwners(): Promise<{ a: Id<'person'>; b: Id<'person'>; organisation: Id<'organisation'> }> {
  const [first, b] = await Promise.all([owner(), person()])
  await house().transaction((tx) => saveStaff(tx, first.organisation, b, 'owner'))
  await Promise.all([one.cookie(first.person), one.cookie(b), two.cookie(first.person), two.cookie(b)])
  return { a: first.person, b, organisation: first.organisation }
}

const ownersOf = (organisation: string) => count((tx) => tx.db.selectFrom('staff').select('person_id').where('organisation_id', '=', organisation).where('role', '=', 'owner').where('left_at', 'is', null).execute())

const kinds = Object.entries(RACES)
const each = Math.ceil(ROUNDS / kinds.length)

test.each(kinds)(`%s: ${each} times at once on two nodes, and always one clear outcome`, { timeout: each * 10_000 }, async (_, run) => {
  const wrong: string[] = []
  for (let round = 0; round < each; round += 4) {
    for (const outcome of await Promise.all(Array.from({ length: Math.min(4, each - round) }, run))) wrong.push(...outcome)
  }

  expect(wrong).toEqual([])
})

test('control: owners who look first and leave then, holding nothing, leave nobody behind and are caught', async () => {
  const leaveWithoutHolding = async (web: TestWeb, organisation: Id<'organisation'>, who: string): Promise<void> => {
    const owners = await web.town.ctx().read((tx) => tx.db.selectFrom('staff').select('person_id').where('organisation_id', '=', organisation).where('left_at', 'is', null).execute())
    if (owners.length > 1) await web.town.ctx().transaction((tx) => tx.db.updateTable('staff').set({ left_at: tx.now }).where('organisation_id', '=', organisation).where('person_id', '=', who).execute())
  }
  let violations = 0
  for (let round = 0; round < 10; round += 1) {
    const { a, b, organisation } = await twoOwners()
    await Promise.all([leaveWithoutHolding(one, organisation, a), leaveWithoutHolding(two, organisation, b)])
    if ((await ownersOf(organisation)) !== 1) violations += 1
  }

  expect(violations).toBeGreaterThan(0)
})

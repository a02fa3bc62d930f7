import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../entry/testing.ts'
import { listClaims, listJobs } from '../answers/index.ts'
import { answerAsk, listOpenAsksTo } from '../asks/index.ts'
import { saveBriefs } from '../briefs/index.ts'
import { addCapability } from '../networks/index.ts'
import { joins, openNetwork, someone, type Character } from '../networks/testing/cast.ts'
import { readNotices } from '../notices/index.ts'
import { findPartnership } from '../partnerships/index.ts'
import { listMoments } from '../partnerships/moment-store.ts'
import { nobody } from '../kit/ctx.ts'
import { newId, type Id } from '../kit/ids.ts'
import { inviteToSeat, startTeam, takeOwnParts, takeSeat, finishTeam, listTeamParts } from '../teams/index.ts'
import { addPart } from '../teams/change-part.ts'
import { getAsk, linkTo } from '../asks/index.ts'
import { asHouse } from '../kit/ctx.ts'
import { getSeat } from '../teams/seat-store.ts'
import { correctOutcome } from './correct-outcome.ts'
import { didInWords, sizeInWords } from './outcome.ts'
import { noteOutcome } from './note-outcome.ts'
import { readOutcome } from './read-outcome.ts'
import { saySize } from './say-size.ts'
import { listOutcomes } from './store.ts'

let web: TestWeb
let kestrel: Character, moorside: Character, ruth: Character, stranger: Character
let network: { id: Id<'network'>; slug: string }
let rigs: Id<'capability'>, titanium: Id<'capability'>

beforeAll(async () => {
  web = await openTestWeb()
  kestrel = await someone(web.town, 'Ellen', 'Kestrel Engineering')
  network = await openNetwork(kestrel, 'Don Side Park')
  moorside = await someone(web.town, 'Dev', 'Moorside Precision')
  ruth = await someone(web.town, 'Ruth', 'Don Side Controls')
  stranger = await someone(web.town, 'Xena', 'Elsewhere Ltd')
  for (const one of [moorside, ruth]) await joins(web.town, network.id, one)
  rigs = await addCapability(kestrel.ctx, network.slug, { title: 'Test rig design' })
  titanium = await addCapability(kestrel.ctx, network.slug, { title: 'Titanium machining' })
  await web.town.settle()
})
afterAll(() => web?.close())

const given = (more: object = {}) => ({
  what: 'Valve rig', forWhom: 'Estuary Trials', finishedOn: '2027-02-01', ending: 'done', value: '25k_100k', timesBigger: 4,
  parts: [{ organisation: kestrel.organisation, says: 'Design', network: network.id, capability: rigs }, { organisation: moorside.organisation, says: 'Brackets', network: network.id, capability: titanium }], ...more,
})
const answer = async (who: Character, word: string, note?: string) => {
  const [waiting] = await who.ctx.read((tx) => listOpenAsksTo(tx))
  await answerAsk(who.ctx, waiting?.id ?? ('' as Id<'ask'>), word, note) // it was just asked
  await web.town.settle()
}
const claims = (who: Character) => who.ctx.read((tx) => listClaims(tx, who.organisation))
const tokenOf = (link: string | undefined) => link?.split('/').at(-1) ?? ''

describe('a job done together', () => {
  test('becomes proof for both once the other says it was so, and a tie on their timeline', async () => {
    const { outcome } = await noteOutcome(kestrel.ctx, given())
    expect(await claims(kestrel)).toMatchObject([{ title: 'Test rig design', strength: 'can_do', level: 'claimed' }]) // one's own word alone proves nothing
    expect(await claims(moorside)).toEqual([])

    await answer(moorside, 'yes')

    expect(await claims(kestrel)).toMatchObject([{ title: 'Test rig design', level: 'proven' }])
    expect(await claims(moorside)).toMatchObject([{ title: 'Titanium machining', level: 'proven' }])
    expect((await readNotices(kestrel.ctx)).map((one) => one.says)).toContain('Moorside Precision says it was so: “Valve rig” now counts as proof for both of you.')
    expect(await kestrel.ctx.read((tx) => findPartnership(tx, kestrel.organisation, moorside.organisation))).toBeDefined()
    expect((await readOutcome(moorside.ctx, outcome)).parties.map((party) => party.state)).toEqual(['confirmed', 'confirmed'])
  })

  test('proves nothing for who remembers it otherwise, and their words reach the lead alone of all', async () => {
    const { outcome } = await noteOutcome(kestrel.ctx, given({ what: 'Pump bench' }))
    const [waiting] = await moorside.ctx.read((tx) => listOpenAsksTo(tx))
    const link = await asHouse(moorside.ctx).read((tx) => Promise.resolve(waiting && linkTo(tx, waiting as never))) // an open ask as it is stored
    const page = await web.get(`/not-so/outcome/${tokenOf(link)}`)
    expect(page.text).toContain('How was it, then?')
    expect((await web.post(`/not-so/outcome/${tokenOf(link)}`, { note: 'We only lent a fixture.' })).status).toBe(201)
    await web.town.settle()

    expect((await readOutcome(kestrel.ctx, outcome)).parties[1]).toMatchObject({ state: 'not so', note: 'We only lent a fixture.' })
    expect((await moorside.ctx.read((tx) => listJobs(tx, moorside.organisation))).find((job) => job.what === 'Pump bench')?.parties.find((party) => party.organisation === moorside.organisation)?.confirmedAt).toBeUndefined()
  })

  test('that stopped early is remembered and proves nothing', async () => {
    await noteOutcome(kestrel.ctx, given({ what: 'Stopped rig', ending: 'stopped_early', parts: [{ organisation: ruth.organisation, says: 'Controls', network: network.id, capability: rigs }] }))
    await answer(ruth, 'yes')

    expect(await claims(ruth)).toEqual([])
  })

  test('is set right by whoever noted it; those who have spoken are asked again, and its proof follows; taken back, it leaves every page', async () => {
    const { outcome } = await noteOutcome(kestrel.ctx, given({ what: 'Seal rig', parts: [{ organisation: kestrel.organisation, says: 'Design', network: network.id, capability: rigs }, { organisation: ruth.organisation, says: 'Controls', network: network.id, capability: titanium }] }))
    const levels = async () => [(await claims(ruth))[0]?.level, (await readOutcome(kestrel.ctx, outcome)).parties.map((party) => party.state)]
    const asked = async () => (await ruth.ctx.read((tx) => listOpenAsksTo(tx))).length
    const right = { what: 'Seal test rig', forWhom: 'Estuary Trials', finishedOn: '2027-02-03', ending: 'done_late', value: '5k_25k' }

    expect(await correctOutcome(kestrel.ctx, outcome, right)).toEqual({ askedAgain: 0 }) // nobody had spoken
    expect(await asked()).toBe(1)
    await answer(ruth, 'yes')
    expect(await levels()).toEqual(['proven', ['confirmed', 'confirmed']])
    const told = () => ruth.ctx.read(async (tx) => { const bond = await findPartnership(tx, ruth.organisation, kestrel.organisation); return bond ? (await listMoments(tx, bond.id)).filter((one) => one.kind === 'job').map((one) => one.says).filter((says) => /Seal|No rig/.test(says)) : [] })
    expect(await told()).toEqual(['Seal test rig'])

    for (const who of [ruth, stranger]) await expect(correctOutcome(who.ctx, outcome, right)).rejects.toMatchObject({ kind: 'not-found' })
    expect((await web.post(`/outcomes/${outcome}/correction`, { ...right, what: '', finishedOn: '2031-01-01' }, { as: kestrel.person })).text).toContain('What the job was is missing.')
    const sent = await web.post(`/outcomes/${outcome}/correction`, { ...right, what: 'Seal rig for joints' }, { as: kestrel.person })
    expect([sent.status, sent.location]).toEqual([303, `/outcomes/${outcome}`])
    await web.town.settle()
    expect(await levels()).toEqual(['claimed', ['confirmed', 'waits']])
    expect(await told()).toEqual([])
    expect(await asked()).toBe(1)
    await answer(ruth, 'yes')
    expect(await levels()).toEqual(['proven', ['confirmed', 'confirmed']])
    expect(await told()).toEqual(['Seal rig for joints'])

    await correctOutcome(kestrel.ctx, outcome, { ...right, ending: 'stopped_early' })
    await answer(ruth, 'yes')
    expect((await claims(ruth))[0]?.level).toBe('claimed') // it proves nothing

    const gone = await noteOutcome(kestrel.ctx, given({ what: 'No rig at all', customerName: 'Hanne Vik', parts: [{ organisation: ruth.organisation, says: 'Controls', network: network.id, capability: titanium }] }))
    await answer(ruth, 'yes')
    expect((await claims(ruth))[0]?.level).toBe('proven')
    expect((await web.post(`/outcomes/${gone.outcome}/taking-back`, { because: ' ' }, { as: kestrel.person })).text).toContain('Why you take it back is missing.')
    expect((await web.post(`/outcomes/${gone.outcome}/taking-back`, { because: 'It was another firm’s job.' }, { as: kestrel.person })).location).toBe('/outcomes')
    await web.town.settle()
    expect((await claims(ruth))[0]?.level).toBe('claimed')
    expect((await ruth.ctx.read((tx) => listJobs(tx, ruth.organisation))).map((job) => job.what)).not.toContain('No rig at all')
    expect((await readNotices(ruth.ctx)).map((one) => `${one.says} ${one.detail}`)).toContain('Kestrel Engineering has taken back what came of “No rig at all”. It is off your page, with the proof it was. “It was another firm’s job.”')
    expect((await web.get(`/your-word/${tokenOf(gone.link?.link)}`)).status).toBe(410)
    expect(await told()).toEqual(['Seal test rig'])
  })

  test('says every problem at once and keeps what was typed', async () => {
    const back = await web.post('/outcomes/new', { what: '', finishedOn: '2031-01-01', ending: '', timesBigger: 'four', 'parts.0.organisation': moorside.organisation, 'parts.0.says': 'Brackets' }, { as: kestrel.person })

    expect(back.status).toBe(422)
    for (const sentence of ['What the job was is missing.', 'Choose how it ended.', 'Write a number, such as 4 or 1.5.']) expect(back.text).toContain(sentence)
    expect(back.text).toContain('value="Brackets"')
  })

  test('with nobody else in it belongs under Proof', async () => {
    await expect(noteOutcome(kestrel.ctx, given({ parts: [{ organisation: kestrel.organisation }] }))).rejects.toMatchObject({ problems: [{ sentence: expect.stringContaining('Choose who did it with you') }] })
  })
})

describe('the customer', () => {
  test('says a word by link without an account, and it stands with the job where they allow it', async () => {
    const { outcome, link } = await noteOutcome(kestrel.ctx, given({ what: 'Burst cell', customerName: 'Hanne Vik', customerEmail: 'hanne@estuary.example.org' }))
    const path = `/your-word/${tokenOf(link?.link)}`
    expect((await web.get(path)).text).toContain('It was done by Kestrel Engineering and Moorside Precision.')
    expect((await web.post(path, { words: '' })).status).toBe(422)

    expect((await web.post(path, { words: 'Quiet, quick and right.', shown: 'yes' })).status).toBe(201)
    await web.town.settle()

    expect((await moorside.ctx.read((tx) => listJobs(tx, moorside.organisation))).find((job) => job.what === 'Burst cell')?.customer).toEqual({ says: 'Quiet, quick and right.', name: 'Hanne Vik' })
    expect((await readNotices(moorside.ctx)).map((one) => one.says)).toContain('Hanne Vik says of “Burst cell”: “Quiet, quick and right.”')
    expect((await web.post(path, { words: 'Again' })).status).toBe(410)
    expect((await readOutcome(kestrel.ctx, outcome)).customerLink).toBeUndefined()
  })

  test('who keeps it to themselves is read by those who did the job and by nobody else', async () => {
    const { outcome, link } = await noteOutcome(kestrel.ctx, given({ what: 'Quiet cell', customerName: 'Hanne Vik' }))
    await web.post(`/your-word/${tokenOf(link?.link)}`, { phrase: 'Good work, and I would ask them again.' })

    expect((await readOutcome(moorside.ctx, outcome)).outcome.customer?.state).toMatchObject({ is: 'said', shown: false })
    expect((await moorside.ctx.read((tx) => listJobs(tx, moorside.organisation))).find((job) => job.what === 'Quiet cell')?.customer).toBeUndefined()
  })
})

describe('who sees what', () => {
  test('a stranger and a program of theirs find nothing; each party sees its own size alone', async () => {
    const { outcome } = await noteOutcome(kestrel.ctx, given({ what: 'Sized rig' }))
    await saySize(moorside.ctx, outcome, { timesBigger: '1,5' })

    expect((await web.get(`/outcomes/${outcome}`, { as: stranger.person })).status).toBe(404)
    expect((await web.api('GET', `/outcomes/${outcome}`, undefined, { as: stranger.person })).status).toBe(404)
    expect((await readOutcome(kestrel.ctx, outcome)).outcome.timesBigger).toBe(4)
    expect((await readOutcome(moorside.ctx, outcome)).outcome.timesBigger).toBe(1.5)
    expect(await stranger.ctx.read((tx) => listOutcomes(tx))).toEqual([])
  })

  test('each wall holds with the other off', async () => {
    const { outcome } = await noteOutcome(kestrel.ctx, given({ what: 'Walled rig', customerName: 'Hanne Vik' }))
    const tables = ['outcome', 'outcome_part', 'outcome_side', 'outcome_customer'] as const
    const rows = async (who: Character) => Promise.all(tables.map((table) => who.ctx.read(async (tx) => (await sql<{ id: string }>`select 1 as id from ${sql.table(table)} where ${sql.ref(table === 'outcome' ? 'id' : 'outcome_id')} = ${outcome}`.execute(tx.db)).rows.length)))

    expect(await rows(kestrel)).toEqual([1, 2, 1, 1]) // no scope in these queries: row-level security alone
    expect(await rows(moorside)).toEqual([1, 2, 1, 1])
    expect(await rows(stranger)).toEqual([0, 0, 0, 0])
    const scoped = (who: Character) => asHouse(who.ctx).read((house) => listOutcomes({ ...house, actor: who.ctx.actor })) // the house's eyes in the database, theirs in the query
    expect((await scoped(kestrel)).some((one) => one.id === outcome)).toBe(true)
    expect((await scoped(moorside)).find((one) => one.id === outcome)?.timesBigger).toBeUndefined()
    expect((await scoped(ruth)).some((one) => one.id === outcome)).toBe(false)
  })

  test('a finished team’s part that was kept apart stays between its holder and the lead', async () => {
    const [brief] = await asHouse(kestrel.ctx).transaction((tx) => saveBriefs(tx, [{ network: network.id, organisation: kestrel.organisation, title: 'Apart', openToRivals: false, sight: 'only_us', parts: [{ id: newId<'part'>(), says: 'Frame', need: 'must' }] }]))
    const team = await startTeam(kestrel.ctx, { network: network.id, brief, title: 'Apart', says: 'A rig with a secret.' })
    const key = { network: network.id, id: team }
    const [frame] = await kestrel.ctx.read((tx) => listTeamParts(tx, key))
    const apart = await addPart(kestrel.ctx, team, { says: 'Secret valve', need: 'must', needToKnow: true, capability: titanium })
    await takeOwnParts(kestrel.ctx, team, { parts: [frame?.id] })
    const seat = await inviteToSeat(kestrel.ctx, team, { organisation: moorside.organisation, parts: [apart] })
    const more = await addPart(kestrel.ctx, team, { says: 'Controls', need: 'should' })
    const second = await inviteToSeat(kestrel.ctx, team, { organisation: ruth.organisation, parts: [more] })
    for (const [who, one] of [[moorside, seat], [ruth, second]] as const) {
      const token = await asHouse(kestrel.ctx).read(async (tx) => tokenOf(linkTo(tx, await getAsk(tx, (await getSeat(tx, key, one.seat)).ask ?? ('' as Id<'ask'>))))) // each was just invited
      await takeSeat(who.ctx, token, {})
    }
    expect((await kestrel.ctx.read((tx) => listTeamParts(tx, key))).length).toBe(3)
    await expect(noteOutcome(kestrel.ctx, { ...given({ what: 'Apart' }), team, parts: [] })).rejects.toThrow(/still at work/)
    await finishTeam(kestrel.ctx, team)
    await expect(noteOutcome(moorside.ctx, { ...given({ what: 'Apart' }), team, parts: [] })).rejects.toThrow(/The lead says/)

    const { outcome } = await noteOutcome(kestrel.ctx, { ...given({ what: 'Apart' }), team, parts: [] })

    const told = async (who: Character) => JSON.stringify(await readOutcome(who.ctx, outcome))
    expect(await told(moorside)).toContain('Secret valve')
    expect(await told(kestrel)).toContain('Secret valve')
    expect(await told(ruth)).not.toContain('Secret valve')
    await expect(noteOutcome(kestrel.ctx, { ...given({ what: 'Apart again' }), team, parts: [] })).rejects.toThrow(/already been said/)
    expect((await web.get(`/outcomes/new?team=${team}`, { as: kestrel.person })).status).toBe(409)
    expect(await web.town.ctx(nobody).read((tx) => listOutcomes(tx))).toEqual([])
  })
})

test('sizes and pieces read as people say them', () => {
  expect([sizeInWords(4), sizeInWords(1), sizeInWords(0.5)]).toEqual(['4 times our usual job.', 'About as big as our usual job.', 'Smaller than our usual job.'])
  expect(didInWords([{ organisation: kestrel.organisation, says: 'Frame', apart: false }, { organisation: kestrel.organisation, says: 'Secret', apart: true }])).toBe('Frame')
})

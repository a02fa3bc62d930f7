import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../entry/testing.ts'
import { answerAsk, listOpenAsksTo } from '../asks/index.ts'
import { tendAsks } from '../asks/jobs.ts'
import { asHouse, nobody } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { addCapability, countPartner } from '../networks/index.ts'
import { joins, openNetwork, someone, type Character } from '../networks/testing/cast.ts'
import { readNotices } from '../notices/index.ts'
import { asSight, SIGHT_WORDS } from '../organisations/index.ts'
import { findBrief, listInterests, listOpenBriefs } from './index.ts'
import { answerInterest } from './answer-interest.ts'
import { addPart, changePart, movePart, removePart, returnPart } from './keep-parts.ts'
import { publishBrief, withdrawBrief } from './publish-brief.ts'
import { endShowing, showBriefTo } from './show-brief-to.ts'
import { showInterest } from './show-interest.ts'
import { maySeeBrief } from './sight.ts'
import { tellOfChanges } from './tell-of-changes.ts'
import { closeWhatIsOver } from './when.ts'
import { changeBrief, writeBrief } from './write-brief.ts'

let web: TestWeb
let kestrel: Character, ruth: Character, dev: Character, xena: Character
let network: { id: Id<'network'>; slug: string }

beforeAll(async () => {
  web = await openTestWeb()
  kestrel = await someone(web.town, 'Ellen', 'Kestrel Engineering')
  network = await openNetwork(kestrel, 'Don Side Park')
  ruth = await someone(web.town, 'Ruth', 'Don Side Controls')
  dev = await someone(web.town, 'Dev', 'Moorside Precision')
  xena = await someone(web.town, 'Xena', 'Elsewhere Ltd')
  for (const one of [ruth, dev]) await joins(web.town, network.id, one)
  await addCapability(kestrel.ctx, network.slug, { title: 'Titanium machining', synonyms: 'titanium milling' })
  await web.town.settle()
})
afterAll(() => web?.close())

const write = (more: object = {}) => writeBrief(kestrel.ctx, network.slug, { title: 'Hydrogen test bench', answerBy: '2027-05-14', value: 'over_500k', parts: [{ says: 'Brackets', wants: 'titanium milling' }, { says: 'Controls', need: 'should' }], ...more })
const open = async (more: object = {}) => {
  const brief = await write(more)
  await publishBrief(kestrel.ctx, network.slug, brief)
  return brief
}
const seenBy = (who: Character, brief: Id<'brief'>) => who.ctx.read((tx) => findBrief(tx, network.id, brief))
const told = async (who: Character) => (await readNotices(who.ctx)).map((one) => one.says).join('\n')

describe('a brief', () => {
  test('is a draft that only its own people see, until it is published; its value stays theirs', async () => {
    const brief = await write()
    expect(await seenBy(ruth, brief)).toBeUndefined()

    await publishBrief(kestrel.ctx, network.slug, brief)

    expect(await seenBy(ruth, brief)).toMatchObject({ title: 'Hydrogen test bench', by: 'Kestrel Engineering', parts: [{ wants: 'Titanium machining' }, { says: 'Controls' }], value: undefined })
    expect((await seenBy(kestrel, brief))?.value).toBe('over_500k')
    expect(await seenBy(xena, brief)).toBeUndefined()
    expect((await web.get(`/networks/${network.slug}/briefs/${brief}`, { as: ruth.person })).text).toContain('Say you are interested')
  })

  test('says every problem at once and keeps what was typed', async () => {
    const back = await web.post(`/networks/${network.slug}/briefs/new`, { title: '', says: 'A bench', answerBy: 'soon', district: 'nowhere at all' }, { as: kestrel.person })

    expect(back.status).toBe(422)
    for (const sentence of ['What the job is called is missing.', 'The day to answer by is not a date.']) expect(back.text).toContain(sentence)
    expect(back.text).toContain('A bench')
  })

  test('has parts that are moved, taken out and brought back', async () => {
    const brief = await write()
    const third = await addPart(kestrel.ctx, network.slug, brief, { says: 'Certificate' })
    await movePart(kestrel.ctx, network.slug, brief, third, 'up')
    const says = async () => (await seenBy(kestrel, brief))?.parts.map((part) => part.says)
    expect(await says()).toEqual(['Brackets', 'Certificate', 'Controls'])

    await removePart(kestrel.ctx, network.slug, brief, third)
    expect(await says()).toEqual(['Brackets', 'Controls'])
    await returnPart(kestrel.ctx, network.slug, brief, third)
    expect(await says()).toHaveLength(3)
  })
})

describe('interest', () => {
  test('waits under Your turn, and a welcome is told', async () => {
    const brief = await open({ title: 'Welcome bench' })
    await showInterest(ruth.ctx, network.slug, brief, { says: 'Yes, from June.' })
    await web.town.settle()
    expect((await web.get('/', { as: kestrel.person })).text).toContain('Don Side Controls would like to help with “Welcome bench”')
    const [waiting] = await kestrel.ctx.read((tx) => listOpenAsksTo(tx))

    await answerAsk(kestrel.ctx, waiting?.id ?? ('' as Id<'ask'>), 'welcomed') // it was just asked

    expect(await told(ruth)).toContain('Welcome bench')
    await expect(showInterest(kestrel.ctx, network.slug, brief, { says: 'Ours' })).rejects.toThrow('your own brief')
    await expect(showInterest(ruth.ctx, network.slug, brief, { says: 'Once more' })).rejects.toThrow('already said so')
  })

  test('declined kindly, withdrawn under it, or left in silence: each is told, and nobody is left waiting', async () => {
    const declined = await open({ title: 'Declined bench' }), withdrawn = await open({ title: 'Withdrawn bench' }), silent = await open({ title: 'Silent bench' })
    const interest = await showInterest(dev.ctx, network.slug, declined, { says: 'We could.' })
    await showInterest(dev.ctx, network.slug, withdrawn, { says: 'We could.' })
    await showInterest(dev.ctx, network.slug, silent, { says: 'We could.' })
    expect((await web.post(`/networks/${network.slug}/briefs/${declined}/interests/${interest}/answer`, { answer: 'declined', says: 'Next time, gladly.' }, { as: kestrel.person })).status).toBe(303)
    await withdrawBrief(kestrel.ctx, network.slug, withdrawn)
    web.town.clock.forward(15 * 86_400_000)
    await tendAsks(web.town.ctx())
    await web.town.settle()

    const words = await told(dev)
    for (const title of ['Declined bench', 'Withdrawn bench', 'Silent bench']) expect(words).toContain(title)
    expect(await dev.ctx.read((tx) => listInterests(tx, network.id, declined))).toMatchObject([{ state: { is: 'declined', says: 'Next time, gladly.' } }])
  })
})

describe('sight', () => {
  test.each(SIGHT_WORDS.flatMap((sight) => (['draft', 'open', 'withdrawn'] as const).map((state) => [sight, state] as const)))('%s, %s: each wall alone shows it to exactly whom the rule says', async (sight, state) => {
    await countPartner(kestrel.ctx, kestrel.organisation, ruth.organisation)
    const brief = await write({ title: `For ${sight}`, sight })
    if (state !== 'draft') await publishBrief(kestrel.ctx, network.slug, brief)
    if (state === 'withdrawn') await withdrawBrief(kestrel.ctx, network.slug, brief)
    const world = await asHouse(kestrel.ctx).read(async (tx) => ({ page: (await tx.db.selectFrom('organisation').select('sight').where('id', '=', kestrel.organisation).executeTakeFirstOrThrow()).sight, listed: (await tx.db.selectFrom('network').select('listed').where('id', '=', network.id).executeTakeFirstOrThrow()).listed }))
    const byRule = (who: Character) => {
      const inNetwork = who !== xena, partner = who === ruth
      return maySeeBrief(sight, { ours: who === kestrel, published: state !== 'draft', withdrawn: state === 'withdrawn', networkSeen: inNetwork || world.listed === 'anyone', inNetwork, interested: false, granted: false, page: { word: asSight(world.page), facts: { ours: who === kestrel, partner, sharesNetwork: inNetwork, granted: false } } })
    }
    const byScope = (who: Character) => asHouse(who.ctx).read(async (house) => !!(await findBrief({ ...house, actor: who.ctx.actor }, network.id, brief))) // the house's eyes in the database, theirs in the query
    const byRows = (who: Character) => who.ctx.read(async (tx) => (await sql`select 1 from brief where id = ${brief}`.execute(tx.db)).rows.length === 1) // no scope in the query

    for (const who of [kestrel, ruth, dev, xena]) expect([await byScope(who), await byRows(who)]).toEqual([byRule(who), byRule(who)])
  })

  test('shown to one organisation for a while, it is theirs to see until then; interest stays between its two sides', async () => {
    const brief = await open({ title: 'Shown bench', sight: 'only_us' })
    await showBriefTo(kestrel.ctx, network.slug, brief, { to: dev.organisation, untilOn: web.town.clock.now().toISOString().slice(0, 10) })
    expect(await seenBy(dev, brief)).toBeDefined()
    const interest = await showInterest(dev.ctx, network.slug, brief, { says: 'Between us.' })
    const rows = (who: Character) => who.ctx.read(async (tx) => (await sql`select 1 from interest where id = ${interest}`.execute(tx.db)).rows.length)
    expect([await rows(kestrel), await rows(dev), await rows(ruth), await rows(xena)]).toEqual([1, 1, 0, 0])

    web.town.clock.forward(86_400_000)

    expect(await seenBy(ruth, brief)).toBeUndefined()
    expect((await web.town.ctx(nobody).read((tx) => listOpenBriefs(tx, network.id))).briefs.every((one) => one.sight === 'anyone')).toBe(true)
  })
})

test('ending a showing ends it for that brief, and leaves what another brief shows', async () => {
  const [one, other] = [await open({ sight: 'only_us' }), await open({ sight: 'only_us' })]
  const showing = await showBriefTo(kestrel.ctx, network.slug, one, { to: dev.organisation, untilOn: web.town.clock.now().toISOString().slice(0, 10) })

  await endShowing(kestrel.ctx, network.slug, other, showing)
  expect(await seenBy(dev, one)).toBeDefined()

  await endShowing(kestrel.ctx, network.slug, one, showing)
  expect(await seenBy(dev, one)).toBeUndefined()
})

test('a change is told once, when its owner is done: what is different, and that the line stands', async () => {
  const now = (who = kestrel) => web.town.ctx({ by: 'session', person: who.person, organisation: who.organisation }) // the clock has moved since they came
  const changed = async () => (await readNotices(now(ruth), { limit: 50 })).filter((one) => one.notice.kind === 'briefs.changed').map((one) => `${one.says} ${one.detail}`)
  const brief = await writeBrief(now(), network.slug, { title: 'Rig', says: 'A rig', answerBy: '2027-05-14', parts: [{ says: 'Frame' }, { says: 'Pipes' }, { says: 'Paint' }] })
  await publishBrief(now(), network.slug, brief)
  const [frame, pipes] = (await seenBy(ruth, brief))?.parts ?? []
  await showInterest(now(ruth), network.slug, brief, { says: 'We weld', part: frame?.id })
  await showInterest(now(ruth), network.slug, brief, { says: 'All of it' })
  const refused = await showInterest(now(dev), network.slug, brief, { says: 'Us too' })
  await answerInterest(now(), network.slug, brief, refused, { answer: 'declined' })
  const words = { title: 'Rig', says: 'A rig', answerBy: '2027-05-14', value: '1k_5k' }
  const later = (minutes: number) => { web.town.clock.forward(minutes * 60_000); return tellOfChanges(web.town.ctx()) }

  for (const title of ['R', 'Ri', 'Rig for joints']) { await changeBrief(now(), network.slug, brief, { ...words, title }); await later(10) }
  await changeBrief(now(), network.slug, brief, { ...words, title: 'Rig for joints', answerBy: '2027-05-20' })
  await removePart(now(), network.slug, brief, frame?.id ?? brief as unknown as Id<'part'>) // there are three
  await changePart(now(), network.slug, brief, pipes?.id ?? brief as unknown as Id<'part'>, { says: 'Steel pipes' })
  for (const says of ['Lights', 'Cables']) await addPart(now(), network.slug, brief, { says })
  await later(20)
  expect(await changed()).toEqual([])
  await later(11)

  expect(await changed()).toEqual(['Kestrel Engineering has changed “Rig for joints”, which you offered to help with. The part you offered help with was taken out. It has a new name. The day to answer by is now 20 May 2027. Two parts are new. One part was taken out. One part was changed. Your line stands.'])
  expect(await told(dev)).not.toContain('Rig for joints”, which you')
  const stands = await now(ruth).read((tx) => listInterests(tx, network.id, brief))
  expect(stands.map((one) => [one.says, one.state.is]).toSorted()).toEqual([['All of it', 'waiting'], ['We weld', 'waiting']])
  expect((await now().read((tx) => listOpenAsksTo(tx, 500))).filter((one) => one.subject['brief'] === brief)).toHaveLength(2)

  await changeBrief(now(), network.slug, brief, { ...words, title: 'Another', answerBy: '2027-05-20' })
  await changeBrief(now(), network.slug, brief, { ...words, title: 'Rig for joints', answerBy: '2027-05-20', value: '5k_25k', sight: 'anyone' })
  await later(60)
  expect(await changed()).toHaveLength(1) // changed back, and what they may not know is not told
  for (let hour = 0; hour < 50; hour += 1) { await changeBrief(now(), network.slug, brief, { ...words, title: `Rig ${hour}`, answerBy: '2027-05-20' }); await later(29) }
  expect((await changed()).length).toBe(2) // whoever never lets go tells once a day
  await withdrawBrief(now(), network.slug, brief)
})

test('closes by itself once its day has passed, and its owner hears of it', async () => {
  const brief = await open({ title: 'Short notice', answerBy: new Date(web.town.clock.now().getTime() + 86_400_000).toISOString().slice(0, 10) })
  web.town.clock.forward(2 * 86_400_000)
  await closeWhatIsOver(web.town.ctx())

  expect((await seenBy(kestrel, brief))?.state.is).toBe('closed')
  expect(await told(kestrel)).toContain('Short notice')
})

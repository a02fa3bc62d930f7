import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addClaim, saveAnswer } from '../answers/index.ts'
import { answerAsk, ask, defineAskKind } from '../asks/index.ts'
import { openTestWeb, type TestWeb } from '../entry/testing.ts'
import { asHouse, nobody, type Ctx } from '../kit/ctx.ts'
import { addCapability, sayWhoSees } from '../networks/index.ts'
import { joins, openNetwork, someone, type Character } from '../networks/testing/cast.ts'
import { defineNoticeKind, putNoticeAway, tell } from '../notices/index.ts'
import { recordTogether } from '../partnerships/index.ts'
import { routes } from '../routes.ts'
import { readFrame } from './frame.ts'
import { chooseRhythm, readStop, stopByLink } from './letter/choose-rhythm.ts'
import { isDue, lastLetterDay } from './letter/letter.ts'
import { writeLetters } from './letter/write-letters.ts'
import { readHome } from './read-home.ts'
import { endSnooze, snooze } from './snooze.ts'
import './index.ts'

const DAY = 86_400_000
let kettleBroke = false
defineAskKind({
  name: 'home.test', words: { yes: 'Yes', no: 'No' },
  describe: async (_tx, { subject }) => {
    if (subject['what'] === 'boil water' && kettleBroke) throw new Error('the kettle broke')
    return { title: `Can you ${subject['what']}?`, lines: [], seenBy: 'Priya' }
  },
  answered: async () => undefined,
})
defineNoticeKind({ name: 'home.good', good: true, describe: async (_tx, { subject }) => ({ says: `Good: ${subject['what']}`, href: '/help' }) })
defineNoticeKind({ name: 'home.plain', good: false, describe: async (_tx, { subject }) => { if (subject['what'] === 'broken') throw new Error('the kettle broke'); return { says: `Word: ${subject['what']}` } } })

let web: TestWeb
beforeAll(async () => { web = await openTestWeb({ SMTP_URL: 'smtp://localhost:1' }) })
afterAll(() => web.close())

let turn = 0
const newcomer = async (): Promise<Character> => { turn += 1; return someone(web.town, `Priya ${turn}`, `The Wild Bouquet ${turn}`) }
/** Somebody as they are now: the clock has moved since they came. */
const as = ({ person, organisation }: Character): Ctx => web.town.ctx({ by: 'session', person, organisation })
const asks = (to: Character, what: string, days = 20) => web.town.ctx().transaction((tx) => ask(tx, { kind: 'home.test', from: {}, to: { organisation: to.organisation }, subject: { what }, answerBy: new Date(tx.now.getTime() + days * DAY) }))
const tells = (to: Character, what: string, kind = 'home.good') => web.town.ctx().transaction((tx) => tell(tx, { kind, to: to.organisation, subject: { what } }))
const dayOn = (days: number) => new Date(web.town.clock.now().getTime() + days * DAY).toISOString().slice(0, 10)

describe('your turn', () => {
  test('whoever has waited longest comes first, five at a time; the rest is a page on', async () => {
    const priya = await newcomer()
    for (let at = 1; at <= 7; at += 1) { await asks(priya, `take job ${at}`); web.town.clock.forward(60_000) }
    const home = await readHome(as(priya))

    expect(home.turns.map((one) => one.title)).toEqual([1, 2, 3, 4, 5].map((at) => `Can you take job ${at}?`))
    expect(home.waiting).toBe(7)
    expect((await web.get(routes.home, { as: priya.person })).text).toContain('2 more')
    expect((await web.get(routes.turns, { as: priya.person })).text).toContain('take job 7')
  })

  test('what is put off is out of the way, here and on the menu, and comes back on its day; it waits for everybody else', async () => {
    const priya = await newcomer()
    const { id } = await asks(priya, 'come on Friday')
    await snooze(as(priya), id, { untilOn: dayOn(3) })

    expect(await readHome(as(priya))).toMatchObject({ turns: [], waiting: 0, later: 1 })
    expect((await readFrame(as(priya))).person?.places[0]?.waiting).toBeUndefined()
    web.town.clock.forward(3 * DAY)
    expect(await readHome(as(priya))).toMatchObject({ waiting: 1, later: 0 })

    await snooze(as(priya), id, { untilOn: dayOn(3) })
    await endSnooze(as(priya), id)
    expect((await readFrame(as(priya))).person?.places[0]?.waiting).toBe(1)
  })

  test('nothing is put off past its own end, nor by anyone it was not asked of', async () => {
    const [priya, tom] = [await newcomer(), await newcomer()]
    const { id } = await asks(priya, 'lend a hand', 5)

    await expect(snooze(as(priya), id, { untilOn: dayOn(6) })).rejects.toMatchObject({ problems: [{ field: 'untilOn' }] })
    await expect(snooze(as(priya), id, { untilOn: dayOn(0) })).rejects.toMatchObject({ problems: [{ field: 'untilOn' }] })
    await expect(snooze(as(tom), id, { untilOn: dayOn(2) })).rejects.toThrow('nothing here')
    await answerAsk(as(priya), id, 'no')
    await expect(snooze(as(priya), id, { untilOn: dayOn(2) })).rejects.toThrow('nothing here')
  })

  test('a card that fails says so alone, and the rest of Home still works', async () => {
    const priya = await newcomer()
    await asks(priya, 'boil water')
    kettleBroke = true
    await asks(priya, 'come round')
    await tells(priya, 'broken', 'home.plain')
    await tells(priya, 'work came of it')
    const page = await web.get(routes.home, { as: priya.person })

    expect(page.status).toBe(200)
    expect(page.text).toContain('Can you come round?')
    expect(page.text).toContain('Good: work came of it')
    expect(page.text.match(/could not be fetched/g)).toHaveLength(2)
    kettleBroke = false
  })
})

describe('the first steps', () => {
  test('each is done once it has really happened; put away they stay under Help', async () => {
    const priya = await newcomer()
    const { slug } = await openNetwork(priya, `Makers ${turn}`)
    const done = async () => (await readHome(as(priya))).steps?.filter((step) => step.done).map((step) => step.says)
    expect(await done()).toEqual([])

    await saveAnswer(as(priya), priya.organisation, 4, { words: 'Only we grow every stem.', sight: 'network' })
    await web.post(routes.inviteMember(slug), { name: 'Asha', email: 'asha@example.org' }, { as: priya.person })
    expect(await done()).toContain('Answer question 4')
    expect(await done()).toContain('Invite one person you recommend')

    await web.post(routes.firstSteps, { away: 'yes' }, { as: priya.person })
    expect(await done()).toBeUndefined()
    expect((await web.get(routes.help, { as: priya.person })).text).toContain('Getting started: 2 of 5')
  })
})

describe('the letter', () => {
  const monday = new Date('2027-03-08T07:00:00Z')
  test.each([
    ['weekly', '2027-03-08T07:00:00Z', '2027-03-08T06:00:00.000Z'], ['weekly', '2027-03-08T05:00:00Z', '2027-03-01T06:00:00.000Z'], ['weekly', '2027-03-14T23:00:00Z', '2027-03-08T06:00:00.000Z'],
    ['monthly', '2027-03-08T07:00:00Z', '2027-03-01T06:00:00.000Z'], ['monthly', '2027-04-04T07:00:00Z', '2027-03-01T06:00:00.000Z'], ['monthly', '2027-04-05T06:00:00Z', '2027-04-05T06:00:00.000Z'],
  ] as const)('a %s letter seen from %s was last due at %s', (rhythm, now, day) => {
    expect(lastLetterDay(rhythm, new Date(now)).toISOString()).toBe(day)
    expect(isDue(rhythm, new Date(new Date(day).getTime() - 1), new Date(now))).toBe(true)
    expect(isDue(rhythm, new Date(day), new Date(now))).toBe(false)
    expect(isDue('never', new Date(0), monday)).toBe(false)
  })

  const lettersTo = async (who: Character) => {
    const { email } = await web.town.ctx().read((tx) => tx.db.selectFrom('account').select('email').where('person_id', '=', who.person).executeTakeFirstOrThrow())
    return (await web.town.mails()).filter((mail) => mail.to_address === email && mail.text.includes('You get this letter'))
  }
  const confirmed = async (who: Character) => void await web.town.ctx().transaction((tx) => tx.db.updateTable('account').set({ email_confirmed_at: tx.now }).where('person_id', '=', who.person).execute())
  const weekOn = async () => { web.town.clock.forward(7 * DAY); return writeLetters(web.town.ctx()) }
  const stopIn = (text: string | undefined) => /letters\/stop\/(\S+)/.exec(text ?? '')?.[1] ?? ''

  test('says what is new and never says it again; where nothing is new, nothing is written', async () => {
    const priya = await newcomer()
    await confirmed(priya)
    await asks(priya, 'cover six hours')
    await tells(priya, 'Asha got the job')
    const away = await tells(priya, 'put away')
    await putNoticeAway(as(priya), away)
    await weekOn()
    await weekOn()
    const [first, ...more] = await lettersTo(priya)

    expect(more).toEqual([])
    expect(first?.subject).toBe(`The Wild Bouquet ${turn}: one question waits for you`)
    expect(first?.text).toContain('Can you cover six hours?')
    expect(first?.text).toContain('GOOD NEWS\n\nGood: Asha got the job')
    expect(first?.text).not.toContain('put away')

    await tells(priya, 'a thank-you came', 'home.plain')
    await weekOn()
    const second = (await lettersTo(priya)).find((one) => one.text.includes('thank-you'))
    expect(second?.text).not.toContain('Asha got the job')
    expect(second?.text).not.toContain('six hours')
  })

  test('the question in it is answered by its link, without signing in', async () => {
    const priya = await newcomer()
    await confirmed(priya)
    await asks(priya, 'come to tea')
    await weekOn()
    const token = /answer\/(\S+)/.exec((await lettersTo(priya))[0]?.text ?? '')?.[1] ?? ''

    expect((await web.post(routes.answerByLink(token), { word: 'yes' })).status).toBe(201)
  })

  test('one press stops it, from the page or from the mail program; looking stops nothing', async () => {
    const priya = await newcomer()
    await confirmed(priya)
    await tells(priya, 'one')
    await weekOn()
    const token = stopIn((await lettersTo(priya))[0]?.text)
    expect((await web.get(routes.letterStop(token))).text).toContain('Stop these letters?')
    await tells(priya, 'two')
    await weekOn()
    expect(await lettersTo(priya)).toHaveLength(2)

    const pressed = await web.send(routes.letterStop(token), { method: 'POST', body: 'List-Unsubscribe=One-Click', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } })
    await tells(priya, 'three')
    await weekOn()

    expect(pressed.status).toBe(201)
    expect(await lettersTo(priya)).toHaveLength(2)
    expect(await readStop(web.town.ctx(nobody), token)).toMatchObject({ organisation: `The Wild Bouquet ${turn}` })
  })

  test('monthly comes on first Mondays alone, and two nodes at once write one', async () => {
    const priya = await newcomer()
    await confirmed(priya)
    await chooseRhythm(as(priya), { rhythm: 'monthly' })
    await tells(priya, 'spring')
    for (let week = 0; week < 5; week += 1) { web.town.clock.forward(7 * DAY); await Promise.all([writeLetters(web.town.ctx()), writeLetters(web.town.ctx())]) }

    expect(await lettersTo(priya)).toHaveLength(1)
    await stopByLink(web.town.ctx(nobody), stopIn((await lettersTo(priya))[0]?.text), 'weekly')
    await tells(priya, 'summer')
    await weekOn()
    expect(await lettersTo(priya)).toHaveLength(2)
  })

  test('nothing goes to an address that nobody has shown to be theirs', async () => {
    const priya = await newcomer()
    await tells(priya, 'unseen')
    await weekOn()

    expect(await lettersTo(priya)).toEqual([])
  })
})

describe('worth a look', () => {
  test('one who fits, with a reason; what its owner takes back is gone at once', async () => {
    const [kestrel, moorside] = [await newcomer(), await newcomer()]
    const network = await openNetwork(kestrel, `Park ${turn}`)
    for (const one of [moorside, await newcomer(), await newcomer()]) await joins(web.town, network.id, one)
    for (const one of [kestrel, moorside]) await sayWhoSees(as(one), one.organisation, { page: 'network', contact: 'only_us', place: 'network' })
    await addCapability(as(kestrel), network.slug, { title: 'Titanium machining' })
    const capability = await as(kestrel).read(async (tx) => (await tx.db.selectFrom('capability').select('id').where('network_id', '=', network.id).executeTakeFirstOrThrow()).id)
    await saveAnswer(as(kestrel), kestrel.organisation, 2, { words: 'Titanium machining, true over two metres.', sight: 'network' })
    await addClaim(as(moorside), moorside.organisation, { network: network.id, capability, strength: 'best_at', says: 'Titanium to 5 microns', sight: 'network' })
    await web.town.settle()

    const worth = async () => (await readHome(as(kestrel))).worth
    expect(await worth()).toMatchObject({ ok: true, is: [{ organisation: moorside.organisation }] })
    await sayWhoSees(as(moorside), moorside.organisation, { page: 'only_us', contact: 'only_us', place: 'only_us' })
    expect(await worth()).toEqual({ ok: true, is: [] })
    await web.town.settle()
    const left = await asHouse(as(kestrel)).read((tx) => tx.db.selectFrom('worth_a_look').selectAll().where('other_id', '=', moorside.organisation).execute())
    expect(left).toEqual([])
  })
})

test('Together shows each room at a glance, and the menu leads there', async () => {
  const [priya, asha] = [await newcomer(), await newcomer()]
  await web.town.ctx().transaction((tx) => recordTogether(tx, { between: [priya.organisation, asha.organisation], moment: { kind: 'job', says: 'A wedding' } }))
  const page = await web.get(routes.together, { as: priya.person })

  expect(page.text).toContain(`The Wild Bouquet ${turn}`)
  for (const room of ['Partnerships', 'Teams', 'Briefs', 'Cover', 'Introductions']) expect(page.text).toContain(room)
  expect((await readFrame(as(priya))).person?.places.map((place) => place.label)).toEqual(['Home', 'Find', 'Refer', 'Together', 'My page'])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { asHouse } from '../kit/ctx.ts'
import { nobody } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { openTestHouse, type TestHouse } from '../kit/testing/house.ts'
import { someone, type Character } from '../networks/testing/cast.ts'
import { answerAsk, answerByLink, ask, defineAskKind, listOpenAsksTo, readAskByLink, withdrawAsk } from './index.ts'
import { remindAtFor } from './ask.ts'
import { tendAsks } from './jobs.ts'

const DAY = 24 * 3_600_000
const heard: string[] = []

defineAskKind({
  name: 'test.coffee',
  words: { yes: 'Gladly', no: 'Not just now, thank you' },
  describe: async (_tx, asked) => ({ title: `Coffee with ${asked.subject['who']}`, lines: ['Ten minutes at the market.'], seenBy: 'Priya' }),
  answered: async (tx, asked, { word, note }) => {
    heard.push(`${asked.subject['who']}: ${word}${note ? `, ${note}` : ''}`)
    if (asked.subject['who'] === 'Breaker') throw new Error('the kettle broke')
    await tx.db.insertInto('house_setting').values({ name: `coffee with ${asked.subject['who']}`, value: '1', set_at: tx.now }).execute()
  },
  ended: async (_tx, asked) => { heard.push(`${asked.subject['who']}: silence`) },
})

let town: TestHouse
let priya: Character
let tom: Character
beforeAll(async () => {
  town = await openTestHouse({ SMTP_URL: 'smtp://localhost:1' })
  priya = await someone(town, 'Priya')
  tom = await someone(town, 'Tom')
})
afterAll(() => town.close())

/** Priya asks; the answer is due in a week. */
const invite = (who: string, to: Parameters<typeof ask>[1]['to']) => asHouse(priya.ctx).transaction((tx) => ask(tx, {
  kind: 'test.coffee', from: { person: priya.person, organisation: priya.organisation }, to, subject: { who }, answerBy: new Date(tx.now.getTime() + 7 * DAY),
}))
const tokenOf = (link: string) => link.split('/').at(-1) ?? ''
const stranger = () => town.ctx(nobody)
const drunk = (who: string) => town.ctx().read((tx) => tx.db.selectFrom('house_setting').select('name').where('name', '=', `coffee with ${who}`).execute())

test('someone without an account answers by the link in the mail, in one tap', async () => {
  const { link } = await invite('Nell', { email: 'nell@example.org', name: 'Nell' })
  const [mail] = (await town.mails()).filter((one) => one.to_address === 'nell@example.org')
  expect(mail?.main_link).toBe(link)

  await answerByLink(stranger(), tokenOf(link), 'yes')

  expect(await drunk('Nell')).toHaveLength(1)
})

test('looking at an ask as often as one likes answers nothing', async () => {
  const { link } = await invite('Asha', { email: 'asha@example.org' })

  for (let look = 0; look < 3; look += 1) await readAskByLink(stranger(), tokenOf(link))

  expect((await readAskByLink(stranger(), tokenOf(link))).ask.state.is).toBe('open')
})

test('ten answers at once come out as one, and the others are told so', async () => {
  const { link } = await invite('Fern', { email: 'fern@example.org' })

  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, (_, turn) => answerByLink(stranger(), tokenOf(link), turn % 2 ? 'yes' : 'no')))

  expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  expect(heard.filter((line) => line.startsWith('Fern'))).toHaveLength(1)
  await expect(answerByLink(stranger(), tokenOf(link), 'yes')).rejects.toThrow('already been used')
})

test('where what an answer causes fails, the answer does not count and can be given again', async () => {
  const { link } = await invite('Breaker', { email: 'breaker@example.org' })

  await expect(answerByLink(stranger(), tokenOf(link), 'yes')).rejects.toThrow('kettle')

  expect((await readAskByLink(stranger(), tokenOf(link))).ask.state.is).toBe('open')
})

test('someone here finds it under "Your turn", answers in place, and the link then says it was answered', async () => {
  const { id, link } = await invite('Tom', { person: tom.person })
  expect((await tom.ctx.read((tx) => listOpenAsksTo(tx))).map((one) => one.id)).toContain(id)

  await answerAsk(tom.ctx, id, 'no', 'I am on a roof until Friday')

  expect(heard).toContain('Tom: no, I am on a roof until Friday')
  expect((await tom.ctx.read((tx) => listOpenAsksTo(tx))).map((one) => one.id)).not.toContain(id)
  await expect(readAskByLink(stranger(), tokenOf(link))).rejects.toThrow('already been used')
})

test('nobody answers or takes back what was asked of others, nor learns that it exists', async () => {
  const { id } = await invite('Somebody', { email: 'somebody@example.org' })

  await expect(answerAsk(tom.ctx, id, 'yes')).rejects.toThrow('nothing here')
  await expect(withdrawAsk(tom.ctx, id)).rejects.toThrow('nothing here')
  await expect(answerAsk(tom.ctx, crypto.randomUUID() as Id<'ask'>, 'yes')).rejects.toThrow('nothing here') // the very same answer
})

test('an answer that is not among the words is refused', async () => {
  const { link } = await invite('Word', { email: 'word@example.org' })

  await expect(answerByLink(stranger(), tokenOf(link), 'maybe')).rejects.toThrow('not one of the answers')
  await expect(answerByLink(stranger(), tokenOf(link), 'toString')).rejects.toThrow('not one of the answers')
})

test('what was taken back cannot be answered any more; taking back twice is harmless', async () => {
  const { id, link } = await invite('Late', { email: 'late@example.org' })

  await withdrawAsk(priya.ctx, id)
  await withdrawAsk(priya.ctx, id)

  await expect(answerByLink(stranger(), tokenOf(link), 'yes')).rejects.toThrow('withdrawn')
})

test('one reminder goes out, once, and silence has an end', async () => {
  await invite('Quiet', { email: 'quiet@example.org' })
  const letters = async () => (await town.mails()).filter((one) => one.to_address === 'quiet@example.org')

  town.clock.forward(5.6 * DAY)
  await tendAsks(town.ctx())
  await tendAsks(town.ctx())
  expect(await letters()).toHaveLength(2)

  town.clock.forward(2 * DAY)
  await Promise.all([tendAsks(town.ctx()), tendAsks(town.ctx())])
  expect(await letters()).toHaveLength(2)
  expect(heard.filter((line) => line === 'Quiet: silence')).toHaveLength(1)
})

test('an ask that ends within a day is not reminded of', () => {
  const now = new Date('2027-03-02T09:00:00Z')

  expect(remindAtFor(now, new Date(now.getTime() + DAY / 2))).toBeUndefined()
  expect(remindAtFor(now, new Date(now.getTime() + 2 * DAY))).toEqual(new Date(now.getTime() + DAY))
  expect(remindAtFor(now, new Date(now.getTime() + 7 * DAY))).toEqual(new Date(now.getTime() + 5.5 * DAY))
})

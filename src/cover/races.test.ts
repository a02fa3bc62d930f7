import { afterAll, beforeAll, expect, test } from 'vitest'
import { getAsk, linkTo } from '../asks/index.ts'
import { openTestWeb, type Answer, type TestWeb } from '../entry/testing.ts'
import { asHouse } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { readNotices } from '../notices/index.ts'
import type { Character } from '../networks/testing/cast.ts'
import { listAsked, markAsked, markCover } from './cover-store.ts'
import { readCover } from './read-cover.ts'
import { benchOfThree, fridayFor, type Bench } from './testing/bench.ts'

const ROUNDS = process.env.NIGHT ? 1_000 : 12
let one: TestWeb
let two: TestWeb
let bench: Bench
beforeAll(async () => {
  one = await openTestWeb()
  two = one.another()
  bench = await benchOfThree(one.town)
})
afterAll(() => one.close())

/** Nobody begins before all are ready: each waits at the barrier with everything prepared. */
function barrier(count: number) {
  let waiting = 0
  let open = () => {}
  const opened = new Promise<void>((done) => { open = done })
  return async () => {
    waiting += 1
    if (waiting === count) open()
    await opened
  }
}

async function atOnce(acts: readonly (() => Promise<Answer>)[]): Promise<readonly Answer[]> {
  const ready = barrier(acts.length)
  return Promise.all(acts.map(async (act) => { await ready(); return act() }))
}

/** The one-tap address of each who is asked. */
async function links(cover: Id<'cover'>): Promise<ReadonlyMap<string, string>> {
  return asHouse(bench.jo.ctx).read(async (tx) => new Map(await Promise.all((await listAsked(tx, [cover])).map(async (line) => [line.associate, line.ask ? new URL(linkTo(tx, await getAsk(tx, line.ask))).pathname : ''] as const))))
}

const associates = () => [bench.mel, bench.hannah, bench.kasia]
const toldOf = async (who: Character, words: RegExp) => (await readNotices(who.ctx, { limit: 500 })).filter((notice) => words.test(notice.says)).length
const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status).toSorted((a, b) => a - b)
const day = (round: number) => new Date(Date.UTC(2027, 5, 1 + round)).toISOString().slice(0, 10)

test(`${ROUNDS} times three say yes at once on two nodes: one takes it, two are told so, and nobody is told two things`, async () => {
  const wrong: string[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const cover = await fridayFor(bench.jo, { how: 'all_at_once', startsOn: day(round), answerBy: day(round) })
    const tap = await links(cover)
    const answers = await atOnce(associates().map((each, at) => () => (at % 2 ? two : one).post(tap.get(each.organisation) ?? '', { word: 'yes' })))
    await one.town.settle()
    const { asked, state } = await readCover(bench.jo.ctx, cover)
    const chosen = asked.filter((line) => line.chosen)
    if (String(statuses(answers)) !== '201,410,410') wrong.push(`told ${String(statuses(answers))}`)
    if (chosen.length !== 1 || asked.filter((line) => line.closedAt).length !== 2 || state !== 'taken') wrong.push(`${chosen.length} took it, ${state}`)
  }
  expect(wrong).toEqual([])
  const won = await toldOf(bench.jo, /takes your cover/)
  const thanked = await Promise.all(associates().map((each) => toldOf(each, /has what they needed/)))
  expect([won, thanked.reduce((sum, times) => sum + times, 0)]).toEqual([ROUNDS, 2 * ROUNDS])
})

test('a yes and a withdrawal at once: it is either taken back or taken, and whoever said yes knows which', async () => {
  const wrong: string[] = []
  for (let round = 0; round < ROUNDS / 2; round += 1) {
    const cover = await fridayFor(bench.jo, { how: 'all_at_once', startsOn: day(40 + round), answerBy: day(40 + round) })
    const tap = (await links(cover)).get(bench.mel.organisation) ?? ''
    const [yes, back] = await atOnce([() => one.post(tap, { word: 'yes' }), () => two.post(`/cover/${cover}/withdrawal`, {}, { as: bench.jo.person })])
    await one.town.settle()
    const { asked, cover: after } = await readCover(bench.jo.ctx, cover)
    const said = `${yes?.status} ${back?.status} ${after.takenAt ? 'taken' : 'not taken'} ${after.withdrawnAt ? 'withdrawn' : 'not withdrawn'} ${asked.filter((line) => line.chosen).length}`
    if (!['201 303 taken withdrawn 1', '410 303 not taken withdrawn 0'].includes(said)) wrong.push(said)
  }
  expect(wrong).toEqual([])
})

test('in turn, a no sent many times over asks the next one once', async () => {
  const wrong: string[] = []
  for (let round = 0; round < ROUNDS / 2; round += 1) {
    const cover = await fridayFor(bench.jo, { startsOn: day(80 + round), answerBy: day(80 + round) })
    const [first] = [...await links(cover)].filter(([, link]) => link !== '')
    await atOnce(Array.from({ length: 6 }, (_, at) => () => (at % 2 ? two : one).post(first?.[1] ?? '', { word: 'no' })))
    const asked = (await readCover(bench.jo.ctx, cover)).asked.filter((line) => line.askedAt)
    if (asked.length !== 2) wrong.push(`${asked.length} were asked`)
  }
  expect(wrong).toEqual([])
})

test('control: whoever looks whether it is free and takes it then, holding nothing, takes it twice and is caught', async () => {
  const takeWithoutHolding = async (web: TestWeb, cover: Id<'cover'>, who: Character, ready: () => Promise<void>): Promise<void> => {
    const free = await asHouse(web.town.ctx()).read(async (tx) => !(await listAsked(tx, [cover])).some((line) => line.chosen))
    await ready()
    if (free) await asHouse(web.town.ctx()).transaction(async (tx) => { await markAsked(tx, cover, who.organisation, { chosen_at: tx.now }); await markCover(tx, cover, { taken_at: tx.now }) })
  }
  const cover = await fridayFor(bench.jo, { how: 'all_at_once', startsOn: day(120), answerBy: day(120) })
  const ready = barrier(2)
  await Promise.all([takeWithoutHolding(one, cover, bench.mel, ready), takeWithoutHolding(two, cover, bench.hannah, ready)])

  expect((await readCover(bench.jo.ctx, cover)).asked.filter((line) => line.chosen)).toHaveLength(2)
})

test('thirty forms and programs that repeat themselves have one effect', async () => {
  const form = { says: 'Repeat', startsOn: day(130), hours: '3', client: 'asked', whoSpeaks: 'associate', how: 'all_at_once', answerBy: day(130) }
  const key = crypto.randomUUID()

  const sent = await atOnce(Array.from({ length: 15 }, (_, at) => () => (at % 2 ? two : one).post('/cover/new', form, { as: bench.jo.person, key })))
  const called = await atOnce(Array.from({ length: 15 }, (_, at) => () => (at % 2 ? two : one).api('POST', '/cover', { ...form, says: 'Repeat by program' }, { as: bench.jo.person, key: `${key}-api` })))

  expect(new Set(sent.map(({ status, location }) => `${status} ${location}`)).size).toBe(1)
  expect(new Set(called.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
  const made = await asHouse(bench.jo.ctx).read(({ db }) => db.selectFrom('cover').select('says').where('says', 'like', 'Repeat%').execute())
  expect(made).toHaveLength(2)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { getAsk, linkTo } from '../asks/index.ts'
import { formRequest, inEights, openCutLine, type CutLine } from '../entry/testing/cut-line.ts'
import { openTestWeb, type Answer, type TestWeb } from '../entry/testing.ts'
import { asHouse } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { readNotices } from '../notices/index.ts'
import type { Character } from '../networks/testing/cast.ts'
import { listAsked, markAsked, markCover } from './cover-store.ts'
import { readCover } from './read-cover.ts'
import { benchOfThree, fridayFor, type Bench } from './testing/bench.ts'

const ROUNDS = process.env.NIGHT ? 1_000 : 12
/** Each is a form that is sent, cut off and sent again. */
const SUBMISSIONS = process.env.NIGHT ? 5_000 : 40
let one: TestWeb
let two: TestWeb
let bench: Bench
let line: CutLine
beforeAll(async () => {
  one = await openTestWeb()
  line = await openCutLine(one)
  two = one.another()
  bench = await benchOfThree(one.town)
})
afterAll(async () => {
  line?.close()
  await one?.close()
})

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

type Errand = { readonly path: string; readonly as?: Character; readonly fields: Readonly<Record<string, string>>; /** What it should have caused, once. */ effects(): Promise<readonly number[]> }

const KINDS = ['asking', 'yes', 'no', 'withdrawal'] as const
const notices = (kind: string, cover: string) => asHouse(bench.jo.ctx).read(async ({ db }) => (await db.selectFrom('notice').select('id').where('kind', '=', `cover.${kind}`).where('subject', '@>', JSON.stringify({ cover })).execute()).length)
const form = (mark: string, turn: number) => ({ says: mark, startsOn: day(200 + turn % 400), hours: '3', client: 'asked', whoSpeaks: 'associate', how: 'in_turn', answerBy: day(200 + turn % 400) })

async function errand(kind: (typeof KINDS)[number], turn: number): Promise<Errand> {
  if (kind === 'asking') {
    const mark = `Cut ${crypto.randomUUID()}`
    return {
      path: '/cover/new', as: bench.jo, fields: form(mark, turn),
      effects: () => asHouse(bench.jo.ctx).read(async ({ db }) => {
        const made = await db.selectFrom('cover').select('id').where('says', '=', mark).execute()
        const asks = await db.selectFrom('ask').select('id').where((at) => at.or(made.map(({ id }) => at('subject', '@>', JSON.stringify({ cover: id }))))).execute()
        return [made.length, asks.length]
      }),
    }
  }
  const cover = await fridayFor(bench.jo, form(`Cut ${kind}`, turn))
  const state = () => readCover(bench.jo.ctx, cover)
  if (kind === 'withdrawal') return { path: `/cover/${cover}/withdrawal`, as: bench.jo, fields: {}, effects: async () => [(await state()).cover.withdrawnAt ? 1 : 0, (await state()).asked.filter((each) => each.askedAt).length] }
  const [path] = [...(await links(cover)).values()].filter((link) => link !== '')
  if (kind === 'yes') return { path: path ?? '', fields: { word: 'yes' }, effects: async () => [(await state()).asked.filter((each) => each.chosen).length, await notices('taken', cover)] }
  return { path: path ?? '', fields: { word: 'no' }, effects: async () => [(await state()).asked.filter((each) => each.answer).length, (await state()).asked.filter((each) => each.askedAt).length - 1] } // the next one is asked, once
}

async function insist(turn: number, withKey: boolean) {
  const kind = withKey ? KINDS[turn % KINDS.length] ?? 'asking' : 'asking'
  const { path, as, fields, effects } = await errand(kind, turn)
  const status = await line.insist(turn, formRequest(path, as ? await one.cookie(as.person) : '', { ...fields, ...(withKey ? { _key: crypto.randomUUID() } : {}) }))
  return { kind, status, effects: await effects() }
}

const onceEach = ({ effects }: { effects: readonly number[] }) => effects.every((count) => count === 1)

test(`${SUBMISSIONS} submissions whose line was cut, sent again with the same key, have one effect each`, { timeout: SUBMISSIONS * 2_000 }, async () => {
  const all = await inEights(SUBMISSIONS, (turn) => insist(turn, true))
  console.log(`${all.length} submissions of cover, each cut and repeated: ${all.filter(onceEach).length} had one effect each (${KINDS.map((kind) => `${all.filter((made) => made.kind === kind && onceEach(made)).length} ${kind}`).join(', ')})`)

  expect(all.filter((made) => !onceEach(made) || (made.status !== 201 && made.status !== 303))).toEqual([])
})

test('control: the same without keys has more than one effect, and is caught', async () => {
  const all = await inEights(16, (turn) => insist(turn, false))

  expect(all.some((made) => !onceEach(made))).toBe(true)
})

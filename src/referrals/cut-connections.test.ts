import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import { formRequest, inEights, openCutLine, type CutLine } from '../entry/testing/cut-line.ts'
import { openTestWeb, type TestWeb } from '../entry/testing.ts'
import type { Id } from '../kit/ids.ts'
import { passAnna, weddingTrades, type Trades } from './testing/cast.ts'

/** Each is a form that is sent, cut off and sent again: passing somebody on, accepting, declining, an outcome, a thank-you. */
const SUBMISSIONS = process.env.NIGHT ? 5_000 : 60
let web: TestWeb
let trades: Trades
let line: CutLine
const cookies = new Map<string, string>()

beforeAll(async () => {
  web = await openTestWeb()
  trades = await weddingTrades(web.town)
  for (const one of [trades.tom, trades.priya]) cookies.set(one.person, await web.cookie(one.person))
  line = await openCutLine(web)
})
afterAll(async () => {
  line?.close()
  await web?.close()
})

type Effects = Readonly<Record<string, number>>
type Errand = { readonly path: string; readonly as: string; readonly fields: Readonly<Record<string, string>>; /** What it should have caused, once. */ effects(): Promise<Effects> }

const rows = async (count: () => Promise<unknown[]>) => (await count()).length
const house = () => web.town.ctx()
const told = (kind: string, id: string) => rows(() => house().read((tx) => tx.db.selectFrom('notice').select('id').where('kind', '=', `referrals.${kind}`).where('subject', '@>', JSON.stringify({ referral: id })).execute()))
const audited = (act: string, id: string) => rows(() => house().read((tx) => tx.db.selectFrom('audit').select('number').where('chain', '=', `referral ${id}`).where('act', '=', `referral.${act}`).execute()))
const news = (name: string, id: string, word: string) => rows(() => house().read((tx) => tx.db.selectFrom('outbox').select('id').where('name', '=', name).where('news', '@>', JSON.stringify({ referral: id, word })).execute()))

function passing(): Errand {
  const mark = randomUUID()
  return {
    path: '/referrals/new', as: trades.tom.person, fields: { who: 'Nora Quill', needs: mark, reach: '07700 900111', to: trades.priya.organisation, how: 'send', agreed: 'yes', yesOn: '2027-03-01', yesSays: 'Do ring me' },
    effects: async () => {
      const found = await house().read((tx) => tx.db.selectFrom('referral as r').innerJoin('referral_person as p', 'p.id', 'r.person_id').select('r.id').where('p.needs', '=', mark).execute())
      return { referrals: found.length, asks: await rows(() => house().read((tx) => tx.db.selectFrom('referral_ask').select('ask_id').where('referral_id', 'in', [randomUUID(), ...found.map((one) => one.id)]).execute())), letters: await rows(() => house().read((tx) => tx.db.selectFrom('mail').select('id').where('text', 'like', `%${mark}%`).execute())) }
    },
  }
}

async function answering(what: 'acceptance' | 'declining' | 'outcome' | 'thanks'): Promise<Errand> {
  const id = await prepared(what === 'outcome' ? 'accepted' : what === 'thanks' ? 'won' : 'offered')
  const fields: Record<string, string> = what === 'outcome' ? { word: 'won' } : what === 'thanks' ? { phrase: 'lovely' } : {}
  const counted = {
    acceptance: async () => ({ told: await told('accepted', id), audited: await audited('accepted', id), news: await news('referral.answered', id, 'accepted') }),
    declining: async () => ({ told: await told('declined', id), audited: await audited('declined', id), news: await news('referral.answered', id, 'declined') }),
    outcome: async () => ({ told: await told('won', id), audited: await audited('won', id), news: await news('referral.settled', id, 'won') }),
    thanks: async () => ({ told: await told('thanked', id), audited: await audited('thanked', id) }),
  }
  return { path: `/referrals/${id}/${what}`, as: trades.priya.person, fields, effects: counted[what] }
}

async function prepared(state: 'offered' | 'accepted' | 'won'): Promise<Id<'referral'>> {
  const { id } = await passAnna({ ...trades.tom, ctx: house().as(trades.tom.ctx.actor) }, trades.priya, { reach: '07700 900111' })
  if (state !== 'offered') await web.post(`/referrals/${id}/acceptance`, {}, { as: trades.priya.person })
  if (state === 'won') await web.post(`/referrals/${id}/outcome`, { word: 'won' }, { as: trades.priya.person })
  return id
}

const KINDS = ['passing', 'acceptance', 'declining', 'outcome', 'thanks'] as const

/** Sends it and loses the line, once to three times, then as often as it takes for an answer that it was done; gives the final status and what it caused. */
async function insist(turn: number, withKey: boolean): Promise<{ kind: string; status: number | undefined; effects: Effects }> {
  const kind = withKey ? KINDS[turn % KINDS.length] ?? 'passing' : 'passing'
  const errand = kind === 'passing' ? passing() : await answering(kind)
  const fields = { ...errand.fields, ...(withKey ? { _key: randomUUID() } : {}) }
  const status = await line.insist(turn, formRequest(errand.path, cookies.get(errand.as) ?? '', fields))
  return { kind, status, effects: await errand.effects() }
}

const insistOften = (times: number, withKey: boolean) => inEights(times, (turn) => insist(turn, withKey))

const onceEach = ({ effects }: { effects: Effects }) => Object.values(effects).every((count) => count === 1)

test(`${SUBMISSIONS} submissions whose line was cut, sent again with the same key, have one effect each`, { timeout: SUBMISSIONS * 2_000 }, async () => {
  const all = await insistOften(SUBMISSIONS, true)
  console.log(`${all.length} submissions, each cut and repeated: ${all.filter(onceEach).length} had one effect each (${KINDS.map((kind) => `${all.filter((one) => one.kind === kind && onceEach(one)).length} ${kind}`).join(', ')})`)

  expect(all.filter((one) => !onceEach(one) || one.status !== 303)).toEqual([])
})

test('control: the same without keys has more than one effect, and is caught', async () => {
  const all = await insistOften(24, false)

  expect(all.some((one) => !onceEach(one))).toBe(true)
})

import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveClaims, saveJobs } from '../answers/index.ts'
import { putAnswer } from '../answers/index.ts'
import { openTestWeb, type TestWeb } from '../entry/testing.ts'
import type { Id } from '../kit/ids.ts'
import { addCapability, countPartner, sayWhoSees } from '../networks/index.ts'
import { joins, openNetwork, someone, type Character } from '../networks/testing/cast.ts'
import { postWant } from './post-want.ts'
import { changeWhatIsHidden, changeWhatIsShown, diceFrom, type Cast } from './testing/two-worlds.ts'

/** 20 pairs by day, 200 at night: two worlds that differ only in what was not disclosed to us give us the same answers, byte for byte. */
const PAIRS = process.env['NIGHT'] ? 200 : 20
const LENSES = ['gap', 'audience', 'cover', 'cause'] as const

let web: TestWeb
let us: Character
let cast: Cast
let slug: string
let owner: pg.Client

beforeAll(async () => {
  web = await openTestWeb()
  const { town: house } = web
  us = await someone(house, 'Priya', 'The Wild Bouquet')
  const network = await openNetwork(us)
  slug = network.slug
  const capabilities: Id<'capability'>[] = []
  for (const title of ['Wedding cakes', 'Titanium machining', 'Bookkeeping', 'Family meals']) capabilities.push(await addCapability(us.ctx, slug, { title }))
  const others: Character[] = []
  for (let at = 0; at < 9; at += 1) {
    const one = await someone(house, `Person ${at}`, `Firm ${at}`)
    others.push(one)
    await joins(house, network.id, one)
    await sayWhoSees(one.ctx, one.organisation, { page: at < 6 ? (at % 2 ? 'network' : 'anyone') : at === 6 ? 'partners' : 'only_us', contact: 'only_us', place: at % 3 ? 'network' : 'only_us' })
    await house.ctx().transaction(async (tx) => {
      await saveClaims(tx, [{ organisation: one.organisation, network: network.id, capability: capabilities[at % 4], title: 'Shown', strength: 'best_at', sight: at % 4 ? 'network' : 'anyone' }, { organisation: one.organisation, network: network.id, capability: capabilities[(at + 1) % 4], title: 'Hidden', strength: 'can_do', sight: 'only_us' }])
      await putAnswer(tx, one.organisation, { question: 3, words: `We bake wedding cakes for families, number ${at}, on Tuesdays.`, sight: 'network' })
      await putAnswer(tx, one.organisation, { question: 1, words: 'Families go hungry in the harbour.', sight: 'only_us' })
      await putAnswer(tx, one.organisation, { question: 2, words: 'Somebody for wedding flowers.', sight: at % 2 ? 'network' : 'partners' })
    })
  }
  for (const at of [0, 1, 2]) await countPartner(others[at]?.ctx ?? us.ctx, others[at]?.organisation ?? us.organisation, us.organisation)
  await house.ctx().transaction(async (tx) => {
    await saveClaims(tx, [{ organisation: us.organisation, network: network.id, capability: capabilities[3], title: 'Ours', strength: 'best_at', says: 'On Thursdays', sight: 'network' }])
    await putAnswer(tx, us.organisation, { question: 1, words: 'Families need hot meals by the harbour.', sight: 'network' })
    await putAnswer(tx, us.organisation, { question: 2, words: 'A baker of wedding cakes, and bookkeeping.', sight: 'network' })
    for (const at of [0, 2, 4]) await saveJobs(tx, [{ by: us.organisation, what: 'A wedding in the meadow', finishedOn: '2026-06-01', parties: [us, others[at] ?? us, others[at + 1] ?? us].map((one) => ({ organisation: one.organisation, did: 'Cakes', confirmedAt: tx.now })) }])
  })
  await postWant(us.ctx, network.id, { lens: 'audience', says: 'Bookkeeping for florists', capability: capabilities[2] })
  await house.settle()
  const ids = others.map((one) => one.organisation)
  cast = { network: network.id, us: us.organisation, open: ids.slice(0, 6), partners: ids.slice(0, 3), hidden: ids.slice(6), capabilities }
  owner = new pg.Client(house.owner)
  await owner.connect()
}, 60_000)
afterAll(async () => {
  await owner?.end()
  await web?.close()
})

const same = (text: string) => text.replaceAll(/nonce="[^"]*"/g, '').replaceAll(/name="_key" value="[^"]*"/g, '').replaceAll(/"[\w-]*" name="_key"/g, '')

/** All that finding partners says to us. */
async function everything(): Promise<string> {
  const asking = { as: us.person }
  const paths = [
    ...LENSES.map((lens) => `/find?lens=${lens}`), ...['gap', 'cover'].map((lens) => `/api/v1/networks/${slug}/fits?lens=${lens}&widely=yes`), '/find?want=wedding+cakes+for+families&view=map',
    `/networks/${slug}/matches/compare?with=${cast.open[0]}&with=${cast.open[1]}&with=${cast.hidden[0]}`, ...[cast.open[1], cast.hidden[1]].map((to) => `/api/v1/networks/${slug}/friendly-paths?to=${to}`),
  ]
  const answers: string[] = []
  for (const path of paths) {
    const { status, text } = await web.get(path, path.startsWith('/api') ? { ...asking, headers: { 'Sec-Fetch-Site': 'same-origin', Accept: 'application/json' } } : asking)
    answers.push(`${path} ${status}\n${same(text)}`)
  }
  return answers.join('\n\n')
}

test(`${PAIRS} pairs of worlds that differ in what was not disclosed to us give us the same answers`, { timeout: PAIRS * 20_000 }, async () => {
  const dice = diceFrom(20_270_302)
  let before = await everything()
  expect(before).toContain('fit, ')
  const different: string[] = []
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const changed = await changeWhatIsHidden(owner, cast, dice)
    const after = await everything()
    if (after !== before) different.push(`${pair}: ${changed}\n${firstDifference(before, after)}`)
    before = after
  }

  process.stdout.write(`two worlds: ${PAIRS - different.length} of ${PAIRS} pairs look the same to whom it was not disclosed\n`)
  expect(different).toEqual([])
})

test('what was disclosed is noticed, so that the test above can fail', async () => {
  const before = await everything()

  await changeWhatIsShown(owner, cast, diceFrom(1))

  expect(await everything()).not.toBe(before)
})

function firstDifference(one: string, other: string): string {
  let at = 0
  while (one[at] === other[at]) at += 1
  return `…${one.slice(Math.max(0, at - 150), at + 150)}\n …${other.slice(Math.max(0, at - 150), at + 150)}`
}

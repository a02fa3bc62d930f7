import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addClaim, noteJob, saveAnswer } from '../answers/index.ts'
import { answerAsk, listOpenAsksTo } from '../asks/index.ts'
import { openTestWeb, type TestWeb } from '../entry/testing.ts'
import type { Id } from '../kit/ids.ts'
import { newId } from '../kit/ids.ts'
import { joins, openNetwork, someone, type Character } from '../networks/testing/cast.ts'
import { postWant } from '../matches/index.ts'
import { addCapability } from '../networks/index.ts'
import { readNotices } from '../notices/index.ts'
import { notePartnership, savePartnerships } from '../partnerships/index.ts'
import { layOut } from './layout.ts'
import { findMeeting } from './meet.ts'
import { nudgeMembers } from './nudge-members.ts'
import { readMap } from './read-map.ts'
import { readWeek } from './read-week.ts'

let web: TestWeb
let ruth: Character, priya: Character, asha: Character, tom: Character, nell: Character
let network: { id: Id<'network'>; slug: string }
let flowers: Id<'capability'>

/** Priya works with Asha, and Asha trusts Tom, both for members to know. That Tom and Nell are partners is between them. */
beforeAll(async () => {
  web = await openTestWeb()
  ;[ruth, priya, asha, tom, nell] = [await someone(web.town, 'Ruth', 'Ruth’s Desk'), await someone(web.town, 'Priya', 'The Wild Bouquet'), await someone(web.town, 'Asha', 'Asha’s Cakes'), await someone(web.town, 'Tom', 'Tom’s Tipis'), await someone(web.town, 'Nell', '=Nell & Co')]
  network = await openNetwork(ruth)
  for (const one of [priya, asha, tom, nell]) await joins(web.town, network.id, one)
  flowers = await addCapability(ruth.ctx, network.slug, { title: 'Flowers' })
  await addClaim(priya.ctx, priya.organisation, { network: network.id, capability: flowers, strength: 'best_at', sight: 'network' })
  await noteJob(priya.ctx, priya.organisation, { what: 'Lowe wedding', finishedOn: '2026-07-18', partners: [asha.organisation] })
  await partners(asha, tom, 'members')
  await partners(tom, nell, 'between')
  const asked = (await asha.ctx.read((tx) => listOpenAsksTo(tx))).find((one) => one.kind === 'answers.job-confirmation')
  await answerAsk(asha.ctx, asked?.id ?? newId(), 'yes')
  await web.town.settle()
})
afterAll(() => web?.close())

async function partners(one: Character, other: Character, answer: string): Promise<void> {
  await notePartnership(one.ctx, { with: other.organisation, stage: 'trust', shows: 'network' })
  const asked = (await other.ctx.read((tx) => listOpenAsksTo(tx))).find((ask) => ask.kind === 'partnerships.partner')
  await answerAsk(other.ctx, asked?.id ?? newId(), answer)
}

const ask = (who: Character, question: object = {}) => readMap(who.ctx, network.slug, { steps: 2, ...question })
const linksOf = async (who: Character, question: object = {}) => {
  const { nodes, links } = await ask(who, question)
  const name = (id: string) => nodes.find((one) => one.id === id)?.name ?? ''
  return links.map(({ one, other, kind }) => `${[name(one), name(other)].toSorted().join(' and ')}: ${kind}`).toSorted()
}

describe('what is on it', () => {
  test('it starts from oneself, goes as many steps as asked, and tells only of ties that both sides show', async () => {
    expect((await ask(priya, { steps: 1 })).nodes.map((one) => one.name)).toEqual(['The Wild Bouquet', 'Asha’s Cakes'])
    expect(await linksOf(priya, { steps: 3 })).toEqual(['Asha’s Cakes and The Wild Bouquet: worked', 'Asha’s Cakes and Tom’s Tipis: trust'])
  })

  test('the two themselves see what they keep between them, and nobody else does, the organiser included', async () => {
    expect(await linksOf(tom)).toContain('=Nell & Co and Tom’s Tipis: trust')
    expect(await linksOf(ruth, { focus: tom.organisation, steps: 3 })).not.toContain('=Nell & Co and Tom’s Tipis: trust')
    expect((await ask(ruth, { focus: nell.organisation })).links).toEqual([])
  })

  test('it can start from a capability, and with a member in focus the capability says whom to show', async () => {
    expect((await ask(ruth, { capability: flowers, steps: 1 })).nodes.map((one) => one.name)).toEqual(['The Wild Bouquet'])
    expect((await ask(tom, { focus: tom.organisation, capability: flowers })).nodes.map((one) => one.name)).toEqual(['Tom’s Tipis', 'The Wild Bouquet'])
  })
})

describe('how two could meet', () => {
  test('the friendly path is told with what stands behind each step', async () => {
    const [path] = await findMeeting(priya.ctx, network.slug, { from: priya.organisation, to: tom.organisation })
    expect(path).toMatchObject({ introducer: { name: 'Asha’s Cakes' }, steps: [{ to: { name: 'Asha’s Cakes' } }, { to: { name: 'Tom’s Tipis' } }] })
    expect(path?.steps[0]?.words.join(' ')).toContain('Lowe wedding')
  })

  test('asked about two others it never goes over what they keep between them', async () => {
    expect(await findMeeting(ruth.ctx, network.slug, { from: asha.organisation, to: nell.organisation })).toEqual([])
    expect(await findMeeting(ruth.ctx, network.slug, { from: tom.organisation, to: nell.organisation })).toEqual([])
    expect(await findMeeting(tom.ctx, network.slug, { from: tom.organisation, to: nell.organisation })).toHaveLength(1)
  })
})

describe('its pages and files', () => {
  test('the picture is made of links one can tab to, and the list says the same in words', async () => {
    const { text } = await web.get(`/networks/${network.slug}/map?steps=3`, { as: priya.person })
    expect(text).toContain('aria-label="Asha’s Cakes, Sole trader, SP2, 2 links here"')
    const list = await web.get(`/networks/${network.slug}/map?steps=3&view=list`, { as: priya.person })
    for (const words of ['Linked to 2', 'Tom’s Tipis', 'trust each other']) expect(list.text).toContain(words)
    expect((await web.get(`/networks/${network.slug}/map?view=places`, { as: priya.person })).text).toContain('SP2')
  })

  test('the friendly path lights up, with the introduction a click away', async () => {
    const { text } = await web.get(`/networks/${network.slug}/map?from=${priya.organisation}&to=${tom.organisation}`, { as: priya.person })
    expect(text).toContain('Through Asha’s Cakes')
    expect(text).toContain(`/introductions/new?to=${tom.organisation}&amp;through=${asha.organisation}&amp;network=${network.slug}`)
    expect(text).toContain('class="lit"')
  })

  test('picture, table and graph file hold what the page holds, and nothing that a spreadsheet would run', async () => {
    const csv = await web.get(`/networks/${network.slug}/map.csv`, { as: tom.person })
    expect(csv.text.replace('\ufeff', '').split('\r\n')[0]).toBe('Member,Kind,District,Does,Linked to,Their kind,Their district,They do,How,What ties them')
    expect(csv.text).toContain("\"'=Nell & Co\"")
    const graph = await web.get(`/networks/${network.slug}/map.graphml`, { as: tom.person })
    expect(graph.text).toContain('<data key="label">=Nell &amp; Co</data>')
    expect((await web.get(`/networks/${network.slug}/map.graphml`, { as: priya.person })).text).not.toContain('=Nell')
    expect((await web.get(`/networks/${network.slug}/map.svg`, { as: priya.person })).text).toMatch(/^<\?xml [^>]+>\n<svg /)
  })

  test('whoever stands outside the circle does not meet it', async () => {
    const stranger = await someone(web.town, 'Xena')
    for (const end of ['map', 'map.csv', 'map.svg', 'map.graphml']) expect((await web.get(`/networks/${network.slug}/${end}`, { as: stranger.person })).status).toBe(403)
  })
})

describe('the organiser’s week', () => {
  const names = (all: readonly { name: string }[]) => all.map((one) => one.name)

  test('it names who shows no answer and who has no link that members may know of, and is for organisers alone', async () => {
    await saveAnswer(priya.ctx, priya.organisation, 4, { words: 'Only we cut every stem within twelve miles.', sight: 'network' })
    await saveAnswer(asha.ctx, asha.organisation, 4, { words: 'Only we know why.', sight: 'only_us' })
    await web.town.settle()

    const week = await readWeek(ruth.ctx, network.slug)

    expect(names(week.unanswered)).not.toContain('The Wild Bouquet')
    expect(names(week.unanswered)).toEqual(expect.arrayContaining(['Asha’s Cakes', 'Tom’s Tipis', '=Nell & Co']))
    expect(names(week.unlinked)).toContain('=Nell & Co')
    expect(names(week.unlinked)).not.toContain('Tom’s Tipis')
    await expect(readWeek(priya.ctx, network.slug)).rejects.toThrow('Only organisers of this network may do that.')
  })

  test('what is asked for and hardly offered is counted by who asks, from what the organiser may see', async () => {
    const tents = await addCapability(ruth.ctx, network.slug, { title: 'Tents' })
    await postWant(priya.ctx, network.id, { lens: 'gap', says: 'Somebody with tents', capability: tents, sight: 'network' })
    await postWant(nell.ctx, network.id, { lens: 'gap', says: 'A tent, quietly', capability: tents, sight: 'only_us' })
    await web.town.settle()

    expect((await readWeek(ruth.ctx, network.slug)).asked).toContainEqual({ id: tents, title: 'Tents', asks: 1, offers: 0 })
  })

  test('those ticked are asked once a month, in the words that were shown, and the question goes once it is answered', async () => {
    expect(await nudgeMembers(ruth.ctx, network.slug, { members: [tom.organisation, priya.organisation] })).toBe(1)
    expect(await nudgeMembers(ruth.ctx, network.slug, { members: tom.organisation })).toBe(0)
    const told = async () => (await readNotices(tom.ctx)).map(({ says }) => says)
    expect((await told()).join()).toContain('would love to read what only you can do.')

    await saveAnswer(tom.ctx, tom.organisation, 4, { words: 'Only we hold a wind plan.', sight: 'network' })

    expect((await told()).join()).not.toContain('would love to read')
    await expect(nudgeMembers(priya.ctx, network.slug, { members: [nell.organisation] })).rejects.toThrow('Only organisers of this network may do that.')
  })
})

test('the same links always give the same picture', () => {
  const nodes = Array.from({ length: 60 }, (_, at) => ({ id: `n${at}`, steps: at === 0 ? 0 : at < 20 ? 1 : 2 }))
  const links = nodes.slice(1).map((one, at) => ({ one: one.id, other: `n${Math.floor(at / 3)}` }))
  expect(layOut(nodes, links)).toEqual(layOut(nodes, links))
  for (const { x, y } of layOut(nodes, links).values()) expect(x >= 0 && x <= 1000 && y >= 0 && y <= 640).toBe(true)
})

test('too many to draw come as groups, each a door to those in it', async () => {
  const others: Character[] = []
  for (let at = 0; at < 155; at += 1) others.push(await someone(web.town, `Member ${String.fromCharCode(97 + (at % 26))}${at}`)) // one after the other: all at once wait for a connection longer than one may
  for (const one of others) await joins(web.town, network.id, one)
  await web.town.ctx().transaction((tx) => savePartnerships(tx, others.map((one) => ({ between: [priya.organisation, one.organisation], stage: 'trust', at: tx.now, agreed: true, met: {}, hiddenBy: [], notes: [], moments: [] }))))
  const { groups, nodes } = await ask(priya, { steps: 1 })
  expect(nodes.length).toBe(157)
  expect(groups).toMatchObject([{ title: 'Nothing said yet' }, { title: 'Flowers', count: 1 }])
  expect((await ask(priya, { steps: 1, group: flowers })).groups).toEqual([])
})

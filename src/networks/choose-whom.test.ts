import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../entry/testing.ts'
import type { Id } from '../kit/ids.ts'
import { routes } from '../routes.ts'
import { findByName } from './find-members.ts'
import { asTyped, fitsName } from './name-typed.ts'
import { joins, openNetwork, someone, type Character } from './testing/cast.ts'

const MOST_LISTED = 200
let web: TestWeb
let priya: Character
let mo: Character
let network: { id: Id<'network'>; slug: string }
let owner: pg.Client

beforeAll(async () => {
  web = await openTestWeb()
  web.town.clock.forward(Date.now() - web.town.clock.now().getTime())
  priya = await someone(web.town, 'Priya', 'The Wild Bouquet')
  mo = await someone(web.town, 'Mo', 'Mo’s Tipis')
  network = await openNetwork(priya)
  await joins(web.town, network.id, mo)
  for (const who of [priya, mo]) await web.post('/acting-for', { organisation: who.organisation }, { as: who.person })
  owner = new pg.Client(web.town.owner)
  await owner.connect()
  await list(Array.from({ length: MOST_LISTED - 1 }, (_, at) => `Firm ${at + 1}`))
})
afterAll(async () => {
  await owner?.end()
  await web?.close()
})

/** Members written straight into the list, as one import would. */
async function list(names: readonly string[], sight = 'network'): Promise<void> {
  await owner.query(`with made as (insert into organisation (id, name, kind, line, sight, listed_at, claimed_at) select gen_random_uuid(), name, 'company', 'In all things', $2, now(), now() from unnest($1::text[]) name returning id, name)
    insert into membership (network_id, organisation_id, joined_at, listed_as, listed_words, sight) select $3, id, now(), name, lower(name), $2 from made`, [names, sight, network.id])
}
const idOf = async (name: string) => (await owner.query<{ id: string }>('select id from organisation where name = $1', [name])).rows[0]?.id ?? ''
const page = (who: Character) => web.get(routes.whoSees(who.organisation), { as: who.person })
const show = (who: Character, to: string | readonly string[], more: Record<string, string> = {}) => web.post(routes.grants(who.organisation), { to, part: 'contact', reason: 'For the hydrogen bid', untilOn: tomorrow(), ...more }, { as: who.person })
const tomorrow = () => new Date(web.town.clock.now().getTime() + 86_400_000).toISOString().slice(0, 10)
const boxFor = (text: string, name = 'to') => new RegExp(`<input type="text"[^>]*name="${name}"[^>]*>`).exec(text)?.[0] ?? ''
const problemsOf = (text: string) => [...text.matchAll(/class="unseen">Problem: <\/span>([^<]+)</g)].map(([, said]) => said)

test('two hundred names are a list, as ever', async () => {
  const { text } = await page(priya)

  expect(text).toMatch(/<select[^>]*name="to"/)
  expect(boxFor(text)).toBe('')
  expect(text).toContain('Firm 199')
  expect((await show(priya, await idOf('Firm 199'))).status).toBe(303)
})

describe('where there are more than a list can hold', () => {
  beforeAll(async () => {
    await list(['Zinnia & Sons', 'Zoë’s Zebras', 'Zoo House', 'Twins', 'Twins'])
    await list(['Quiet Quill'], 'only_us')
  })

  test('a name is typed instead, and nobody’s is on the page', async () => {
    const { text } = await page(priya)
    expect(boxFor(text)).toContain('maxLength="200"')
    expect(text).toContain('Write the name, or a part of it.')
    expect(text).not.toContain('Firm 198')
  })

  test('the whole name is taken, whatever its capitals, accents, spaces and apostrophes, and so is an id', async () => {
    for (const typed of ['Zinnia & Sons', '  zinnia   &SONS ', "zoe's zebras", await idOf('Zoo House')]) expect((await show(priya, typed)).status, typed).toBe(303)

    const { text } = await page(priya)
    for (const [name, times] of [['Zinnia &amp; Sons', 2], ['Zoë’s Zebras', 1], ['Zoo House', 1]] as const) expect(text.split(`row-title">${name}<`), name).toHaveLength(times + 1)
  })

  test('part of a name comes back with those who fit, one sentence and all that was typed', async () => {
    const answer = await show(priya, 'zo', { reason: 'For the <b>fair</b>' })

    expect(answer.status).toBe(422)
    expect(problemsOf(answer.text)).toEqual(['2 names fit “zo”. Choose the one you mean, or write more of the name.'])
    expect(answer.text).toMatch(/<option value="[^"]+">Zoo House: In all things<\/option>/)
    for (const kept of ['For the &lt;b&gt;fair&lt;/b&gt;', `value="${tomorrow()}"`]) expect(answer.text).toContain(kept)
    expect(boxFor(answer.text)).toContain('value="zo"')

    expect((await show(priya, [await idOf('Zoo House'), 'zo'])).status).toBe(303)
    expect((await show(priya, ['', 'zo'])).status).toBe(422)
    expect(problemsOf((await show(priya, [await idOf('Zoo House'), 'nobody at all'])).text)[0]).toMatch(/^Nobody called “nobody at all”/)
  })

  test('one that fits is asked about, many are cut to twenty, and two of one name are told apart', async () => {
    expect((await show(priya, 'zinnia')).text).toMatch(/One name holds “zinnia”[\s\S]*<option value="[^"]+" selected="">Zinnia &amp; Sons: In all things/)
    const many = await show(priya, 'firm')
    expect(problemsOf(many.text)).toEqual(['More than 20 names fit “firm”. Choose one of the first 20, or write more of the name.'])
    expect(many.text.match(/>Firm \d+: In all things</g)).toHaveLength(20)
    expect(problemsOf((await show(priya, 'twins')).text)).toEqual(['2 are called “twins”. Choose the one you mean.'])
  })

  test('names are offered while one types, and to nobody else', async () => {
    const offered = async (words: string, as?: Character) => (await web.get(`${routes.names}?q=${encodeURIComponent(words)}`, as && { as: as.person })).json()

    expect(boxFor((await page(priya)).text)).toContain(`data-names="${routes.names}"`)
    expect(await offered('zoe', mo)).toEqual({ names: ['Zoë’s Zebras'] })
    expect(await offered('twins', mo)).toEqual({ names: ['Twins'] })
    expect(((await offered('firm', mo)) as { names: string[] }).names).toHaveLength(10)
    for (const [words, who] of [['quill', mo], ['quill', priya], ['', mo], ['zoe', undefined]] as const) expect(await offered(words, who)).toEqual({ names: [] })
  })

  test('nobody fits: one sentence, beside all else that stands in the way', async () => {
    const answer = await show(priya, 'Nobody & Co', { reason: '' })
    expect(answer.status).toBe(422)
    expect(problemsOf(answer.text)).toEqual(['Nobody called “Nobody &amp; Co” is shown to you here. Look at the spelling, or write only a part of the name.', 'The reason is missing.'])
  })

  test.each([['a member', () => mo], ['the organiser, whose own list names them', () => priya]])('to %s a hidden name and one that is not there are the same', async (_, who) => {
    const said = async (name: string) => problemsOf((await show(who(), name)).text).map((one) => one?.replace(name, '…'))
    expect(await said('Quiet Quill')).toEqual(await said('Never Was'))
    expect(await said('quill')).toEqual(await said('never'))
    expect(await who().ctx.read((tx) => findByName(tx, 'Quiet Quill', 21))).toEqual({ exactly: false, fits: [] })
  })

  test('a stranger to the network finds nobody in it, and no one finds themselves', async () => {
    const tom = await someone(web.town, 'Tom', 'Tom’s Tents')
    expect((await tom.ctx.read((tx) => findByName(tx, 'Zoo House', 21))).fits).toEqual([])
    expect((await priya.ctx.read((tx) => findByName(tx, 'The Wild Bouquet', 21))).fits).toEqual([])
  })

  test('the other form of the page takes names too, and counting somebody twice does no harm', async () => {
    const count = (partner: string) => web.post(routes.partnersCounted(priya.organisation), { partner }, { as: priya.person })
    expect((await count('zoo house')).status).toBe(303)
    expect((await count('Zoo House')).status).toBe(303)
    expect((await count('zoo h')).text).toContain('One name holds “zoo h”')
    expect((await count('')).status).toBe(422)
  })
})

test('the database and the program make the same of a name', async () => {
  const names = ['The  Wild Bouquet', 'Zoë’s\u00a0Zebras', "ASHA'S ‘Best’ Cakes", 'Łódź & Şişli 10', 'Bjørn Þór’s Œuvre', 'İpek Straße', 'Çağrı ÆON', 'Ελένη', 'Ёлка']
  await list(names)
  const { rows } = await owner.query<{ listed_as: string; listed_plain: string }>('select listed_as, listed_plain from membership where listed_as = any ($1)', [names])
  expect(rows.map((row) => row.listed_plain)).toEqual(rows.map((row) => asTyped(row.listed_as).whole))
})

test('odd things typed are nobody’s name', async () => {
  for (const typed of ['’', ' ', '\u0000', '\ud800', '%', '_', `${'x'.repeat(5_000)}`]) expect((await priya.ctx.read((tx) => findByName(tx, typed, 21))).fits, typed).toEqual([])
  expect(fitsName('Asha’s Cakes', 'cakes asha')).toBe('partly')
})

import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addClaim } from '../answers/index.ts'
import { publishBrief, writeBrief } from '../briefs/index.ts'
import type { Id } from '../kit/ids.ts'
import { joins, openNetwork, someone, type Character } from '../networks/testing/cast.ts'
import { acceptReferral, passSomeoneOn } from '../referrals/index.ts'
import { routes } from '../routes.ts'
import { openTestWeb, type Fields, type TestWeb } from './testing.ts'

/** In a network of hundreds every form that asks for an organisation takes its name, and gives back all that was typed where it cannot. */
const HUNDREDS = 300
let web: TestWeb
let priya: Character, last: Character
let network: { id: Id<'network'>; slug: string }
let owner: pg.Client

beforeAll(async () => {
  web = await openTestWeb()
  web.town.clock.forward(Date.now() - web.town.clock.now().getTime())
  priya = await someone(web.town, 'Priya', 'The Wild Bouquet')
  last = await someone(web.town, 'Zed', 'Zebra & Sons')
  network = await openNetwork(priya)
  await joins(web.town, network.id, last)
  await web.post('/acting-for', { organisation: priya.organisation }, { as: priya.person })
  owner = new pg.Client(web.town.owner)
  await owner.connect()
  await owner.query(`with made as (insert into organisation (id, name, kind, sight, listed_at, claimed_at) select gen_random_uuid(), 'Firm ' || at, 'company', 'network', now(), now() from generate_series(1, ${HUNDREDS}) at returning id, name)
    insert into membership (network_id, organisation_id, joined_at, listed_as, listed_words, sight) select $1, id, now(), name, lower(name), 'network' from made`, [network.id])
  await web.town.settle()
})
afterAll(async () => {
  await owner?.end()
  await web?.close()
})

const as = () => ({ as: priya.person })
const day = (days: number) => new Date(web.town.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)
const box = (text: string, name: string) => text.match(new RegExp(`<input type="text"[^>]*name="${name.replaceAll('.', '\\.')}"[^>]*>`, 'g'))?.join('') ?? ''

/** Sent with a part of the name it comes back, with the one who fits to choose and what else was typed; with the whole name it goes through. */
async function takesNames(path: string, field: string, fields: Fields, kept: string): Promise<{ status: number; problems?: string }> {
  const part = await web.post(path, { ...fields, [field]: 'zebra' }, as())
  expect(part.status).toBe(422)
  expect(part.text).toContain('One name holds “zebra”.')
  expect(part.text).toContain(`<option value="${last.organisation}" selected="">Zebra &amp; Sons`)
  expect(box(part.text, field)).toContain('value="zebra"')
  expect(part.text).toContain(kept)

  const whole = await web.post(path, { ...fields, [field]: 'zebra & sons' }, as())
  return { status: whole.status, problems: whole.text.match(/Problem: <\/span>[^<]+/g)?.join() }
}
const SENT = { status: expect.toBeOneOf([200, 303]) as number, problems: undefined }

describe('where a list cannot hold them all', () => {
  test('whom to pass a person on to', async () => {
    expect(await takesNames(routes.newReferral, 'to', { who: 'Anna Lowe', needs: 'A tent for June', reach: '01722 555555', agreed: 'yes', yesOn: day(-1), yesSays: 'Yes please', how: 'send' }, 'A tent for June')).toEqual(SENT)
  })

  test('whom somebody is passed on to further, before and after their yes', async () => {
    const tom = await someone(web.town, 'Tom', 'Tom’s Tipis')
    await joins(web.town, network.id, tom)
    const person = { who: 'Bea Tarn', needs: 'Flowers for a handfasting', reach: '01722 555556', agreed: 'yes', yesOn: day(-1), yesSays: 'Yes please', how: 'send', to: priya.organisation }
    const { id: waiting } = await passSomeoneOn(tom.ctx, person), { id: accepted } = await passSomeoneOn(tom.ctx, person)
    await acceptReferral(priya.ctx, accepted)

    expect(await takesNames(routes.referralPassing(waiting), 'to', { how: 'ask', says: 'They grow what we do not' }, 'They grow what we do not')).toEqual(SENT)
    expect(await takesNames(routes.referralPassing(accepted), 'to', { how: 'send', says: 'Hedgerow flowers', agreed: 'yes', yesOn: day(-1), yesSays: 'Yes, them too' }, 'Hedgerow flowers')).toEqual(SENT)
  })

  test('to whom else a brief is shown', async () => {
    const brief = await writeBrief(priya.ctx, network.slug, { title: 'Harvest supper', answerBy: day(30), parts: [{ says: 'A tent' }] })
    await publishBrief(priya.ctx, network.slug, brief)
    expect(await takesNames(routes.briefShowings(network.slug, brief), 'to', { untilOn: day(10), reason: 'You know the field' }, 'You know the field')).toEqual(SENT)
  })

  test('who says that a job was so, and whose words are kept', async () => {
    const claim = await addClaim(priya.ctx, priya.organisation, { words: 'Wedding flowers', strength: 'can_do', sight: 'network' })
    expect(await takesNames(routes.newProof(priya.organisation, claim, 'job'), 'partners', { what: 'Lowe wedding', finishedOn: day(-20), sight: 'network' }, 'Lowe wedding')).toEqual(SENT)
    expect(await takesNames(routes.newProof(priya.organisation, claim, 'recommendation'), 'from', { words: 'On time and lovely.', basis: 'bought_from', saidOn: day(-20) }, 'On time and lovely.')).toEqual(SENT)
  })

  test('who did a job together', async () => {
    expect(await takesNames(routes.newOutcome, 'parts.1.organisation', { what: 'Bell wedding', finishedOn: day(-3), ending: 'done', sight: 'network', 'parts.0.organisation': priya.organisation, 'parts.0.says': 'Flowers', 'parts.1.says': 'Tents' }, 'value="Tents"')).toEqual(SENT)
    const { text } = await web.get(routes.newOutcome, as())
    expect(text).toContain(`<option value="${priya.organisation}">Ourselves</option>`)
    expect(text).not.toContain('Firm 20<')
  })

  test('whom to ask for cover', async () => {
    expect(await takesNames(routes.newBenchPlace, 'associate', { rate: '25', per: 'hour', paidWithinDays: '14', mayKnow: 'yes', whoSpeaks: 'associate', noTakingMonths: '12', deletesWithinDays: '14', tellsWithinHours: '24', dates: 'Fridays until six' }, 'Fridays until six')).toEqual(SENT)
  })

  test('with whom one is a partner, and who introduced them', async () => {
    expect((await web.post(routes.newPartnership, { with: 'Firm 7', stage: 'met', metBy: 'zebra', what: 'Same muddy gate' }, as())).text).toMatch(/One name holds “zebra”[\s\S]*Same muddy gate/)
    const { location } = await web.post(routes.newPartnership, { with: 'firm7', stage: 'met', metBy: 'ZEBRA & SONS', shows: 'network' }, as())
    expect(location).toMatch(/^\/partnerships\//)
    const terms = await web.get(`${location ?? ''}/terms`, as())
    expect(terms.text).toContain(`<option value="${last.organisation}" selected="">Zebra &amp; Sons</option>`)
    expect(await takesNames(`${location ?? ''}/terms`, 'metBy', { through: 'person', aim: 'One day each spring' }, 'One day each spring')).toEqual(SENT)
    expect((await web.post(routes.newPartnership, { with: '', stage: 'met' }, as())).text).toContain('Choose who it is, or write their name below.')
    expect((await web.get(`${routes.newPartnership}?with=${last.organisation}&hello=yes`, as())).text).toContain('Say hello to Zebra &amp; Sons')
  })

  test('where the map starts, and how two could meet', async () => {
    const map = (query: string) => web.get(`${routes.networkMap(network.slug)}?${query}`, as())
    const asked = await map('focus=&focus=zebra&steps=1')
    expect(asked.text).toMatch(/One name holds “zebra”/)
    expect(box(asked.text, 'focus')).toContain('value="zebra"')
    expect((await map('focus=zebra+%26+sons')).text).toContain('Focus: Zebra &amp; Sons')
    const met = await map(`from=${priya.organisation}&from=&to=&to=Zebra+%26+Sons`)
    expect(met.text).toContain('No friendly path from The Wild Bouquet to Zebra &amp; Sons')
    expect((await map('to=nobody+here')).text).toContain('Nobody called “nobody here” is shown to you here.')
  })
})

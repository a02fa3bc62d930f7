import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answerAsk, answerByLink, listOpenAsksTo } from '../asks/index.ts'
import { tendAsks } from '../asks/jobs.ts'
import { addClaim, listRecommendations } from '../answers/index.ts'
import { openTestWeb, type TestWeb } from '../entry/testing.ts'
import { readNotices } from '../notices/index.ts'
import { findPartnership, listTies } from '../partnerships/index.ts'
import type { Character } from '../networks/testing/cast.ts'
import { acceptReferral, declineReferral, getReferral, lookLater, passFurther, passSomeoneOn, sayOutcome, takeBack, thankGiver } from './index.ts'
import { writeLine } from './ask-giver.ts'
import { readFigures, totalsOfReferralsIn } from './figures.ts'
import { tendReferrals } from './tend.ts'
import { quoteThanks } from './thank-giver.ts'
import { ANNA, passAnna, SAID_YES, theirLink, weddingTrades, type Trades } from './testing/cast.ts'

const DAY = 86_400_000
let web: TestWeb
let trades: Trades
beforeAll(async () => {
  web = await openTestWeb()
  trades = await weddingTrades(web.town)
})
afterAll(() => web?.close())
beforeEach(() => web.town.clock.forward(3_600_000))

const now = (one: Character) => web.town.ctx(one.ctx.actor)
const seenBy = (one: Character, id: Parameters<typeof getReferral>[1]) => now(one).read((tx) => getReferral(tx, id))
const lettersTo = async (to: string) => (await web.town.mails()).filter((mail) => mail.to_address === to)
const tokenIn = (link: string | null | undefined) => link?.split('/').at(-1) ?? ''
const toldTo = async (one: Character) => (await readNotices(now(one), { limit: 50 })).map((notice) => notice.says)
const goodNewsFor = async (one: Character) => (await readNotices(now(one), { good: true, limit: 50 })).map((notice) => notice.says)

describe('passing somebody on', () => {
  test('without their yes nothing is sent, every problem is named at once and all that was typed is kept', async () => {
    const back = await web.post('/referrals/new', { who: 'Anna Bell', needs: '', reach: '07700 900321', how: 'send' }, { as: trades.tom.person })

    expect(back.status).toBe(422)
    expect(back.text).toContain('We can’t send this until Anna has said yes. Copy a note to ask them.')
    expect(back.text).toContain('What they need is missing.')
    expect(back.text).toContain('Choose whom you pass them to.')
    expect(back.text).toContain('value="Anna Bell"')
  })

  test('the bride says yes by link, the florist accepts from the mail, wins the job, thanks in two taps, and the tipi hirer has it as good news', async () => {
    const { tom, priya } = trades
    const { id } = await passSomeoneOn(now(tom), { ...ANNA, how: 'ask', to: priya.organisation })
    await expect(seenBy(priya, id)).rejects.toThrow('nothing here')
    expect(await lettersTo('hello@bouquet.example.org')).toEqual([])
    const [asked] = await lettersTo('anna@bellweather.example.org')
    expect(asked?.subject).toBe('Tom’s Tipis would like to put you in touch with The Wild Bouquet')
    expect(asked?.text).toContain('Hello Anna Bellweather')

    const yes = await web.post(`/answer/${tokenIn(asked?.main_link)}`, { word: 'yes' })
    expect(yes.location).toMatch(/^\/my-details\/gh_link_.*said=yes$/)
    expect((await web.get(yes.location ?? '')).text).toContain('The Wild Bouquet')
    const [offered] = await lettersTo('hello@bouquet.example.org')
    expect(offered?.subject).toBe('Tom’s Tipis passed you a referral')
    expect(offered?.text).toContain('Anna: June wedding')
    expect(offered?.text).not.toMatch(/Bellweather|bellweather|900321/)
    expect(await seenBy(priya, id)).toMatchObject({ shownAs: 'Anna', needs: ANNA.needs, reach: undefined, state: { is: 'offered' } })

    const accepted = await web.post(`/answer/${tokenIn(offered?.main_link)}`, { word: 'accept' })
    expect(accepted.location).toBe(`/referrals/${id}`)
    expect((await web.get(`/referrals/${id}`, { as: priya.person })).text).toContain('07700 900321')
    const won = await web.post(`/referrals/${id}/outcome`, { word: 'won' }, { as: priya.person })
    expect(won.location).toBe(`/referrals/${id}/thanks`)
    await web.post(`/referrals/${id}/thanks`, { phrase: 'lovely' }, { as: priya.person })

    expect(await goodNewsFor(tom)).toContain('Your referral to The Wild Bouquet became work. “Thank you. Lovely people.”')
    expect(await goodNewsFor(tom)).not.toContain('Your referral to The Wild Bouquet became work.') // once is enough
    const bond = await now(tom).read((tx) => findPartnership(tx, tom.organisation, priya.organisation))
    expect(bond?.standing.is).toBe('agreed')
    const ties = await web.town.ctx().read((tx) => listTies(tx))
    expect(ties.filter((tie) => tie.kind === 'referral')).toHaveLength(1)
  })

  test('the giver’s word counts with its date and wording, and the person is written to with the link that is theirs', async () => {
    const { tom, priya } = trades
    await expect(passAnna({ ...tom, ctx: now(tom) }, priya, { yesOn: '', yesSays: '' })).rejects.toMatchObject({ problems: [{ field: 'yesOn' }, { field: 'yesSays' }] })
    await expect(passAnna({ ...tom, ctx: now(tom) }, priya, { yesOn: '2099-01-01' })).rejects.toThrow('another look')

    const { id } = await passAnna({ ...tom, ctx: now(tom) }, priya)

    expect((await seenBy(priya, id)).yes).toMatchObject({ how: 'word', on: '2027-03-01' })
    const letter = (await lettersTo('anna@bellweather.example.org')).at(-1)
    expect(letter?.subject).toBe('Tom’s Tipis has put you in touch with The Wild Bouquet')
    expect(letter?.main_link).toContain('/my-details/gh_link_')
  })

  test('nobody passes people to themselves, to whom they may not see, or to somebody who rests', async () => {
    const { tom } = trades
    await expect(passSomeoneOn(now(tom), { ...ANNA, ...SAID_YES, to: tom.organisation })).rejects.toThrow('another look')
    await expect(passSomeoneOn(now(tom), { ...ANNA, ...SAID_YES, to: crypto.randomUUID() })).rejects.toThrow('not shown to you')
  })
})

describe('answering', () => {
  test('a question goes to the giver and its answer comes back; “I don’t know” is one tap', async () => {
    const { tom, priya } = trades
    const { id } = await passAnna({ ...tom, ctx: now(tom) }, priya)

    await writeLine(now(priya), id, { words: 'Is it outdoors?' })
    const [question] = (await now(tom).read((tx) => listOpenAsksTo(tx))).filter((ask) => ask.kind === 'referrals.question')
    expect(question?.subject).toEqual({ referral: id })
    await answerAsk(now(tom), question?.id ?? ('' as never), 'unknown')

    expect((await web.get(`/referrals/${id}`, { as: priya.person })).text).toContain('I don’t know; please ask them.')
    expect(await toldTo(priya)).toContain('Tom’s Tipis answered your question about their referral.')
    await writeLine(now(tom), id, { words: 'Yes, by the weir.' })
    expect((await web.api('GET', `/referrals/${id}`, undefined, { as: priya.person })).text).toContain('by the weir')
  })

  test('a kind no is told kindly, and the decliner sees nothing of the person any more', async () => {
    const { tom, priya } = trades
    const { id } = await passAnna({ ...tom, ctx: now(tom) }, priya)

    await declineReferral(now(priya), id, { note: 'Booked until August. Try Fern.' })

    expect(await seenBy(priya, id)).toMatchObject({ state: { is: 'declined' }, shownAs: undefined, needs: undefined, reach: undefined, says: undefined })
    expect(await seenBy(tom, id)).toMatchObject({ declinedSays: 'Booked until August. Try Fern.', reach: { name: 'Anna Bellweather' } })
    expect(await toldTo(tom)).toContain('Your referral is not one for The Wild Bouquet, but they thank you.')
    await expect(acceptReferral(now(priya), id)).rejects.toThrow('already been answered')
  })

  test('later puts it off until a day, tells the giver, and brings it back on that day', async () => {
    const { tom, priya } = trades
    const { id } = await passAnna({ ...tom, ctx: now(tom) }, priya)
    const until = new Date(web.town.clock.now().getTime() + 5 * DAY).toISOString().slice(0, 10)
    const waiting = async () => (await now(priya).read((tx) => listOpenAsksTo(tx))).filter((ask) => ask.subject['referral'] === id).length

    await expect(lookLater(now(priya), id, { until: '2029-01-01' })).rejects.toThrow('another look')
    await lookLater(now(priya), id, { until })
    expect(await waiting()).toBe(0)
    expect((await toldTo(tom)).filter((says) => says.startsWith('The Wild Bouquet will look at your referral on'))).toHaveLength(1)

    web.town.clock.forward(5 * DAY)
    await tendReferrals(web.town.ctx())
    await tendReferrals(web.town.ctx())
    expect(await waiting()).toBe(1)
    await acceptReferral(now(priya), id)
    expect((await seenBy(priya, id)).state.is).toBe('accepted')
  })

  test('passing further wants a fresh yes: until then nothing moves, and with a no it stays where it is', async () => {
    const { tom, priya, asha } = trades
    const { id } = await passAnna({ ...tom, ctx: now(tom) }, priya)
    await expect(passFurther(now(priya), id, { to: asha.organisation, ...SAID_YES })).rejects.toMatchObject({ problems: [{ field: 'agreed' }] }) // she has no way to have asked them
    await expect(passFurther(now(priya), id, { to: tom.organisation, how: 'ask' })).rejects.toThrow('another look')

    const { id: further } = await passFurther(now(priya), id, { to: asha.organisation, how: 'ask' })
    await expect(seenBy(asha, further)).rejects.toThrow('nothing here')
    await expect(seenBy(tom, further)).rejects.toThrow('nothing here')
    expect((await seenBy(priya, id)).state.is).toBe('offered')
    const [fresh] = (await lettersTo('anna@bellweather.example.org')).filter((mail) => mail.subject === 'The Wild Bouquet would like to put you in touch with Asha’s Cakes')
    await answerByLink(web.town.ctx({ by: 'nobody' }), tokenIn(fresh?.main_link), 'yes')

    expect((await seenBy(priya, id)).state.is).toBe('passed-on')
    expect(await seenBy(asha, further)).toMatchObject({ shownAs: 'Anna', reach: undefined })
    expect((await seenBy(tom, further)).state.is).toBe('offered') // whoever began it reads on
    await acceptReferral(now(asha), further)
    await sayOutcome(now(asha), further, { word: 'won', value: '1k_5k' })
    expect(await goodNewsFor(tom)).toContain('Somebody you began to pass on became work for Asha’s Cakes.')
    expect((await seenBy(tom, further)).value).toBeUndefined()
    expect((await readFigures(now(tom))).chains).toEqual([{ began: 'Tom’s Tipis', from: 'The Wild Bouquet', to: 'Asha’s Cakes', count: 1, won: 1 }])
  })

  test('what is taken back before an answer is gone for the receiver, and after it cannot be', async () => {
    const { tom, priya } = trades
    const { id } = await passAnna({ ...tom, ctx: now(tom) }, priya)
    await takeBack(now(tom), id)
    expect(await seenBy(priya, id)).toMatchObject({ state: { is: 'taken-back' }, shownAs: undefined })

    const { id: second } = await passAnna({ ...tom, ctx: now(tom) }, priya)
    await acceptReferral(now(priya), second)
    await expect(takeBack(now(tom), second)).rejects.toThrow('too late')
  })

  test('silence ends: the receiver’s after two weeks, and the person’s too, with nothing sent', async () => {
    const { tom, priya } = trades
    const { id } = await passAnna({ ...tom, ctx: now(tom) }, priya)
    const { id: unsaid } = await passSomeoneOn(now(tom), { ...ANNA, how: 'ask', to: priya.organisation })
    web.town.clock.forward(15 * DAY)
    await tendAsks(web.town.ctx())

    expect(await seenBy(priya, id)).toMatchObject({ state: { is: 'unanswered' }, shownAs: undefined })
    expect((await seenBy(tom, unsaid)).state.is).toBe('unsaid')
    await expect(seenBy(priya, unsaid)).rejects.toThrow('nothing here')
    expect(await toldTo(tom)).toContain('They did not answer, so nothing went to The Wild Bouquet.')
  })
})

describe('what became of it', () => {
  test('after 14 quiet days the receiver is asked once, and the giver told what is known', async () => {
    const { tom, nell } = trades
    const { id } = await passAnna({ ...tom, ctx: now(tom) }, nell)
    await acceptReferral(now(nell), id)
    web.town.clock.forward(13 * DAY)
    await tendReferrals(web.town.ctx())
    const asked = async () => (await lettersTo('hello@nell.example.org')).filter((mail) => mail.subject === 'How did it go with the referral from Tom’s Tipis?')
    expect(await asked()).toEqual([])

    web.town.clock.forward(1.1 * DAY)
    await Promise.all([tendReferrals(web.town.ctx()), tendReferrals(web.town.ctx())])
    const letters = await asked()
    expect(letters).toHaveLength(1)
    expect((await toldTo(tom)).filter((says) => says.startsWith('Two quiet weeks on your referral to Nell Dress Co'))).toHaveLength(1)
    await answerByLink(web.town.ctx({ by: 'nobody' }), tokenIn(letters[0]?.main_link), 'talking')
    expect((await seenBy(tom, id)).state.is).toBe('talking')

    web.town.clock.forward(40 * DAY)
    await tendReferrals(web.town.ctx())
    expect(await asked()).toHaveLength(1)
    web.town.clock.forward(150 * DAY)
    await tendReferrals(web.town.ctx())
    expect((await seenBy(tom, id)).state.is).toBe('unknown')
  })

  test('thanks in one’s own words leave out who it was, are said once, and stand on the giver’s page with one yes', async () => {
    const { tom, priya, network } = trades
    const { id } = await passAnna({ ...tom, ctx: now(tom) }, priya)
    await acceptReferral(now(priya), id)
    await sayOutcome(now(priya), id, { word: 'won' })
    await expect(thankGiver(now(priya), id, { phrase: 'own', words: 'Anna was a joy.' })).rejects.toMatchObject({ problems: [{ field: 'words' }] })
    await thankGiver(now(priya), id, { phrase: 'own', words: 'You always know who fits us.' })
    await expect(thankGiver(now(priya), id, { phrase: 'lovely' })).rejects.toThrow('already said')

    const claim = await addClaim(now(tom), tom.organisation, { network: network.id, words: 'Tipi hire', strength: 'best_at', sight: 'network' })
    await quoteThanks(now(tom), id, { claim, public: true })
    await expect(quoteThanks(now(tom), id, { claim, public: true })).rejects.toThrow('no thank-you')
    const [yes] = (await now(priya).read((tx) => listOpenAsksTo(tx))).filter((ask) => ask.kind === 'answers.recommendation')
    await answerAsk(now(priya), yes?.id ?? ('' as never), 'anyone')

    const [said] = await now(priya).read((tx) => listRecommendations(tx, tom.organisation))
    expect(said).toMatchObject({ words: 'You always know who fits us.', basis: 'sent_us_work', sight: 'anyone' })
  })

  test('give and take is for the owner; an organiser has totals, and bands only where enough are counted together', async () => {
    const { tom, network } = trades
    const figures = await readFigures(now(tom))
    const totals = await web.town.ctx().read((tx) => totalsOfReferralsIn(tx, network.id, new Date('2027-01-01')))

    expect(figures.partners.find((one) => one.name === 'The Wild Bouquet')?.passedWon).toBe(2)
    expect(figures.months[0]?.passed).toBeGreaterThan(0)
    expect(totals.passed).toBeGreaterThan(5)
    expect(totals.bands).toBeUndefined()
  })
})

test('the person’s own link works without an account, as often as they like, and says nothing once it is erased but that it was', async () => {
  const { tom, priya } = trades
  const { id } = await passAnna({ ...tom, ctx: now(tom) }, priya)
  const link = `/my-details/${await theirLink(web.town.ctx(), id)}`

  const page = await web.get(link)
  expect([page.status, page.headers.get('Referrer-Policy')]).toEqual([200, 'no-referrer'])
  expect(page.text).toContain('Sees your first name and what you need')
  await web.post(`${link}/correction`, { name: 'Anna Bell-Rowe', needs: 'July wedding', reach: '07700 900999' })
  expect(await seenBy(priya, id)).toMatchObject({ needs: 'July wedding' })
  await web.post(`${link}/referrals/${id}/end`)
  expect(await seenBy(priya, id)).toMatchObject({ state: { is: 'stopped' }, shownAs: undefined })
  await web.post(`${link}/erasure`)

  const gone = await web.get(link)
  expect(gone.text).toContain('Your details are erased')
  expect(gone.text).toMatch(/R-[A-Z2-9]{4}-[A-Z2-9]{4}/)
  expect(gone.text).not.toContain('Bell-Rowe')
})

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addClaim, giveRecommendation, listClaims, noteJob } from '../answers/index.ts'
import { answerAsk, answerByLink, listOpenAsksTo } from '../asks/index.ts'
import { tendAsks } from '../asks/jobs.ts'
import type { Id } from '../kit/ids.ts'
import { openTestHouse, type TestHouse } from '../kit/testing/house.ts'
import { joins, newPerson, openNetwork, someone, type Character } from '../networks/testing/cast.ts'
import { readNotices } from '../notices/index.ts'
import { joinStaff } from '../organisations/index.ts'
import './index.ts'
import { addLine, removeNote, takeBackMoment } from './add-line.ts'
import { changeTerms, sayHabit, sayWhoKnows } from './change-terms.ts'
import { endPartnership, takeUpAgain } from './end.ts'
import { listTies } from './list-ties.ts'
import { notePartnership } from './note-partnership.ts'
import { readPartnership } from './read-partnership.ts'
import { restPartnership, wakePartnership } from './rest.ts'
import { setStage } from './set-stage.ts'
import { findPartnership, listPartnerships } from './store.ts'
import { askAgain, takeBackNote } from './take-back-note.ts'
import { tendPartnerships } from './tend.ts'

let town: TestHouse
let priya: Character, asha: Character, tom: Character
let network: Id<'network'>

beforeAll(async () => { town = await openTestHouse() })
afterAll(() => town?.close())
beforeEach(async () => {
  [priya, asha, tom] = [await someone(town, 'Priya', 'The Wild Bouquet'), await someone(town, 'Asha', 'Asha’s Cakes'), await someone(town, 'Tom', 'Tom’s Tipis')]
  network = (await openNetwork(tom)).id
  for (const one of [priya, asha]) await joins(town, network, one)
})

const DAY = 86_400_000
const bond = (from: Character, to: Character) => from.ctx.read((tx) => findPartnership(tx, from.organisation, to.organisation))
/** A request of this very moment. */
const now = ({ person, organisation }: Character) => town.ctx({ by: 'session', person, organisation })
const read = (who: Character, id: Id<'partnership'>) => now(who).read((tx) => readPartnership(tx, id))
const told = async (who: Character) => (await readNotices(who.ctx)).map((one) => one.says)
const turn = async (who: Character, kind: string) => (await who.ctx.read((tx) => listOpenAsksTo(tx))).find((one) => one.kind === kind)?.id ?? ('' as Id<'ask'>)
const note = (who: Character, whom: Character, more: object = {}) => notePartnership(who.ctx, { with: whom.organisation, stage: 'trust', through: 'person', what: 'Tom put us at one table', metBy: tom.organisation, ...more })

/** Noted by one, agreed to by the other. */
async function partners(one: Character, other: Character, more: object = {}, answer = 'members'): Promise<Id<'partnership'>> {
  const { partnership } = await note(one, other, more)
  await answerAsk(other.ctx, await turn(other, 'partnerships.partner'), answer)
  return partnership
}

describe('noting one', () => {
  test('until the other says yes only we see it; with their yes by mail it is theirs as well, and we hear of it', async () => {
    const { partnership } = await note(priya, asha)
    expect(await bond(asha, priya)).toBeUndefined()
    expect(await bond(priya, asha)).toMatchObject({ standing: { is: 'waiting' }, stage: 'trust' })

    const letter = (await town.mails()).findLast((mail) => mail.subject.startsWith('The Wild Bouquet counts you as a partner'))
    expect(letter?.text).toContain('Tom put us at one table')
    await answerByLink(town.ctx({ by: 'nobody' }), letter?.main_link?.split('/').at(-1) ?? '', 'members')

    expect(await bond(asha, priya)).toMatchObject({ id: partnership, standing: { is: 'agreed' }, stage: 'trust', ours: { stage: 'trust', shows: 'network' } })
    expect(await told(priya)).toContain('Asha’s Cakes said yes: you are partners.')
  })

  test('a kind no stays between them: our note is kept, they are not asked again, and may note it themselves', async () => {
    const { partnership } = await note(priya, asha)
    await answerAsk(asha.ctx, await turn(asha, 'partnerships.partner'), 'no')
    expect(await bond(priya, asha)).toMatchObject({ standing: { is: 'ours_alone', declinedAt: town.clock.now() } })
    await expect(askAgain(priya.ctx, partnership)).rejects.toThrow('rather not')
    expect(await note(asha, priya)).toMatchObject({ partnership, agreed: true })
  })

  test('where both note it, each on their own, both have said so', async () => {
    const [first, second] = await Promise.all([note(priya, asha), note(asha, priya, { shows: 'network' })])
    expect(first.partnership).toBe(second.partnership)
    expect(await bond(priya, asha)).toMatchObject({ standing: { is: 'agreed' } })
  })

  test('somebody who is not here yet is listed, gets a claim link, and is asked when they arrive', async () => {
    const noted = await notePartnership(priya.ctx, { newName: 'Nell Dress Co', newKind: 'sole-trader', stage: 'met' })
    const nell = await newPerson(town, 'Nell')
    await joinStaff(town.ctx({ by: 'session', person: nell }), noted.claimLink?.split('/').at(-1) ?? '')
    await town.settle()
    const theirs: Character = { person: nell, organisation: noted.partner, ctx: town.ctx({ by: 'session', person: nell, organisation: noted.partner }) }
    await answerAsk(theirs.ctx, await turn(theirs, 'partnerships.partner'), 'between')
    expect(await bond(priya, theirs)).toMatchObject({ standing: { is: 'agreed' }, partner: { name: 'Nell Dress Co' } })
  })

  test('it can be taken back, and a question that ran out can be asked once more', async () => {
    const { partnership } = await note(priya, asha)
    town.clock.forward(31 * DAY)
    await tendAsks(town.ctx())
    expect(await bond(priya, asha)).toMatchObject({ standing: { is: 'ours_alone' } })
    await askAgain(priya.ctx, partnership)
    await takeBackNote(priya.ctx, partnership)
    expect(await bond(priya, asha)).toBeUndefined()
    expect(await turn(asha, 'partnerships.partner')).toBe('')
  })
})

describe('how far it has grown', () => {
  test('either side says so, the other is told, it stands in the timeline, and for a day it can be taken back', async () => {
    const id = await partners(priya, asha)
    const { moment } = await setStage(priya.ctx, id, { stage: 'agreement' })
    expect(await told(asha)).toContain('The Wild Bouquet says of your partnership: Agreement.')
    expect((await read(asha, id)).lines.map((line) => line.is === 'moment' && line.moment.says)).toContain('From Trust to Agreement.')
    await takeBackMoment(priya.ctx, id, moment ?? ('' as Id<'moment'>))
    expect(await bond(asha, priya)).toMatchObject({ stage: 'trust' })
  })

  test('nobody ties another by their own word alone: the tie is as strong as what both say', async () => {
    const id = await partners(priya, asha, { stage: 'met', shows: 'network' })
    const ties = () => town.ctx().read((tx) => listTies(tx, { of: id }))
    await setStage(priya.ctx, id, { stage: 'agreement' })
    expect(await ties()).toEqual([])
    await setStage(asha.ctx, id, { stage: 'work_together' })
    expect(await ties()).toMatchObject([{ kind: 'partnership', stage: 'work_together', sight: 'network' }])
    await sayWhoKnows(asha.ctx, id, { shows: 'only_us' })
    expect(await ties()).toMatchObject([{ sight: 'only_us' }])
    await restPartnership(asha.ctx, id, {})
    expect(await ties()).toEqual([])
  })
})

describe('what is remembered', () => {
  test('a line for both is read by both; a note for us is ours alone, and both can be taken away', async () => {
    const id = await partners(priya, asha)
    const shared = await addLine(priya.ctx, id, { says: 'Tasting day went well', for: 'both' })
    const own = await addLine(priya.ctx, id, { says: 'Prefers a phone call before noon', for: 'us' })
    const words = async (who: Character) => (await read(who, id)).lines.map((line) => (line.is === 'note' ? line.note.says : line.moment.says))
    expect(await words(priya)).toEqual(expect.arrayContaining(['Tasting day went well', 'Prefers a phone call before noon']))
    expect(await words(asha)).toContain('Tasting day went well')
    expect(await words(asha)).not.toContain('Prefers a phone call before noon')
    await removeNote(priya.ctx, id, own.id as Id<'note'>)
    await takeBackMoment(priya.ctx, id, shared.id as Id<'moment'>)
    expect(await words(priya)).toEqual(['You both said yes: Trust.'])
  })

  test('a job that both confirm and a recommendation that is taken come into it by themselves', async () => {
    await noteJob(priya.ctx, priya.organisation, { what: 'Lowe wedding', finishedOn: '2026-07-18', partners: [asha.organisation] })
    await answerAsk(asha.ctx, await turn(asha, 'answers.job-confirmation'), 'yes')
    await town.settle()
    const id = (await bond(asha, priya))?.id ?? ('' as Id<'partnership'>)

    const claim = await addClaim(asha.ctx, asha.organisation, { network, words: 'Wedding cakes', strength: 'best_at' })
    await giveRecommendation(priya.ctx, priya.organisation, asha.organisation, { basis: 'delivered_together', words: 'Level at 31 degrees.', claim, public: true })
    await answerAsk(asha.ctx, await turn(asha, 'answers.recommendation-given'), 'anyone')
    await town.settle()

    const { lines, giveAndTake, recommendations } = await read(asha, id)
    expect(lines.map((line) => line.is === 'moment' && line.moment.says)).toEqual(expect.arrayContaining(['Lowe wedding', 'The Wild Bouquet recommends Asha’s Cakes.']))
    expect(giveAndTake).toMatchObject({ jobs: 1, recommendations: { ours: 0, theirs: 1 } })
    expect(recommendations).toMatchObject([{ words: 'Level at 31 degrees.', sight: 'anyone' }])
    expect((await tom.ctx.read((tx) => listClaims(tx, asha.organisation)))[0]?.level).toBe('proven')
    expect(await town.ctx().read((tx) => listTies(tx, { of: id }))).toMatchObject([{ kind: 'recommendation' }])
  })

  test('a year on, both are reminded of how it began; after quiet months a hello is suggested, once', async () => {
    const today = town.clock.now().toISOString().slice(0, 10)
    const id = await partners(priya, asha, { metOn: today })
    await noteJob(priya.ctx, priya.organisation, { what: 'Lowe wedding', finishedOn: today, partners: [asha.organisation] })
    await answerAsk(asha.ctx, await turn(asha, 'answers.job-confirmation'), 'yes')
    await town.settle()
    town.clock.forward(366 * DAY) // 2028 leaps
    expect((await read(priya, id)).anniversary).toBe('A year since Tom’s Tipis introduced you. One job since.')
    await tendPartnerships(town.ctx())
    await tendPartnerships(town.ctx())
    const said = await told(asha)
    expect(said.filter((one) => one.startsWith('A year since'))).toHaveLength(1)
    expect(said.filter((one) => one.startsWith('It has been quiet between you and The Wild Bouquet'))).toHaveLength(1)
  })
})

describe('resting and parting', () => {
  test('one that rests nags nobody, either side wakes it, and the other hears of it', async () => {
    const id = await partners(priya, asha)
    await restPartnership(priya.ctx, id, { because: 'New baby' })
    expect(await bond(asha, priya)).toMatchObject({ standing: { is: 'resting', by: priya.organisation }, ours: { restingBecause: undefined } })
    town.clock.forward(200 * DAY)
    await tendPartnerships(town.ctx())
    await wakePartnership(asha.ctx, id)
    expect(await told(priya)).not.toContainEqual(expect.stringContaining('quiet'))
    expect(await told(priya)).toContain('Asha’s Cakes has woken your partnership.')
  })

  test('it ends kindly: the other hears that it ended and never why, and it can be taken up again with a fresh yes', async () => {
    const id = await partners(priya, asha)
    await endPartnership(priya.ctx, id, { because: 'They kept our client', words: 'Thank you for six good years.' })
    const theirs = await read(asha, id)
    expect(theirs.ours).toMatchObject({ standing: { is: 'ended', by: priya.organisation }, ours: { endedBecause: undefined } })
    expect(theirs.lines.map((line) => line.is === 'moment' && line.moment.says)).toContain('Thank you for six good years.')
    expect(await told(asha)).toContain('The Wild Bouquet has ended your partnership, with thanks.')
    await expect(setStage(asha.ctx, id, { stage: 'trust' })).rejects.toThrow('has ended')

    expect(await takeUpAgain(asha.ctx, id)).toEqual({ asked: true })
    await answerAsk(priya.ctx, await turn(priya, 'partnerships.partner'), 'between')
    expect(await bond(asha, priya)).toMatchObject({ standing: { is: 'agreed' } })
  })

  test('the list has views of its own, many to many, and new ones follow what was said once for all', async () => {
    await sayHabit(priya.ctx, { shows: 'network', quietMonths: 6 })
    const id = await partners(priya, asha)
    await partners(priya, tom, { metBy: undefined })
    await changeTerms(priya.ctx, id, { aim: 'One tasting day each spring', nextSays: 'Tasting day', nextOn: '2027-06-12' })
    await restPartnership(priya.ctx, id, {})
    const names = async (filter: Parameters<typeof listPartnerships>[2]) => (await priya.ctx.read((tx) => listPartnerships(tx, priya.organisation, filter))).partnerships.map((one) => one.partner.name)
    expect(await names({})).toEqual(['Asha’s Cakes', 'Tom’s Tipis'])
    expect(await names({ standing: 'resting' })).toEqual(['Asha’s Cakes'])
    expect(await names({ stage: 'agreement' })).toEqual([])
    expect(await bond(priya, tom)).toMatchObject({ ours: { shows: 'network', quietMonths: 6 } })
  })
})

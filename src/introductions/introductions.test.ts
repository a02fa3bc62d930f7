import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saveAnswer } from '../answers/index.ts'
import { answerByLink, listOpenAsksTo } from '../asks/index.ts'
import { tendAsks } from '../asks/jobs.ts'
import { nobody } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { openTestHouse, type TestHouse } from '../kit/testing/house.ts'
import { joins, openNetwork, someone, type Character } from '../networks/testing/cast.ts'
import { leaveNetwork, sayWhoSees } from '../networks/index.ts'
import { closeOrganisation, findOrganisation } from '../organisations/index.ts'
import { readNotices } from '../notices/index.ts'
import { findPartnership, recordTogether } from '../partnerships/index.ts'
import { answerIntroduction, answerWithDetails } from './answer-introduction.ts'
import { askIntroduction } from './ask-introduction.ts'
import { readAskDesk } from './draft.ts'
import { introduceMembers } from './introduce-members.ts'
import { readIntroduction } from './read-introduction.ts'
import { listIntroductions } from './store.ts'
import { withdrawIntroduction } from './withdraw-introduction.ts'
import './index.ts'

const DAY = 86_400_000
let town: TestHouse
let network: { id: Id<'network'>; slug: string }
let olga: Character
let turn = 0
beforeAll(async () => {
  town = await openTestHouse({ SMTP_URL: 'smtp://localhost:1' })
  olga = await someone(town, 'Olga', 'Park Office')
  network = await openNetwork(olga, 'Don Side Park')
})
afterAll(() => town.close())

type Three = { readonly kestrel: Character; readonly ruth: Character; readonly moorside: Character }

/** Kestrel and Moorside have never met; Ruth is a partner of both. Fresh for each story. */
async function three(): Promise<Three> {
  turn += 1
  const [kestrel, ruth, moorside] = [await someone(town, `Callum ${turn}`, `Kestrel ${turn}`), await someone(town, `Ruth ${turn}`, `Don Side Controls ${turn}`), await someone(town, `Sal ${turn}`, `Moorside ${turn}`)]
  for (const one of [kestrel, ruth, moorside]) {
    await joins(town, network.id, one)
    await sayWhoSees(one.ctx, one.organisation, { page: 'network', contact: 'only_us', place: 'network' })
  }
  await together(kestrel, ruth)
  await together(ruth, moorside)
  return { kestrel, ruth, moorside }
}

const together = (one: Character, other: Character) => town.ctx().transaction((tx) => recordTogether(tx, { between: [one.organisation, other.organisation], moment: { kind: 'job', says: 'A rig', ties: true }, stage: 'work_together' }))
const asks = ({ kestrel, ruth, moorside }: Three, rest: Record<string, unknown> = {}) => askIntroduction(kestrel.ctx, {
  network: network.slug, to: moorside.organisation, through: ruth.organisation, toIntroducer: 'Hello Ruth, would you?', toOther: 'Hello, we build rigs.', way: 'page', ...rest,
})
const lettersTo = async (who: Character) => {
  const email = (await town.ctx().read((tx) => tx.db.selectFrom('account').select('email').where('person_id', '=', who.person).executeTakeFirstOrThrow())).email
  return (await town.mails()).filter((one) => one.to_address === email)
}
const lastLink = async (who: Character) => (await lettersTo(who)).at(-1)?.main_link?.split('/').at(-1) ?? ''
/** Taps one of the buttons in the last letter, without signing in. */
const taps = async (who: Character, word: string) => answerByLink(town.ctx(nobody), await lastLink(who), word)
const contactOf = (looker: Character, of: Character) => looker.ctx.read(async (tx) => (await findOrganisation(tx, of.organisation))?.contact)
const good = (who: Character) => readNotices(who.ctx, { good: true })

describe('from a question to a partnership', () => {
  test('the introducer agrees by the letter, the other side says yes by theirs, and only then each is shown the other’s contact', async () => {
    const cast = await three()
    const { kestrel, ruth, moorside } = cast
    const id = await asks(cast)
    expect(await lettersTo(moorside)).toEqual([]) // nobody is asked before somebody they know agreed to it

    await taps(ruth, 'yes')
    expect((await lettersTo(moorside)).at(-1)?.text).toContain('we build rigs')
    expect((await lettersTo(moorside)).at(-1)?.text).not.toContain('Hello Ruth')
    expect(await contactOf(kestrel, moorside)).toBeUndefined()
    expect(await contactOf(moorside, kestrel)).toBeUndefined()

    await taps(moorside, 'yes')
    expect((await contactOf(kestrel, moorside))?.phone).toBe('01722 123456')
    expect((await contactOf(moorside, kestrel))?.phone).toBe('01722 123456')
    expect((await readIntroduction(kestrel.ctx, id)).reach).toMatchObject({ phone: '01722 123456', onPage: true })
    expect((await lettersTo(kestrel)).map((one) => one.subject)).toContain(`You and Moorside ${turn} have been introduced`)
    expect((await lettersTo(moorside)).find((one) => one.subject.includes('been introduced'))?.text).toContain('Telephone: 01722 123456')
  })

  test('the partnership is there, met through the introducer, and all three are told', async () => {
    const cast = await three()
    await asks(cast)
    await taps(cast.ruth, 'yes')
    await taps(cast.moorside, 'yes')

    const bond = await cast.kestrel.ctx.read((tx) => findPartnership(tx, cast.kestrel.organisation, cast.moorside.organisation))
    expect(bond).toMatchObject({ stage: 'met', standing: { is: 'agreed' }, met: { through: 'person', by: cast.ruth.organisation } })
    expect((await good(cast.kestrel))[0]?.says).toBe(`You and Moorside ${turn} have been introduced.`)
    expect((await good(cast.moorside))[0]?.says).toBe(`You and Kestrel ${turn} have been introduced.`)
    expect((await good(cast.ruth))[0]?.says).toBe(`You brought Kestrel ${turn} and Moorside ${turn} together.`)
  })

  test('a side that types other details passes those alone, to the other side alone', async () => {
    const cast = await three()
    const id = await asks(cast, { way: 'typed', askFor: 'Callum', phone: '07700 900123' })
    await taps(cast.ruth, 'yes')
    await expect(answerWithDetails(town.ctx(nobody), await lastLink(cast.moorside), { way: 'typed' })).rejects.toThrow('another look')
    await expect(taps(cast.moorside, 'other')).rejects.toThrow('which details') // a program that skips the page says yes to nothing
    await answerWithDetails(town.ctx(nobody), await lastLink(cast.moorside), { way: 'typed', email: 'Sal@Workshop.example' })

    expect((await readIntroduction(cast.moorside.ctx, id)).reach).toMatchObject({ askFor: 'Callum', phone: '07700 900123' })
    expect((await readIntroduction(cast.kestrel.ctx, id)).reach).toMatchObject({ email: 'sal@workshop.example', phone: undefined })
    expect((await readIntroduction(cast.ruth.ctx, id)).reach).toBeUndefined()
    expect(await contactOf(cast.kestrel, cast.moorside)).toBeUndefined() // the page stays as it was
  })

  test('an organiser brings two together: both are asked at once, and one yes is not enough', async () => {
    const { kestrel, moorside } = await three()
    const id = await introduceMembers(olga.ctx, network.slug, { one: kestrel.organisation, other: moorside.organisation, note: 'You two should meet.' })
    await taps(kestrel, 'yes')
    expect(await contactOf(moorside, kestrel)).toBeUndefined()
    expect((await readIntroduction(olga.ctx, id)).introduction.state.is).toBe('asked')

    await taps(moorside, 'yes')

    expect((await contactOf(moorside, kestrel))?.phone).toBe('01722 123456')
    expect((await readIntroduction(olga.ctx, id)).introduction.state.is).toBe('made')
    await expect(introduceMembers(kestrel.ctx, network.slug, { one: olga.organisation, other: moorside.organisation, note: 'Do meet.' })).rejects.toThrow('Only organisers')
  })

  test('it is answered on its own page as well, by those who speak for the house and by nobody else', async () => {
    const cast = await three()
    const id = await asks(cast)
    await expect(answerIntroduction(cast.kestrel.ctx, id, { answer: 'yes' })).rejects.toThrow('not asked of you')
    await expect(answerIntroduction(cast.moorside.ctx, id, { answer: 'yes' })).rejects.toThrow('no such introduction') // they do not know of it yet
    await answerIntroduction(cast.ruth.ctx, id, { answer: 'yes' })
    await answerIntroduction(cast.moorside.ctx, id, { answer: 'yes', way: 'page' })

    expect((await readIntroduction(cast.kestrel.ctx, id)).introduction.state.is).toBe('made')
    await expect(answerIntroduction(cast.moorside.ctx, id, { answer: 'no' })).rejects.toThrow('nothing to answer')
  })
})

describe('a no is kind, quiet and lasting', () => {
  test.each(['introducer', 'other'] as const)('when the %s declines, the asker is told there was no answer this time, and no more', async (who) => {
    const cast = await three()
    const id = await asks(cast, { way: 'typed', phone: '07700 900123' })
    if (who === 'other') await taps(cast.ruth, 'yes')
    await taps(who === 'other' ? cast.moorside : cast.ruth, 'no')

    const seen = await readIntroduction(cast.kestrel.ctx, id)
    expect(seen).toMatchObject({ introduction: { state: { is: 'no_answer' } }, own: undefined, reach: undefined })
    expect((await readNotices(cast.kestrel.ctx))[0]?.says).toBe(`No answer this time about Moorside ${turn}.`)
    expect((await lettersTo(cast.kestrel)).map((one) => one.subject).join()).not.toContain('declined')
    expect(await town.ctx().read((tx) => tx.db.selectFrom('introduction_contact').selectAll().where('introduction_id', '=', id).execute())).toEqual([]) // what will not pass is not kept
    await expect(asks(cast)).rejects.toThrow('no answer that time')
  })

  test('an introducer who declined is not offered again, the next is; a year later both are', async () => {
    const cast = await three()
    const paulette = await someone(town, `Paulette ${turn}`, `Switchyard ${turn}`)
    await joins(town, network.id, paulette)
    await together(cast.kestrel, paulette)
    await asks(cast)
    await taps(cast.ruth, 'no')
    const ways = async () => (await readAskDesk(cast.kestrel.ctx, { to: cast.moorside.organisation })).ways.map((way) => way.name)

    expect(await ways()).toEqual([`Switchyard ${turn}`])
    await askIntroduction(cast.kestrel.ctx, { network: network.slug, to: cast.moorside.organisation, through: paulette.organisation, toIntroducer: 'Hello', toOther: 'Hello', way: 'page' })
    await taps(paulette, 'yes')
    await taps(cast.moorside, 'no')
    await expect(askIntroduction(cast.kestrel.ctx, { network: network.slug, to: cast.moorside.organisation, through: paulette.organisation, toIntroducer: 'Hello', toOther: 'Hello', way: 'page' })).rejects.toThrow(`You asked to meet Moorside ${turn} not long ago`)
    expect((await lettersTo(cast.moorside)).filter((one) => one.subject.includes('introduce you')).length).toBe(1)

    town.clock.forward(367 * DAY)
    expect(await ways()).toEqual([`Don Side Controls ${turn}`, `Switchyard ${turn}`])
  })

  test('silence is reminded of once, then ends as a no does', async () => {
    const cast = await three()
    const id = await asks(cast)
    town.clock.forward(9 * DAY)
    await tendAsks(town.ctx())
    expect((await lettersTo(cast.ruth)).at(-1)?.subject).toContain('Still waiting for your word')
    town.clock.forward(2 * DAY)
    await tendAsks(town.ctx())

    expect((await readIntroduction(cast.kestrel.ctx, id)).introduction.state.is).toBe('no_answer')
    await expect(asks(cast)).rejects.toThrow('no answer that time')
  })

  test('what is taken back is asked of nobody any more, and may be asked again', async () => {
    const cast = await three()
    const id = await asks(cast)
    const link = await lastLink(cast.ruth)
    await expect(withdrawIntroduction(cast.ruth.ctx, id)).rejects.toThrow('Only whoever asked')
    await withdrawIntroduction(cast.kestrel.ctx, id)
    await withdrawIntroduction(cast.kestrel.ctx, id)

    await expect(answerByLink(town.ctx(nobody), link, 'yes')).rejects.toThrow('withdrawn')
    expect(await cast.ruth.ctx.read((tx) => listOpenAsksTo(tx))).toEqual([])
    await asks(cast)
  })

  test('whoever closes or leaves is neither introduced nor introduces', async () => {
    const cast = await three()
    const id = await asks(cast)
    await leaveNetwork(cast.ruth.ctx, network.slug)
    await town.settle()
    expect((await readIntroduction(cast.kestrel.ctx, id)).introduction.state.is).toBe('no_answer')

    const again = await three()
    const second = await asks(again)
    await closeOrganisation(again.moorside.ctx, again.moorside.organisation)
    await town.settle()
    expect((await readIntroduction(again.kestrel.ctx, second)).introduction.state.is).toBe('no_answer')
  })
})

describe('goodwill is shared out', () => {
  test('so many may wait on one introducer and no more; the one more is told to ask another', async () => {
    const cast = await three()
    const askers = [await three(), await three(), await three()]
    for (const { kestrel } of askers) await together(kestrel, cast.ruth)
    for (const { kestrel, moorside } of askers) await askIntroduction(kestrel.ctx, { network: network.slug, to: moorside.organisation === cast.moorside.organisation ? moorside.organisation : cast.moorside.organisation, through: cast.ruth.organisation, toIntroducer: 'Hello', toOther: 'Hello', way: 'page' })

    expect((await readAskDesk(cast.kestrel.ctx, { to: cast.moorside.organisation })).ways).toEqual([])
    await expect(asks(cast)).rejects.toThrow('how they know you both')
    await taps(cast.ruth, 'no')
    await asks(cast)
  })

  test('one asker has five waiting at most', async () => {
    const cast = await three()
    const friends: Character[] = []
    for (let at = 0; at < 6; at += 1) {
      const friend = await someone(town, `Friend ${turn} ${at}`)
      await joins(town, network.id, friend)
      await together(cast.kestrel, friend)
      friends.push(friend)
    }
    const strangers = [await three(), await three(), await three(), await three(), await three(), await three()]
    const outcomes = await Promise.allSettled(strangers.map(({ moorside }, at) => askIntroduction(cast.kestrel.ctx, { network: network.slug, to: moorside.organisation, through: friends[at]?.organisation, toIntroducer: 'Hello', toOther: 'Hello', way: 'page' })))

    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(5)
    expect(outcomes.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : [])).join()).toContain('waiting for an answer already')
  })

  test.each([
    ['through somebody who is no partner and no path', (cast: Three) => ({ through: olga.organisation, to: cast.moorside.organisation }), 'how they know you both'],
    ['to a partner', (cast: Three) => ({ to: cast.ruth.organisation, through: cast.moorside.organisation }), 'partners already'],
    ['to oneself', (cast: Three) => ({ to: cast.kestrel.organisation }), 'not the same'],
    ['with no way to be reached', () => ({ way: 'typed' }), 'another look'],
    ['with no words', () => ({ toOther: '  ' }), 'another look'],
  ])('nobody asks %s', async (_, wish, said) => {
    const cast = await three()
    await expect(asks(cast, wish(cast))).rejects.toThrow(said)
  })
})

test('the notes stand ready, from what both show to members', async () => {
  const cast = await three()
  await saveAnswer(cast.kestrel.ctx, cast.kestrel.organisation, 2, { words: 'Titanium end plates', sight: 'network' })
  await saveAnswer(cast.kestrel.ctx, cast.kestrel.organisation, 4, { words: 'A secret of ours', sight: 'partners' })
  await saveAnswer(cast.moorside.ctx, cast.moorside.organisation, 4, { words: 'Only we hold 5 microns', sight: 'network' })
  const { draft, way } = await readAskDesk(cast.kestrel.ctx, { to: cast.moorside.organisation, through: cast.ruth.organisation })

  expect(way?.inFull).toBe(`Ruth ${turn} at Don Side Controls ${turn}`)
  expect(draft?.toIntroducer).toContain('“Titanium end plates.”')
  expect(draft?.toOther).toContain('“Only we hold 5 microns.”')
  expect(JSON.stringify(draft)).not.toContain('A secret')
})

test('a long past is read fifty at a time, and skips none', async () => {
  const cast = await three()
  const ids: Id<'introduction'>[] = []
  for (let at = 0; at < 3; at += 1) {
    const id = await asks(cast) // all at the same moment: the id breaks the tie
    await withdrawIntroduction(cast.kestrel.ctx, id)
    ids.push(id)
  }
  const first = await cast.kestrel.ctx.read((tx) => listIntroductions(tx, 'past', { limit: 2 }))
  const last = first.introductions.at(-1)
  const second = await cast.kestrel.ctx.read((tx) => listIntroductions(tx, 'past', { limit: 2, after: last }))

  expect(first.more).toBe(true)
  expect([...first.introductions, ...second.introductions].map((one) => one.id).toSorted()).toEqual(ids.toSorted())
})

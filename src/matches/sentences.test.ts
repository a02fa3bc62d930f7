import { describe, expect, test } from 'vitest'
import type { Claim, Job } from '../answers/index.ts'
import type { Id } from '../kit/ids.ts'
import { careOf, inSentence, sayWhy, type Told } from './sentences.ts'
import type { ShownMember } from './shown/read-shown.ts'
import { bothWrote, daysNamed, shortened } from './shown/quote.ts'

const id = <Of extends string>(name: string) => name as Id<Of> // names stand for ids here
const claim = (organisation: string, capability: string, title: string, more: Partial<Claim> = {}): Claim => ({
  organisation: id(organisation), id: id(`${organisation}-${capability}`), capability: id(capability), title, strength: 'best_at', sight: 'network', addedAt: new Date(0), confirmedAt: new Date(0), proofs: [], level: 'claimed', ...more,
})
const member = (name: string, more: Partial<ShownMember> = {}): ShownMember => ({ id: id(name), name, kind: 'company', unclaimed: false, answers: new Map(), claims: [], ...more })
const job: Job = { keywords: [], id: id('j1'), what: 'A wedding in the meadow', finishedOn: '2026-06-20', notedBy: id('asha'), parties: [{ organisation: id('asha'), name: 'Asha', did: 'The cake', sight: 'network', confirmedAt: new Date(0) }, { organisation: id('tom'), name: 'Tom’s Tipis', sight: 'network', confirmedAt: new Date(0) }] }
const told = (more: Partial<Told>): Told => ({
  lens: 'gap', us: member('priya'), them: member('asha'), fit: { reasons: [], cautions: [], keptPlace: false }, asks: new Map(), titles: new Map([['cakes', 'Wedding cakes'], ['cnc', 'CNC machining'], ['meals', 'Hot meals'], ['flowers', 'Wedding flowers']]),
  naming: new Map(), wants: new Map(), behind: new Map(), topic: new Set(), rarity: () => 1, today: '2027-03-02', ...more,
})
const said = (more: Partial<Told>) => sayWhy(told(more)).reasons.map(({ says }) => says)
const ask = (more: object = {}) => new Map([['a', { id: 'a', text: 'a cake', capabilities: ['cakes'], must: false, weight: 1, ...more }]])

describe('what they bring', () => {
  const proven = claim('asha', 'cakes', 'Wedding cakes', { level: 'proven', proofs: [{ id: id('p'), behind: { is: 'job', id: id('j1') } }] })
  const covers = { is: 'covers' as const, ask: 'a', capability: 'cakes', level: 'proven' as const, claim: proven.id }

  test('is said with how strongly they say it and what stands behind it, and opens the proof', () => {
    const { reasons } = sayWhy(told({ them: member('asha', { claims: [proven] }), asks: ask(), fit: { reasons: [covers], cautions: [], keptPlace: false }, behind: new Map([['j1', { is: 'job', job }]]) }))

    expect(reasons[0]?.says).toBe('You need wedding cakes, and they call it what they do best (1 job behind it).')
    expect(reasons[0]?.behind).toEqual(['asha: Wedding cakes, best at. Proven.', 'Job: A wedding in the meadow, finished 20 June 2026, with Tom’s Tipis. Their part: The cake.'])
  })

  test('a bare claim says nothing of proof, and a need of ours is quoted as we wrote it', () => {
    const bare = claim('asha', 'cakes', 'Wedding cakes', { strength: 'can_do' })
    const wants = new Map([['a', { network: id<'network'>('n'), id: id<'want'>('a'), organisation: id<'organisation'>('priya'), lens: 'gap' as const, says: 'A cake maker with June dates', sight: 'network' as const, postedAt: new Date(0), endsOn: '2027-06-30' }]])

    expect(said({ them: member('asha', { claims: [bare] }), asks: ask(), wants, fit: { reasons: [{ ...covers, level: 'claimed', claim: bare.id }], cautions: [], keptPlace: false } })).toEqual(['You are looking for “A cake maker with June dates”, and they can do wedding cakes.'])
  })

  test('in busy times the same trade is who could cover', () => {
    expect(said({ lens: 'cover', them: member('asha', { claims: [proven] }), asks: ask({ from: { is: 'claim', id: 'x' } }), fit: { reasons: [covers], cautions: [{ is: 'rival' }], keptPlace: false } })[0]).toMatch(/^You both do wedding cakes, so they could cover for you/)
  })

  test('a claim that is not shown to us makes no sentence', () => {
    expect(said({ them: member('asha'), asks: ask(), fit: { reasons: [covers], cautions: [], keptPlace: false } })).toEqual([])
  })
})

describe('what we bring', () => {
  const flowers = claim('priya', 'flowers', 'Wedding flowers')
  const reason = { is: 'wants-what-you-bring' as const, want: 'answer:asha:2', capability: 'flowers' }
  const us = member('priya', { claims: [flowers] })

  test('is quoted from the sentence of theirs that names it', () => {
    const { reasons, bothWays } = sayWhy(told({ us, them: member('asha', { answers: new Map([[2, 'A van now and then. Pressed flowers in April.']]) }), naming: new Map([['answer:asha:2 flowers', 'Pressed flowers in April.']]), fit: { reasons: [reason], cautions: [], keptPlace: false } }))

    expect(reasons[0]?.says).toBe('What they look for names wedding flowers, which you do: “Pressed flowers in April.”')
    expect(bothWays).toBe(false)
  })

  test('a word or two in common is chance and is not said', () => {
    expect(said({ us, them: member('asha', { answers: new Map([[2, 'A van now and then, for the whole of the long summer season.']]) }), fit: { reasons: [{ is: 'wants-what-you-bring', want: 'answer:asha:2', words: ['van', 'season'] }], cautions: [], keptPlace: false } })).toEqual([])
  })
})

describe('a shared cause', () => {
  const meals = (who: string, says: string) => member(who, { town: 'Haverstow', claims: [claim(who, 'meals', 'Hot meals', { says })] })

  test('names the days where both sides’ words give them', () => {
    expect(said({ lens: 'cause', us: meals('priya', 'Tea for 40 on Tuesdays'), them: meals('asha', 'Supper, Thursdays') })).toEqual(['You both do hot meals in Haverstow: you on Tuesdays, they on Thursdays.'])
  })

  test('invents no day where one side names none', () => {
    expect(said({ lens: 'cause', us: meals('priya', 'Tea for 40 on Tuesdays'), them: meals('asha', 'Supper') })).toEqual(['You both do hot meals in Haverstow.'])
  })
})

describe('who could introduce us', () => {
  const named = (name: string) => ({ id: id<'organisation'>(name), name })
  const step = (from: string, to: string, words: readonly string[]) => ({ from: named(from), to: named(to), words })

  test.each([
    [{ introducer: named('Ruth'), steps: [step('you', 'Ruth', ['You and Ruth did “X” together.']), step('Ruth', 'asha', ['Ruth and asha did “Y” together.'])] }, 'Ruth has worked with both of you.'],
    [{ introducer: named('Ruth'), steps: [step('you', 'Ruth', ['You and Ruth are partners.']), step('Ruth', 'asha', ['Ruth and asha did “Y” together.'])] }, 'Ruth knows both of you.'],
    [{ introducer: named('Ruth'), steps: [step('you', 'Ruth', []), step('Ruth', 'Tom', []), step('Tom', 'asha', [])] }, 'Ruth, whom you know, knows Tom, who knows them.'],
    [{ steps: [step('you', 'asha', ['You and asha are partners.'])] }, 'You and asha know each other already.'],
  ])('%#', (path, sentence) => {
    expect(said({ path })).toEqual([sentence])
  })
})

describe('care is one sentence, the most telling', () => {
  const cautions = (...all: Told['fit']['cautions']) => ({ reasons: [], cautions: all, keptPlace: false })

  test('a rival comes before a bare claim, and is no care where one looks for cover', () => {
    const fit = cautions({ is: 'only-claimed', ask: 'a', capability: 'cnc', claim: 'c' }, { is: 'rival' })

    expect(careOf(told({ fit }))).toBe('They are in your own trade nearby. Agree who does what before you start.')
    expect(careOf(told({ lens: 'cover', fit }))).toBe('For CNC machining there is only their word so far. Ask for a job they can show you.')
  })

  test('a paper that runs out soon comes before everything', () => {
    const papered = claim('asha', 'cakes', 'Wedding cakes', { proofs: [{ id: id('p'), behind: { is: 'certificate', id: id('c1') } }] })

    expect(careOf(told({
      them: member('asha', { claims: [papered] }), behind: new Map([['c1', { is: 'certificate', name: 'Kitchen audit', issuedBy: 'X', expiresOn: '2027-04-01' }]]),
      fit: { reasons: [{ is: 'covers', ask: 'a', capability: 'cakes', level: 'proven', claim: papered.id }], cautions: [{ is: 'rival' }], keptPlace: false },
    }))).toBe('Their “Kitchen audit” runs out on 1 Apr 2027. Ask if it will be renewed.')
  })

  test('nothing to mind says nothing', () => {
    expect(careOf(told({}))).toBeUndefined()
  })
})

test('distances are miles, and a place asked from is named', () => {
  const near = (km: number, more: Partial<Told> = {}) => said({ them: member('asha', { town: 'Lewes' }), fit: { reasons: [{ is: 'nearby', km }], cautions: [], keptPlace: false }, ...more })[0]

  expect(near(13)).toBe('They are in Lewes, about 8 miles from you.')
  expect(near(1)).toBe('They are in Lewes, about a mile from you.')
  expect(near(13, { near: 'BN1' })).toBe('They are in Lewes, about 8 miles from BN1.')
})

test('words are quoted whole, cut at a word where they are too long, and common words join nobody', () => {
  expect(shortened(`${'word '.repeat(80)}`)).toMatch(/word…$/)
  expect(daysNamed('Open Tuesday and on Thursdays')).toBe('Tuesdays and Thursdays')
  expect(bothWrote(['We work every week of the year with people.'], ['People work for a week each year.'], () => 1)).toBeUndefined()
  expect(bothWrote(['Families by the harbour go hungry.'], ['We cook for hungry families.'], () => 1)?.shares.length).toBe(2)
  expect([inSentence('Wedding cakes'), inSentence('CNC machining'), inSentence('IT')]).toEqual(['wedding cakes', 'CNC machining', 'IT'])
})

import { expect, test } from 'vitest'
import { buildAtlas } from '../atlas/atlas.ts'
import type { Row } from '../atlas/rows.ts'
import { exampleNetwork } from './example-network.ts'
import { fit } from './fit.ts'
import { onlyUs } from './only-us.ts'
import type { Question } from './question.ts'

const atlasWith = (...more: Row[]) => buildAtlas([...exampleNetwork, ...more])
const idsFor = (question: Question, ...more: Row[]) => fit(atlasWith(...more), { on: '2025-03-01', ...question }).fits.map(({ organisation }) => organisation)
const one = (organisation: string, question: Question, ...more: Row[]) =>
  fit(atlasWith(...more), { on: '2025-03-01', ...question }).fits.find((found) => found.organisation === organisation)!

test('a florist looking for a cake meets the baker with proof before the baker who only says so', () => {
  expect(idsFor({ viewer: 'fern', want: 'a wedding cake' }).slice(0, 2)).toEqual(['hugo', 'new'])
})

test('the baker who wants flowers is a better match for the florist than for the tent hirer', () => {
  const forFern = one('hugo', { viewer: 'fern', want: 'cakes' })

  expect(forFern.word).toBe('Good')
  expect(forFern.reasons).toContainEqual({ is: 'wants-what-you-bring', want: 'hugo-wants', capability: 'bouquets' })
  expect(forFern.weBring!).toBeGreaterThan(one('hugo', { viewer: 'tent', want: 'cakes' }).weBring!)
})

test('reasons name the rows behind them', () => {
  const { reasons } = one('hugo', { viewer: 'fern', brief: 'garden' })

  expect(reasons).toContainEqual({ is: 'covers', ask: 'cake', capability: 'cakes', level: 'proven', claim: 'hugo-cakes', proof: 'hugo-letter' })
  expect(reasons).toContainEqual({ is: 'worked-together', times: 1, works: ['hall'] })
  expect(reasons).toContainEqual({ is: 'nearby', km: 1 })
})

test('a bare claim carries a caution until something stands behind it', () => {
  expect(one('new', { viewer: 'fern', brief: 'garden' }).cautions).toContainEqual({ is: 'only-claimed', ask: 'cake', capability: 'cakes', claim: 'new-cakes' })
})

test('proof older than three years is old proof', () => {
  expect(one('hugo', { viewer: 'fern', brief: 'garden', on: '2029-03-01' }).cautions).toContainEqual({ is: 'old-proof', ask: 'cake', capability: 'cakes' })
})

test('what the asker covers itself earns nobody anything', () => {
  const proven: Row = { is: 'proof', id: 'fern-letter', claim: 'fern-flowers' }

  const answer = fit(atlasWith(proven), { viewer: 'fern', brief: 'garden' })

  expect(answer.asks.find(({ id }) => id === 'bouquet')!.weight).toBe(0)
})

test('a rival next door is left out of a gap, and shown for cover with a caution', () => {
  expect(idsFor({ viewer: 'fern', want: 'flowers' })).not.toContain('ivy')
  expect(one('ivy', { viewer: 'fern', want: 'flowers', lens: 'cover' }).cautions).toContainEqual({ is: 'rival' })
})

test('whoever never wants to meet rivals is shown to none', () => {
  expect(idsFor({ viewer: 'fern', want: 'flowers', lens: 'cover' }, { is: 'preference', id: 'p', organisation: 'ivy', rivals: 'never' })).not.toContain('ivy')
})

test('a brief open to rivals reaches rivals, except those who never want to meet one', () => {
  const open: Row = { is: 'brief', id: 'big', organisation: 'fern', text: 'Flowers for a cathedral', openToRivals: true }
  const never: Row = { is: 'preference', id: 'p', organisation: 'ivy', rivals: 'never' }

  expect(idsFor({ viewer: 'fern', brief: 'big' }, open)).toContain('ivy')
  expect(idsFor({ viewer: 'fern', brief: 'big' }, open, never)).not.toContain('ivy')
})

test('"not for us" holds in both directions', () => {
  const refusal: Row = { is: 'preference', id: 'p', organisation: 'hugo', notForUs: ['fern'] }

  expect(idsFor({ viewer: 'fern', want: 'cake' }, refusal)).not.toContain('hugo')
  expect(idsFor({ viewer: 'hugo', want: 'flowers' }, refusal)).not.toContain('fern')
})

test('limits are kept: distance, town, capability, proof, capacity', () => {
  expect(idsFor({ viewer: 'fern', brief: 'garden', filters: { withinKm: 50 } })).not.toContain('tent')
  expect(idsFor({ viewer: 'fern', brief: 'garden', filters: { towns: ['york'] } })).toEqual(['tent'])
  expect(idsFor({ viewer: 'fern', brief: 'garden', filters: { capability: 'cakes' } }).sort()).toEqual(['hugo', 'new'])
  expect(idsFor({ viewer: 'fern', brief: 'garden', filters: { capability: 'cakes', proven: true } })).toEqual(['hugo'])
  expect(idsFor({ viewer: 'fern', want: 'cake', filters: { available: true } }, { is: 'claim', id: 'new-cakes', organisation: 'new', capability: 'cakes', strength: 'can_do', capacity: 0 })).not.toContain('new')
})

test('nobody further than the candidate cares to travel is offered', () => {
  expect(idsFor({ viewer: 'fern', brief: 'garden' }, { is: 'preference', id: 'p', organisation: 'tent', furthestKm: 100 })).not.toContain('tent')
})

test('the list of new partners leaves out those one has worked with', () => {
  expect(idsFor({ viewer: 'fern', want: 'wedding cake', list: 'new' })).not.toContain('hugo')
})

test('a place is kept for a newcomer who would not have made the list', () => {
  const bakers = Array.from({ length: 5 }, (_, i): Row[] => [
    { is: 'organisation', id: `b${i}`, kind: 'baker' },
    { is: 'claim', id: `b${i}-c`, organisation: `b${i}`, capability: 'cakes', strength: 'can_do' },
    { is: 'work', id: `w${i}`, text: 'Wedding cake', capabilities: ['cakes'], members: [{ organisation: `b${i}` }] },
    { is: 'work', id: `v${i}`, text: 'Birthday cake', capabilities: ['cakes'], members: [{ organisation: `b${i}` }] },
  ]).flat()
  const question = { viewer: 'fern', want: 'wedding cakes', limit: 5 }

  const fits = fit(atlasWith(...bakers), question).fits

  expect(fits.find(({ organisation }) => organisation === 'new')?.keptPlace).toBe(true)
  expect(fit(atlasWith(...bakers), { ...question, newcomerShare: 0 }).fits.map(({ organisation }) => organisation)).not.toContain('new')
})

test('among equals the one shown less comes first', () => {
  const twins = ['a', 'b'].flatMap((id): Row[] => [{ is: 'organisation', id }, { is: 'claim', id: `c-${id}`, organisation: id, capability: 'marquees', strength: 'can_do' }])
  const question = { viewer: 'fern', want: 'marquee hire', filters: { leaveOut: ['tent'] } }

  expect(idsFor(question, ...twins).slice(0, 2)).toEqual(['a', 'b'])
  expect(idsFor({ ...question, shown: new Map([['a', 40]]) }, ...twins).slice(0, 2)).toEqual(['b', 'a'])
})

test('a stated want for a cause is answered through that lens', () => {
  const cause: Row[] = [
    { is: 'want', id: 'fern-cause', organisation: 'fern', lens: 'cause', text: 'less plastic at weddings' },
    { is: 'organisation', id: 'green', kind: 'charity', text: 'Weddings without plastic' },
  ]

  expect(idsFor({ viewer: 'fern', lens: 'cause' }, ...cause)[0]).toBe('green')
  expect(fit(atlasWith(...cause), { viewer: 'fern' }).refused).toBe('nothing-asked')
})

test('a brief one may not see is answered like one that never was', () => {
  const hidden: Row = { is: 'brief', id: 'secret', organisation: 'fern', sight: 'only_us', text: 'cakes' }

  expect(fit(atlasWith(hidden), { viewer: 'hugo', brief: 'secret' })).toEqual(fit(atlasWith(hidden), { viewer: 'hugo', brief: 'never was' }))
})

test('only us: one more holder in sight makes it less so, one out of sight does not', () => {
  const rival = (sight: 'network' | 'only_us'): Row[] => [{ is: 'organisation', id: 'r' }, { is: 'claim', id: 'r-m', organisation: 'r', capability: 'marquees', strength: 'can_do', sight }]

  expect(onlyUs(atlasWith(), 'fern', 'tent')[0]!.alone).toBe(1)
  expect(onlyUs(atlasWith(...rival('network')), 'fern', 'tent')[0]).toMatchObject({ alone: 0.5, others: ['r'] })
  expect(onlyUs(atlasWith(...rival('only_us')), 'fern', 'tent')[0]!.alone).toBe(1)
})

test('a change counts at once, and undoing it brings the old answer back', () => {
  const atlas = atlasWith()
  const before = fit(atlas, { viewer: 'fern', want: 'cake' }).fits

  atlas.apply({ put: { is: 'organisation', id: 'pat', name: 'Pat' } })
  atlas.apply({ put: { is: 'work', id: 'pats', text: 'Three tier wedding cake', members: [{ organisation: 'pat' }, { organisation: 'fern' }] } })
  const during = fit(atlas, { viewer: 'fern', want: 'cake' }).fits
  atlas.apply({ remove: { is: 'work', id: 'pats' } })
  atlas.apply({ remove: { is: 'organisation', id: 'pat' } })

  expect(during.map(({ organisation }) => organisation)).toContain('pat')
  expect(fit(atlas, { viewer: 'fern', want: 'cake' }).fits).toEqual(before)
})

test('of wishes apart, whoever answers one wholly is not measured by the others', () => {
  const wishes: Row[] = [{ is: 'want', id: 'w1', organisation: 'fern', capability: 'cakes' }, { is: 'want', id: 'w2', organisation: 'fern', capability: 'tents' }, { is: 'capability', id: 'tents', name: 'Tents' }]

  expect(one('hugo', { viewer: 'fern', anyOf: true }, ...wishes).pieces.coverage).toBe(1)
  expect(one('hugo', { viewer: 'fern' }, ...wishes).pieces.coverage).toBe(0.5)
})

test('distances are measured from another place where one is given', () => {
  const far = { latitude: 57.15, longitude: -2.09 }

  expect(idsFor({ viewer: 'fern', want: 'cakes', filters: { withinKm: 30 } })).toContain('hugo')
  expect(idsFor({ viewer: 'fern', want: 'cakes', from: far, filters: { withinKm: 30 } })).not.toContain('hugo')
})

test('those who are free in none of the days asked about are left out, and those who have not said are not', () => {
  const june = { from: '2025-06-01', until: '2025-06-30' }
  const claim = (availableFrom?: string, availableUntil?: string): Row => ({ is: 'claim', id: 'hugo-cakes', organisation: 'hugo', capability: 'cakes', strength: 'best_at', ...(availableFrom ? { availableFrom } : {}), ...(availableUntil ? { availableUntil } : {}) })
  const found = (...row: Row[]) => idsFor({ viewer: 'fern', want: 'cakes', filters: { available: true, between: june } }, ...row).includes('hugo')

  expect(found(claim())).toBe(true)
  expect(found(claim('2025-06-20'))).toBe(true)
  expect(found(claim('2025-07-01'))).toBe(false)
  expect(found(claim('2025-01-01', '2025-05-31'))).toBe(false)
})

test('somebody of the network who is no member in particular sees what all members see', () => {
  const hidden: Row = { is: 'claim', id: 'new-cakes', organisation: 'new', capability: 'cakes', strength: 'can_do', sight: 'only_us' }

  expect(one('new', { anyMember: true, want: 'cakes' }).reasons.map(({ is }) => is)).toContain('covers')
  expect(one('new', { anyMember: true, want: 'cakes' }, hidden).reasons.map(({ is }) => is)).not.toContain('covers')
  expect(idsFor({ want: 'cakes' })).toEqual([])
})

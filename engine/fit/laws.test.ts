import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { buildAtlas } from '../atlas/atlas.ts'
import type { Change, Row, Sight } from '../atlas/rows.ts'
import { fromSnapshot, snapshotOf } from '../atlas/snapshot.ts'
import { LAW_TIMEOUT, runs } from '../evaluate/law-runs.ts'
import { fit } from './fit.ts'
import { onlyUs } from './only-us.ts'
import type { FitAnswer, Question } from './question.ts'

vi.setConfig({ testTimeout: LAW_TIMEOUT })
const numRuns = runs(50)

const who = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'nobody')
const what = fc.constantFrom('wood', 'oak', 'stone', 'carving', 'unknown')
const words = fc.array(fc.constantFrom('oak', 'door', 'stone', 'wall', 'carved', 'church', 'roof', '木工', 'é'), { maxLength: 6 }).map((all) => all.join(' '))
const sight = fc.constantFrom<Sight>('only_us', 'partners', 'network', 'anyone')
const seen = { sight, owner: who, sharedWith: fc.array(who, { maxLength: 2 }) }
const day = fc.constantFrom('2019-01-01', '2023-06-30', '2024-12-31')
const some = <T>(one: fc.Arbitrary<T>, maxLength = 8) => fc.array(one, { maxLength })
const pair = fc.tuple(who, who).filter(([a, b]) => a !== b)
const numbered = <T extends object>(rows: readonly T[], prefix: string) => rows.map((row, i) => ({ ...row, id: `${prefix}${i}` }))

const vocabulary: Row[] = [
  { is: 'capability', id: 'wood', name: 'Woodwork' }, { is: 'capability', id: 'oak', name: 'Oak', parent: 'wood' },
  { is: 'capability', id: 'stone', name: 'Stone' }, { is: 'capability', id: 'carving', name: 'Carved', parent: 'stone' },
]
const network: fc.Arbitrary<Row[]> = fc.record({
  organisations: fc.uniqueArray(fc.record({ is: fc.constant('organisation' as const), id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), sight, sharedWith: seen.sharedWith, kind: fc.constantFrom('x', 'y'), text: words, place: fc.record({ country: fc.constantFrom('UK', 'FR'), town: fc.constantFrom('Lewes', 'York') }) }), { selector: ({ id }) => id }),
  works: some(fc.record({ is: fc.constant('work' as const), ...seen, text: words, tags: some(fc.constantFrom('church', 'barn'), 2), capabilities: some(what, 1), on: day, members: some(fc.record({ organisation: who }), 4) })),
  claims: some(fc.record({ is: fc.constant('claim' as const), organisation: who, capability: what, strength: fc.constantFrom('can_do' as const, 'only_us' as const), sight, sharedWith: seen.sharedWith })),
  proofs: some(fc.record({ is: fc.constant('proof' as const), claim: fc.constantFrom('c0', 'c1', 'c2', 'c3'), sight, owner: who, on: day }), 3),
  wants: some(fc.record({ is: fc.constant('want' as const), organisation: who, capability: what, text: words, sight, sharedWith: seen.sharedWith }), 3),
  ties: some(fc.record({ is: fc.constant('tie' as const), between: pair, ...seen }), 3),
  partnerships: some(fc.record({ is: fc.constant('partnership' as const), between: pair }), 2),
}).map(({ organisations, works, claims, proofs, wants, ties, partnerships }) => [
  ...vocabulary, ...organisations, ...numbered(works, 'w'), ...numbered(claims, 'c'), ...numbered(proofs, 'p'), ...numbered(wants, 'n'), ...numbered(ties, 't'), ...numbered(partnerships, 's'),
])
const question: fc.Arbitrary<Question> = fc.record({
  viewer: who, lens: fc.constantFrom('gap', 'audience', 'cover', 'cause'), want: words, list: fc.constantFrom('all', 'new', 'small'), on: fc.constantFrom('2025-01-01', undefined),
  newcomerShare: fc.constantFrom(0, 0.2), limit: fc.constantFrom(2, 20),
})

const law = (name: string, property: fc.IProperty<never> | fc.IRawProperty<never>) => test(name, () => fc.assert(property as fc.IProperty<never>, { numRuns }), 20_000 + 50 * numRuns)
const answerOf = (rows: readonly unknown[], asked: Question): FitAnswer => fit(buildAtlas(rows), asked)
const scoreOf = (answer: FitAnswer, id: string) => answer.fits.find(({ organisation }) => organisation === id)?.score ?? 0
const everybody = { limit: 200, newcomerShare: 0 }

/** Said again in the plainest words, so that a mistake in the engine's own rule is not repeated here. */
function disclosed(rows: readonly Row[], viewer: string): Row[] {
  const known = rows.some((row) => row.is === 'organisation' && row.id === viewer)
  const partners = (one: string) => rows.some((row) => row.is === 'partnership' && row.between.includes(viewer) && row.between.includes(one))
  return rows.filter((row) => {
    if (row.is === 'capability' || row.is === 'partnership' || row.is === 'preference') return true
    const claimOwner = row.is === 'proof' ? rows.find((other) => other.is === 'claim' && other.id === row.claim) : undefined
    const owner = row.owner ?? (row.is === 'organisation' ? row.id : 'organisation' in row ? row.organisation : (claimOwner as { organisation?: string } | undefined)?.organisation)
    if (row.sight === 'anyone') return true
    if (!known) return false
    if ((row.sight ?? 'network') === 'network' || owner === viewer || row.sharedWith?.includes(viewer)) return true
    return row.sight === 'partners' && owner !== undefined && partners(owner)
  })
}

law('rows a viewer may not see never change its result', fc.property(network, question, (rows, asked) => {
  expect(answerOf(rows, asked)).toEqual(answerOf(disclosed(rows, asked.viewer!), asked))
}) as never)

law('nor what it is told of who stands alone', fc.property(network, who, who, (rows, viewer, other) => {
  expect(onlyUs(buildAtlas(rows), viewer, other)).toEqual(onlyUs(buildAtlas(disclosed(rows, viewer)), viewer, other))
}) as never)

law('the order rows come in never matters', fc.property(network.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))), question, ([rows, shuffled], asked) => {
  expect(answerOf(shuffled, asked)).toEqual(answerOf(rows, asked))
}) as never)

law('proof never lowers a fit', fc.property(network, question, fc.nat({ max: 3 }), (rows, asked, claim) => {
  const target = rows.find((row) => row.is === 'claim' && row.id === `c${claim}`)
  const proof: Row = { is: 'proof', id: 'more', claim: `c${claim}`, sight: 'anyone' }
  const id = target?.is === 'claim' && target.organisation !== asked.viewer ? target.organisation : 'a'

  expect(scoreOf(answerOf([...rows, proof], { ...asked, ...everybody }), id)).toBeGreaterThanOrEqual(scoreOf(answerOf(rows, { ...asked, ...everybody }), id))
}) as never)

law('a finished work that shows a capability never lowers what it covers', fc.property(network, question, what, fc.constantFrom('b', 'c', 'd'), (rows, asked, capability, id) => {
  const work: Row = { is: 'work', id: 'more', text: '', capabilities: [capability], members: [{ organisation: id }], sight: 'anyone' }
  const coverage = (answer: FitAnswer) => answer.fits.find(({ organisation }) => organisation === id)?.pieces.coverage ?? 0

  expect(coverage(answerOf([...rows, work], { ...asked, ...everybody, viewer: 'a', list: 'all' }))).toBeGreaterThanOrEqual(coverage(answerOf(rows, { ...asked, ...everybody, viewer: 'a', list: 'all' })))
}) as never)

law('a new rival never raises my "only us"', fc.property(network, who, who, what, (rows, viewer, mine, capability) => {
  const rival: Row[] = [{ is: 'organisation', id: 'rival', sight: 'anyone' }, { is: 'claim', id: 'rivals', organisation: 'rival', capability, strength: 'can_do', sight: 'anyone' }]
  const before = new Map(onlyUs(buildAtlas(rows), viewer, mine).map(({ claim, alone }) => [claim, alone]))

  for (const { claim, alone } of onlyUs(buildAtlas([...rows, ...rival]), viewer, mine)) expect(alone).toBeLessThanOrEqual(before.get(claim)!)
}) as never)

law('an organisation that says and has done nothing changes nothing', fc.property(network, question, (rows, asked) => {
  expect(answerOf([...rows, { is: 'organisation', id: 'idle', place: { country: 'UK' } }], asked)).toEqual(answerOf(rows, asked))
}) as never)

law('change by change gives the same answer as building at once', fc.property(network, network, question, (before, after, asked) => {
  const atlas = buildAtlas(before)
  fit(atlas, asked)
  const gone = before.filter((row) => !after.some((other) => other.is === row.is && other.id === row.id))
  const changes: Change[] = [...gone.map(({ is, id }) => ({ remove: { is, id } })), ...after.map((put) => ({ put }))]
  for (const change of changes) atlas.apply(change)

  expect({ ...fit(atlas, asked), version: 0 }).toEqual(answerOf(after, asked))
}) as never)

law('a snapshot gives back the same network', fc.property(network, question, (rows, asked) => {
  const snapshot = snapshotOf(buildAtlas(rows))

  expect(snapshotOf(fromSnapshot(JSON.parse(JSON.stringify(snapshot))))).toEqual(snapshot)
  expect(fit(fromSnapshot(snapshot), asked)).toEqual(answerOf(rows, asked))
}) as never)

const anything = fc.oneof(fc.anything(), fc.record({
  is: fc.constantFrom('organisation', 'work', 'claim', 'want', 'tie', 'brief', 'capability', 'preference', 'nothing'), id: fc.oneof(who, fc.anything()),
  organisation: fc.oneof(who, fc.anything()), capability: fc.oneof(what, fc.anything()), text: fc.oneof(fc.string({ unit: 'binary' }), fc.anything()),
  members: fc.oneof(fc.array(fc.record({ organisation: who })), fc.anything()), tags: fc.anything(), place: fc.record({ latitude: fc.double(), longitude: fc.double() }),
  weight: fc.double(), between: fc.oneof(pair, fc.anything()), parts: fc.anything(), on: fc.oneof(day, fc.string()), sight: fc.anything(), parent: what, name: fc.string({ unit: 'binary' }),
}, { requiredKeys: ['is', 'id'] }))

law('whatever comes in, the answer is finite and nothing is thrown', fc.property(fc.array(anything, { maxLength: 12 }), fc.oneof(question, fc.anything()), fc.string({ unit: 'binary' }), (rows, asked, want) => {
  const atlas = buildAtlas(rows)

  for (const one of [asked, { viewer: 'a', want }, { viewer: 'a', brief: asked }, { viewer: 'a', brief: { text: want, parts: rows } }] as Question[]) {
    for (const found of fit(atlas, one).fits) {
      expect(found.score >= 0 && found.score <= 1).toBe(true)
      expect(Object.values(found.pieces.parts).every(Number.isFinite)).toBe(true)
    }
  }
}) as never)

test('an empty network, a network of one and a brief of no or 200 parts get a plain answer', () => {
  const parts = Array.from({ length: 200 }, (_, i) => ({ id: `p${i}`, text: `part ${i}` }))
  const alone = buildAtlas([{ is: 'organisation', id: 'a' }])

  expect(fit(buildAtlas([]), { want: 'oak' })).toEqual({ fits: [], asks: [], version: 0 })
  expect(fit(alone, { viewer: 'a', want: 'oak' }).fits).toEqual([])
  expect(fit(alone, { viewer: 'a', brief: { parts: [] } }).refused).toBe('nothing-asked')
  expect(fit(alone, { viewer: 'a', brief: { parts } }).asks.length).toBe(200)
})

test('the control: an engine that forgot to ask who may see would be caught', () => {
  const rows: Row[] = [
    { is: 'organisation', id: 'a' }, { is: 'organisation', id: 'b' },
    { is: 'work', id: 'w', text: 'oak door', sight: 'only_us', owner: 'b', members: [{ organisation: 'b' }] },
  ]
  const told = rows.map((row) => (row.is === 'work' ? { ...row, sight: 'network' as const } : row))
  const asked = { viewer: 'a', want: 'oak door' }

  expect(answerOf(told, asked)).not.toEqual(answerOf(disclosed(rows, 'a'), asked))
  expect(answerOf(rows, asked)).toEqual(answerOf(disclosed(rows, 'a'), asked))
})

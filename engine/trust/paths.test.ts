import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { tiesFrom } from '../atlas/build-ties.ts'
import type { Ties } from '../atlas/ties.ts'
import { seeded, skewedJobs } from '../bench/skewed-network.ts'
import { LAW_TIMEOUT, runs } from '../evaluate/law-runs.ts'
import { friendlyPaths, type FriendlyPath, type PathOptions } from './paths.ts'
import { carries } from './steps.ts'

const SIZE = 9
vi.setConfig({ testTimeout: LAW_TIMEOUT })
const RUNS = runs(125)
const pairs = fc.uniqueArray(fc.record({ one: fc.nat(SIZE - 1), other: fc.nat(SIZE - 1), strength: fc.integer({ min: 1, max: 12 }).map((n) => n / 4) })
  .filter(({ one, other }) => one < other), { selector: ({ one, other }) => one * SIZE + other, maxLength: 24 })
type Pair = { readonly one: number; readonly other: number; readonly strength: number }
const loads = fc.array(fc.nat(12), { minLength: SIZE, maxLength: SIZE })

const nodesOf = (path: FriendlyPath<unknown>): number[] => [path.steps[0]!.from, ...path.steps.map((step) => step.to)]

test('a strong way round beats a weak straight one', () => {
  const ties = tiesOf([{ one: 0, other: 1, strength: 3 }, { one: 1, other: 2, strength: 3 }, { one: 2, other: 3, strength: 3 }, { one: 0, other: 4, strength: 0.1 }, { one: 4, other: 3, strength: 0.1 }])

  const [best, second] = friendlyPaths(ties, 0, 3)

  expect(nodesOf(best!)).toEqual([0, 1, 2, 3])
  expect(best!.strength).toBeCloseTo(0.75 ** 3)
  expect(nodesOf(second!)).toEqual([0, 4, 3])
})

test('those who know each other need no introducer', () => {
  const [path] = friendlyPaths(tiesOf([{ one: 0, other: 1, strength: 1 }]), 0, 1)

  expect(path).toEqual({ introducer: undefined, strength: 0.5, load: 0, steps: [{ from: 0, to: 1, strength: 1, evidence: [] }] })
})

test('each step shows what stands behind it, whichever way it is walked', () => {
  const known = new Map([['0-2', ['job 7', 'referral 3']], ['1-2', ['job 9']]])

  const [path] = friendlyPaths(tiesOf([{ one: 0, other: 2, strength: 1 }, { one: 1, other: 2, strength: 1 }]), 1, 0, { evidence: (one, other) => known.get(`${one}-${other}`) ?? [] })

  expect(path!.steps.map((step) => step.evidence)).toEqual([['job 9'], ['job 7', 'referral 3']])
})

test('four steps are too many', () => {
  const chain = tiesOf([0, 1, 2, 3].map((one) => ({ one, other: one + 1, strength: 3 })))

  expect(friendlyPaths(chain, 0, 4)).toEqual([])
  expect(friendlyPaths(chain, 0, 3)).toHaveLength(1)
})

test('finds the best path of each introducer, as trying every path does', () => {
  fc.assert(fc.property(pairs, loads, fc.nat(SIZE - 1), fc.nat(SIZE - 1), fc.integer({ min: 1, max: 3 }), (known, load, from, to, steps) => {
    const ties = tiesOf(known)

    const found = friendlyPaths(ties, from, to, { load: (node) => load[node]!, steps })

    const wanted = everyPath(ties, from, to, steps, load).slice(0, 3)
    expect(found.map((path) => path.strength * (path.introducer === undefined ? 1 : 5 / (5 + path.load))).map(round)).toEqual(wanted.map(round))
    expect(new Set(found.map((path) => path.introducer)).size).toBe(found.length)
    for (const path of found) {
      expect(new Set(nodesOf(path)).size).toBe(path.steps.length + 1)
      expect([nodesOf(path)[0], nodesOf(path).at(-1)]).toEqual([from, to])
    }
  }), { numRuns: RUNS })
}, 120_000)

test('ties out of sight change nothing: the answer is the same as without them', () => {
  fc.assert(fc.property(pairs, fc.nat(), loads, fc.nat(SIZE - 1), fc.nat(SIZE - 1), (known, hide, load, from, to) => {
    const isSeen = ({ one, other }: Pick<Pair, 'one' | 'other'>): boolean => (hide * 31 + one * 7 + other * 13) % 3 !== 0
    const options: PathOptions<string> = { load: (node) => load[node]!, evidence: (one, other) => [`${one}-${other}`] }

    const among = friendlyPaths(tiesOf(known), from, to, { ...options, visible: (one, other) => isSeen({ one, other }) })

    expect(among).toEqual(friendlyPaths(tiesOf(known.filter(isSeen)), from, to, options))
  }), { numRuns: RUNS })
}, 120_000)

test('whoever keeps ties private stands between no two others, as if absent', () => {
  fc.assert(fc.property(pairs, fc.nat(SIZE - 1), fc.nat(SIZE - 1), fc.nat(SIZE - 1), (known, quiet, from, to) => {
    fc.pre(quiet !== from && quiet !== to)

    const paths = friendlyPaths(tiesOf(known), from, to, { keepsTiesPrivate: (node) => node === quiet })

    expect(paths.flatMap(nodesOf)).not.toContain(quiet)
    expect(paths).toEqual(friendlyPaths(tiesOf(known.filter(({ one, other }) => one !== quiet && other !== quiet)), from, to))
  }), { numRuns: RUNS })
}, 120_000)

test('the order ties were told in does not matter', () => {
  fc.assert(fc.property(pairs, fc.nat(SIZE - 1), fc.nat(SIZE - 1), (known, from, to) => {
    const ties = tiesOf(known)
    const backwards = { ...ties, ...turned(ties) }

    expect(friendlyPaths(backwards, from, to)).toEqual(friendlyPaths(ties, from, to))
  }), { numRuns: RUNS })
}, 120_000)

test('requests are spread: whoever has many open is passed over for the next best', () => {
  const ties = tiesOf([1, 2, 3, 4].flatMap((friend) => [{ one: 0, other: friend, strength: 2 + friend / 100 }, { one: friend, other: 5, strength: 2 }]))
  const asked = new Map<number, number>()

  for (let request = 0; request < 40; request++) {
    const [best] = friendlyPaths(ties, 0, 5, { load: (node) => asked.get(node) ?? 0 })
    asked.set(best!.introducer!, (asked.get(best!.introducer!) ?? 0) + 1)
  }

  expect([...asked.values()].every((count) => count === 10)).toBe(true)
})

test('in a skewed network of thousands the pruned search agrees with trying every path', () => {
  const ties = tiesFrom(3_000, skewedJobs(3_000, 5))
  const random = seeded(3)
  const none = new Array<number>(3_000).fill(0)
  for (let turn = 0; turn < 40; turn++) {
    const [from, to] = [Math.floor(random() * 3_000), Math.floor(random() * 3_000)]

    const found = friendlyPaths(ties, from, to)

    expect(found.map((path) => round(path.strength))).toEqual(everyPath(ties, from, to, 3, none).slice(0, 3).map(round))
  }
})

test('odd questions get an empty answer', () => {
  const ties = tiesOf([{ one: 0, other: 1, strength: 1 }])
  const empty: Ties = { size: 0, offsets: Int32Array.of(0), targets: new Int32Array(0), strengths: new Float32Array(0) }

  for (const [from, to] of [[0, 0], [-1, 1], [0, 99], [0.5, 1], [Number.NaN, 1], [0, Infinity]] as const) expect(friendlyPaths(ties, from, to)).toEqual([])
  expect(friendlyPaths(empty, 0, 1)).toEqual([])
  expect(friendlyPaths(ties, 0, 1, { paths: 0 })).toEqual([])
  expect(friendlyPaths({ ...ties, strengths: Float32Array.of(Number.NaN, -1) }, 0, 1)).toEqual([])
  expect(friendlyPaths(ties, 0, 1, { load: () => Number.NaN, steps: Number.NaN, paths: Number.NaN })).toHaveLength(1)
})

const round = (value: number): number => Math.round(value * 1e9) / 1e9

/** Ties of the given strengths, each from both ends. */
function tiesOf(known: readonly Pair[]): Ties {
  const rows = Array.from({ length: SIZE }, (_, node) => known.flatMap(({ one, other, strength }) => one === node ? [{ to: other, strength }] : other === node ? [{ to: one, strength }] : []))
  const offsets = Int32Array.from([0, ...rows.map((_, node) => rows.slice(0, node + 1).reduce((sum, row) => sum + row.length, 0))])
  return { size: SIZE, offsets, targets: Int32Array.from(rows.flat().map(({ to }) => to)), strengths: Float32Array.from(rows.flat().map(({ strength }) => strength)) }
}

/** The same ties with every row read backwards. */
function turned(ties: Ties): Pick<Ties, 'targets' | 'strengths'> {
  const order = Array.from({ length: ties.size }, (_, node) => Array.from({ length: ties.offsets[node + 1]! - ties.offsets[node]! }, (_, at) => ties.offsets[node + 1]! - 1 - at)).flat()
  return { targets: Int32Array.from(order, (at) => ties.targets[at]!), strengths: Float32Array.from(order, (at) => ties.strengths[at]!) }
}

/** The worth of each introducer's best path, found by walking every simple path; the best first. */
function everyPath(ties: Ties, from: number, to: number, steps: number, load: readonly number[]): number[] {
  const best = new Map<number, number>()
  if (from === to) return []
  walk([from], 1)
  return [...best.values()].sort((a, b) => b - a)

  function walk(path: readonly number[], strength: number): void {
    const last = path.at(-1)!
    for (let at = ties.offsets[last]!; at < ties.offsets[last + 1]!; at++) {
      const next = ties.targets[at]!
      if (path.includes(next)) continue
      const further = strength * carries(ties.strengths[at]!)
      const introducer = path[1] ?? -1
      if (next === to) best.set(introducer, Math.max(best.get(introducer) ?? 0, further * (introducer === -1 ? 1 : 5 / (5 + load[introducer]!))))
      else if (path.length < steps) walk([...path, next], further)
    }
  }
}

import type { Atlas } from '../atlas/atlas.ts'
import { dayNumber, placeIn } from '../atlas/check-row.ts'
import type { Viewer } from '../atlas/sight.ts'
import { asked, type Asked } from './asks.ts'
import { coversOf, type Cover } from './coverage.ts'
import { atDesk, type Desk } from './desk.ts'
import { evidence } from './evidence.ts'
import { keeper } from './filters.ts'
import { giver, mutual } from './mutual.ts'
import { chosen, type Ranked } from './places.ts'
import type { Ask, Fit, FitAnswer, Question, Word } from './question.ts'
import { cautionsFor, pastWorks, reasonsFor, type About } from './reasons.ts'
import { partOf, tally, topOf, type Tally } from './score.ts'
import { EVIDENCE_BESIDE_ASKS, PARTS, WEIGHTS, weightsFor, type ListName, type PartWeights } from './weights.ts'

/** So many of the best by what they bring are looked at from the other side too. */
const LOOKED_AT_BOTH_WAYS = 400
const SMALL_UP_TO = 3
const LENSES = ['gap', 'audience', 'cover', 'cause'] as const
const LISTS = ['all', 'new', 'small'] as const

/**
 * Who completes us: a ranked list with a word, the reasons for both sides and the cautions, as facts with the ids of the
 * rows behind them. Scored both ways (harmonic mean of what they bring us and what we bring them), and only against what is
 * still uncovered. Reads everything through the viewer's eyes: rows it may not see change nothing.
 * Never throws: a question that cannot be answered says why in `refused`.
 * Method and weights: engine/README.md; measured by engine/evaluate.
 */
export function fit(atlas: Atlas, question: Question): FitAnswer {
  if (typeof question !== 'object' || question === null) return { fits: [], asks: [], version: atlas.version, refused: 'not-a-question' }
  const viewer = question.anyMember === true ? atlas.anyMember() : atlas.viewer(question.viewer)
  const lens = oneOf(LENSES, question.lens) ?? 'gap'
  const found = asked(atlas, viewer, question, lens)
  if (typeof found === 'string') return { fits: [], asks: [], version: atlas.version, refused: found }
  return atDesk(atlas, (desk) => answer(atlas, viewer, desk, { ...question, lens }, found))
}

function answer(atlas: Atlas, viewer: Viewer, desk: Desk, question: Question & { lens: (typeof LENSES)[number] }, found: Asked): FitAnswer {
  const on = dayNumber(question.on)
  const list = oneOf(LISTS, question.list) ?? 'all'
  const covers = found.asks.map((ask) => coversOf(atlas, viewer, ask, on))
  // To be covered in busy times one looks for what one does oneself; through every other lens overlap earns nothing.
  const asks = question.lens === 'cover' ? found.asks : found.asks.map((ask, i) => uncovered(ask, covers[i]!.get(viewer.id ?? '')))
  const seen = evidence(atlas, viewer, desk, found.topic)
  const weights = question.lens === 'audience' || question.lens === 'cause' ? WEIGHTS.topic : weightsFor(WEIGHTS, list, seen.known)
  const sides = bringing(atlas, desk, question.anyOf === true, asks, covers, tally(desk, seen.positions, atlas.organisations.size, seen.parts, weights, viewer), weights)
  const allowed = keeper(atlas, viewer, { filters: question.filters ?? {}, from: placeIn(question.from), lens: question.lens, openToRivals: found.openToRivals, on, asks, covers })
  const inList = listed(atlas, viewer, list, seen.parts.joint?.values)
  const best = topOf(atlas, viewer, sides.bring, LOOKED_AT_BOTH_WAYS, (organisation) => inList(organisation) && allowed(organisation))
  const giveTo = giver(atlas, viewer, on)
  const ranked = best.filter(({ score }) => score > 0).map(({ organisation, score }): Ranked => {
    const given = giveTo(atlas.organisations.texts[organisation]!)
    return { organisation, id: atlas.organisations.texts[organisation]!, theyBring: score, given, score: mutual(score, given?.value) }
  })
  const about: About = { atlas, viewer, asks, covers, evidence: seen, on, from: placeIn(question.from) ?? atlas.organisations.rows[viewer.number]?.place }
  const fits = chosen(ranked, question, (organisation) => pastWorks(about, organisation) <= 1).map((one): Fit => ({
    organisation: one.id, word: wordFor(one.score), score: one.score, theyBring: one.theyBring, ...(one.given ? { weBring: one.given.value } : {}),
    reasons: reasonsFor(about, one.organisation, one.given), cautions: cautionsFor(about, one.organisation), keptPlace: one.keptPlace === true,
    pieces: {
      coverage: sides.coverage(one.organisation), evidence: sides.evidence(one.organisation),
      parts: Object.fromEntries(PARTS.flatMap((name) => (weights[name] ? [[name, partOf(seen.parts[name], one.organisation, viewer)]] : []))),
    },
  }))
  return { fits, asks, version: atlas.version }
}

/**
 * Good from 0.6, Possible from 0.35. With everything asked for proven, and no word of what they want, a score is 2/3; with
 * nothing but a claim it is 0.41.
 * @example wordFor(0.41) // 'Possible'
 */
export const wordFor = (score: number): Word => (score >= 0.6 ? 'Good' : score >= 0.35 ? 'Possible' : 'Long shot')

const uncovered = (ask: Ask, own: Cover | undefined): Ask => ({ ...ask, weight: ask.weight * (1 - (own?.value ?? 0)) })

/** What each organisation brings: coverage of the asks and evidence of past works, either of which can carry it alone. */
function bringing(atlas: Atlas, desk: Desk, anyOf: boolean, asks: readonly Ask[], covers: readonly ReadonlyMap<string, Cover>[], seen: Tally, weights: PartWeights) {
  const { size } = atlas.organisations
  const [coverage, bring] = [desk.column(size), desk.column(size)]
  const all = asks.reduce((sum, { weight }) => sum + weight, 0)
  asks.forEach((ask, i) => {
    if (ask.weight <= 0) return
    for (const [id, { value }] of covers[i]!) {
      const organisation = atlas.organisations.find(id)
      if (organisation === undefined) continue
      if (anyOf) coverage.raise(organisation, ask.weight * value)
      else coverage.add(organisation, (ask.weight * value) / all)
    }
  })
  const most = Object.values(weights).reduce((sum, weight) => sum + Math.max(0, weight), 0) * Math.log(101)
  const evidenceOf = (organisation: number) => Math.min(1, Math.max(0, seen.scores[organisation]! / most))
  const coverageOf = (organisation: number) => Math.min(1, coverage.values[organisation]!)
  const share = asks.some(({ capabilities, weight }) => capabilities.length > 0 && weight > 0) ? EVIDENCE_BESIDE_ASKS : 1
  const value = (organisation: number) => 1 - (1 - coverageOf(organisation)) * (1 - share * evidenceOf(organisation))
  for (const organisation of seen.positions) bring.add(organisation, value(organisation))
  for (const organisation of coverage.positions()) if (bring.values[organisation] === 0) bring.add(organisation, value(organisation))
  return { bring: { scores: bring.values, positions: bring.positions() }, coverage: coverageOf, evidence: evidenceOf }
}

function listed(atlas: Atlas, viewer: Viewer, list: ListName, joint: Float64Array | undefined): (organisation: number) => boolean {
  if (list === 'new') return (organisation) => !joint || joint[organisation] === 0
  const worksOf = atlas.works.counts[viewer.reach].worksOf.data
  return list === 'small' ? (organisation) => (worksOf[organisation] ?? 0) <= SMALL_UP_TO : () => true
}

const oneOf = <T extends string>(allowed: readonly T[], raw: unknown): T | undefined => allowed.find((one) => one === raw)

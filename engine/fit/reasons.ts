import type { Atlas } from '../atlas/atlas.ts'
import { compare } from '../atlas/snapshot.ts'
import type { Place } from '../atlas/rows.ts'
import { maySeeRow, type Viewer } from '../atlas/sight.ts'
import { NO_DAY } from '../atlas/works.ts'
import { OLD_AFTER, type Cover } from './coverage.ts'
import type { Evidence } from './evidence.ts'
import type { Given } from './mutual.ts'
import { kmBetween, sameName } from './nearness.ts'
import type { Ask, Caution, Reason } from './question.ts'
import { areRivals } from './rivals.ts'
import { partOf } from './score.ts'

/** Works less like the topic than this are no reason. The most alike is 1. */
const ALIKE = 0.25
const WORKS_SHOWN = 3
/** Parts of the evidence weaker than this are no reason. */
const TELLING = 0.5
const NEAR_KM = 25
const FAR_KM = 100

export type About = {
  readonly atlas: Atlas
  readonly viewer: Viewer
  readonly asks: readonly Ask[]
  readonly covers: readonly ReadonlyMap<string, Cover>[]
  readonly evidence: Evidence
  readonly on: number | undefined
  /** Where distances are measured from. */
  readonly from: Place | undefined
}

/** What speaks for one organisation, strongest kinds first, each with the rows behind it that the viewer may see. */
export function reasonsFor(about: About, organisation: number, given: Given | undefined): Reason[] {
  const { atlas, viewer, evidence } = about
  const alike = similarWorksOf(about, organisation)
  const together = alike.length > 0 || partOf(evidence.parts.joint, organisation, viewer) > 0 ? jointWorksOf(about, organisation) : []
  const km = kmBetween(about.from, placeOf(atlas, organisation))
  const town = placeOf(atlas, organisation)?.town
  const telling = (part: keyof Evidence['parts']) => partOf(evidence.parts[part], organisation, viewer) >= TELLING
  return [
    ...coversFor(about, organisation),
    ...(alike.length > 0 ? [{ is: 'similar-works', works: alike } as const] : []),
    ...(together.length > 0 ? [{ is: 'worked-together', times: together.length, works: together.slice(0, WORKS_SHOWN) } as const] : []),
    ...(together.length === 0 && viewer.number >= 0 && telling('ties') ? [{ is: 'known-through-others' } as const] : []),
    ...(telling('company') ? [{ is: 'keeps-good-company' } as const] : []),
    ...(saysSo(about, organisation) ? [{ is: 'says-so' } as const] : []),
    ...(km !== undefined && km <= NEAR_KM ? [{ is: 'nearby', km: Math.round(km) } as const] : []),
    ...(km === undefined && town !== undefined && sameName(about.from?.town, town) ? [{ is: 'nearby', town } as const] : []),
    ...(given?.reasons ?? []),
    ...(pastWorks(about, organisation) <= 1 ? [{ is: 'newcomer' } as const] : []),
  ]
}

/** What to ask about before saying yes. */
export function cautionsFor(about: About, organisation: number): Caution[] {
  const { atlas, viewer, asks, covers, on } = about
  const row = atlas.organisations.rows[organisation]!
  const own = atlas.organisations.rows[viewer.number]
  const km = kmBetween(about.from, row.place)
  const weak = asks.flatMap((ask, i): Caution[] => {
    const cover = covers[i]!.get(row.id)
    if (!cover) return ask.must ? [{ is: 'must-uncovered', ask: ask.id }] : []
    if (cover.level === 'claimed') return [{ is: 'only-claimed', ask: ask.id, capability: cover.capability, claim: cover.claim! }]
    return cover.level === 'old proof' ? [{ is: 'old-proof', ask: ask.id, capability: cover.capability }] : []
  })
  const latest = latestDay(about, organisation)
  return [
    ...weak,
    ...(own && areRivals(atlas, viewer, own, row) ? [{ is: 'rival' } as const] : []),
    ...(pastWorks(about, organisation) === 0 ? [{ is: 'no-past-work' } as const] : []),
    ...(on !== undefined && latest !== NO_DAY && on - latest > OLD_AFTER ? [{ is: 'not-active-lately' } as const] : []),
    ...(coversFor(about, organisation).length > 0 && !saysCapacity(about, row.id) ? [{ is: 'capacity-unknown' } as const] : []),
    ...(km !== undefined && km > FAR_KM ? [{ is: 'far', km: Math.round(km) } as const] : []),
  ]
}

function coversFor({ atlas, asks, covers }: About, organisation: number): Reason[] {
  const id = atlas.organisations.texts[organisation]!
  return asks.flatMap((ask, i) => {
    const cover = covers[i]!.get(id)
    if (!cover || cover.value <= 0 || ask.weight <= 0) return []
    const { value: _value, ...rows } = cover
    return [{ is: 'covers' as const, ask: ask.id, ...rows }]
  })
}

function similarWorksOf({ atlas, viewer, evidence }: About, organisation: number): string[] {
  const { works } = atlas
  const alike = worksOf(atlas, organisation).filter((work) => works.sees(viewer, work) && works.profile.data[work] === 0 && evidence.similar.both.values[work]! >= ALIKE)
  return alike.sort((a, b) => evidence.similar.both.values[b]! - evidence.similar.both.values[a]! || compare(works.ids[a]!, works.ids[b]!)).slice(0, WORKS_SHOWN).map((work) => works.ids[work]!)
}

function jointWorksOf({ atlas, viewer }: About, organisation: number): string[] {
  if (viewer.number < 0) return []
  const { works } = atlas
  const mine = new Set(worksOf(atlas, viewer.number))
  const joint = worksOf(atlas, organisation).filter((work) => mine.has(work) && works.sees(viewer, work))
  return joint.sort((a, b) => works.on.data[b]! - works.on.data[a]! || compare(works.ids[a]!, works.ids[b]!)).map((work) => works.ids[work]!)
}

const saysSo = ({ atlas, viewer, evidence }: About, organisation: number): boolean =>
  worksOf(atlas, organisation).some((work) => atlas.works.profile.data[work] === 1 && atlas.works.sees(viewer, work) && evidence.similar.words.values[work]! >= ALIKE)

const saysCapacity = ({ atlas, viewer }: About, id: string): boolean =>
  atlas.claims.naming(id).some((claim) => claim.organisation === id && maySeeRow(viewer, claim) && (claim.capacity !== undefined || claim.availableFrom !== undefined))

function latestDay({ atlas, viewer }: About, organisation: number): number {
  return worksOf(atlas, organisation).reduce((latest, work) => (atlas.works.sees(viewer, work) ? Math.max(latest, atlas.works.on.data[work]!) : latest), NO_DAY)
}

/** How many past works an organisation has, as everybody of the viewer's reach can count them. */
export const pastWorks = ({ atlas, viewer }: Pick<About, 'atlas' | 'viewer'>, organisation: number): number =>
  atlas.works.counts[viewer.reach].worksOf.data[organisation] ?? 0

const worksOf = ({ works }: Atlas, organisation: number): number[] => [...works.byMember.settled(organisation), ...works.byMember.added(organisation)]
const placeOf = (atlas: Atlas, organisation: number) => atlas.organisations.rows[organisation]?.place

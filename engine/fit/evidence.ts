import type { Atlas } from '../atlas/atlas.ts'
import { stepsFor } from '../atlas/build-ties.ts'
import { compare } from '../atlas/snapshot.ts'
import { levelOf, maySeeRow, type Viewer } from '../atlas/sight.ts'
import { labelOf, wordsOf } from '../atlas/words.ts'
import { NOWHERE } from '../atlas/organisations.ts'
import { organisationOf, usesOf, workOf } from '../atlas/works.ts'
import { forwardPush, type Seeds } from '../trust/push.ts'
import type { Column, Desk } from './desk.ts'
import { ownText } from './own-text.ts'
import { best, similarWorks, type Similar, type Topic } from './similar-works.ts'
import { tally, topOf, type Columns } from './score.ts'
import { FIRST_PASS, type PartName } from './weights.ts'

/** Sums over works are kept in whole units of this, so that the order of adding never shows. */
const UNIT = 2 ** 30
const SIMILAR_WORKS = 400
const TRUSTED_WORKS = 1000
const SEED_WORKS = 30
const COMPANY = 40
/** What an organisation says of itself weighs as much as a claim beside the proof of a finished work. */
const PROFILE_SHARE = 0.35
const RESTART = 0.3
/** Company is closer than trust: half of the walk starts over. */
const COMPANY_RESTART = 0.5

/** `known` says whether the viewer has ties to look along. */
export type Evidence = { readonly parts: Readonly<Partial<Record<PartName, Column>>>; readonly similar: Similar; readonly known: boolean }

/**
 * What past works, ties and places say about who could join the viewer on this topic, as columns by organisation.
 * Everything is read through the viewer's eyes.
 */
export function evidence(atlas: Atlas, viewer: Viewer, desk: Desk, topic: Topic): Evidence {
  const counts = atlas.works.counts[viewer.reach]
  const look = new Look(atlas, viewer, desk)
  const similar = similarWorks(atlas, viewer, desk, topic)
  const near = best(similar.both, TRUSTED_WORKS, look.workId)
  const ties = look.push(ownSeeds(atlas, viewer), RESTART)
  const seeds = look.membersOf(near.subarray(0, SEED_WORKS), (work) => similar.both.values[work]! ** 3, true)
  const between = look.push(withViewer(seeds, viewer), RESTART)
  const around = look.push(shares(seeds), RESTART)
  // A viewer nobody knows yet has no view of its own: those around the topic stand in for its friends.
  const trust = ties.count > 1 ? ties : around
  const first = {
    similar: look.spread(near.subarray(0, SIMILAR_WORKS), (work) => similar.both.values[work]! ** 3),
    similarWords: look.spread(best(similar.words, SIMILAR_WORKS, look.workId), (work) => similar.words.values[work]! ** 2),
    similarTags: look.spread(best(similar.tags, SIMILAR_WORKS, look.workId), (work) => similar.tags.values[work]! ** 3),
    trusted: look.spread(near, (work) => similar.both.values[work]! ** 2 * look.meanIn(work, trust) ** 0.5),
    trustedSum: look.spread(near, (work) => similar.both.values[work]! ** 1.5 * look.sumIn(work, trust) ** 0.7),
    ties, between, around,
    ownWords: ownText(atlas, viewer, desk, wordsOf(topic.text), {
      names: atlas.works.wordNames, lists: atlas.works.byWord, holders: counts.word.data, workOf, usesOf, lengths: counts.wordsOf.data, lengthWeight: 0.75,
    }),
    ownTags: ownText(atlas, viewer, desk, topic.tags.map(labelOf).sort(compare), {
      names: atlas.works.tagNames, lists: atlas.works.byTag, holders: counts.tag.data, workOf: (work) => work, usesOf: () => 1, lengths: counts.tagsOf.data, lengthWeight: 0.2,
    }),
    ...look.jointWorks(similar),
  }
  const { company, candidates } = look.company(first)
  return { similar, known: ties.count > 1, parts: { ...first, company, ...look.standing(candidates) } }
}

/** The viewer's own standing is one seed; ties only it may see enter as further seeds, one step out. */
function ownSeeds(atlas: Atlas, viewer: Viewer): Map<number, number> {
  if (viewer.number < 0) return new Map()
  const hidden = new Map<number, number>()
  const meet = (others: readonly number[], steps: number) => {
    for (const other of others) if (other !== viewer.number) hidden.set(other, (hidden.get(other) ?? 0) + steps)
  }
  const { works, organisations, tieRows } = atlas
  for (const work of [...works.byMember.settled(viewer.number), ...works.byMember.added(viewer.number)]) {
    if (works.level.data[work]! <= viewer.reach || !works.sees(viewer, work)) continue
    const members = Array.from(works.members.of(work), organisationOf).filter((one) => organisations.sees(viewer, one))
    if (members.length > 1) meet(members, stepsFor(1, members.length))
  }
  for (const row of tieRows.naming(viewer.id!)) {
    if (levelOf(row) <= viewer.reach || !maySeeRow(viewer, row)) continue
    meet(row.between.map((id) => organisations.find(id) ?? -1).filter((one) => one >= 0 && organisations.sees(viewer, one)), stepsFor(row.weight ?? 1, 2))
  }
  const known = atlas.ties(viewer.reach)
  let all = 0
  for (let k = known.offsets[viewer.number]!; k < known.offsets[viewer.number + 1]!; k++) all += stepsFor(known.strengths[k]!, 2)
  for (const steps of hidden.values()) all += steps
  const seeds = new Map([[viewer.number, 1]])
  for (const [other, steps] of hidden) seeds.set(other, ((1 - RESTART) * steps) / all)
  return seeds
}

const shares = (column: Column): Map<number, number> => new Map(Array.from(column.positions(), (at) => [at, column.values[at]!]))

function withViewer(column: Column, viewer: Viewer): Map<number, number> {
  const seeds = shares(column)
  if (viewer.number < 0) return seeds
  let all = 0
  for (const share of seeds.values()) all += share
  return seeds.set(viewer.number, (seeds.get(viewer.number) ?? 0) + Math.max(1, all))
}

function union(desk: Desk, lists: readonly Int32Array[], size: number): Int32Array {
  const seen = desk.column(size)
  for (const list of lists) for (const at of list) if (seen.values[at] === 0) seen.add(at, 1)
  return seen.positions()
}

/** One viewer looking at one atlas: the few ways works, members and ties are summed. */
class Look {
  private readonly atlas: Atlas
  private readonly viewer: Viewer
  private readonly desk: Desk

  constructor(atlas: Atlas, viewer: Viewer, desk: Desk) {
    this.atlas = atlas
    this.viewer = viewer
    this.desk = desk
  }

  readonly workId = (work: number): string => this.atlas.works.ids[work]!
  readonly organisationId = (organisation: number): string => this.atlas.organisations.texts[organisation]!

  /** Each work hands its vote to every member. */
  spread(works: Int32Array, voteOf: (work: number) => number): Column {
    return this.membersOf(works, voteOf, false)
  }

  membersOf(works: Int32Array, voteOf: (work: number) => number, shared: boolean): Column {
    const column = this.desk.column(this.atlas.organisations.size)
    for (const work of works) {
      const share = this.atlas.works.profile.data[work] === 1 ? PROFILE_SHARE : 1
      const among = shared ? Math.max(1, this.count(work)) : 1
      const vote = Math.round(((voteOf(work) * share) / among) * UNIT)
      this.eachMember(work, (organisation) => column.add(organisation, vote))
    }
    return column
  }

  sumIn(work: number, column: Column): number {
    let sum = 0
    this.eachMember(work, (organisation) => { sum += Math.round(column.values[organisation]! * UNIT) })
    return sum / UNIT
  }

  meanIn(work: number, column: Column): number {
    return this.sumIn(work, column) / Math.max(1, this.count(work))
  }

  push(seeds: Seeds, restart: number): Column {
    const column = this.desk.column(this.atlas.organisations.size)
    const { nodes, scores } = forwardPush(this.atlas.ties(this.viewer.reach), seeds, { restart })
    for (let i = 0; i < nodes.length; i++) column.add(nodes[i]!, scores[i]!)
    return column
  }

  /** Works the viewer did itself: with whom, how like the topic, and which of them it led. */
  jointWorks(similar: Similar) {
    const { works, organisations } = this.atlas
    const [jointSimilar, jointLed, joint] = [0, 0, 0].map(() => this.desk.column(organisations.size)) as [Column, Column, Column]
    const me = this.viewer.number
    if (me >= 0) {
      for (const work of [...works.byMember.settled(me), ...works.byMember.added(me)]) {
        if (!works.sees(this.viewer, work)) continue
        const vote = Math.round((similar.both.values[work]! ** 2 + 1e-6) * UNIT)
        const led = works.members.of(work).includes(me * 2 + 1)
        this.eachMember(work, (organisation) => {
          jointSimilar.add(organisation, vote)
          joint.add(organisation, 1)
          if (led) jointLed.add(organisation, 1)
        })
      }
    }
    return { jointSimilar, jointLed, joint }
  }

  /** Who keeps company with the best of a first pass: sets that have worked together tend to do so again. */
  company(first: Columns) {
    const scores = tally(this.desk, this.atlas.organisations.size, first, FIRST_PASS, this.viewer)
    const top = topOf(this.atlas, this.viewer, scores, COMPANY)
    const seeds = new Map(top.map(({ organisation, score }) => [organisation, score ** 4]))
    const company = this.push(withTop(seeds, this.viewer), COMPANY_RESTART)
    return { company, candidates: union(this.desk, [scores.positions, company.positions()], this.atlas.organisations.size) }
  }

  /** Where an organisation is and how much it has done, for those anything else speaks for. */
  standing(candidates: Int32Array) {
    const { organisations, works } = this.atlas
    const worksOf = works.counts[this.viewer.reach].worksOf.data
    const country = organisations.country.data[this.viewer.number] ?? NOWHERE
    const town = organisations.town.data[this.viewer.number] ?? NOWHERE
    const [sameCountry, sameTown, newcomer, experience] = [0, 0, 0, 0].map(() => this.desk.column(organisations.size)) as [Column, Column, Column, Column]
    for (const organisation of candidates) {
      if (country !== NOWHERE && organisations.country.data[organisation] === country) sameCountry.add(organisation, 1)
      if (town !== NOWHERE && organisations.town.data[organisation] === town) sameTown.add(organisation, 1)
      const count = worksOf[organisation] ?? 0
      if (count <= 1) newcomer.add(organisation, 1)
      experience.add(organisation, count)
    }
    return { sameCountry, sameTown, newcomer, experience }
  }

  private count(work: number): number {
    let count = 0
    this.eachMember(work, () => count++)
    return count
  }

  private eachMember(work: number, visit: (organisation: number) => void): void {
    const { works, organisations } = this.atlas
    for (let m = works.members.from(work); m < works.members.to(work); m++) {
      const organisation = organisationOf(works.members.values.data[m]!)
      if (organisations.sees(this.viewer, organisation)) visit(organisation)
    }
  }
}

/** The viewer belongs to its own company, as one of the best. */
function withTop(seeds: Map<number, number>, viewer: Viewer): Map<number, number> {
  let most = 0
  for (const share of seeds.values()) most = Math.max(most, share)
  return viewer.number >= 0 && most > 0 ? seeds.set(viewer.number, most) : seeds
}

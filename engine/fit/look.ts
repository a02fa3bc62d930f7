import type { Atlas } from '../atlas/atlas.ts'
import { NOWHERE } from '../atlas/organisations.ts'
import type { Viewer } from '../atlas/sight.ts'
import { organisationOf } from '../atlas/works.ts'
import { forwardPush, type Seeds } from '../trust/push.ts'
import type { Column, Desk } from './desk.ts'
import { tally, topOf, union, type Columns } from './score.ts'
import type { Similar } from './similar-works.ts'
import { FIRST_PASS } from './weights.ts'

/** Sums over works are kept in whole units of this, so that the order of adding never shows. */
const UNIT = 2 ** 30
const COMPANY = 40
/** Company is closer than trust: half of the walk starts over. */
const COMPANY_RESTART = 0.5
/** What an organisation says of itself weighs as much as a claim beside the proof of a finished work. */
const PROFILE_SHARE = 0.35

/** One viewer looking at one atlas: the few ways works, members and ties are summed. */
export class Look {
  private readonly atlas: Atlas
  private readonly viewer: Viewer
  private readonly desk: Desk
  private room = new Int32Array(256)
  private seen = 0

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
      const members = this.seenIn(work)
      const among = shared ? Math.max(1, this.seen) : 1
      const vote = Math.round(((voteOf(work) * share) / among) * UNIT)
      for (let m = 0; m < this.seen; m++) column.add(members[m]!, vote)
    }
    return column
  }

  sumIn(work: number, column: Column): number {
    const members = this.seenIn(work)
    let sum = 0
    for (let m = 0; m < this.seen; m++) sum += Math.round(column.values[members[m]!]! * UNIT)
    return sum / UNIT
  }

  meanIn(work: number, column: Column): number {
    return this.sumIn(work, column) / Math.max(1, this.seen)
  }

  push(seeds: Seeds, restart: number): Column {
    const column = this.desk.column(this.atlas.organisations.size)
    const { nodes, scores } = forwardPush(this.atlas.ties(this.viewer.reach), seeds, { restart })
    column.addAll(nodes, scores)
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
        const members = this.seenIn(work)
        for (let m = 0; m < this.seen; m++) {
          jointSimilar.add(members[m]!, vote)
          joint.add(members[m]!, 1)
          if (led) jointLed.add(members[m]!, 1)
        }
      }
    }
    return { jointSimilar, jointLed, joint }
  }

  /** Who keeps company with the best of a first pass: sets that have worked together tend to do so again. */
  company(first: Columns) {
    const { size } = this.atlas.organisations
    const spoken = union(this.desk, Object.values(first).map((column) => column.positions()), size)
    const scores = tally(this.desk, spoken, size, first, FIRST_PASS, this.viewer)
    const top = topOf(this.atlas, this.viewer, scores, COMPANY)
    const seeds = new Map(top.map(({ organisation, score }) => [organisation, score ** 4]))
    const company = this.push(withTop(seeds, this.viewer), COMPANY_RESTART)
    return { company, candidates: union(this.desk, [spoken, company.positions()], size) }
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

  /** The members of a work whom the viewer sees: the first `this.seen` numbers of the answer, until the next work is asked for. */
  private seenIn(work: number): Int32Array {
    const { works: { members }, organisations } = this.atlas
    const from = members.from(work)
    const to = members.to(work)
    if (this.room.length < to - from) this.room = new Int32Array((to - from) * 2)
    this.seen = 0
    for (let m = from; m < to; m++) {
      const organisation = organisationOf(members.values.data[m]!)
      if (organisations.sees(this.viewer, organisation)) this.room[this.seen++] = organisation
    }
    return this.room
  }
}

/** The viewer belongs to its own company, as one of the best. */
function withTop(seeds: Map<number, number>, viewer: Viewer): Map<number, number> {
  let most = 0
  for (const share of seeds.values()) most = Math.max(most, share)
  return viewer.number >= 0 && most > 0 ? seeds.set(viewer.number, most) : seeds
}

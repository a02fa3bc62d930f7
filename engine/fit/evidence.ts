import type { Atlas } from '../atlas/atlas.ts'
import { stepsFor } from '../atlas/build-ties.ts'
import { compare } from '../atlas/snapshot.ts'
import { eyesOf, levelOf, maySeeRow, type Viewer } from '../atlas/sight.ts'
import { labelOf, wordsOf } from '../atlas/words.ts'
import { organisationOf, usesOf, workOf } from '../atlas/works.ts'
import type { Column, Desk } from './desk.ts'
import { Look } from './look.ts'
import { ownText } from './own-text.ts'
import { best, similarWorks, type Similar, type Topic } from './similar-works.ts'
import type { PartName } from './weights.ts'

const SIMILAR_WORKS = 400
const TRUSTED_WORKS = 1000
const SEED_WORKS = 30
const RESTART = 0.3

/** `known` says whether the viewer has ties to look along, `positions` whom any of the parts speaks for. */
export type Evidence = { readonly positions: Int32Array; readonly parts: Readonly<Partial<Record<PartName, Column>>>; readonly similar: Similar; readonly known: boolean }

/**
 * What past works, ties and places say about who could join the viewer on this topic, as columns by organisation.
 * Everything is read through the viewer's eyes.
 */
export const evidence = (atlas: Atlas, viewer: Viewer, desk: Desk, topic: Topic): Evidence =>
  desk.once(`evidence for ${eyesOf(viewer)} ${JSON.stringify([topic.text, topic.tags])}`, () => gathered(atlas, viewer, desk, topic))

function gathered(atlas: Atlas, viewer: Viewer, desk: Desk, topic: Topic): Evidence {
  const counts = atlas.works.counts[viewer.reach]
  const look = new Look(atlas, viewer, desk)
  const similar = similarWorks(atlas, viewer, desk, topic)
  const near = best(similar.both, TRUSTED_WORKS, look.workId)
  const eyes = eyesOf(viewer)
  const ties = desk.once(`ties of ${eyes}`, () => look.push(ownSeeds(atlas, viewer), RESTART))
  const seeds = look.membersOf(near.subarray(0, SEED_WORKS), (work) => similar.both.values[work]! ** 3, true)
  const around = look.push(shares(seeds), RESTART)
  const between = viewer.number < 0 ? around : look.push(withViewer(seeds, viewer), RESTART) // between nobody and the topic is around the topic
  // A viewer nobody knows yet has no view of its own: those around the topic stand in for its friends.
  const trust = ties.count > 1 ? ties : around
  const first = {
    similar: look.spread(near.subarray(0, SIMILAR_WORKS), (work) => similar.both.values[work]! ** 3),
    similarWords: desk.once(`members of works like ${eyes} ${topic.text}`, () =>
      look.spread(best(similar.words, SIMILAR_WORKS, look.workId), (work) => similar.words.values[work]! ** 2)),
    similarTags: look.spread(best(similar.tags, SIMILAR_WORKS, look.workId), (work) => similar.tags.values[work]! ** 3),
    trusted: look.spread(near, (work) => similar.both.values[work]! ** 2 * look.meanIn(work, trust) ** 0.5),
    trustedSum: look.spread(near, (work) => similar.both.values[work]! ** 1.5 * look.sumIn(work, trust) ** 0.7),
    ties, between, around,
    ownWords: desk.once(`own words ${eyes} ${topic.text}`, () => ownText(atlas, viewer, desk, wordsOf(topic.text), {
      names: atlas.works.wordNames, lists: atlas.works.byWord, holders: counts.word.data, workOf, usesOf, lengths: counts.wordsOf.data, lengthWeight: 0.75,
    })),
    ownTags: ownText(atlas, viewer, desk, topic.tags.map(labelOf).sort(compare), {
      names: atlas.works.tagNames, lists: atlas.works.byTag, holders: counts.tag.data, workOf: (work) => work, usesOf: () => 1, lengths: counts.tagsOf.data, lengthWeight: 0.2,
    }),
    ...look.jointWorks(similar),
  }
  const { company, candidates } = look.company(first)
  return { positions: candidates, similar, known: ties.count > 1, parts: { ...first, company, ...look.standing(candidates) } }
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
  let all = 0
  for (const share of seeds.values()) all += share
  return seeds.set(viewer.number, (seeds.get(viewer.number) ?? 0) + Math.max(1, all))
}

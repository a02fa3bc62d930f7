import type { Atlas } from '../atlas/atlas.ts'
import { eyesOf, type Viewer } from '../atlas/sight.ts'
import { labelOf, wordsOf } from '../atlas/words.ts'
import { usesOf, workOf, type Counts, type Said, type Works } from '../atlas/works.ts'
import { compare } from '../atlas/snapshot.ts'
import { cut } from './cut.ts'
import type { Column, Desk } from './desk.ts'

/** BM25 (Robertson and Zaragoza, 2009): how fast repeated words stop counting, and how much long texts are held back. */
const K1 = 1.2
const LENGTH = 0.75
const TAG_LENGTH = 0.2
const TAGS_BESIDE_TEXT = 0.5
/** So many works say which tags a topic without any is about, and a tag counts from this share of their votes. */
const TAGGING_WORKS = 30
const LEAST_SHARE = 0.2
/** More query words than this are passed over; a whole tender document still says enough in its first words. */
const MOST_WORDS = 400

export type Topic = { readonly text: string; readonly tags: readonly string[] }

/** How alike each past work is to a topic: by words and pairs of words, by tags, and by both; each at most 1. By work number. */
export type Similar = { readonly words: Column; readonly tags: Column; readonly both: Column }

/**
 * Finds past works like this topic among those the viewer sees. Rarity is judged by the counts everybody of the viewer's
 * reach shares, so that a work hidden from the viewer changes neither a score nor an order.
 */
export function similarWorks(atlas: Atlas, viewer: Viewer, desk: Desk, topic: Topic): Similar {
  const { works } = atlas
  const counts = works.counts[viewer.reach]
  const words = desk.once(`works like ${eyesOf(viewer)} ${topic.text}`, () => {
    const scores = desk.column(works.size)
    addWords(works, viewer, counts, topic.text, scores)
    return scaledToOne(scores)
  })
  const tags = desk.column(works.size)
  addTags(works, viewer, counts, topic.tags.length > 0 ? tagsNamed(works, topic.tags) : tagsImplied(works, words), tags)
  scaledToOne(tags)
  const both = desk.column(works.size)
  for (const work of words.positions()) both.add(work, words.values[work]!)
  for (const work of tags.positions()) both.add(work, tags.values[work]! * TAGS_BESIDE_TEXT)
  return { words, tags, both }
}

function addWords(works: Works, viewer: Viewer, counts: Counts, text: string, scores: Column): void {
  const numbers = wordsOf(text).slice(0, MOST_WORDS).map((word) => works.wordNames.find(word) ?? -1)
  const averages = bothWays(counts, (said) => Math.max(1, said.words / Math.max(1, said.works)))
  const gain = (work: number, uses: number) =>
    (uses * (K1 + 1)) / (uses + K1 * (1 - LENGTH + (LENGTH * (works.words.to(work) - works.words.from(work))) / averages[works.profile.data[work]!]!))
  for (const word of new Set(numbers)) {
    if (word < 0) continue
    const rarity = bothWays(counts, (said) => rarityOf(said.word.data[word] ?? 0, said.works))
    eachIn(works.byWord.settled(word), works.byWord.added(word), (posting) => {
      const work = workOf(posting)
      if (works.sees(viewer, work)) scores.add(work, rarity[works.profile.data[work]!]! * gain(work, usesOf(posting)))
    })
  }
  for (const [first, second] of pairsOf(numbers)) {
    const holding = worksHoldingPair(works, viewer, first, second)
    const common = (isIn: (work: number) => boolean) => holding.reduce((sum, work) => sum + (works.level.data[work]! <= viewer.reach && isIn(work) ? 1 : 0), 0)
    const rarity = [rarityOf(common((work) => works.profile.data[work] === 0), counts.past.works), rarityOf(common(() => true), counts.works)]
    for (const work of holding) scores.add(work, rarity[works.profile.data[work]!]! * gain(work, 1))
  }
}

/**
 * What is true of past works, and of all that is said: by the mark of a work in `works.profile`. A past work is judged among past works,
 * so that what thirty thousand say of themselves does not change which jobs are alike; words about oneself are judged among all.
 */
const bothWays = (counts: Counts, of: (said: Said) => number): readonly [number, number] => [of(counts.past), of(counts)]

/** A tag, and how surely the topic is about it, from 0 to 1. */
type SureTag = readonly [tag: number, share: number]

const tagsNamed = (works: Works, tags: readonly string[]): SureTag[] =>
  [...new Set(tags.map(labelOf))].sort(compare).flatMap((label) => works.tagNames.find(label) ?? []).map((tag) => [tag, 1])

/** A topic that comes without tags is taken to be about what the works most like its words are about. */
function tagsImplied(works: Works, words: Column): SureTag[] {
  const votes = new Map<number, number>()
  let all = 0
  for (const work of best(words, TAGGING_WORKS, (at) => works.ids[at]!)) {
    const vote = Math.round(words.values[work]! ** 2 * 2 ** 30)
    all += vote
    for (const tag of works.tags.of(work)) votes.set(tag, (votes.get(tag) ?? 0) + vote)
  }
  return [...votes].filter(([, vote]) => vote >= all * LEAST_SHARE).map(([tag, vote]): SureTag => [tag, vote / all])
    .sort(([a], [b]) => compare(works.tagNames.texts[a]!, works.tagNames.texts[b]!))
}

function addTags(works: Works, viewer: Viewer, counts: Counts, tags: readonly SureTag[], scores: Column): void {
  const { past } = counts // only past works have tags
  const average = Math.max(1, past.tags / Math.max(1, past.works))
  for (const [tag, share] of tags) {
    const rarity = share * rarityOf(past.tag.data[tag] ?? 0, past.works)
    eachIn(works.byTag.settled(tag), works.byTag.added(tag), (work) => {
      if (!works.sees(viewer, work)) return
      const length = works.tags.to(work) - works.tags.from(work)
      scores.add(work, (rarity * (K1 + 1)) / (1 + K1 * (1 - TAG_LENGTH + (TAG_LENGTH * length) / average)))
    })
  }
}

/** Neighbouring words as pairs are looked up in the text itself: no second index, and nothing to mend when a work changes. */
function pairsOf(numbers: readonly number[]): [number, number][] {
  const pairs = new Map<string, [number, number]>()
  for (let i = 1; i < numbers.length; i++) {
    const [first, second] = [numbers[i - 1]!, numbers[i]!]
    if (first >= 0 && second >= 0) pairs.set(`${first} ${second}`, [first, second])
  }
  return [...pairs.values()]
}

function worksHoldingPair(works: Works, viewer: Viewer, first: number, second: number): number[] {
  const rarer = works.byWord.count(first) <= works.byWord.count(second) ? first : second
  const text = works.words.values.data
  const holding: number[] = []
  eachIn(works.byWord.settled(rarer), works.byWord.added(rarer), (posting) => {
    const work = workOf(posting)
    const end = works.words.to(work)
    for (let at = works.words.from(work) + 1; at < end; at++) {
      if (text[at] !== second || text[at - 1] !== first) continue
      if (works.sees(viewer, work)) holding.push(work)
      return
    }
  })
  return holding
}

const rarityOf = (holding: number, all: number): number => Math.log(1 + Math.max(0, all - holding + 0.5) / (holding + 0.5))

function scaledToOne(scores: Column): Column {
  const most = scores.largest()
  if (most > 0) for (const work of scores.positions()) scores.values[work]! /= most
  return scores
}

export function eachIn(settled: Int32Array, added: readonly number[], visit: (value: number) => void): void {
  for (let i = 0; i < settled.length; i++) visit(settled[i]!)
  for (let i = 0; i < added.length; i++) visit(added[i]!)
}

/** The positions with the highest values, best first; equals by their id, so that numbering never shows. */
export function best(scores: Column, count: number, idOf: (at: number) => string, keep?: (at: number) => boolean): Int32Array {
  const kept = keep ? scores.positions().filter(keep) : scores.positions()
  const least = cut(kept, scores.values, count)
  const chosen = kept.filter((at) => scores.values[at]! >= least)
  return chosen.sort((a, b) => scores.values[b]! - scores.values[a]! || compare(idOf(a), idOf(b))).subarray(0, count)
}

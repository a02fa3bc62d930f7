import { dayNumber } from './check-row.ts'
import { Ints, Lists, Names, Runs } from './columns.ts'
import type { Member, WorkRow } from './rows.ts'
import { GONE, levelOf, MEMBER, maySee, sightOf, VISITOR, type Reach, type Viewer } from './sight.ts'
import { labelOf, wordsOf } from './words.ts'

/** Marks what an organisation says of itself among the ids of works. */
const PROFILE = '\u0000'
export const NO_DAY = -2_147_483_648
/** Up to this many uses of a word in one work are told apart; packed beside the work's number in a posting. */
const MOST_USES = 7
export const workOf = (posting: number): number => posting >> 3
export const usesOf = (posting: number): number => posting & MOST_USES
export const organisationOf = (member: number): number => member >> 1
const leads = (member: number): boolean => (member & 1) === 1

/**
 * Counts of words and tags. They are what rarity is judged by, so they must not tell of rows a viewer may not see:
 * one count is kept for visitors and one for members, each from the rows everybody of that reach sees. A row shown to
 * some members only is found by those who see it, but never counted.
 */
export type Said = { readonly word: Ints; readonly tag: Ints; works: number; words: number; tags: number }
export type Counts = Said & {
  /** The same of past works alone, without what organisations say of themselves. */
  readonly past: Said
  /** By organisation: how many past works it has, and how many words and tags stand in them and in what it says of itself. */
  readonly worksOf: Ints; readonly wordsOf: Ints; readonly tagsOf: Ints
}

/** Past works in columns, with the words, tags and members each of them names. Nothing is moved: a change adds anew. */
export class Works {
  readonly ids: string[] = []
  readonly texts: string[] = []
  readonly level = new Ints()
  readonly on = new Ints()
  readonly profile = new Ints()
  readonly owners: (string | undefined)[] = []
  readonly shared = new Map<number, readonly string[]>()
  readonly members = new Runs()
  readonly words = new Runs()
  readonly tags = new Runs()
  readonly capabilities = new Runs()
  readonly wordNames = new Names()
  readonly tagNames = new Names()
  readonly capabilityNames = new Names()
  readonly byWord = new Lists()
  readonly byTag = new Lists()
  readonly byMember = new Lists()
  readonly byCapability = new Lists()
  readonly counts: Readonly<Record<Reach, Counts>> = { [VISITOR]: noCounts(), [MEMBER]: noCounts() }
  private readonly numbers = new Map<string, number>()
  private readonly labels = new Map<string, string>()
  private readonly profiles = new Map<string, number>()
  private readonly organisations: Names

  constructor(organisations: Names) {
    this.organisations = organisations
  }

  get size(): number {
    return this.ids.length
  }

  find(id: string): number | undefined {
    return this.numbers.get(id)
  }

  add(row: WorkRow, profile = false): number {
    const work = this.ids.push(profile ? PROFILE + row.id : row.id) - 1
    ;(profile ? this.profiles : this.numbers).set(row.id, work)
    this.texts.push(row.text)
    this.owners.push(row.owner)
    if (row.sharedWith && row.sharedWith.length > 0) this.shared.set(work, row.sharedWith)
    this.level.push(levelOf(row))
    this.on.push(dayNumber(row.on) ?? NO_DAY)
    this.profile.push(profile ? 1 : 0)
    this.addMembers(work, row.members)
    this.addWords(work, row.text)
    this.addNames(work, new Set((row.tags ?? []).map((tag) => this.labelled(tag))), this.tagNames, this.tags, this.byTag)
    this.addNames(work, new Set(row.capabilities ?? []), this.capabilityNames, this.capabilities, this.byCapability)
    this.count(work, 1)
    return work
  }

  remove(id: string, profile = false): number | undefined {
    const numbers = profile ? this.profiles : this.numbers
    const work = numbers.get(id)
    if (work === undefined) return undefined
    this.count(work, -1)
    this.level.data[work] = GONE
    this.texts[work] = ''
    this.shared.delete(work)
    numbers.delete(id)
    return work
  }

  organisationId(organisation: number): string {
    return this.organisations.texts[organisation]!
  }

  /** After the first filling: from here on works are looked up by word, tag and member in one step. */
  settle(): void {
    this.byWord.settle(this.wordNames.texts.length)
    this.byTag.settle(this.tagNames.texts.length)
    this.byMember.settle(this.organisations.texts.length)
    this.byCapability.settle(this.capabilityNames.texts.length)
  }

  sees(viewer: Viewer, work: number): boolean {
    const level = this.level.data[work]!
    if (level <= viewer.reach) return level !== GONE
    return maySee(viewer, level, this.owners[work], this.shared.get(work))
  }

  /** The row as it was given, tags by their label. */
  row(work: number): WorkRow {
    const on = this.on.data[work]!
    const owner = this.owners[work]
    const sharedWith = this.shared.get(work)
    return {
      is: 'work', id: this.ids[work]!, text: this.texts[work]!, sight: sightOf(this.level.data[work]!),
      ...(owner === undefined ? {} : { owner }), ...(sharedWith ? { sharedWith } : {}),
      ...(on === NO_DAY ? {} : { on: new Date(on * 86_400_000).toISOString().slice(0, 10) }),
      tags: Array.from(this.tags.of(work), (tag) => this.tagNames.texts[tag]!),
      capabilities: Array.from(this.capabilities.of(work), (name) => this.capabilityNames.texts[name]!),
      members: Array.from(this.members.of(work), (member): Member => {
        const organisation = this.organisations.texts[organisationOf(member)]!
        return leads(member) ? { organisation, role: 'lead' } : { organisation }
      }),
    }
  }

  private addMembers(work: number, members: readonly Member[]): void {
    this.members.add(members.map(({ organisation, role }) => this.organisations.numberOf(organisation) * 2 + (role === 'lead' ? 1 : 0)))
    for (const member of this.members.of(work)) this.byMember.add(organisationOf(member), work)
  }

  private addWords(work: number, text: string): void {
    const words = wordsOf(text).map((word) => this.wordNames.numberOf(word))
    this.words.add(words)
    words.sort((a, b) => a - b)
    for (let at = 0, next = 1; at < words.length; next++) {
      if (next < words.length && words[next] === words[at]) continue
      this.byWord.add(words[at]!, work * 8 + Math.min(next - at, MOST_USES))
      at = next
    }
  }

  /** Tags come back again and again in one spelling, so each spelling is read once. */
  private labelled(tag: string): string {
    let label = this.labels.get(tag)
    if (label === undefined) this.labels.set(tag, (label = labelOf(tag)))
    return label
  }

  private addNames(work: number, labels: ReadonlySet<string>, names: Names, runs: Runs, lists: Lists): void {
    const numbers = Array.from(labels, (label) => names.numberOf(label))
    runs.add(numbers)
    for (const number of numbers) lists.add(number, work)
  }

  private count(work: number, step: number): void {
    const distinct = new Set(this.words.of(work))
    const isPast = this.profile.data[work] === 0
    for (const reach of [VISITOR, MEMBER] as const) {
      if (this.level.data[work]! > reach) continue
      const counts = this.counts[reach]
      this.countMembers(work, counts, step)
      for (const said of isPast ? [counts, counts.past] : [counts]) {
        said.works += step
        said.words += step * (this.words.to(work) - this.words.from(work))
        said.tags += step * (this.tags.to(work) - this.tags.from(work))
        for (const word of distinct) bump(said.word, word, step)
        for (const tag of this.tags.of(work)) bump(said.tag, tag, step)
      }
    }
  }

  private countMembers(work: number, counts: Counts, step: number): void {
    const words = this.words.to(work) - this.words.from(work)
    const tags = this.tags.to(work) - this.tags.from(work)
    for (let m = this.members.from(work); m < this.members.to(work); m++) {
      const organisation = organisationOf(this.members.values.data[m]!)
      bump(counts.worksOf, organisation, this.profile.data[work] === 1 ? 0 : step)
      bump(counts.wordsOf, organisation, step * words)
      bump(counts.tagsOf, organisation, step * tags)
    }
  }
}

const nothingSaid = (): Said => ({ word: new Ints(), tag: new Ints(), works: 0, words: 0, tags: 0 })
const noCounts = (): Counts => ({ ...nothingSaid(), past: nothingSaid(), worksOf: new Ints(), wordsOf: new Ints(), tagsOf: new Ints() })

function bump(counts: Ints, key: number, step: number): void {
  while (counts.length <= key) counts.push(0)
  counts.data[key]! += step
}

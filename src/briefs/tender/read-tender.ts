import type { Capability } from '../../networks/index.ts'
import { MOST_PARTS, type Need } from '../brief.ts'
import { blocksOf, type Block } from './blocks.ts'
import { matcherOf, type Matcher } from './capability.ts'
import { spanIn } from './days.ts'
import { MOST_TEXT, type Found, type FoundPart } from './found.ts'
import { frameIn } from './frame.ts'
import { isAboutBidding, isAside, needIn, needInCell, sectionOf, type Section } from './sections.ts'
import { isAmount, sizeIn, withoutSize } from './size.ts'

/** Something that may be a part: where it stood decides how sure we are. */
type Candidate = { readonly text: string; readonly need?: Need; readonly size?: string; readonly sure: 'list' | 'loose' | 'sentence' }

/**
 * Reads a tender as it was pasted: lots, numbered and bulleted lists, tables, headings, and sentences that say must, shall, should or
 * need. Pure and bounded: the same text always gives the same parts, and a hundred pages take a moment. People keep, change or drop.
 */
export function readTender(written: string, { vocabulary, today }: { vocabulary: readonly Capability[]; today: string }): Found {
  const text = written.slice(0, MOST_TEXT).replaceAll('\u0000', ' ').toWellFormed()
  const blocks = blocksOf(text)
  const match = matcherOf(vocabulary)
  const candidates = candidatesIn(blocks, match)
  const wantsTicking = tickingOf(candidates)
  const seen = new Set<string>()
  const parts = candidates.flatMap((candidate): FoundPart[] => {
    const says = tidy(candidate.text)
    const known = says.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()
    if (known.length < 3 || seen.has(known)) return []
    seen.add(known)
    const capability = match(candidate.text)
    const size = candidate.size ?? sizeIn(candidate.text)
    return [{ says: withoutSize(says, size), wants: capability?.title, need: candidate.need ?? needIn(candidate.text) ?? 'must', size, ...spanIn(candidate.text, today), ticked: wantsTicking(candidate, capability) }]
  })
  const kept = parts.toSorted((one, other) => Number(other.ticked) - Number(one.ticked)).slice(0, MOST_PARTS) // where there are too many, those we are sure of stay
  return whole({ ...frameIn(linesIn(blocks), today), parts: parts.filter((part) => kept.includes(part)), left: parts.length > kept.length ? parts.length - kept.length : undefined })
}

/** What was cut to its length may end in half a letter, which no database keeps. */
function whole(found: Found): Found {
  const mend = <T extends object>(of: T): T => Object.fromEntries(Object.entries(of).map(([name, value]) => [name, typeof value === 'string' ? value.replace(/[\uD800-\uDBFF]$/, '') : value])) as T // the same fields, none left out
  return { ...mend(found), parts: found.parts.map(mend) }
}

function linesIn(blocks: readonly Block[]): readonly string[] {
  return blocks.slice(0, 2000).map((block) => (block.is === 'row' ? block.cells.join(': ') : block.text))
}

/** Lists are ticked; what stands loose in the text only where nothing surer was found, or where the network has a word for it. */
function tickingOf(candidates: readonly Candidate[]): (candidate: Candidate, capability: Capability | undefined) => boolean {
  const listed = candidates.filter((one) => one.sure === 'list').length
  const loose = candidates.filter((one) => one.sure === 'loose').length
  return ({ sure }, capability) => sure === 'list' || (sure === 'loose' ? listed === 0 || !!capability : listed + loose < 2 || (!!capability && listed < 2))
}

function candidatesIn(blocks: readonly Block[], match: Matcher): readonly Candidate[] {
  const found: Candidate[] = []
  const stack: { depth: number; section: Section }[] = []
  const here = (): Section => stack.at(-1)?.section ?? {}
  let lot: { at: number } | undefined
  let heading: { text: string; section: Section; from: number } | undefined
  let columns: Columns | undefined
  const hasLots = blocks.some((block) => block.is === 'item' && block.lot)
  /** A numbered heading with nothing found under it may be a part by itself. */
  const leaveHeading = () => {
    if (heading && found.length === heading.from && heading.section.holds === 'wanted' && !isPlainHeading(heading.text)) found.push({ text: heading.text, need: heading.section.need, sure: 'list' })
    heading = undefined
  }

  for (const block of blocks) {
    if (block.is !== 'row') columns = undefined
    if (block.is === 'heading') {
      leaveHeading()
      const own = sectionOf(block.text)
      const above = stack.findLast((one) => one.depth < block.depth)?.section
      while ((stack.at(-1)?.depth ?? -1) >= block.depth) stack.pop()
      stack.push({ depth: block.depth, section: { holds: own.holds ?? above?.holds, need: own.need ?? above?.need } })
      if (block.numbered) heading = { text: block.text, section: { ...here(), holds: own.holds === 'other' ? undefined : above?.holds }, from: found.length }
      if (block.depth < 10) lot = undefined
      continue
    }
    if (block.is === 'item' && block.lot) {
      lot = { at: found.length }
      found.push({ text: block.text, need: needIn(block.text), sure: 'list' })
      continue
    }
    const { holds, need } = here()
    if (block.is === 'row') {
      columns ??= columnsOf(block.cells)
      const row = columns.isHead === block.cells ? undefined : rowIn(block.cells, columns)
      if (row && holds !== 'other' && !isAside(row.text) && !isAboutBidding(row.text)) found.push({ ...row, need: row.need ?? need, sure: columns.named || holds === 'wanted' ? 'list' : 'loose' })
      continue
    }
    const inLot = lot && found[lot.at]
    if (lot && inLot && holds !== 'other') { // what stands under a lot belongs to it
      const joined = `${inLot.text}${/[.:;,]$/.test(inLot.text) ? ' ' : block.is === 'item' && !inLot.text.includes(': ') ? ': ' : '; '}${block.text}`
      if (!isAboutBidding(block.text) && joined.length <= 480) found[lot.at] = { ...inLot, text: joined, size: inLot.size ?? sizeIn(block.text) }
      continue
    }
    if (holds === 'other') continue
    if (block.is === 'item') {
      if (isAside(block.text) || (holds !== 'wanted' && isAboutBidding(block.text))) continue
      found.push({ text: block.text, need: needIn(block.text) ?? need, sure: hasLots ? 'loose' : holds === 'wanted' ? 'list' : 'loose' })
    } else {
      found.push(...sentencesIn(block.text, match).map((one) => ({ ...one, need: one.need ?? need })))
    }
  }
  leaveHeading()
  return found
}

/** A heading that tells no work by itself: "Scope of works", "Technical requirements", "Overview". "Roofing works" does. */
const isPlainHeading = (text: string): boolean => !/\p{L}{3}/u.test(text.replaceAll(PLAIN_WORDS, ' '))
const PLAIN_WORDS = /\b(?:scope|requirements?|required|specifications?|services?|works?|deliverables?|lots?|needs?|needed|wanted|tasks?|outputs?|packages?|objectives?|activities|duties|responsibilities|goods|products?|suppl(?:y|ies)|schedules?|parts?|job|team|general|summary|overview|purpose|aims?|details?|detailed|notes?|others?|programme|context|vision|technical|functional|specific|project|contract|key|main|minimum|mandatory|essential|desirable|optional|what|how|we|you|our|your|is|are|be|to|of|the|and|for|in)\b/gi

type Columns = { readonly isHead?: readonly string[]; readonly named: boolean; readonly says?: number; readonly size?: number; readonly need?: number; readonly unit?: number }

function columnsOf(cells: readonly string[]): Columns {
  const find = (which: RegExp) => { const at = cells.findIndex((cell) => which.test(cell)); return at < 0 ? undefined : at }
  const says = find(/^(?:descriptions?|items?|requirements?|works?|tasks?|deliverables?|services?|goods|products?|what|specifications?|activit(?:y|ies)|needs?|parts?)(?: (?:description|of .*|needed|required))?$/i)
  if (says === undefined) return { named: false }
  const described = find(/description|requirement|specification/i)
  return { isHead: cells, named: true, says: described ?? says, size: find(/^(?:qty|quantity|amount|how (?:much|many)|number|no\.?|volume|size|hours|days)\b/i), need: find(/must|mandatory|essential|priority|m\/d|need|moscow|required\?/i), unit: find(/^units?$/i) }
}

function rowIn(cells: readonly string[], columns: Columns): Omit<Candidate, 'sure'> | undefined {
  const says = columns.says !== undefined ? cells[columns.says] : cells.toSorted((one, other) => other.length - one.length).find((cell) => /\p{L}{3}/u.test(cell))
  if (!says || !/\p{L}{3}/u.test(says) || /^(?:sub-?)?total\b/i.test(says)) return undefined
  const amount = (columns.size !== undefined ? cells[columns.size] : cells.find((cell) => cell !== says && isAmount(cell) && !/^\d{1,3}(?:\.\d{1,2})*$/.test(cell))) || undefined
  const unit = columns.unit !== undefined ? cells[columns.unit] : undefined
  const need = columns.need !== undefined && columns.need !== columns.says ? needInCell(cells[columns.need] ?? '') : cells.map((cell) => (cell.length > 2 ? needInCell(cell) : undefined)).find(Boolean)
  return { text: says, size: amount && [amount, unit].filter(Boolean).join(' ').slice(0, 120), need }
}

const WISH = /\b(?:we|you|they|i|the (?:team|client|customer|project|council|charity))\b.{0,30}?\b(?:need|require|want|seek|are looking for|is looking for|are seeking|would like)\b:?\s+(.{3,})$/i
const DUTY = /\b(?:must|shall|should|require[sd]?|is needed|are needed|will need|needs? to|has to|have to)\b/i

/** Sentences of running text that ask for something; a wish for several things at once is taken apart at its commas. */
function sentencesIn(text: string, match: Matcher): readonly Candidate[] {
  return text.split(/(?<=[.!?;])\s+(?=[\p{Lu}"“(])/u).flatMap((sentence): Candidate[] => {
    if (sentence.length > 600 || isAside(sentence) || isAboutBidding(sentence)) return []
    const wished = WISH.exec(sentence)?.[1]?.replace(/[.;!]$/, '')
    if (wished) {
      const pieces = wished.split(/,\s+(?:and\s+|plus\s+)?|\s+and\s+(?=(?:a|an|the|some|someone|two|three|\d)\b)/i).map((piece) => piece.trim()).filter((piece) => piece.length > 2)
      const known = pieces.filter((piece) => match(piece)).length
      if (pieces.length >= 2 && known * 2 >= pieces.length && pieces.every((piece) => piece.split(/\s+/).length <= 14)) return pieces.map((piece) => ({ text: piece, need: needIn(sentence), sure: 'loose' as const }))
    }
    return wished || DUTY.test(sentence) ? [{ text: sentence, sure: 'sentence' as const }] : []
  })
}

const LEAD = /^(?:the )?(?:contractor|supplier|provider|service provider|consultant|team|lead|successful (?:tenderer|bidder|supplier|applicant)|appointed \w+|you|we)\s+(?:must|shall|should|will|need(?:s)?|is required|are required|will be required|is expected|are expected|requires?|would like)\s+(?:also\s+)?(?:to\s+)?(?:be able to\s+)?/i

/** As one would write it in a list: without "The contractor shall", with a capital, in one line. */
function tidy(text: string): string {
  const bare = text.replaceAll(/\*\*|__|`/g, '').replaceAll(/\s+/g, ' ').trim().replace(LEAD, '').replace(/^(?:a|an|some)\s+(?=\p{L})/iu, '').replace(/[;,]$/, '').replace(/;? (?:and|or)$/i, '').trim()
  const words = bare.length > 3 ? bare : text.trim()
  const upper = words.charAt(0).toUpperCase() + words.slice(1)
  return upper.length <= 500 ? upper : `${upper.slice(0, 499).replace(/\s+\S*$/, '')}…`
}

import type { Capability } from '../../networks/index.ts'
import { districtOf } from '../../organisations/index.ts'
import { MOST_PARTS } from '../brief.ts'
import { matcherOf, type Matcher } from '../tender/capability.ts'
import type { Found, FoundPart } from '../tender/found.ts'
import { bandOf } from '../tender/frame.ts'
import { readTender } from '../tender/read-tender.ts'
import { needIn } from '../tender/sections.ts'
import { sizeIn } from '../tender/size.ts'
import { cut, dayIn, linesIn, listIn, numberIn, objectIn, wordsIn, type Json } from './read-json.ts'
import { releaseIn, releasesIn } from './release.ts'

type Using = { readonly vocabulary: readonly Capability[]; readonly today: string }
type Reading = Using & { /** Which release, by its id or ocid. */ readonly release?: string; /** Where the sentence stands if it cannot be read. */ readonly field?: string }

/** More things in one tender than anybody reads; beyond it they are counted and no more. */
const MOST_ITEMS = 2000
const MOST_A_LOT = 50
/** As many as one looks down without losing the thread. */
const MOST_TO_CHOOSE = 30

/**
 * Reads a tender as public buyers publish it (Open Contracting Data Standard 1.1). Lots become parts; without lots, its items; without
 * those, what its description asks for. Nothing in it is trusted: what has another shape than the standard says is passed over.
 */
export function readOcds(sent: unknown, { release: named, field = 'file', ...using }: Reading): Found {
  return readRelease(releaseIn(sent, field, named), using)
}

/** What each tender in a file comes to, the latest first, where it holds several; none where there is nothing to choose. */
export function readEach(sent: unknown, using: Using): readonly Found[] {
  const releases = releasesIn(sent, MOST_TO_CHOOSE)
  return releases.length < 2 ? [] : releases.map((release) => readRelease(release, using))
}

function readRelease(release: Json, { vocabulary, today }: Using): Found {
  const tender = objectIn(release['tender']) ?? {}
  const match = matcherOf(vocabulary)
  const items = listIn(tender['items']).slice(0, MOST_ITEMS)
  const lots = listIn(tender['lots'])
  const says = linesIn(tender['description'], 6000)
  const title = wordsIn(tender['title'], 140)
  const itemsOf = Map.groupBy(items, (item) => String(item['relatedLot']))
  const parts = lots.length > 0 ? lots.slice(0, MOST_PARTS).flatMap((lot, at) => partOfLot(lot, at, itemsOf.get(String(lot['id'])) ?? [], match))
    : items.length > 0 ? onceEach(items.slice(0, MOST_PARTS).flatMap((item) => partOfItem(item, match)))
      : partsOfWords(title, says, { vocabulary, today, match })
  const many = lots.length > 0 ? lots.length : listIn(tender['items']).length
  const period = periodOf(tender['contractPeriod']) ?? spanOf(lots.slice(0, MOST_ITEMS).flatMap((lot) => periodOf(lot['contractPeriod']) ?? []))
  return {
    title, says, forWhom: buyerOf(release, tender), district: districtIn(tender, items), answerBy: dayIn(objectIn(tender['tenderPeriod'])?.['endDate']), ...period,
    value: bandOf(poundsIn(tender['value']) ?? sumOf(lots)), source: wordsIn(release['ocid'], 200), parts, left: many > MOST_PARTS ? many - MOST_PARTS : undefined,
  }
}

/** A lot that was called off is shown and left unticked. */
function partOfLot(lot: Json, at: number, items: readonly Json[], match: Matcher): readonly FoundPart[] {
  const [title, more] = [wordsIn(lot['title'], 200), wordsIn(lot['description'], 480)]
  const things = items.slice(0, MOST_A_LOT)
  const says = [title, more === title ? undefined : more].filter(Boolean).join(': ') || things.flatMap((item) => wordsIn(item['description'], 100) ?? []).join('; ') || `Lot ${at + 1}`
  const classes = things.flatMap(classesOf)
  const wants = match([title, more].filter(Boolean).join('. ')) ?? match(things.flatMap((item) => wordsIn(item['description'], 200) ?? []).join('. ')) ?? match(classes.join('. '))
  const [only] = things
  return [{
    says: cut(says, 500), wants: wants?.title, need: needIn(says) ?? 'must', size: (things.length === 1 && only && amountOf(only)) || sizeIn(says), ...periodOf(lot['contractPeriod']),
    district: districtOfItems(things), ticked: !/^(?:cancelled|unsuccessful|withdrawn|complete)$/.test(String(lot['status'])),
  }]
}

function partOfItem(item: Json, match: Matcher): readonly FoundPart[] {
  const classes = classesOf(item)
  const says = wordsIn(item['description'], 500) ?? wordsIn(classes.join('; '), 500)
  if (!says) return []
  return [{ says, wants: (match(says) ?? match(classes.join('. ')))?.title, need: needIn(says) ?? 'must', size: amountOf(item) ?? sizeIn(says), district: districtOfItems([item]), ticked: true }]
}

/** Small buyers publish nothing but a description: it is read as a pasted text would be. */
function partsOfWords(title: string | undefined, says: string | undefined, { match, ...using }: { vocabulary: readonly Capability[]; today: string; match: Matcher }): readonly FoundPart[] {
  const { parts } = readTender(says ?? '', using)
  if (parts.length > 0) return parts
  const whole = title ?? (says && cut(says.replaceAll(/\s+/g, ' '), 500))
  return whole ? [{ says: whole, wants: (match(whole) ?? match(says ?? ''))?.title, need: 'must', size: sizeIn(says ?? whole), ticked: true }] : []
}

function classesOf(item: Json): readonly string[] {
  return [objectIn(item['classification']), ...listIn(item['additionalClassifications']).slice(0, 10)].flatMap((one) => wordsIn(one?.['description'], 200) ?? [])
}

/** "350 joints": the number and its unit, where it is more than "1 each". */
function amountOf(item: Json): string | undefined {
  const quantity = numberIn(item['quantity'])
  if (quantity === undefined || quantity <= 0 || quantity > 1e12) return undefined
  const unit = wordsIn(objectIn(item['unit'])?.['name'], 60)
  return quantity === 1 && !unit ? undefined : [quantity.toLocaleString('en-GB', { maximumFractionDigits: 3 }), unit].filter(Boolean).join(' ')
}

function buyerOf(release: Json, tender: Json): string | undefined {
  const byRole = listIn(release['parties']).slice(0, MOST_ITEMS).find((party) => [party['roles']].flat().includes('buyer'))
  return wordsIn(objectIn(release['buyer'])?.['name'], 160) ?? wordsIn(byRole?.['name'], 160) ?? wordsIn(objectIn(tender['procuringEntity'])?.['name'], 160)
}

/** Where it is delivered: said of the whole, or the same for every item. Where the buyer sits is another matter. */
function districtIn(tender: Json, items: readonly Json[]): string | undefined {
  return districtOfItems([tender]) ?? districtOfItems(items)
}

function districtOfItems(items: readonly Json[]): string | undefined {
  const all = new Set(items.slice(0, MOST_ITEMS).flatMap((item) => [...listIn([item['deliveryAddress']]), ...listIn(item['deliveryAddresses']), ...listIn([item['deliveryLocation']]), ...listIn(item['deliveryLocations'])].slice(0, 20).flatMap((place) => districtOfPlace(place) ?? [])))
  return all.size === 1 ? [...all][0] : undefined
}

function districtOfPlace(place: Json): string | undefined {
  const code = wordsIn(place['postalCode'], 20)
  if (code) return districtOf(code)
  for (const [written] of (wordsIn(place['description'], 300) ?? '').matchAll(/\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b/g)) return districtOf(written)
  return undefined
}

type Period = { readonly startsOn?: string; readonly endsOn?: string }

function periodOf(value: unknown): Period | undefined {
  const period = objectIn(value)
  if (!period) return undefined
  const startsOn = dayIn(period['startDate'])
  const days = numberIn(period['durationInDays'])
  const lasting = startsOn && days !== undefined && days > 0 && days < 20_000 ? new Date(Date.parse(startsOn) + Math.floor(days - 1) * 86_400_000).toISOString().slice(0, 10) : undefined
  const endsOn = dayIn(period['endDate']) ?? dayIn(period['maxExtentDate']) ?? lasting
  if (startsOn && endsOn && endsOn < startsOn) return { startsOn }
  return startsOn || endsOn ? { startsOn, endsOn } : undefined
}

function spanOf(periods: readonly Period[]): Period | undefined {
  const starts = periods.flatMap(({ startsOn }) => startsOn ?? []).toSorted()
  const ends = periods.flatMap(({ endsOn }) => endsOn ?? []).toSorted()
  return periods.length === 0 ? undefined : { startsOn: starts[0], endsOn: ends.at(-1) }
}

function poundsIn(value: unknown): number | undefined {
  const worth = objectIn(value)
  return worth?.['currency'] === 'GBP' || (worth && worth['currency'] === undefined) ? numberIn(worth['amount']) : undefined
}

function sumOf(lots: readonly Json[]): number {
  return lots.slice(0, MOST_ITEMS).reduce((sum, lot) => sum + (poundsIn(lot['value']) ?? 0), 0)
}

function onceEach(parts: readonly FoundPart[]): readonly FoundPart[] {
  const seen = new Set<string>()
  return parts.filter(({ says, size }) => { const known = `${says} ${size ?? ''}`.toLowerCase(); return !seen.has(known) && !!seen.add(known) })
}

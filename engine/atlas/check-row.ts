import type { Kind, Lens, Member, Part, Place, PreferenceRow, Row, Seen, Sight, Strength } from './rows.ts'

/** Why a row was not taken in. The atlas goes on without it. */
export type RowRefusal = {
  readonly refused: 'not-a-row' | 'unknown-kind' | 'no-id' | 'no-organisation' | 'no-capability' | 'no-claim' | 'needs-two' | 'duplicate'
  readonly is?: string
  readonly id?: string
}

/** Longest id that is accepted, in UTF-16 units. */
const ID_LIMIT = 200
/** More members, tags or parts than this are passed over, so that no single row can hold up every question. */
const LIST_LIMIT = 2_000

type Raw = Readonly<Record<string, unknown>>

/**
 * Reads a row that may come from anywhere. What is missing or makes no sense is left out; a row that cannot stand
 * without it is refused. Never throws.
 * @example checkRow({ is: 'organisation', id: 'fern', place: { latitude: 1e9 } }).id // 'fern'
 * @example checkRow({ is: 'claim', id: 'c1' }).refused // 'no-organisation'
 */
export function checkRow(raw: unknown): Row | RowRefusal {
  if (typeof raw !== 'object' || raw === null) return { refused: 'not-a-row' }
  const row = raw as Raw
  const is = row['is'] as Kind
  const id = idFrom(row['id'])
  if (!Object.hasOwn(READERS, String(is))) return { refused: 'unknown-kind', ...(id ? { id } : {}) }
  if (!id) return { refused: 'no-id', is }
  return READERS[is](row, id)
}

type Reader = (row: Raw, id: string) => Row | RowRefusal

const READERS: Record<Kind, Reader> = {
  organisation: (row, id) => ({
    is: 'organisation', id, ...seen(row), ...present('name', text(row['name'])), ...present('kind', text(row['kind'])),
    ...present('text', text(row['text'])), ...present('place', placeIn(row['place'])), ...(row['verified'] === true ? { verified: true } : {}),
  }),
  capability: (row, id) => ({
    is: 'capability', id, name: text(row['name']) ?? id, ...present('parent', idFrom(row['parent'])), synonyms: ids(row['synonyms']),
    ...present('code', text(row['code'])),
  }),
  claim: (row, id) => {
    const organisation = idFrom(row['organisation'])
    const capability = idFrom(row['capability'])
    if (!organisation) return { refused: 'no-organisation', is: 'claim', id }
    if (!capability) return { refused: 'no-capability', is: 'claim', id }
    const strength: Strength = oneOf(row['strength'], ['can_do', 'best_at', 'only_us']) ?? 'can_do'
    return {
      is: 'claim', id, ...seen(row), organisation, capability, strength,
      ...present('capacity', atLeastZero(row['capacity'])), ...present('availableFrom', day(row['availableFrom'])),
      ...present('availableUntil', day(row['availableUntil'])),
    }
  },
  proof: (row, id) => {
    const claim = idFrom(row['claim'])
    if (!claim) return { refused: 'no-claim', is: 'proof', id }
    return { is: 'proof', id, ...seen(row), claim, ...present('on', day(row['on'])), ...present('endsOn', day(row['endsOn'])) }
  },
  work: (row, id) => ({
    is: 'work', id, ...seen(row), text: text(row['text']) ?? '', tags: ids(row['tags']), capabilities: ids(row['capabilities']),
    ...present('on', day(row['on'])), members: members(row['members']),
  }),
  brief: (row, id) => {
    const organisation = idFrom(row['organisation'])
    if (!organisation) return { refused: 'no-organisation', is: 'brief', id }
    return {
      is: 'brief', id, ...seen(row), organisation, text: text(row['text']) ?? '', tags: ids(row['tags']), parts: parts(row['parts']),
      ...(row['openToRivals'] === true ? { openToRivals: true } : {}),
    }
  },
  want: (row, id) => {
    const organisation = idFrom(row['organisation'])
    if (!organisation) return { refused: 'no-organisation', is: 'want', id }
    const lens: Lens | undefined = oneOf(row['lens'], ['gap', 'audience', 'cover', 'cause'])
    return { is: 'want', id, ...seen(row), organisation, ...present('lens', lens), ...present('capability', idFrom(row['capability'])), ...present('text', text(row['text'])) }
  },
  tie: (row, id) => {
    const between = pair(row['between'])
    if (!between) return { refused: 'needs-two', is: 'tie', id }
    return { is: 'tie', id, ...seen(row), between, ...present('weight', atLeastZero(row['weight'])) }
  },
  partnership: (row, id) => {
    const between = pair(row['between'])
    return between ? { is: 'partnership', id, between } : { refused: 'needs-two', is: 'partnership', id }
  },
  preference: (row, id) => {
    const organisation = idFrom(row['organisation'])
    if (!organisation) return { refused: 'no-organisation', is: 'preference', id }
    const rivals: PreferenceRow['rivals'] = oneOf(row['rivals'], ['never', 'cover', 'always'])
    return {
      is: 'preference', id, organisation, ...present('rivals', rivals),
      notForUs: ids(row['notForUs']), ...present('furthestKm', atLeastZero(row['furthestKm'])),
    }
  },
}

function seen(row: Raw): Seen {
  const sharedWith = ids(row['sharedWith'])
  // A sight nobody can read is the narrowest one: better hidden by mistake than shown by mistake.
  const sight: Sight = row['sight'] === undefined ? 'network' : (oneOf(row['sight'], ['only_us', 'partners', 'network', 'anyone']) ?? 'only_us')
  return { sight, ...present('owner', idFrom(row['owner'])), ...(sharedWith.length > 0 ? { sharedWith } : {}) }
}

export function placeIn(raw: unknown): Place | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined
  const { country, region, town, latitude, longitude } = raw as Raw
  const north = within(latitude, 90)
  const east = within(longitude, 180)
  const measured = north !== undefined && east !== undefined ? { latitude: north, longitude: east } : {}
  return { ...present('country', text(country)), ...present('region', text(region)), ...present('town', text(town)), ...measured }
}

function members(raw: unknown): Member[] {
  const found: Member[] = []
  const places = new Map<string, number>()
  for (const item of list(raw)) {
    const organisation = idFrom(typeof item === 'string' ? item : (item as Raw | null)?.['organisation'])
    if (organisation === undefined) continue
    const member: Member = typeof item !== 'string' && (item as Raw)['role'] === 'lead' ? { organisation, role: 'lead' } : { organisation }
    const place = places.get(organisation)
    if (place === undefined) places.set(organisation, found.push(member) - 1)
    else if (member.role === 'lead') found[place] = member
  }
  return found
}

export function parts(raw: unknown): Part[] {
  return list(raw).flatMap((item, index) => {
    if (typeof item !== 'object' || item === null) return []
    const row = item as Raw
    const weight = atLeastZero(row['weight'])
    return [{
      id: idFrom(row['id']) ?? `part-${index + 1}`, ...present('capability', idFrom(row['capability'])), ...present('text', text(row['text'])),
      must: row['must'] === true, ...(weight !== undefined && weight > 0 ? { weight: Math.min(weight, 1e6) } : {}),
    }]
  })
}

const list = (raw: unknown): readonly unknown[] => (!Array.isArray(raw) ? [] : raw.length > LIST_LIMIT ? raw.slice(0, LIST_LIMIT) : raw)
export function ids(raw: unknown): string[] {
  if (!Array.isArray(raw) || raw.length === 0) return []
  return [...new Set(list(raw).map(idFrom).filter((id) => id !== undefined))]
}
const text = (raw: unknown): string | undefined => (typeof raw === 'string' && raw !== '' ? raw : undefined)
const present = <K extends string, V>(key: K, value: V | undefined) => (value === undefined ? {} : { [key]: value }) as { [P in K]?: V }
const oneOf = <T extends string>(raw: unknown, allowed: readonly T[]): T | undefined => allowed.find((one) => one === raw)
const within = (raw: unknown, most: number): number | undefined => (typeof raw === 'number' && Math.abs(raw) <= most ? raw : undefined)
const atLeastZero = (raw: unknown): number | undefined => (typeof raw === 'number' && raw >= 0 && raw < Infinity ? Math.min(raw, 1e9) : undefined)
export const day = (raw: unknown): string | undefined => (typeof raw === 'string' && dayNumber(raw) !== undefined ? raw : undefined)

function idFrom(raw: unknown): string | undefined {
  return typeof raw === 'string' && raw !== '' && raw.length <= ID_LIMIT ? raw : undefined
}

function pair(raw: unknown): [string, string] | undefined {
  const [a, b] = list(raw).map(idFrom)
  return a && b && a !== b ? [a, b] : undefined
}

/**
 * Days since 1 January 1970 for a day written `2025-03-31`; undefined when it is no such day.
 * @example dayNumber('1970-01-02') // 1
 */
export function dayNumber(written: string | undefined): number | undefined {
  if (written === undefined) return undefined
  if (written === lastWritten) return lastDay
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written)
  if (!found) return undefined
  const milliseconds = Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3]))
  if (!new Date(milliseconds).toISOString().startsWith(found[0])) return undefined
  lastWritten = written
  return (lastDay = milliseconds / 86_400_000)
}

// Rows are checked and then read, so the day asked for is nearly always the one just read.
let lastWritten = ''
let lastDay = 0

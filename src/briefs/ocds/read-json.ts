/** Looks into JSON that strangers wrote: whatever does not have the shape that was asked for is simply not there. */
export type Json = Readonly<Record<string, unknown>>

export function objectIn(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined // an object of unknown values is what Json says
}

/** The objects of a list; something else has none. */
export function listIn(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.flatMap((one: unknown): readonly Json[] => { const found = objectIn(one); return found ? [found] : [] }) : []
}

/** Words in one line, at most so many letters; numbers are words too where an id is one. */
export function wordsIn(value: unknown, most: number): string | undefined {
  const text = linesIn(typeof value === 'number' && Number.isFinite(value) ? String(value) : value, most * 2)?.replaceAll(/\s+/g, ' ')
  return text && cut(text, most)
}

/** The same with its lines kept. */
export function linesIn(value: unknown, most: number): string | undefined {
  if (typeof value !== 'string') return undefined
  const text = value.slice(0, most * 4).toWellFormed().replaceAll('\r\n', '\n').replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F]/g, ' ').trim()
  return text === '' ? undefined : cut(text, most)
}

export function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '').replace(/\s+\S{0,40}$/, '')}…`
}

/** The day of an instant as it is in Britain, where tenders close at noon or at midnight of summer time. */
export function dayIn(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 40) return undefined
  const [, date, time] = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}.*)?$/.exec(value.trim()) ?? []
  if (!date || Number.isNaN(Date.parse(`${date}T00:00:00Z`)) || new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10) !== date || date < '1990' || date > '2101') return undefined
  const at = time && /(?:Z|[+-]\d{2}:?\d{2})$/i.test(time) ? Date.parse(value.trim()) : Number.NaN
  return Number.isNaN(at) ? date : LONDON.format(at)
}

const LONDON = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' })

export function numberIn(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

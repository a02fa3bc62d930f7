/** A moment: a Date, an ISO text, or a Temporal instant. */
export type When = Date | string | { readonly epochMilliseconds: number }

/** A day: an ISO text such as 2027-03-02, a Temporal plain date, or the day on which a moment falls here. */
export type OnDay = When | { readonly year: number; readonly month: number; readonly day: number }

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec']
const ZONE = 'Europe/London'
const PARTS = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** A day as people write it: 2 Mar 2027. */
export function Day({ on }: { on: OnDay }) {
  return <time dateTime={isoDay(on)}>{dayInWords(on)}</time>
}

/** A day and a time of day: 2 Mar 2027, 14:05. */
export function Moment({ at }: { at: When }) {
  return <time dateTime={instant(at).toISOString()}>{momentInWords(at)}</time>
}

/** How long ago, in words, with the exact moment to hand; after two weeks the day itself. */
export function Ago({ since, now }: { since: When; now: When }) {
  return <time dateTime={instant(since).toISOString()} title={momentInWords(since)}>{agoInWords(since, now)}</time>
}

export function dayInWords(on: OnDay): string {
  const { year, month, day } = partsOf(on)
  return `${day} ${MONTHS[month - 1]} ${year}`
}

export function momentInWords(at: When): string {
  const parts = clockParts(instant(at))
  return `${dayInWords(at)}, ${parts.hour}:${parts.minute}`
}

export function agoInWords(since: When, now: When): string {
  const minutes = Math.floor((instant(now).getTime() - instant(since).getTime()) / 60_000)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`
  const days = daysBetween(since, now)
  if (days === 0 || minutes < 6 * 60) return minutes < 120 ? '1 hour ago' : `${Math.floor(minutes / 60)} hours ago`
  if (days === 1) return 'yesterday'
  return days <= 14 ? `${days} days ago` : dayInWords(since)
}

/** Days by the calendar, so that last night is yesterday. */
function daysBetween(since: When, now: When): number {
  return Math.round((Date.parse(isoDay(now)) - Date.parse(isoDay(since))) / 86_400_000)
}

function isoDay(on: OnDay): string {
  const { year, month, day } = partsOf(on)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function partsOf(on: OnDay): { year: number; month: number; day: number } {
  if (typeof on === 'object' && 'year' in on) return on
  const written = typeof on === 'string' && /^(\d{4})-(\d{2})-(\d{2})$/.exec(on)
  if (written) return { year: Number(written[1]), month: Number(written[2]), day: Number(written[3]) }
  const parts = clockParts(instant(on))
  return { year: Number(parts.year), month: Number(parts.month), day: Number(parts.day) }
}

type Parts = Readonly<Record<string, string>>

const HOUR_MS = 3_600_000
/** Since then the clocks here have gone only by whole hours, so that all moments of an hour share all but their minute. */
const WHOLE_HOURS_SINCE = Date.UTC(1972, 0, 1)
const MOST_HOURS = 5_000
const hours = new Map<number, Parts>()

/** Asking the calendar is dear, and pages ask it for the same days over and over. */
function clockParts(date: Date): Parts {
  const time = date.getTime()
  if (!(time >= WHOLE_HOURS_SINCE)) return partsAnew(date)
  const hour = Math.floor(time / HOUR_MS)
  let known = hours.get(hour)
  if (!known) {
    if (hours.size >= MOST_HOURS) hours.clear()
    hours.set(hour, known = partsAnew(date))
  }
  return { ...known, minute: String(date.getUTCMinutes()).padStart(2, '0') }
}

function partsAnew(date: Date): Parts {
  return Object.fromEntries(PARTS.formatToParts(date).map(({ type, value }) => [type, value]))
}

function instant(when: When): Date {
  if (when instanceof Date) return when
  return typeof when === 'string' ? new Date(when) : new Date(when.epochMilliseconds)
}

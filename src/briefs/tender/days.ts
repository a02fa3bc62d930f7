/** Days as British people write them in tenders: 14 May 2027, 14th of May, May 14 2027, 14/05/2027, 2027-05-14. */
const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const NAME = `(?:${MONTHS.map((month) => `${month.slice(0, 3)}(?:${month.slice(3)})?`).join('|')}|sept)\\.?`
const YEAR = '(?:,?\\s+(\\d{4})|\\s+[’\'](\\d{2}))?'
const WRITTEN = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+(${NAME})(?![\\p{L}])${YEAR}`, 'giu')
const TURNED = new RegExp(`\\b(${NAME})\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)${YEAR}`, 'giu')
const SLASHED = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})\b/g
const ISO = /\b(\d{4})-(\d{2})-(\d{2})\b/g

export type DayFound = { readonly day: string; readonly at: number; readonly to: number }

/** Every day that is named, in order. One without a year is the next such day from today. */
export function daysIn(text: string, today: string): readonly DayFound[] {
  const found: DayFound[] = []
  const add = (match: RegExpMatchArray, date: number, month: number, year: number | undefined) => {
    const day = dayFrom(date, month, year, today)
    const at = match.index ?? 0
    if (day && !found.some((one) => at < one.to && at + match[0].length > one.at)) found.push({ day, at, to: at + match[0].length })
  }
  for (const match of text.matchAll(ISO)) add(match, Number(match[3]), Number(match[2]), Number(match[1]))
  for (const match of text.matchAll(WRITTEN)) add(match, Number(match[1]), monthOf(match[2]), yearOf(match[3] ?? match[4]))
  for (const match of text.matchAll(TURNED)) add(match, Number(match[2]), monthOf(match[1]), yearOf(match[3] ?? match[4]))
  for (const match of text.matchAll(SLASHED)) add(match, Number(match[1]), Number(match[2]), yearOf(match[3]))
  return found.toSorted((one, other) => one.at - other.at)
}

/** From when and until when something is to be done, as far as its words say. */
export function spanIn(text: string, today: string): { readonly startsOn?: string; readonly endsOn?: string } {
  const days = daysIn(text, today)
  const [first, second] = days
  if (!first) return {}
  if (second && /^\s*(?:-|–|—|to|and|until|till|through)\s*$/i.test(text.slice(first.to, second.at))) return first.day <= second.day ? { startsOn: first.day, endsOn: second.day } : {}
  const told = (which: RegExp) => days.find(({ at }) => which.test(text.slice(Math.max(0, at - 40), at)))?.day
  const startsOn = told(/\b(?:from|start(?:s|ing)?(?: on)?|begin(?:s|ning)?(?: on)?|commenc\w+(?: on)?|as of|after)\s*:?\s*$/i)
  const endsOn = told(/\b(?:by|until|till|before|no later than|complet\w+(?: by| on)?|finish\w*(?: by| on)?|end(?:s|ing)?(?: on)?|ready (?:for|by)|due)\s*:?\s*$/i)
  if (startsOn && endsOn && endsOn < startsOn) return { startsOn }
  if (startsOn || endsOn) return { startsOn, endsOn }
  return /\bon(?: the)?\s*$/i.test(text.slice(Math.max(0, first.at - 10), first.at)) ? { startsOn: first.day, endsOn: first.day } : {}
}

function dayFrom(date: number, month: number, year: number | undefined, today: string): string | undefined {
  if (year === undefined) {
    const soon = dayFrom(date, month, Number(today.slice(0, 4)), today)
    return soon === undefined || soon >= today ? soon : dayFrom(date, month, Number(today.slice(0, 4)) + 1, today)
  }
  if (year < 1990 || year > 2100) return undefined
  const read = new Date(Date.UTC(year, month - 1, date))
  return read.getUTCMonth() === month - 1 && read.getUTCDate() === date ? read.toISOString().slice(0, 10) : undefined
}

const monthOf = (name = ''): number => MONTHS.findIndex((month) => month.startsWith(name.toLowerCase().replace('.', '').slice(0, 3))) + 1
const yearOf = (year: string | undefined): number | undefined => (year === undefined ? undefined : year.length === 2 ? 2000 + Number(year) : Number(year))

import { VALUE_BANDS, type ValueBand } from '../../answers/index.ts'
import { districtOf } from '../../organisations/index.ts'
import type { Found } from './found.ts'
import { daysIn, spanIn } from './days.ts'

const TITLE = /^(?:title|project(?: (?:title|name))?|contract(?: title)?|subject|re|tender(?: for| title)?|invitation to tender(?: for)?|invitation to quote(?: for)?|request for (?:quotations?|proposals?|tenders?)(?: for)?|rf[qpt]|itt|itq|brief|job)\s*[:–—-]\s*(.{3,})$/i
const FOR = /^(?:client|customer|buyer|(?:contracting )?authority|commissioned by|issued by|on behalf of|for|organisation|funder|end user)\s*[:–—]\s*(.{2,})$/i
const WHERE = /\b(?:locations?|site|place|venue|delivery(?: address)?|where|postcode)\b/i
const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]?(?:\s?\d[A-Z]{2})?\b/g
const ANSWER_BY = /\b(?:deadline|closing (?:date|time)|clos(?:es?|ed|ing) (?:on|at|by)|closing|(?:tenders?|bids?|quotes?|quotations?|proposals?|responses?|submissions?|applications?|expressions of interest)\b.{0,60}\b(?:close[sd]?|by|before|received|returned|submitted|due|to reach)|return(?:ed)? by|reply by|answer(?:s)? by|respond by|apply by|let (?:me|us) know by|no later than|due(?: date| by)?)\b/i
const STARTS = /\b(?:contract start|start date|starts? on|starting|commenc\w+|work (?:begins|starts)|from)\b/i
const ENDS = /\b(?:contract end|end date|ends? on|complet\w+|finish\w*|expir\w+|handover)\b/i
const MONEY = /£\s?(\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\s?(k|m|million|thousand)?\b/i
const ABOUT_MONEY = /\b(?:budget|value|worth|estimat\w+|ceiling|up to|maximum)\b/i

/** What is said of the whole: its name, for whom, where, when, until when to answer. Only what is said plainly. */
export function frameIn(lines: readonly string[], today: string): Omit<Found, 'parts' | 'left' | 'says' | 'source'> {
  const sentences = lines.flatMap((line) => line.split(/(?<=[.!?;])\s+(?=\p{Lu})/u)) // one may name the day to answer, the next the first day of the work
  const first = (find: (line: string) => string | undefined): string | undefined => {
    for (const line of sentences) { const found = find(line); if (found) return found }
    return undefined
  }
  const dayWhere = (which: RegExp, not?: RegExp) => first((line) => (which.test(line) && !not?.test(line) ? daysIn(line, today)[0]?.day : undefined))
  const startsOn = first((line) => (STARTS.test(line) && !ANSWER_BY.test(line) ? spanIn(line, today).startsOn ?? (/\bstart|commenc/i.test(line) ? daysIn(line, today)[0]?.day : undefined) : undefined))
  const endsOn = first((line) => (ENDS.test(line) && !ANSWER_BY.test(line) ? spanIn(line, today).endsOn ?? daysIn(line, today).at(-1)?.day : undefined))
  return {
    title: titleIn(lines), forWhom: first((line) => FOR.exec(line)?.[1])?.slice(0, 160), answerBy: dayWhere(ANSWER_BY), startsOn,
    endsOn: endsOn && (!startsOn || endsOn >= startsOn) ? endsOn : undefined, district: first(districtIn), value: first((line) => (ABOUT_MONEY.test(line) ? bandIn(line) : undefined)) as ValueBand | undefined, // bandIn gives nothing else
  }
}

function titleIn(lines: readonly string[]): string | undefined {
  for (const line of lines.slice(0, 12)) {
    const said = TITLE.exec(line)?.[1]
    if (said) return said.slice(0, 140)
  }
  const [top = ''] = lines
  const bare = top.replace(/^#+\s*/, '').replace(/[:.]$/, '')
  return bare.length >= 4 && bare.length <= 140 && !/^(?:dear|hi|hello|from|to|sent|date)\b/i.test(bare) ? bare : undefined
}

function districtIn(line: string): string | undefined {
  if (!WHERE.test(line)) return undefined
  for (const [written] of line.matchAll(POSTCODE)) {
    const district = districtOf(written)
    if (district) return district
  }
  return undefined
}

/** An amount of pounds as the band it falls into. */
export function bandOf(pounds: number): ValueBand | undefined {
  if (!Number.isFinite(pounds) || pounds <= 0) return undefined
  const tops = [1000, 5000, 25_000, 100_000, 500_000]
  return VALUE_BANDS[tops.filter((top) => pounds > top).length]
}

function bandIn(line: string): ValueBand | undefined {
  const money = MONEY.exec(line)
  if (!money) return undefined
  const times = /^(?:k|thousand)$/i.test(money[2] ?? '') ? 1000 : /^m/i.test(money[2] ?? '') ? 1_000_000 : 1
  return bandOf(Number((money[1] ?? '').replaceAll(',', '')) * times)
}

const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|a dozen|a hundred)`
const UNITS = String.raw`(?:person[- ]days?|hours?|hrs?|days?|weeks?|months?|years?|mornings?|evenings?|afternoons?|nights?|pieces?|units?|off|items?|sets?|pairs?|joints?|welds?|gauges?|samples?|measurements?|square met(?:re|er)s?|sq\.? ?m|m²|m2|cubic met(?:re|er)s?|m³|m3|linear met(?:re|er)s?|met(?:re|er)s?|miles?|kilomet(?:re|er)s?|km|tonnes?|kilos?|kg|litres?|people|persons?|guests?|children|young people|families|helpers?|operators?|staff|users?|clients?|customers?|places?|seats?|covers?|meals?|plates?|lunches?|sessions?|workshops?|visits?|calls?|e-?mails?|rooms?|beds?|flats?|homes?|buildings?|sites?|vehicles?|buses|cars?|tables?|chairs?|bottles?|cakes?|portions?|pages?|words?|copies|documents?|invoices?|channels?|cameras?|licen[cs]es?|devices?|sensors?|brackets?|panels?|drawings?|courses?|certificates?|reports?|files?|tests?)`
const PER = String.raw`(?:\s+(?:a|an|per|each|every)\s+(?:day|week|month|year|session|visit|person|school day))?`
const EACH = new RegExp(String.raw`\b${NUMBER}(?:\s*(?:x|×)\s*|\s+|-)(?:[\p{L}-]+\s+){0,2}?${UNITS}(?![\p{L}])${PER}`, 'iu')
const TIMES = /\b(?:once|twice|three times|daily|weekly|monthly|quarterly)\b(?: (?:a|per) (?:day|week|month|year))?/i

/** How much is wanted, in the tender's own words: "350 joints", "90 plates a day". */
export function sizeIn(text: string): string | undefined {
  const found = EACH.exec(text.slice(0, 2000)) ?? TIMES.exec(text.slice(0, 2000))
  return found?.[0].replaceAll(/\s+/g, ' ').trim().slice(0, 120)
}

/** The same words without the amount that already stands beside them: "Controls software: 600 hours" needs no second "600 hours". */
export function withoutSize(says: string, size: string | undefined): string {
  const at = size ? says.toLowerCase().lastIndexOf(size.toLowerCase()) : -1
  if (at < 0 || says.slice(at + (size?.length ?? 0)).trim() !== '') return says
  const left = /^(.*\S)\s*[:–—]\s*$/su.exec(says.slice(0, at))?.[1]
  return left && left.length >= 3 ? left : says
}

/** A cell that is nothing but an amount: "350", "12 no.", "2 x 40 m". */
export const isAmount = (cell: string): boolean => cell.length <= 30 && /\d/.test(cell) && /^[\d\s,.x×]+(?:\p{L}[\p{L}²³./ ]{0,18})?$/iu.test(cell)

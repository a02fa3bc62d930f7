import { z } from 'zod'
import { choice, optionalDay, optionalText, tick } from '../kit/fields.ts'
import { dayInWords, moneyInWords } from '../ui/index.ts'

/**
 * What two sides agree on before any work passes: a place on a bench. Terms are data, so that they can be read by a program, said clause
 * by clause in plain English, and settled one by one by whoever writes agreements later. `version` names this shape, never a revision.
 */
export const TERMS_VERSION = 1
export const WHO_SPEAKS = ['us', 'associate', 'both'] as const
export type WhoSpeaks = (typeof WHO_SPEAKS)[number]

export const termsShape = z.strictObject({
  version: z.literal(TERMS_VERSION),
  rate: z.strictObject({ pence: z.int().min(0).max(10_000_000), per: z.enum(['hour', 'day']), paidWithinDays: z.int().min(0).max(90) }),
  dates: z.strictObject({ says: z.string().max(200).optional(), from: z.iso.date().optional(), until: z.iso.date().optional() }),
  client: z.strictObject({ mayKnow: z.boolean(), whoSpeaks: z.enum(WHO_SPEAKS), noTakingMonths: z.int().min(0).max(24) }),
  insurance: z.strictObject({ has: z.boolean(), says: z.string().max(200).optional(), expiresOn: z.iso.date().optional() }),
  data: z.strictObject({ deletesWithinDays: z.int().min(0).max(90), tellsWithinHours: z.int().min(1).max(72), says: z.string().max(300).optional() }),
})
export type Terms = z.output<typeof termsShape>

const whole = (name: string, least: number, most: number) => z.preprocess((value) => (value === '' || value === undefined ? undefined : Number(value)),
  z.number(`${name} is missing.`).int(`${name} is a whole number.`).min(least, `${name} is between ${least} and ${most}.`).max(most, `${name} is between ${least} and ${most}.`))

/** Pounds as people write them: 22, 22.50, £1,250. Kept as pence. */
export const pounds = (name: string) => z.preprocess((value) => (typeof value === 'string' ? value.trim().replace(/^£/, '').replaceAll(',', '') : typeof value === 'number' ? String(value) : ''),
  z.string().min(1, `${name} is missing.`).regex(/^\d{1,6}(\.\d{1,2})?$/, `${name} is an amount in pounds, such as 22 or 22.50.`).transform((text) => Math.round(Number(text) * 100)))

/** What the form asks, flat, with the same limits; it becomes terms. */
export const termsInput = z.strictObject({
  rate: pounds('The rate'), per: choice('what the rate is for', ['hour', 'day']), paidWithinDays: whole('Days until it is paid', 0, 90).default(14),
  dates: optionalText('Which dates', 200), from: optionalDay('From when'), until: optionalDay('Until when'),
  mayKnow: choice('whether the client may know', ['yes', 'no']), whoSpeaks: choice('who speaks to the client', WHO_SPEAKS), noTakingMonths: whole('Months', 0, 24).default(12),
  insured: tick.default(false), insurance: optionalText('The insurance', 200), insuredUntil: optionalDay('Insured until'),
  deletesWithinDays: whole('Days until notes are deleted', 0, 90).default(14), tellsWithinHours: whole('Hours', 1, 72).default(24), data: optionalText('Anything more on data', 300),
  says: optionalText('The line to go with it', 500),
})

export function termsFrom(input: z.output<typeof termsInput>): Terms {
  return {
    version: TERMS_VERSION,
    rate: { pence: input.rate, per: input.per, paidWithinDays: input.paidWithinDays },
    dates: { says: input.dates, from: input.from, until: input.until },
    client: { mayKnow: input.mayKnow === 'yes', whoSpeaks: input.whoSpeaks, noTakingMonths: input.noTakingMonths },
    insurance: { has: input.insured, says: input.insurance, expiresOn: input.insuredUntil },
    data: { deletesWithinDays: input.deletesWithinDays, tellsWithinHours: input.tellsWithinHours, says: input.data },
  }
}

/** The other way round, for the form that changes them. */
export function valuesOf(terms: Terms): Record<string, string> {
  const some = (value: string | undefined) => value ?? ''
  return {
    rate: (terms.rate.pence / 100).toFixed(terms.rate.pence % 100 ? 2 : 0), per: terms.rate.per, paidWithinDays: String(terms.rate.paidWithinDays),
    dates: some(terms.dates.says), from: some(terms.dates.from), until: some(terms.dates.until),
    mayKnow: terms.client.mayKnow ? 'yes' : 'no', whoSpeaks: terms.client.whoSpeaks, noTakingMonths: String(terms.client.noTakingMonths),
    ...(terms.insurance.has ? { insured: 'yes' } : {}), insurance: some(terms.insurance.says), insuredUntil: some(terms.insurance.expiresOn),
    deletesWithinDays: String(terms.data.deletesWithinDays), tellsWithinHours: String(terms.data.tellsWithinHours), data: some(terms.data.says),
  }
}

/** Terms that were stored; another version of the shape would be read by its own reader here. */
export function readTerms(stored: unknown): Terms {
  return termsShape.parse(stored)
}

export type Clause = { readonly key: keyof Omit<Terms, 'version'>; readonly title: string; /** The plain line. */ readonly short: string; /** The full words. */ readonly full: readonly string[] }

const PER = { hour: 'an hour', day: 'a day' } as const

/** Clause by clause in plain English. `owner` is whose client it is, `associate` who covers. */
export function inWords(terms: Terms, { owner, associate }: { owner: string; associate: string }): readonly Clause[] {
  const { rate, dates, client, insurance, data } = terms
  const money = `${moneyInWords(rate.pence)} ${PER[rate.per]}`
  const paid = rate.paidWithinDays === 0 ? 'on the day' : rate.paidWithinDays === 1 ? 'within a day' : `within ${rate.paidWithinDays} days`
  const taking = client.noTakingMonths === 0 ? `${associate} may take the client on later, if the client asks.` : `${associate} will not take work from the client for ${client.noTakingMonths === 1 ? 'a month' : `${client.noTakingMonths} months`} after the cover ends.`
  const speaks = { us: `${owner} speaks to the client`, associate: `${associate} speaks to the client, as cover for ${owner}`, both: `Both speak to the client` }[client.whoSpeaks]
  return [
    { key: 'rate', title: 'Pay', short: `${associate} is paid ${money}, ${paid}.`, full: [`${owner} pays ${associate} ${money} for the time worked, ${paid} of the invoice.`, `The client pays ${owner} as before.`] },
    { key: 'dates', title: 'Dates', short: datesInWords(dates), full: [`${associate} can be asked for: ${datesInWords(dates).replace(/\.$/, '')}. Being asked is no promise; each time is a fresh yes.`] },
    { key: 'client', title: 'Whose client it is', short: `The client stays ${owner}’s. ${taking}`, full: [
      `The client stays ${owner}’s, and ${owner} remains responsible to them.`, taking, `${speaks}.`,
      client.mayKnow ? `The client may know who covers, and is asked first.` : `The client is not told who covers, so their name and details do not pass to ${associate}.`] },
    { key: 'insurance', title: 'Insurance', short: insurance.has ? `${associate} is insured${insurance.expiresOn ? ` until ${dayInWords(insurance.expiresOn)}` : ''}.` : `No insurance of ${associate}’s own is asked for.`,
      full: [insurance.has ? `${associate} holds insurance for this work${insurance.says ? `: ${insurance.says}` : ''}${insurance.expiresOn ? `, until ${dayInWords(insurance.expiresOn)}` : ''}. ${associate} says so when it changes.` : `The work is covered by ${owner}’s own insurance, if any.`] },
    { key: 'data', title: 'Looking after data', short: `Used for the work alone; deleted within ${data.deletesWithinDays === 1 ? 'a day' : `${data.deletesWithinDays} days`} of handing back.`, full: [
      `${associate} uses the client’s details for this work alone, shows them to nobody, and deletes their own copies within ${data.deletesWithinDays === 1 ? 'a day' : `${data.deletesWithinDays} days`} of handing back.`,
      `If something goes wrong with the details, ${associate} tells ${owner} within ${data.tellsWithinHours === 1 ? 'an hour' : `${data.tellsWithinHours} hours`}.`, ...(data.says ? [data.says] : [])] },
  ]
}

function datesInWords({ says, from, until }: Terms['dates']): string {
  const span = from && until ? `from ${dayInWords(from)} to ${dayInWords(until)}` : from ? `from ${dayInWords(from)}` : until ? `until ${dayInWords(until)}` : ''
  const words = [says?.replace(/\.$/, ''), span].filter(Boolean).join(', ')
  return words ? `${words.charAt(0).toUpperCase()}${words.slice(1)}.` : 'Any dates, by asking.'
}

/** Which clauses differ between two versions, by title: a fresh yes should know what it is for. */
export function whatChanged(before: Terms, after: Terms): readonly Clause['key'][] {
  return (['rate', 'dates', 'client', 'insurance', 'data'] as const).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
}

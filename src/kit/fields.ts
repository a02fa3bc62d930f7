import { z } from 'zod'
import { isId, type Id } from './ids.ts'
import { Invalid } from './refusal.ts'

/** The pieces that input is made of, each with its own sentence; forms and the API share them, so both say the same. */

const blank = (value: unknown) => (typeof value === 'string' ? value.trim() : value)

export const text = (name: string, most: number) =>
  z.preprocess(blank, z.string(`${name} is missing.`).min(1, `${name} is missing.`).max(most, `${name} can have ${most} characters at most.`).refine(plain, `${name} holds characters that cannot be kept.`))

export const optionalText = (name: string, most: number) =>
  z.preprocess((value) => blank(value) || undefined, z.string(`${name} is written as text.`).max(most, `${name} can have ${most} characters at most.`).refine(plain, `${name} holds characters that cannot be kept.`).optional())

export const email = z.preprocess((value) => (typeof value === 'string' ? value.trim().toLowerCase() : value),
  z.string('Your e-mail address is missing.').min(1, 'Your e-mail address is missing.').max(254, 'That e-mail address is too long.').pipe(z.email('This does not look like an e-mail address. It needs an @ and a full stop, as in priya@example.org.')))

export const optionalUrl = (name: string) =>
  z.preprocess((value) => withScheme(blank(value)), z.string(`${name} is written as text.`).max(500, `${name} is too long.`).refine(isWebAddress, `${name} is not a web address. Try https://example.org.`).optional())

export const choice = <const Words extends readonly [string, ...string[]]>(name: string, words: Words) =>
  z.enum(words, { error: ({ input }) => (input === undefined || input === '' ? `Choose ${name}.` : `Choose one for ${name}: ${words.join(', ')}.`) })

/** A tick box sends "on" or nothing; a program sends true or false. */
export const tick = z.preprocess((value) => value === true || value === 'on' || value === 'yes' || value === 'true', z.boolean())

export const id = <Of extends string>(name: string) => z.custom<Id<Of>>((value) => isId(value), `${name} is not one we know.`)

export const optionalDay = (name: string) =>
  z.preprocess((value) => blank(value) || undefined, z.iso.date(`${name} is not a date. Write it as 2027-03-02.`).optional())

/** Parses unknown input whole and throws every problem at once. Keys that begin with _ belong to the form, not to the action. */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const read = schema.safeParse(withoutFormKeys(input))
  if (read.success) return read.data
  throw new Invalid(read.error.issues.flatMap((issue) => issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({ field: key, sentence: `"${key.slice(0, 60)}" is not asked for here.` }))
    : [{ field: issue.path.join('.'), sentence: issue.message }]))
}

function withoutFormKeys(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input
  return Object.fromEntries(Object.entries(input).filter(([key]) => !key.startsWith('_')))
}

/** PostgreSQL cannot hold NUL, and lone surrogates are half a character. */
function plain(value: string): boolean {
  return !value.includes('\u0000') && value.isWellFormed()
}

function withScheme(value: unknown): unknown {
  if (typeof value !== 'string' || value === '') return undefined
  return /^[a-z][a-z0-9+.-]*:/i.test(value) ? value : `https://${value}`
}

function isWebAddress(value: string): boolean {
  const url = URL.parse(value)
  return !!url && (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname.includes('.')
}

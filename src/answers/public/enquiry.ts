import { z } from 'zod'
import { parse, text } from '../../kit/fields.ts'
import type { Id } from '../../kit/ids.ts'

/** "That’s us": a stranger who could be a partner says so in three fields, without an account. */
export type Enquiry = {
  readonly organisation: Id<'organisation'>
  readonly id: Id<'enquiry'>
  readonly who: string
  readonly reach: string
  readonly could: string
  readonly email?: string
  readonly madeAt: Date
  readonly answer?: { readonly word: 'yes' | 'no'; readonly note?: string; readonly at: Date }
}

export const enquiryInput = z.strictObject({
  who: text('Who you are', 200),
  reach: text('How to reach you', 300),
  could: text('What you could do', 1500),
})

export type EnquiryWords = { readonly who: string; readonly reach: string; readonly could: string; readonly email?: string }

/** The words, and the e-mail address among them, so that an answer can go there. A telephone number is enough for people. */
export function parseEnquiry(input: unknown): EnquiryWords {
  const words = parse(enquiryInput, input)
  return { ...words, email: emailIn(words.reach) }
}

export function emailIn(words: string): string | undefined {
  const found = /[a-z0-9._%+-]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+/i.exec(words)?.[0].toLowerCase()
  return found && z.email().safeParse(found).success ? found : undefined
}

/** Answered within two weeks, or it ends with kind words. */
export const DAYS_TO_ANSWER = 14
export const KEPT_DAYS = 365

/** One visitor may write to a few; one organisation is not buried by many. Both refusals read the same. */
export const LIMITS = { byAddress: { points: 6, perSeconds: 3600 }, toOne: { points: 40, perSeconds: 86_400 } } as const

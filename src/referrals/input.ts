import { z } from 'zod'
import { VALUE_BANDS } from '../answers/index.ts'
import { id as idField, optionalDay, optionalText, parse, text, tick } from '../kit/fields.ts'
import { Invalid, type Problem } from '../kit/refusal.ts'
import { OUTCOMES, THANKS } from './referral.ts'
import { shownAs } from './third-person.ts'

/** The person's yes: told to the giver, on a day and in words; or asked for by link. Without either nothing is sent. */
const consent = {
  how: z.enum(['send', 'ask'], 'Send it, or ask them first.').default('send'),
  agreed: tick,
  yesOn: optionalDay('The day they said yes'),
  yesSays: optionalText('What they said', 300),
}
const to = idField<'organisation'>('Whom you pass them to')
const receiver = z.preprocess((value) => value || undefined, z.custom((value) => to.safeParse(value).success, 'Choose whom you pass them to.').pipe(to))

export const passingInput = z.strictObject({
  who: text('Who it is', 120),
  needs: text('What they need', 600),
  reach: text('How to reach them', 200),
  to: receiver,
  says: optionalText('Your word to the receiver', 400),
  capability: z.preprocess((value) => value || undefined, idField<'capability'>('That capability').optional()),
  network: z.preprocess((value) => value || undefined, idField<'network'>('That network').optional()),
  ...consent,
})
export type Passing = z.output<typeof passingInput>

export const passingFurtherInput = z.strictObject({ to: receiver, says: optionalText('Your word to the receiver', 400), ...consent })
export type PassingFurther = z.output<typeof passingFurtherInput>

export function parsePassing(input: unknown, today: string): Passing {
  return withConsent((raw) => parse(passingInput, raw), input, today, (raw) => shownAs(raw.who) || 'the person')
}

export function parsePassingFurther(input: unknown, today: string, called: string): PassingFurther {
  return withConsent((raw) => parse(passingFurtherInput, raw), input, today, () => called)
}

type Consent = { readonly how: 'send' | 'ask'; readonly agreed: boolean; readonly yesOn?: string; readonly yesSays?: string }

/** Every problem at once, the missing yes among them. */
function withConsent<Given extends Consent>(read: (input: unknown) => Given, input: unknown, today: string, called: (raw: { who: string }) => string): Given {
  const raw = typeof input === 'object' && input !== null ? input as Record<string, unknown> : {} // its fields are looked at one by one
  const problems: Problem[] = []
  if (raw['how'] !== 'ask' && !tick.parse(raw['agreed'])) {
    problems.push({ field: 'agreed', sentence: `We can’t send this until ${called({ who: typeof raw['who'] === 'string' ? raw['who'] : '' })} has said yes. Copy a note to ask them.` })
  }
  try {
    const given = read(input)
    if (given.how === 'send' && given.agreed) problems.push(...problemsOfYes(given, today))
    if (problems.length === 0) return given
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    problems.unshift(...error.problems)
  }
  throw new Invalid(problems)
}

function problemsOfYes({ yesOn, yesSays }: Consent, today: string): Problem[] {
  return [
    ...(!yesOn ? [{ field: 'yesOn', sentence: 'Say on which day they said yes.' }] : []),
    ...(yesOn && yesOn > today ? [{ field: 'yesOn', sentence: 'That day is still to come.' }] : []),
    ...(!yesSays ? [{ field: 'yesSays', sentence: 'Say in a few words how they said it.' }] : []),
  ]
}

export const decliningInput = z.strictObject({ note: optionalText('Your note', 300) })
export const questionInput = z.strictObject({ words: text('What you write', 500) })
export const laterInput = z.strictObject({ until: z.preprocess((value) => (typeof value === 'string' ? value.trim() : value), z.iso.date('Choose a day, written as 2027-03-02.')) })
export const outcomeInput = z.strictObject({
  word: z.enum(OUTCOMES, 'Say how it went.'),
  value: z.preprocess((value) => value || undefined, z.enum(VALUE_BANDS, 'Choose a band from the list.').optional()),
  because: optionalText('Why not', 300),
})
export const thanksInput = z.strictObject({ phrase: z.enum(THANKS, 'Choose a phrase, or write your own.'), words: optionalText('Your own words', 200) })
export const quotingInput = z.strictObject({ claim: idField<'claim'>('That claim'), public: tick })
export const correctingInput = z.strictObject({ name: text('Your name', 120), needs: text('What you need', 600), reach: text('How to reach you', 200) })
export const keepingInput = z.strictObject({ months: z.coerce.number('Say how many months.').int('Whole months, please.').min(3, 'Three months are the least: people sometimes come back to it.').max(72, 'Six years are the most.') })

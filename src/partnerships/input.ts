import { z } from 'zod'
import { choice, id as idField, optionalDay, optionalText, text, tick } from '../kit/fields.ts'
import { KINDS, optionalDistrict, SIGHT_WORDS } from '../organisations/index.ts'
import { STAGES, THROUGH } from './partnership.ts'

/** What is asked, shared by forms and the API. */
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

const shows = z.enum(SIGHT_WORDS, 'Choose who may know that you are partners.')
const quietMonths = z.coerce.number('How many months is a number.').int('Whole months, please.').min(0, 'Choose from the list.').max(24, 'Two years is the longest.')

const met = {
  through: optional(z.enum(THROUGH, 'Choose a place, a person or a thing.')),
  what: optionalText('How you met', 160),
  metBy: optional(idField<'organisation'>('Whoever introduced you')),
  metOn: optionalDay('When you met'),
}
const hopes = {
  aim: optionalText('What you hope to do together', 200),
  nextSays: optionalText('The next step', 160),
  nextOn: optionalDay('The day of the next step'),
}

export const noteInput = z.strictObject({
  with: optional(idField<'organisation'>('That organisation')),
  /** Somebody who is not here yet is listed for them, and gets a claim link. */
  newName: optionalText('Their name', 120),
  newKind: optional(z.enum(KINDS, 'Choose the kind of organisation.')),
  newDistrict: optionalDistrict,
  stage: choice('how far it has grown', STAGES),
  ...met, ...hopes,
  shows: optional(shows),
  counts: tick,
})

export const stageInput = z.strictObject({ stage: choice('how far it has grown', STAGES) })
export const termsInput = z.strictObject({ ...met, ...hopes })
export const lineInput = z.strictObject({ says: text('What to add', 500), on: optionalDay('The day'), for: z.enum(['both', 'us'], 'Choose who may read it.') })
export const showsInput = z.strictObject({ shows })
export const quietInput = z.strictObject({ quietMonths })
export const habitInput = z.strictObject({ shows, quietMonths })
export const restInput = z.strictObject({ because: optionalText('The reason', 300) })
export const endInput = z.strictObject({ because: optionalText('The reason', 500), words: optionalText('Your kind words', 300) })

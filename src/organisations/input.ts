import { z } from 'zod'
import { choice, optionalText, optionalUrl, text } from '../kit/fields.ts'
import { KINDS } from './organisation.ts'
import { optionalDistrict } from './place.ts'

/** What is asked of an organisation; forms and the API share it. */

const optionalEmail = z.preprocess((value) => (typeof value === 'string' ? value.trim().toLowerCase() || undefined : value),
  z.string('An e-mail address is written as text.').max(254, 'That e-mail address is too long.').pipe(z.email('This does not look like an e-mail address. It needs an @ and a full stop, as in priya@example.org.')).optional())

const optionalPhone = z.preprocess((value) => (typeof value === 'string' ? value.trim() || undefined : value),
  z.string('A phone number is written as text.').regex(/^\+?[0-9 ()-]{6,24}$/, 'This does not look like a phone number. Try 01722 123456.').optional())

const optionalCount = z.preprocess((value) => (typeof value === 'string' ? value.trim() || undefined : value),
  z.coerce.number('How many people work here is a number.').int('How many people work here is a whole number.').min(1, 'Count yourself: 1 or more.').max(1_000_000, 'That is more people than we can believe.').optional())

export const kindField = choice('the kind of organisation', KINDS)

/** The page, the contact and the place, in the words of the form. */
export const organisationInput = z.strictObject({
  name: text('The name', 120),
  kind: kindField,
  line: optionalText('The line', 160),
  story: optionalText('The story', 4000),
  website: optionalUrl('The website'),
  peopleCount: optionalCount,
  phone: optionalPhone,
  email: optionalEmail,
  district: optionalDistrict,
  town: optionalText('The town', 80),
})
export type OrganisationInput = z.output<typeof organisationInput>

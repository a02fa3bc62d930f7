import { z } from 'zod'

/** Fields that several kinds of proof ask for. */

export const optionalEmail = z.preprocess((value) => (typeof value === 'string' ? value.trim().toLowerCase() || undefined : value),
  z.string('An e-mail address is written as text.').max(254, 'That e-mail address is too long.').pipe(z.email('This does not look like an e-mail address. It needs an @ and a full stop, as in priya@example.org.')).optional())

export const pastDay = (name: string) => z.preprocess((value) => (typeof value === 'string' ? value.trim() : value),
  z.iso.date(`${name} is a date. Write it as 2027-03-02.`).refine((day) => day >= '1900-01-01', `${name} is too long ago.`))

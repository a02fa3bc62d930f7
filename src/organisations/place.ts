import { z } from 'zod'

const DISTRICT = /^[A-Z]{1,2}[0-9][0-9A-Z]?$/
const WHOLE = /^([A-Z]{1,2}[0-9][0-9A-Z]?)[0-9][A-Z]{2}$/

/** The first half of a postcode. A whole one is cut down to it, because where somebody lives is not ours to keep. */
export function districtOf(written: string): string | undefined {
  const value = written.toUpperCase().replaceAll(/\s+/g, '')
  if (DISTRICT.test(value)) return value
  return WHOLE.exec(value)?.[1]
}

export const optionalDistrict = z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
  z.string('A postcode district is written as text.').max(20, 'A postcode district is short, such as SP2.').transform((written, check) => {
    const district = districtOf(written)
    if (!district) check.addIssue({ code: 'custom', message: 'This is not a postcode district. It is the first half of a postcode, such as SP2.' })
    return district ?? ''
  }).optional())

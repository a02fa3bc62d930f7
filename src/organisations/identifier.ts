import { z } from 'zod'

/** A number in a public register. Schemes carry the codes of org-id.guide, so that others' tables join with ours. */
export type Scheme = { readonly name: string; readonly hint: string; readonly shape: RegExp; readonly example: string; readonly page?: (value: string) => string }

export const SCHEMES = {
  'GB-COH': { name: 'Company number', hint: 'At Companies House', shape: /^([0-9]{8}|(SC|NI|OC|SO|NC|IP|SP|RC|FC|CE|CS)[0-9]{6})$/, example: '01234567 or SC123456', page: (value) => `https://find-and-update.company-information.service.gov.uk/company/${value}` },
  'GB-CHC': { name: 'Charity number', hint: 'England and Wales', shape: /^[0-9]{6,7}$/, example: '1123456', page: (value) => `https://register-of-charities.charitycommission.gov.uk/charity-search/-/charity-details/${value}` },
  'GB-SC': { name: 'Scottish charity number', hint: 'OSCR', shape: /^SC0[0-9]{5}$/, example: 'SC012345' },
  'GB-NIC': { name: 'Northern Irish charity number', hint: 'Charity Commission for Northern Ireland', shape: /^1[0-9]{5}$/, example: '101234' },
  'GB-MPR': { name: 'Mutual society number', hint: 'Mutuals Public Register', shape: /^[0-9]{3,5}R?$/, example: '30617R' },
  'EU-PIC': { name: 'EU participant code', hint: 'Nine digits, for projects funded by the European Union', shape: /^[0-9]{9}$/, example: '999123456' },
  'GB-VAT': { name: 'VAT number', hint: 'HM Revenue and Customs', shape: /^(GB)?([0-9]{9}|[0-9]{12})$/, example: 'GB123456789' },
} as const satisfies Readonly<Record<string, Scheme>>

export type SchemeCode = keyof typeof SCHEMES
export const SCHEME_CODES = Object.keys(SCHEMES) as [SchemeCode, ...SchemeCode[]] // the keys of the list above

/** Written as people write it (spaces, small letters, seven digits for a company), kept as the register does. */
function tidy(scheme: SchemeCode, written: string): string {
  const value = written.toUpperCase().replaceAll(/[\s.-]/g, '')
  return scheme === 'GB-COH' && /^[0-9]{6,7}$/.test(value) ? value.padStart(8, '0') : value
}

export const identifierInput = z.strictObject({
  scheme: z.enum(SCHEME_CODES, 'Choose which register the number is from.'),
  value: z.string('Write the number.').max(40, 'That is too long for a number in a register.'),
}).transform((typed, check) => {
  const value = tidy(typed.scheme, typed.value)
  const scheme = SCHEMES[typed.scheme]
  if (!scheme.shape.test(value)) check.addIssue({ code: 'custom', path: ['value'], message: `This is not a ${lowerFirst(scheme.name)}. It looks like ${scheme.example}.` })
  return { scheme: typed.scheme, value }
})

export function schemeOf(code: string): Scheme | undefined {
  return Object.hasOwn(SCHEMES, code) ? SCHEMES[code as SchemeCode] : undefined // just asked
}

const lowerFirst = (words: string) => (words.startsWith('VAT') ? words : words[0]?.toLowerCase() + words.slice(1))

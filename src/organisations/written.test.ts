import { describe, expect, test } from 'vitest'
import { parse } from '../kit/fields.ts'
import { identifierInput } from './identifier.ts'
import { organisationInput } from './input.ts'
import { districtOf } from './place.ts'

describe('a postcode district', () => {
  test.each([['SP2', 'SP2'], ['sp2 ', 'SP2'], ['SP2 7AB', 'SP2'], ['ec1a1bb', 'EC1A'], ['W1A', 'W1A'], ['M1', 'M1']])('%j is %s', (written, district) => expect(districtOf(written)).toBe(district))
  test.each(['', 'Salisbury', 'SP', '2SP', 'SP22 7', 'SP2; drop'])('%j is none', (written) => expect(districtOf(written)).toBeUndefined())
})

describe('a register number', () => {
  test.each([['GB-COH', '1234567', '01234567'], ['GB-COH', 'sc 123456', 'SC123456'], ['GB-CHC', '1123456', '1123456'], ['GB-VAT', 'gb 123 4567 89', 'GB123456789'], ['GB-SC', 'SC012345', 'SC012345']])(
    '%s %s is kept as %s', (scheme, value, kept) => expect(parse(identifierInput, { scheme, value })).toEqual({ scheme, value: kept }))
  test.each([['GB-COH', 'ABC'], ['GB-CHC', '12'], ['GB-VAT', '1'], ['XX', '1'], ['__proto__', '1']])('%s %s is refused beside its field', (scheme, value) => {
    expect(() => parse(identifierInput, { scheme, value })).toThrow(expect.objectContaining({ kind: 'invalid' }))
  })
})

describe('what is asked of an organisation', () => {
  test('a name and a kind are enough, and empty boxes are nothing', () => {
    expect(parse(organisationInput, { name: ' Bloom ', kind: 'company', line: '', phone: '', email: '', district: '', peopleCount: '' })).toEqual({ name: 'Bloom', kind: 'company' })
  })
  test('everything wrong is said at once', () => {
    expect(() => parse(organisationInput, { name: '', kind: 'shop', website: 'nowhere', peopleCount: '0', phone: 'ring me', email: 'x', district: 'Q', owner: 'me' }))
      .toThrow(expect.objectContaining({ problems: expect.arrayContaining(['name', 'kind', 'website', 'peopleCount', 'phone', 'email', 'district', 'owner'].map((field) => expect.objectContaining({ field }))) }))
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultAnswerBy } from './ask-for-cover.ts'
import { cleaner } from './erase-client.ts'
import { looksLikePassword } from './password.ts'
import { inWords, pounds, readTerms, termsFrom, termsInput, termsShape, valuesOf, whatChanged, WHO_SPEAKS } from './terms.ts'
import { parse } from '../kit/fields.ts'

const day = fc.date({ min: new Date('2027-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
const words = fc.string({ minLength: 1, maxLength: 40 }).map((text) => text.trim().replaceAll('\u0000', '')).filter((text) => text.length > 0 && text.isWellFormed())
const some = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined })
const terms = fc.record({
  version: fc.constant(1 as const),
  rate: fc.record({ pence: fc.integer({ min: 0, max: 9_999_999 }), per: fc.constantFrom('hour' as const, 'day' as const), paidWithinDays: fc.integer({ min: 0, max: 90 }) }),
  dates: fc.record({ says: some(words), from: some(day), until: some(day) }),
  client: fc.record({ mayKnow: fc.boolean(), whoSpeaks: fc.constantFrom(...WHO_SPEAKS), noTakingMonths: fc.integer({ min: 0, max: 24 }) }),
  insurance: fc.record({ has: fc.boolean(), says: some(words), expiresOn: some(day) }),
  data: fc.record({ deletesWithinDays: fc.integer({ min: 0, max: 90 }), tellsWithinHours: fc.integer({ min: 1, max: 72 }), says: some(words) }),
})

test('any terms come back the same from the form that shows them, and from the database', () => {
  fc.assert(fc.property(terms, (one) => {
    expect(whatChanged(one, termsFrom(parse(termsInput, valuesOf(one))))).toEqual([])
    expect(readTerms(JSON.parse(JSON.stringify(one)))).toEqual(JSON.parse(JSON.stringify(one)))
  }))
})

test('any terms read as five whole clauses that say whose client it is', () => {
  fc.assert(fc.property(terms, (one) => {
    const clauses = inWords(one, { owner: 'Jo', associate: 'Mel' })
    expect(clauses.map((clause) => clause.key)).toEqual(['rate', 'dates', 'client', 'insurance', 'data'])
    expect(clauses.find((clause) => clause.key === 'client')?.short).toContain('The client stays Jo’s.')
    for (const { short, full } of clauses) for (const line of [short, ...full]) expect(line).not.toMatch(/undefined|null|NaN|\.\.$/)
  }))
})

test('terms of another shape are refused', () => {
  expect(termsShape.safeParse({ version: 2 }).success).toBe(false)
  expect(() => parse(termsInput, { rate: '22.505', per: 'week', noTakingMonths: '99' })).toThrow('another look')
})

test('a rate is read as people write it, and kept in pence', () => {
  expect(['22', '22.5', ' £1,250.05 ', 22].map((said) => pounds('The rate').parse(said))).toEqual([2200, 2250, 125_005, 2200])
  expect(pounds('The rate').safeParse('about 20').success).toBe(false)
})

test.each([
  'password: rosebud', 'The Password is rosebud', 'pw=tulips', 'PIN 4821', 'pin code: 99', 'passcode 1234', 'Login jo / Tulip4ever!', 'use hunter2X#', 'pwd - abc', 'Passphrase “correct horse”', 'K9$kd82LmQ', 'log-in code: 551',
])('"%s" looks like a password', (text) => {
  expect(looksLikePassword(text)).toBe(true)
})

test.each([
  'You have a login of your own for the shared inbox', 'Passwords are in the manager, under Jo', 'Ring 01632 960777 before 9:30', 'petra.marker+shop@markerflowers.example', 'https://inbox.example.org/Shop/2027?x=1', '£1,250.50 for 12 tables',
  'Friday 5 March 2027, 9–3', 'Green labels first, then the A4-size cards', 'Don’t answer weddings; pass them on', 'HV3 4AB, the blue door', 'Order no. 2027-0042 is for collection', 'markerflowers.example/orders', 'No passwords here, please', 'Welcome! Hooray!', 'Marker’s (the shop)!',
])('"%s" does not', (text) => {
  expect(looksLikePassword(text)).toBe(false)
})

test('a sentence that names the client is taken out whole, and others stay', () => {
  const clean = cleaner({ name: 'Ann Lowe', email: 'ann@lowe.example', phone: '01632 960123' })

  expect(clean('Forty letters. Ann was glad. The channel stays open.')).toBe('Forty letters. (taken out at the client’s wish) The channel stays open.')
  expect(clean('Ring 01632-960-123.\nAs ever')).toBe('(taken out at the client’s wish) As ever')
  expect(clean('Nothing of the kind.')).toBe('Nothing of the kind.')
})

test('one needs to know in two days, or the evening before, and never in the past', () => {
  const now = new Date('2027-03-02T09:00:00Z')

  expect(defaultAnswerBy(now, '2027-03-12').toISOString()).toBe('2027-03-04T22:00:00.000Z')
  expect(defaultAnswerBy(now, '2027-03-03').toISOString()).toBe('2027-03-02T22:00:00.000Z')
  fc.assert(fc.property(fc.date({ min: new Date('2027-01-01'), max: new Date('2028-01-01'), noInvalidDate: true }), fc.integer({ min: -1, max: 30 }), (at, days) => {
    expect(defaultAnswerBy(at, new Date(at.getTime() + days * 86_400_000).toISOString().slice(0, 10)) > at).toBe(true)
  }))
})

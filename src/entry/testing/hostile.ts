/** The same numbers every time for the same seed, so that what was found can be found again. */
export function dice(seed: number): { next(): number; pick<T>(from: readonly T[]): T } {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return { next, pick: (from) => from[Math.floor(next() * from.length)] as (typeof from)[number] } // never asked of an empty list
}

/** What nobody types by accident, and what some do. */
export const TEXTS: readonly string[] = [
  '', ' ', '\u0000', 'a\u0000b', '\ud800', 'x'.repeat(5_000), 'x'.repeat(200_000), '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "'; drop table person; --", '%00', '../../etc/passwd', '{{7*7}}', '${7*7}',
  '\u202edlrow', 'e\u0301'.repeat(50), '🌷🌷🌷', '\u200b', 'İstanbul', 'ﬁ', '-1', '0', '1e999', '99999999999999999999', 'NaN', 'null', 'undefined', 'true', '[]', '{}', '0x10', '2027-02-30', '9999-12-31', '0000-00-00', '-2027-01-01', '275760-09-13', '2027-05-01T00:00:00Z',
  'not-an-id', '00000000-0000-0000-0000-000000000000', '00000000-0000-4000-8000-000000000000', 'a@b', 'javascript:alert(1)', 'http://169.254.169.254/', '\r\nSet-Cookie: a=b', '=HYPERLINK("http://evil.example")', '+1', '@SUM(1)', '__proto__', 'constructor', 'toString', '\\', '%', '_', '%F0%28%8C%28',
]

/** The same as a program could send them. */
export const VALUES: readonly unknown[] = [...TEXTS, null, true, false, 0, -1, 1.5, 1e308, -1e308, Number.MAX_SAFE_INTEGER + 2, [], [[]], [null], {}, { $ne: null }, { length: -1 }, ['x'.repeat(1000)], Array.from({ length: 300 }, (_, at) => at), { toString: 'x' }]

/** Bodies that are not what they say. */
export const BROKEN: readonly { readonly type: string; readonly body: string }[] = [
  { type: 'application/json', body: '{"name": ' }, { type: 'application/json', body: '' }, { type: 'application/json', body: 'null' }, { type: 'application/json', body: '[]' }, { type: 'application/json', body: '"text"' }, { type: 'application/json', body: '\u0000' },
  { type: 'application/json', body: '['.repeat(50_000) }, { type: 'application/json', body: '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}' }, { type: 'text/plain', body: 'name=x' }, { type: 'application/xml', body: '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>' },
  { type: 'multipart/form-data; boundary=x', body: '--x\r\nContent-Disposition: form-data; name="name"\r\n\r\nhalf' }, { type: 'multipart/form-data', body: 'no boundary' }, { type: 'multipart/form-data; boundary=x', body: '--x\r\nContent-Disposition: form-data; name="file"; filename="../../x"\r\nContent-Type: text/html\r\n\r\n<b>\r\n--x--\r\n' },
  { type: 'application/x-www-form-urlencoded', body: '%' }, { type: 'application/x-www-form-urlencoded', body: '%ZZ=%ZZ&&&=' }, { type: 'application/x-www-form-urlencoded', body: 'a=1&'.repeat(20_000) }, { type: 'application/x-www-form-urlencoded; charset=utf-16', body: 'name=x' }, { type: '', body: 'name=x' },
  { type: 'application/json', body: `{"name": "${'x'.repeat(1_100_000)}"}` },
]

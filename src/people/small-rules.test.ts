import { expect, test } from 'vitest'
import { browserInWords } from './browser-in-words.ts'
import { cookieFor, readSessionCookie } from './cookie.ts'
import { ownPath } from './own-path.ts'
import { hashPassword, isPassword } from './password.ts'
import { seal, unseal } from './sealed.ts'

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'
const SAFARI = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15'
const CHROME = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36'

test.each([
  ['/', '/'], ['/briefs/1?tab=parts#size', '/briefs/1?tab=parts#size'], ['/a/../b', '/b'],
])('the way back %s is kept', (path, kept) => expect(ownPath(path)).toBe(kept))

test.each([
  'https://evil.example', '//evil.example', '/\\evil.example', '\\\\evil.example', '/\t/evil.example', '/%5c/../\\evil', 'javascript:alert(1)', '', 'briefs', '/a\r\nSet-Cookie: x=1',
  '/.//evil.example', `/${'x'.repeat(2000)}`, undefined, 7, ['/'],
])('the way back %j leads home', (path) => expect(ownPath(path)).toBe('/'))

test.each([
  ['https://guildhall.example', FIREFOX, '__Host-guildhall'], ['https://guildhall.example', SAFARI, '__Host-guildhall'],
  ['http://localhost:4000', FIREFOX, '__Host-guildhall'], ['http://127.0.0.1:4000', CHROME, '__Host-guildhall'],
  ['http://localhost:4000', SAFARI, 'guildhall'], ['http://192.168.1.5:4000', CHROME, 'guildhall'],
])('at %s the cookie fits the browser', (address, browser, name) => {
  const cookie = cookieFor(address, browser)

  expect(cookie.name).toBe(name)
  expect(cookie.keep('t')).toMatch(/; Path=\/; HttpOnly; SameSite=Lax; Max-Age=1209600/)
  expect(cookie.keep('t').endsWith('; Secure')).toBe(name.startsWith('__Host-'))
  expect(cookie.keep('t')).not.toContain('Domain')
  expect(readSessionCookie(`a=1; ${cookie.keep('gh_t').split(';')[0]}; b=2`, address)).toBe('gh_t')
})

test('over https a bare cookie slipped in by a neighbour is not looked at', () => {
  expect(readSessionCookie('guildhall=theirs', 'https://guildhall.example')).toBeUndefined()
  expect(readSessionCookie('guildhall=theirs; __Host-guildhall=mine', 'http://localhost:4000')).toBe('mine')
})

test('browsers are called what people call them', () => {
  expect([FIREFOX, SAFARI, CHROME, '', 'curl/8'].map(browserInWords)).toEqual(['Firefox on Windows', 'Safari on a Mac', 'Chrome on Android', 'A browser', 'A browser'])
})

test('a password is kept in the usual writing, salted, and an accent typed either way is the same', async () => {
  const hash = await hashPassword('caf\u00e9 au lait')

  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  expect(await hashPassword('caf\u00e9 au lait')).not.toBe(hash)
  expect(await isPassword(hash, 'cafe\u0301 au lait')).toBe(true)
  expect(await isPassword(hash, 'cafe au lait')).toBe(false)
  expect(await isPassword(undefined, 'anything')).toBe(false)
})

test('what is sealed comes back whole, and only for its own use', () => {
  const key = Buffer.alloc(32, 7)
  const text = seal(key, 'trip', { then: '/a' })

  expect(unseal(key, 'trip', text)).toEqual({ then: '/a' })
  expect(unseal(key, 'other', text)).toBeUndefined()
  expect(unseal(Buffer.alloc(32, 8), 'trip', text)).toBeUndefined()
  expect(unseal(key, 'trip', (text.startsWith('A') ? 'B' : 'A') + text.slice(1))).toBeUndefined()
  for (const bad of ['', 'x', 'not sealed at all', '\u0000']) expect(unseal(key, 'trip', bad)).toBeUndefined()
})

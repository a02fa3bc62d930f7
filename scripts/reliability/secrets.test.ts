import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { startHouse } from './running-house.ts'
import { EMAIL, PASSWORD, post, startMine } from './visitor.ts'

const folder = mkdtempSync(join(tmpdir(), 'guildhall-secrets-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a secret looks like, wherever it stands. */
const SHAPES: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/, /\bAKIA[0-9A-Z]{16}\b/, /\bgh[pousr]_[A-Za-z0-9]{36}\b/, /\bgh_(?:link|token|session)_[A-Za-z0-9_-]{40,}/, /\bxox[abp]-[0-9A-Za-z-]{20,}/,
  /\b(?:postgres|smtps?|https?):\/\/[^\s:/@]+:(?!password@|secret@|\$\{)[^\s@/]{8,}@/,
]
const secretsIn = (text: string) => SHAPES.flatMap((shape) => shape.exec(text)?.[0] ?? [])

test('nothing that looks like a secret is kept in the repository or handed to browsers', () => {
  const tracked = spawnSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).stdout.split('\0').filter((file) => /\.(ts|tsx|sql|md|json|css|cjs|yml|env)$|\/run$/.test(file) && existsSync(file))
  const built = globSync('dist/client/**/*.{js,css,json}')

  expect(tracked.length).toBeGreaterThan(500)
  const found = [...tracked, ...built].flatMap((file) => secretsIn(readFileSync(file, 'utf8')).map((secret) => `${file}: ${secret.slice(0, 30)}`))
  expect(found).toEqual([])
})

test('control: a key, a link and a password in an address are recognised', () => {
  const words = [['-----BEGIN RSA', 'PRIVATE KEY-----'].join(' '), `gh_link_${'a1B2'.repeat(12)}`, ['postgres:', '', 'someone:correcthorse@db.example'].join('/')]

  for (const word of words) expect(secretsIn(`x ${word} y`), word).toHaveLength(1)
})

test('a house that logs all it can logs no password, cookie, token or link', { timeout: 300_000 }, async () => {
  const house = await startHouse(folder, { LOG_LEVEL: 'debug', METRICS_TOKEN: 'a-metrics-token-of-ours' })
  const cookie = await startMine(house.address)
  const get = async (path: string, headers: Record<string, string> = {}) => (await fetch(house.address + path, { headers: { Cookie: cookie, ...headers }, redirect: 'manual' })).text()
  const made = await post(house.address, '/tokens', { name: 'Our website', scopes: 'read', lasts: 'month' }, { Cookie: cookie })
  const token = /gh_token_[\w-]+/.exec(await made.text())?.[0] ?? ''
  await post(house.address, '/sign-in', { email: EMAIL, password: 'a wrong one indeed' })
  await post(house.address, '/reset', { email: EMAIL })
  await post(house.address, '/sign-in/link', { email: EMAIL })
  await post(house.address, '/networks/the-circle/invitations', { name: 'Sam', email: 'sam@example.org' }, { Cookie: cookie })
  const mails = await get('/mail')
  const links: string[] = []
  for (const [, href = ''] of mails.matchAll(/href="(\/mail\/[0-9a-f-]{36})"/g)) links.push(...[...(await get(href)).matchAll(/gh_[a-z]+_[\w-]{30,}/g)].map(([link]) => link))
  for (const link of links) await get(`/answer/${link}`)
  await get('/api/v1/me', { Cookie: '', Authorization: `Bearer ${token}` })
  await get('/api/v1/me', { Cookie: '', Authorization: `Bearer ${token.slice(0, -3)}xyz` })
  await get('/metrics', { Authorization: 'Bearer a-metrics-token-of-ours' })
  await house.stop()

  const secrets = [PASSWORD, 'a wrong one indeed', cookie.split('=')[1] ?? '', token, ...links, 'a-metrics-token-of-ours']
  expect(links.length).toBeGreaterThan(2)
  expect(token).toMatch(/^gh_token_/)
  expect(house.said().length).toBeGreaterThan(20)
  expect(secrets.filter((secret) => house.said().includes(secret))).toEqual([])
})

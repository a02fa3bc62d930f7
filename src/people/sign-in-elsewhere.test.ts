import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nobody } from '../kit/ctx.ts'
import { openTestHouse, type TestHouse } from '../kit/testing/house.ts'
import { ElsewhereRefused, NoWayElsewhere, WrongSignIn } from './errors.ts'
import { signInElsewhere, startElsewhere } from './sign-in-elsewhere.ts'
import { signIn } from './sign-in.ts'
import { signUp } from './sign-up.ts'
import { actorOf, arrive } from './testing/people.ts'
import { getYourAccount } from './your-account.ts'

// Against a real OpenID Connect provider on this machine, whose own pages are walked through as a browser would.

const RETURN = 'http://localhost:4000/sign-in/elsewhere/return'
let server: Server
let house: TestHouse
const claimsOf: Record<string, object> = {
  priya: { email: 'Priya@Example.org', email_verified: true, name: 'Priya Shah' },
  tom: { email: 'tom@example.org', email_verified: true, name: 'Tom' },
  jo: { email: 'jo@example.org', email_verified: false, name: 'Jo' },
  mel: { name: 'Mel' },
  ruth: { email: 'ruth@example.org', email_verified: true, name: 'Ruth' },
}

beforeAll(async () => {
  server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // listening, so it has one
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'guildhall', client_secret: 'a secret for the test', redirect_uris: [RETURN], token_endpoint_auth_method: 'client_secret_post' }],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => ({ sub, ...claimsOf[sub] }) }),
  })
  server.on('request', provider.callback())
  house = await openTestHouse({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'guildhall', OIDC_CLIENT_SECRET: 'a secret for the test', OIDC_NAME: 'Saltmarsh Account' })
})
afterAll(async () => {
  await house.close()
  server.closeAllConnections()
  server.close()
})

/** Follows the provider's own pages as someone who signs in there and agrees, until it sends them back to us. */
async function walkThrough(url: string, login: string): Promise<string> {
  const jar = new Map<string, string>()
  let next = url
  let body: URLSearchParams | undefined
  for (let steps = 0; steps < 20; steps += 1) {
    const answer = await fetch(next, { method: body ? 'POST' : 'GET', body, redirect: 'manual', headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    const location = answer.headers.get('location')
    if (location) {
      next = new URL(location, next).href
      body = undefined
      if (next.startsWith(RETURN)) return new URL(next).search
      continue
    }
    const page = await answer.text()
    next = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? '', next).href
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1]
    if (!prompt) throw new Error(`The provider showed something else: ${page.slice(0, 500)}`)
    body = new URLSearchParams(prompt === 'login' ? { prompt, login, password: 'x' } : { prompt })
  }
  throw new Error('The provider never sent us back.')
}

async function arriveFrom(login: string, then?: string) {
  const { url, sealed } = await startElsewhere(house.ctx(nobody), then)
  return signInElsewhere(house.ctx(nobody), { query: await walkThrough(url, login), sealed }, 'Firefox on Windows')
}

test('Priya’s first time makes her account, her second finds it', async () => {
  const first = await arriveFrom('priya', '/networks')
  const second = await arriveFrom('priya')

  expect(first.then).toBe('/networks')
  expect(second.person).toBe(first.person)
  expect(await getYourAccount(house.ctx(await actorOf(house, first.token)))).toMatchObject({ name: 'Priya Shah', email: 'priya@example.org', emailConfirmedAt: house.clock.now(), signsInElsewhere: true, hasPassword: false })
})

test('Tom, who already has an account with that address, comes into it', async () => {
  const tom = await arrive(house, 'Tom')

  expect((await arriveFrom('tom')).person).toBe(tom.person)
  expect((await house.mails()).findLast((mail) => mail.to_address === tom.email)?.text).toContain('You can now also sign in with Saltmarsh Account.')
})

test('an account lying in wait with Ruth’s unproven address is emptied of its ways in when she comes', async () => {
  await signUp(house.ctx(nobody), { name: 'Not Ruth', email: 'ruth@example.org', password: 'the password of a thief' })

  await arriveFrom('ruth')

  await expect(signIn(house.ctx(nobody), { email: 'ruth@example.org', password: 'the password of a thief' }, '')).rejects.toThrow(WrongSignIn)
})

test.each(['jo', 'mel'])('an address the provider has not checked opens nothing (%s)', async (who) => {
  await expect(arriveFrom(who)).rejects.toThrow('has not checked your e-mail address')
})

test('coming back without the cookie, with another’s, too late, or with a changed answer is refused', async () => {
  const { url, sealed } = await startElsewhere(house.ctx(nobody))
  const other = await startElsewhere(house.ctx(nobody))
  const query = await walkThrough(url, 'priya')
  const back = (given: { query: string; sealed: string }) => signInElsewhere(house.ctx(nobody), given, '')

  await expect(back({ query, sealed: '' })).rejects.toThrow('another browser')
  await expect(back({ query, sealed: other.sealed })).rejects.toThrow('did not confirm')
  await expect(back({ query: query.replace(/state=[^&]+/, 'state=forged'), sealed })).rejects.toThrow('did not confirm')
  await expect(back({ query: '?error=access_denied&state=x', sealed })).rejects.toThrow(ElsewhereRefused)
  await expect(back({ query, sealed })).resolves.toBeTruthy()
  await expect(back({ query, sealed })).rejects.toThrow('did not confirm') // the code was used
  house.clock.forward(11 * 60_000)
  await expect(back({ query, sealed })).rejects.toThrow('too long ago')
})

test('a provider that is away is said to be away; a house without one has no such way in', async () => {
  const lonely = await openTestHouse({ OIDC_ISSUER: 'http://127.0.0.1:9', OIDC_CLIENT_ID: 'guildhall' })
  const without = await openTestHouse()

  await expect(startElsewhere(lonely.ctx(nobody))).rejects.toThrow('cannot be reached just now')
  await expect(startElsewhere(without.ctx(nobody))).rejects.toThrow(NoWayElsewhere)
  await lonely.close()
  await without.close()
})

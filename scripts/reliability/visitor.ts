import { randomUUID } from 'node:crypto'

/** Someone who hosts a house and lists organisations in it, over real HTTP, keeping account of what they were told. */
export type Visitor = {
  /** Sends one change; what it was answered, or nothing where the line broke. The same key may be sent again. */
  list(name: string, key: string): Promise<{ status: number; retryAfter: string | null } | undefined>
  openNetwork(name: string, key: string): Promise<{ status: number; retryAfter: string | null } | undefined>
}

export const PASSWORD = 'nine quiet herons'
export const EMAIL = 'host@example.org'

/** The first run: makes the host of an empty house. */
export async function startMine(address: string): Promise<string> {
  const answer = await post(address, '/welcome/mine', { name: 'Olga Marsh', email: EMAIL, password: PASSWORD, network: 'The Circle', purpose: 'To meet' })
  if (answer.status !== 303) throw new Error(`The house could not be started: ${answer.status} ${(await answer.text()).slice(0, 500)}`)
  return cookieOf(answer)
}

export async function signIn(address: string): Promise<string> {
  return cookieOf(await post(address, '/sign-in', { email: EMAIL, password: PASSWORD }))
}

export function post(address: string, path: string, fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(address + path, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ ...fields, _key: randomUUID() }), headers: { 'Sec-Fetch-Site': 'same-origin', ...headers } })
}

export function visitor(address: () => string, cookie: string): Visitor {
  const send = async (path: string, json: object, key: string) => {
    try {
      const answer = await fetch(`${address()}/api/v1${path}`, { method: 'POST', body: JSON.stringify(json), headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin', 'Idempotency-Key': key, Cookie: cookie } })
      await answer.text()
      return { status: answer.status, retryAfter: answer.headers.get('Retry-After') }
    } catch {
      return undefined
    }
  }
  return {
    list: (name, key) => send('/organisations', { name, kind: 'company' }, key),
    openNetwork: (name, key) => send('/networks', { name, kind: 'Association', purpose: 'To meet', joinToo: true }, key),
  }
}

function cookieOf(answer: Response): string {
  const cookie = answer.headers.getSetCookie().find((one) => one.includes('guildhall=gh_session'))?.split(';')[0]
  if (!cookie) throw new Error(`Nobody was signed in: ${answer.status}`)
  return cookie
}

import { isSafari } from './browser-in-words.ts'
import { LASTS_MS } from './session.ts'

/** A cookie of ours, written and read in this one place. */
export type SessionCookie = {
  readonly name: string
  /** The header that keeps it. */
  keep(token: string): string
  /** The header that takes it away. */
  drop(): string
}

const NAME = 'guildhall'

/**
 * Over https, and on this machine itself, the name begins with `__Host-`: the browser then takes it only from us, whole and secure.
 * Plain http elsewhere cannot have that, and Safari refuses it even on this machine, so there the bare name has to do.
 */
export function cookieFor(address: string, userAgent: string, bare = NAME, seconds = LASTS_MS / 1000): SessionCookie {
  const url = new URL(address)
  const isSecure = url.protocol === 'https:' || (isLoopback(url.hostname) && !isSafari(userAgent))
  const name = isSecure ? `__Host-${bare}` : bare
  const write = (value: string, age: number) => `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}${isSecure ? '; Secure' : ''}`
  return { name, keep: (token) => write(token, seconds), drop: () => write('', 0) }
}

/**
 * The token a request carries, if any. `address` is our own: over https only the guarded name is looked at, so that a neighbour under
 * the same domain cannot slip a bare one in.
 */
export function readSessionCookie(header: string, address = ''): string | undefined {
  const named = (name: string) => header.split(';').map((part) => part.trim()).find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1)
  return named(`__Host-${NAME}`) || (address.startsWith('https:') ? undefined : named(NAME)) || undefined
}

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}

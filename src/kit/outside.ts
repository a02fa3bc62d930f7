import dns from 'node:dns/promises'
import { readFileSync } from 'node:fs'
import { request } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { rootCertificates } from 'node:tls'
import type { Settings } from './settings.ts'

/**
 * The one way out of this house to addresses that people give us. Only https. A name is resolved once, every address it has is looked at,
 * and one of those very addresses is dialled, so that a name cannot mean one machine when it is looked at and another when it is called.
 * Nothing is followed elsewhere; ten seconds and one megabyte are enough for an answer.
 */
export type Outside = { readonly method: 'POST'; readonly body: string; readonly headers: Readonly<Record<string, string>> }
export type OutsideAnswer = { readonly status: number; readonly text: string }

/** We do not call there. `because` is a sentence for whoever gave the address. */
export class NotOutside extends Error {
  readonly because: string
  constructor(because: string) {
    super(because)
    this.name = 'NotOutside'
    this.because = because
  }
}

const PATIENCE_MS = 10_000
const MOST_BYTES = 1024 * 1024
type Reach = Pick<Settings, 'OUTSIDE_PRIVATE' | 'OUTSIDE_CERTIFICATES'>

export async function callOutside(written: string, { method, body, headers }: Outside, reach: Reach): Promise<OutsideAnswer> {
  const url = addressOutside(written)
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const name = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  const found = isIP(name) ? [{ address: name, family: isIP(name) }] : await within(signal, dns.lookup(name, { all: true, verbatim: true })).catch((error: unknown) => { throw error instanceof NotOutside ? error : new NotOutside('No such name is known.') })
  if (found.length === 0) throw new NotOutside('No such name is known.')
  for (const { address } of found) if (!mayDial(address, reach)) throw new NotOutside('This address is inside a private network, or not one that machines outside have.')
  return dial(url, found, { method, body, headers }, reach, signal)
}

/** The address as we would call it, or why we never would. */
export function addressOutside(written: string): URL {
  const url = written.length <= 2_000 ? URL.parse(written) : null
  if (!url) throw new NotOutside('This is not a web address.')
  if (url.protocol !== 'https:') throw new NotOutside('The address begins with https://, so that nobody on the way can read along.')
  if (url.username || url.password) throw new NotOutside('An address with a name and password in it is not taken.')
  if (url.port === '0') throw new NotOutside('No machine answers on port 0.')
  return url
}

type Found = readonly { readonly address: string; readonly family: number }[]

function dial(url: URL, found: Found, { method, body, headers }: Outside, reach: Reach, signal: AbortSignal): Promise<OutsideAnswer> {
  const looked: LookupFunction = (_, { all }, done) => {
    const [first] = found
    if (all) done(null, [...found])
    else done(null, first?.address ?? '', first?.family)
  }
  return new Promise((resolve, reject) => {
    const calling = request(url, {
      method, agent: false, lookup: looked, signal, maxHeaderSize: 16 * 1024, ...(reach.OUTSIDE_CERTIFICATES ? { ca: [...rootCertificates, readFileSync(reach.OUTSIDE_CERTIFICATES, 'utf8')] } : {}),
      headers: { ...headers, 'Content-Length': String(Buffer.byteLength(body)), 'User-Agent': 'Guildhall', 'Accept-Encoding': 'identity' },
    }, (answer) => {
      const pieces: Buffer[] = []
      let length = 0
      answer.on('data', (piece: Buffer) => {
        length += piece.length
        if (length > MOST_BYTES) calling.destroy(new NotOutside('The answer was longer than one megabyte.'))
        else pieces.push(piece)
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(pieces).toString('utf8') }))
      answer.on('error', reject)
    })
    calling.on('socket', (socket) => socket.once('connect', () => {
      if (!mayDial(socket.remoteAddress ?? '', reach)) calling.destroy(new NotOutside('This address is inside a private network.'))
    }))
    calling.on('error', (error) => reject(signal.aborted ? new NotOutside('There was no answer within ten seconds.') : error))
    calling.end(body)
  })
}

async function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return Promise.race([work, new Promise<never>((_, fail) => { signal.addEventListener('abort', () => fail(new NotOutside('There was no answer within ten seconds.')), { once: true }) })])
}

/** What IANA lists as not reachable from everywhere, and what carries another address inside it. */
const NEVER = blocked(['0.0.0.0/8', '169.254.0.0/16', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/3'])
const PRIVATE = blocked(['10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'])
const PUBLIC_6 = blocked(['2000::/3'])
const NEVER_6 = blocked(['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'])
const PRIVATE_6 = blocked(['fc00::/7', '::1/128'])

/** Whether a machine at this address may be called: only public ones, and private ones where whoever hosts this says so. */
export function mayDial(address: string, { OUTSIDE_PRIVATE }: Pick<Settings, 'OUTSIDE_PRIVATE'>): boolean {
  const family = isIP(address)
  if (family === 4) return !NEVER.check(address) && (OUTSIDE_PRIVATE || !PRIVATE.check(address))
  if (family !== 6 || address.includes('%')) return false
  if (PUBLIC_6.check(address, 'ipv6')) return !NEVER_6.check(address, 'ipv6')
  return OUTSIDE_PRIVATE && PRIVATE_6.check(address, 'ipv6')
}

function blocked(ranges: readonly string[]): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [net = '', bits = ''] = range.split('/')
    list.addSubnet(net, Number(bits), net.includes(':') ? 'ipv6' : 'ipv4')
  }
  return list
}

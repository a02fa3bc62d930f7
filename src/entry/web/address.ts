import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { BlockList } from 'node:net'
import type { WebEnv } from '../../kit/web/env.ts'

/**
 * Where a request comes from, for limits and the log. X-Forwarded-For is believed only from proxies that were named, and then the
 * last address no such proxy added; anyone can write the rest of that header.
 */
export function addressReader(trustedProxies: readonly string[]): (c: Context<WebEnv>) => string {
  const trusted = new BlockList()
  for (const proxy of trustedProxies) {
    const [address = '', bits] = proxy.split('/')
    const family = address.includes(':') ? 'ipv6' : 'ipv4'
    if (bits) trusted.addSubnet(address, Number(bits), family)
    else trusted.addAddress(address, family)
  }
  const isTrusted = (address: string) => trusted.check(address, address.includes(':') ? 'ipv6' : 'ipv4')
  return (c) => {
    const near = plain(nearest(c))
    if (!isTrusted(near)) return near
    const chain = (c.req.header('X-Forwarded-For') ?? '').split(',').map((one) => plain(one.trim())).filter(Boolean)
    return chain.findLast((address) => !isTrusted(address)) ?? near
  }
}

function nearest(c: Context<WebEnv>): string {
  try {
    return getConnInfo(c).remote.address ?? '127.0.0.1'
  } catch {
    return '127.0.0.1' // a test calls the app without a socket
  }
}

/** IPv4 through an IPv6 socket reads ::ffff:192.0.2.1. */
function plain(address: string): string {
  return address.startsWith('::ffff:') ? address.slice(7) : address
}

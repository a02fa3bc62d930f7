import { randomInt } from 'node:crypto'
import type { Id } from '../kit/ids.ts'

/** A network is the circle that hosts members: a business park, a chamber, a coalition of charities. Organisers tend it. */
export type Network = {
  readonly id: Id<'network'>
  readonly slug: string
  readonly name: string
  readonly purpose: string
  readonly kind: string
  readonly houseRules?: string
  readonly listed: Listed
  readonly openedAt: Date
}

/** Who may find it at all. */
export type Listed = 'anyone' | 'members'

/** How the asker stands to it. */
export type Place = { readonly organises: boolean; readonly isMember: boolean }

export const KIND_SUGGESTIONS = ['Business park', 'Chamber of commerce', 'Coalition of charities', 'Association', 'Town trades', 'Supply chain'] as const

/** Addresses of ours that a network's name must not take. */
const TAKEN = new Set(['new', 'import', 'export', 'join'])

/** The name as an address: "Salisbury Makers" becomes salisbury-makers. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/[\u0300-\u036f'’]/g, '').toLowerCase().replaceAll('&', ' and ')
  const slug = plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, 60).replace(/-+$/, '')
  return slug === '' || TAKEN.has(slug) ? `network-${slug || randomLetters()}` : slug
}

/** The same with letters at random, where the plain one is taken, or where a clash would tell of a network not shown to everyone. */
export function slugWithLetters(name: string): string {
  return `${slugOf(name)}-${randomLetters()}`
}

function randomLetters(): string {
  return Array.from({ length: 5 }, () => 'bcdfghjkmnpqrstvwxz23456789'[randomInt(27)]).join('')
}

declare module '../kit/events.ts' {
  interface Events {
    'network.opened': { network: Id<'network'> }
    'network.changed': { network: Id<'network'> }
    'organiser.made': { network: Id<'network'>; person: Id<'person'> }
    'organiser.ended': { network: Id<'network'>; person: Id<'person'> }
    'member.joined': { network: Id<'network'>; organisation: Id<'organisation'> }
    'member.left': { network: Id<'network'>; organisation: Id<'organisation'> }
    'capability.changed': { network: Id<'network'> }
    'sight.changed': { organisation: Id<'organisation'> }
    'partner.counted': { organisation: Id<'organisation'>; partner: Id<'organisation'> }
    'partner.ended': { organisation: Id<'organisation'>; partner: Id<'organisation'> }
  }
}

import type { Id } from '../../kit/ids.ts'

/** What a program signs in with: made by a person, for what it may do, until a day. It never does more than its person may. */
export type Token = {
  readonly id: Id<'token'>
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly madeAt: Date
  readonly endsAt: Date
  readonly usedAt?: Date
  readonly withdrawnAt?: Date
}

export const SCOPES = ['read', 'draft', 'write', 'upkeep'] as const
export type Scope = (typeof SCOPES)[number]

export const scopeInWords: Readonly<Record<Scope, string>> = { read: 'Read what I may read', draft: 'Prepare things that are done only once I have said yes, for assistants', write: 'Change what I may change', upkeep: 'Tend the house, where I host it' }

export const LIFETIMES = { month: 30, quarter: 90, year: 365 } as const

export function isInUse(token: Pick<Token, 'endsAt' | 'withdrawnAt'>, now: Date): boolean {
  return !token.withdrawnAt && token.endsAt > now
}

/** What looks like a change and is none, or is one only once a person has said yes. */
const APART: Readonly<Record<string, Scope | 'person'>> = {
  'POST /networks/{slug}/briefs/readings': 'read', 'POST /networks/{slug}/capabilities/import/preview': 'read', 'POST /confirmations': 'draft',
  'POST /tokens': 'person', 'DELETE /tokens/{id}': 'person', 'POST /webhooks': 'person', 'POST /networks/{slug}/webhooks': 'person', 'POST /webhooks/{id}/secret': 'person', 'POST /networks/{slug}/webhooks/{id}/secret': 'person',
}
const SHAPES = Object.entries(APART).map(([asked, needs]) => ({ shape: new RegExp(`^${asked.replaceAll(/\{\w+\}/g, '[^/]+')}$`), needs }))

/** The scope a request needs; nothing where no program may do it, whatever its token says. What it may touch is asked again inside. */
export function scopeFor(method: string, path: string): Scope | undefined {
  const asked = `${method.toUpperCase()} ${path}`
  const needs = SHAPES.find(({ shape }) => shape.test(asked))?.needs ?? (['GET ', 'HEAD '].some((safe) => asked.startsWith(safe)) ? 'read' : 'write')
  return needs === 'person' ? undefined : needs
}

/** Whoever may write may also prepare. */
export function mayWith(scopes: readonly string[], needs: Scope): boolean {
  return scopes.includes(needs) || (needs === 'draft' && scopes.includes('write'))
}

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

export const SCOPES = ['read', 'write', 'upkeep'] as const
export type Scope = (typeof SCOPES)[number]

export const scopeInWords: Readonly<Record<Scope, string>> = { read: 'Read what I may read', write: 'Change what I may change', upkeep: 'Tend the house, where I host it' }

export const LIFETIMES = { month: 30, quarter: 90, year: 365 } as const

export function isInUse(token: Pick<Token, 'endsAt' | 'withdrawnAt'>, now: Date): boolean {
  return !token.withdrawnAt && token.endsAt > now
}

/** Whether these scopes let a request of this method through at all; what it may touch is asked again inside. */
export function scopesAllow(scopes: readonly string[], method: string): boolean {
  return scopes.includes(method === 'GET' || method === 'HEAD' ? 'read' : 'write')
}

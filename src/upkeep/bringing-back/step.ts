import { createHash } from 'node:crypto'
import type { Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import type { Brought } from './read-export.ts'

/** What one thing in the file would do here, in words, before anything does. */
export type Step = {
  readonly about: string
  readonly does: 'new' | 'changed' | 'same' | 'left'
  /** Why it stays out, or how it comes in, where that is not plain. */
  readonly because?: string
  readonly changes?: readonly Change[]
  /** Does it, as the house, in the transaction of all of it. */
  readonly write?: (tx: Tx) => Promise<void>
}
export type Change = { readonly field: string; readonly from: string; readonly to: string }

/** Where it goes: what is here of it is read with the asker's rights. Absent organisation: it will be a new one. */
export type Into = { readonly organisation?: Id<'organisation'>; /** Set once it is there. */ readonly writeTo: () => Id<'organisation'> }

/** One part of an organisation: the tables of the file it reads, and what it makes of them. */
export type Part = {
  readonly name: string
  readonly title: string
  readonly reads: readonly string[]
  readonly plan: (tx: Tx, brought: Brought, into: Into) => Promise<readonly Step[]>
}

/** The id that a thing of the file gets here: the same each time it is brought into the same organisation, and nobody else's. */
export function idHere<Of extends string>(organisation: string, there: string): Id<Of> {
  const hash = createHash('sha256').update(`${organisation} ${there}`).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}` as Id<Of> // made here, of that shape
}

/** What differs, field by field. An empty field of the file leaves what is here. */
export function changesOf(fields: Readonly<Record<string, string>>, here: Readonly<Record<string, unknown>>, there: Readonly<Record<string, unknown>>): readonly Change[] {
  return Object.entries(fields).flatMap(([column, field]) => {
    const to = inWords(there[column]), from = inWords(here[column])
    return to === '' || to === from ? [] : [{ field, from, to }]
  })
}

const inWords = (value: unknown): string => (value === null || value === undefined ? '' : Array.isArray(value) ? value.join('; ') : value instanceof Date ? value.toISOString() : typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value))

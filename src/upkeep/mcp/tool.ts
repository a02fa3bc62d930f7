import { z } from 'zod'
import { Refusal } from '../../kit/refusal.ts'

/** What the tools are made of. */

export const LOOKS = { readOnlyHint: true, idempotentHint: true, openWorldHint: false } as const
export const network = z.string().max(80).describe('The network’s `slug`, as my_networks gives it')
export const organisation = z.uuid().describe('The id of a member, as find_partners gives it')

export type Result = { content: [{ type: 'text'; text: string }]; structuredContent?: Record<string, unknown>; isError?: boolean }

/** The same twice: as data for programs that take it, as text for those that do not. */
export function told(value: unknown): Result {
  return { content: [{ type: 'text', text: JSON.stringify(value, null, 2) }], structuredContent: z.record(z.string(), z.unknown()).parse(value) }
}

/** What the house refuses is said in its own words, with the next thing to do. */
export function inWords<Given>(work: (given: Given) => Promise<Result>): (given: Given) => Promise<Result> {
  return async (given) => {
    try {
      return await work(given)
    } catch (error) {
      if (error instanceof Refusal) return { content: [{ type: 'text', text: [error.sentence, error.next].filter(Boolean).join(' ') }], isError: true }
      throw error
    }
  }
}

export const part = encodeURIComponent
export function query(given: Readonly<Record<string, string | number | null | undefined>>): string {
  return new URLSearchParams(Object.entries(given).flatMap(([name, value]): [string, string][] => (value === undefined || value === null ? [] : [[name, String(value)]]))).toString()
}

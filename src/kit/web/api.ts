import { z } from '@hono/zod-openapi'
import { isId, type Id } from '../ids.ts'
import { Invalid, NotFound } from '../refusal.ts'
import type { WebContext } from './env.ts'

/** The pieces that descriptions of the API are made of. */

export const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({ description, content: { 'application/json': { schema } } })
export const body = <Schema extends z.ZodType>(schema: Schema) => ({ body: { content: { 'application/json': { schema } }, required: true } })
export const done = (description: string) => ({ 204: { description } })

/** An id in an address; one that is none is of nothing. */
export function idOf<Of extends string>(text: string | undefined): Id<Of> {
  if (!isId<Of>(text)) throw new NotFound()
  return text
}

/** What every list takes: how many, and where the page before ended. */
export const paging = {
  after: z.string().max(2000).optional().openapi({ description: '`next` of the page before; without it, the beginning' }),
  limit: z.coerce.number().int().min(1).max(200).default(50).openapi({ description: 'How many at most, up to 200' }),
}
/** What every list ends with. */
export const next = z.string().nullable().openapi({ description: 'The `after` of the page that follows; null on the last' })

type Word = string | number

/** Where the page before ended, as it was written by `pageOf`; anything else is no place of ours. */
export function placeAfter<Place extends readonly Word[]>(after: string | undefined, shape: z.ZodType<Place>): Place | undefined {
  if (after === undefined) return undefined
  const read = shape.safeParse(parsed(Buffer.from(after, 'base64url').toString('utf8')))
  if (!read.success || read.data.some((word) => typeof word === 'string' && (word.includes('\u0000') || !word.isWellFormed()))) throw new Invalid([{ field: 'after', sentence: 'That place in the list is not one of ours. Begin again without "after".' }])
  return read.data
}

const skipped = z.tuple([z.int().min(0).max(1_000_000)])

/** How many were on the pages before, for lists that are counted through. */
export const countBefore = (after: string | undefined): number => placeAfter(after, skipped)?.[0] ?? 0

/** One page of what was read with one more than `limit`; says where the next begins, in the answer and in `Link`. */
export function pageOf<Row>(c: WebContext, rows: readonly Row[], limit: number, placeOf: (last: Row) => readonly Word[]): { readonly rows: readonly Row[]; readonly next: string | null } {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > limit && last !== undefined ? linkTo(c, placeOf(last)) : null }
}

/** The same of a list that is read whole, since it can never be long. */
export function pageOfAll<Row>(c: WebContext, all: readonly Row[], { after, limit }: { readonly after?: string; readonly limit: number }): { readonly rows: readonly Row[]; readonly next: string | null } {
  const before = countBefore(after)
  return pageOf(c, all.slice(before, before + limit + 1), limit, () => [before + limit])
}

function linkTo(c: WebContext, place: readonly Word[]): string {
  const after = Buffer.from(JSON.stringify(place)).toString('base64url')
  const address = new URL(c.var.ctx.url(c.req.path))
  for (const [name, value] of Object.entries(c.req.query())) address.searchParams.set(name, value)
  address.searchParams.set('after', after)
  c.header('Link', `<${address.href}>; rel="next"`)
  return after
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

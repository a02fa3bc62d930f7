import type { Ctx } from '../kit/ctx.ts'

/** One card of a page that is put together from several rooms: what it holds, or that it could not be had just now. */
export type Part<T> = { readonly ok: true; readonly is: T } | { readonly ok: false }

/** Reads a card by itself, so that one that fails says so alone and the rest still work. */
export async function part<T>(ctx: Ctx, name: string, read: () => Promise<T>): Promise<Part<T>> {
  try {
    return { ok: true, is: await read() }
  } catch (error) {
    ctx.log.error({ err: error, card: name }, 'a card could not be read')
    return { ok: false }
  }
}

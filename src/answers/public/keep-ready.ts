import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { asHouse, type Ctx } from '../../kit/ctx.ts'
import { dayOf } from '../proof.ts'
import { readMarks, type Mark } from './fresh-store.ts'
import { askTogether } from './together.ts'

/** What a stranger is answered, made once for each state of the rows behind it. */
export type Ready = { readonly text: string; readonly packed: Buffer; readonly type: string; readonly tag: string; readonly since: Date; readonly quiet?: boolean }
export type Made = { readonly text: string; readonly type: string; /** Not for search engines. */ readonly quiet?: boolean }

const MOST = 1000

/**
 * Pages for strangers, kept ready. Before each answer the rows behind it are asked whether anything has changed (many askers share one
 * question), so what is hidden is hidden from the very next answer on, on every node. The day counts too: proof grows old at midnight.
 */
export function keepReady() {
  const kept = new Map<string, { readonly state: string; readonly ready: Promise<Ready> }>()
  const findMark = askTogether((ctx, slugs) => asHouse(ctx).read((tx) => readMarks(tx, slugs)))

  return {
    findMark: (ctx: Ctx, slug: string): Promise<Mark | undefined> => findMark(ctx, slug),
    ready: (ctx: Ctx, what: string, mark: Mark, make: () => Promise<Made>): Promise<Ready> => {
      const key = `${what} ${mark.slug}`, state = `${dayOf(ctx.now)} ${mark.mark}`
      const before = kept.get(key)
      if (before?.state === state) return before.ready
      const ready = make().then(async (made) => asReady(made, ctx.now, await before?.ready.catch(() => undefined)))
      kept.delete(key) // what was made last stands last, so the first is the one to let go
      kept.set(key, { state, ready })
      ready.catch(() => kept.delete(key))
      const oldest = kept.size > MOST ? kept.keys().next().value : undefined
      if (oldest !== undefined) kept.delete(oldest)
      return ready
    },
  }
}

/** Words that came out the same have not been modified, whatever happened to the rows: what is hidden leaves no trace in a header. */
function asReady(made: Made, now: Date, before: Ready | undefined): Ready {
  const tag = `"${createHash('sha256').update(made.text).digest('base64url').slice(0, 22)}"`
  if (before?.tag === tag) return before
  return { ...made, tag, packed: gzipSync(made.text), since: new Date(Math.floor(now.getTime() / 1000) * 1000) }
}

import type { Ctx } from '../../kit/ctx.ts'

type Waiting<Found> = { readonly resolve: (found: Found | undefined) => void; readonly reject: (error: unknown) => void }

/**
 * Asks for many at once. Whoever comes while a question is under way waits for the next one, so that each is told what was true after
 * they came, and a thousand who come together cost one question.
 */
export function askTogether<Found>(read: (ctx: Ctx, keys: readonly string[]) => Promise<ReadonlyMap<string, Found>>) {
  let waiting = new Map<string, Waiting<Found>[]>()
  let underWay = false

  async function run(ctx: Ctx): Promise<void> {
    underWay = true
    while (waiting.size > 0) {
      const asked = waiting
      waiting = new Map()
      try {
        const found = await read(ctx, [...asked.keys()])
        for (const [key, all] of asked) for (const one of all) one.resolve(found.get(key))
      } catch (error) {
        for (const all of asked.values()) for (const one of all) one.reject(error)
      }
    }
    underWay = false
  }

  return (ctx: Ctx, key: string): Promise<Found | undefined> => new Promise((resolve, reject) => {
    waiting.set(key, [...(waiting.get(key) ?? []), { resolve, reject }])
    if (!underWay) void run(ctx)
  })
}

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { asHouse, type Ctx, type Tx } from './ctx.ts'
import { TooMany } from './refusal.ts'

/** How often something may be tried: so many points in so many seconds. */
export type Turns = { readonly points: number; readonly perSeconds: number }

/**
 * Counts one try and refuses when there were too many; the count is shared by all nodes. It is kept in a transaction of its own, so that
 * a refusal later does not undo it: call it before the action's own. Keys are stored as hashes, since they may hold an address.
 */
export async function takeTurn(ctx: Ctx, key: string, { points, perSeconds }: Turns): Promise<void> {
  const ms = perSeconds * 1000
  const count = await asHouse(ctx).transaction(async (tx) => {
    const now = tx.now.getTime()
    const over = sql<boolean>`limit_count.expire <= ${now}`
    return tx.db.insertInto('limit_count').values({ key: hashed(key), points: 1, expire: now + ms })
      .onConflict((at) => at.column('key').doUpdateSet({
        points: sql`case when ${over} then 1 else limit_count.points + 1 end`,
        expire: sql`case when ${over} then ${now + ms} else limit_count.expire end`,
      }))
      .returning(['points', 'expire']).executeTakeFirstOrThrow()
  })
  if (count.points > points) throw new TooMany(Math.max(1, Math.ceil(((count.expire ?? 0) - ctx.now.getTime()) / 1000)))
}

/** Takes back one try that turned out well, so that only failures count. */
export async function giveTurnBack(ctx: Ctx, key: string): Promise<void> {
  await asHouse(ctx).transaction((tx) => tx.db.updateTable('limit_count').set({ points: sql`greatest(points - 1, 0)` }).where('key', '=', hashed(key)).execute())
}

export async function forgetOldTurns(tx: Tx): Promise<void> {
  await tx.db.deleteFrom('limit_count').where('expire', '<', tx.now.getTime()).execute()
}

function hashed(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

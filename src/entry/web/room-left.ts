import { statfs } from 'node:fs/promises'
import type { MiddlewareHandler } from 'hono'
import { Refusal } from '../../kit/refusal.ts'
import type { WebEnv } from '../../kit/web/env.ts'

/** Told before the disk is really full: PostgreSQL with no room for its log can neither write nor read. */
export class NoRoomLeft extends Refusal {
  readonly kind = 'no-room'
  constructor() { super('There is almost no room left on the disk, so this was not saved.', 'Nothing was lost or changed. Tell whoever hosts this to make room.') }
}

const LEAST = 64 * 1024 * 1024
const LOOK_EVERY_MS = 2_000

/** Refuses changes while the disk that holds the data is nearly full; reading goes on. */
export function roomLeft(dataDir: string): MiddlewareHandler<WebEnv> {
  let looked = 0
  let free = Number.POSITIVE_INFINITY
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    if (Date.now() - looked > LOOK_EVERY_MS) {
      looked = Date.now()
      free = await statfs(dataDir).then(({ bavail, bsize }) => bavail * bsize, () => Number.POSITIVE_INFINITY) // a folder we cannot ask about must not close the house
    }
    if (free < LEAST) throw new NoRoomLeft()
    return next()
  }
}

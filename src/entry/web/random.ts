import { randomFillSync } from 'node:crypto'

const pool = Buffer.alloc(4096)
let used = pool.length

/** Random bytes for every answer's nonce and reference. The system is asked for many at a time: each asking costs as much as the first of them. */
export function someRandom(length: number): Buffer {
  if (used + length > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += length
  return Buffer.from(pool.subarray(used - length, used)) // a copy, since the pool is filled anew
}

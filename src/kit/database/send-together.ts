import type { Socket } from 'node:net'
import type pg from 'pg'

/**
 * Puts the statements of one turn of work on the line in one go. Half of the time of a page went into handing small pieces to the
 * kernel: the beginning, who asks and the first question were three, and the end of one reader and the beginning of the next two more.
 */
export function sendTogether(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection // pg keeps it there, untyped; it is replaced once, before the client connects
  const plain = client.query.bind(client) as (...given: unknown[]) => unknown // pg overloads this in a dozen ways; all pass through
  let waiting = false
  client.query = ((...given: unknown[]) => {
    if (!waiting) {
      waiting = true
      stream.cork()
      process.nextTick(() => { waiting = false; stream.uncork() }) // after the promises that are ready by then have had their turn
    }
    return plain(...given)
  }) as typeof client.query
}

import type { Socket } from 'node:net'
import type pg from 'pg'

type Said = { readonly command: string; readonly rowCount: null; readonly rows: readonly never[] }
const done = (command: string): Promise<Said> => Promise.resolve({ command, rowCount: null, rows: [] })

/**
 * Saves the round trips that carry no answer. A beginning waits for the first statement and travels with it; whoever asks nothing never
 * began. The end of a transaction that only read is sent and not waited for: it is on the line before the connection can be given to
 * anybody else, and lines keep their order. Whoever changes something hears of the end before being told that it is done. All that one
 * turn of work has to say goes to the kernel in one piece: half of the time of a page went into handing it small ones.
 */
export function sendTogether(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection // pg keeps it there, untyped; it is replaced once, before the client connects
  const plain = client.query.bind(client) as (...given: unknown[]) => Promise<unknown> // pg overloads this in a dozen ways; Kysely uses the one with promises
  let beginning: string | undefined
  let onlyReads = false
  let corked = false

  const send = (...given: unknown[]): Promise<unknown> => {
    if (!corked) {
      corked = true
      stream.cork()
      process.nextTick(() => { corked = false; stream.uncork() }) // after the promises that are ready by then have had their turn
    }
    return plain(...given)
  }
  const end = (how: string): Promise<unknown> => {
    if (beginning !== undefined) {
      beginning = undefined
      return done(how.toUpperCase())
    }
    const ended = send(how)
    if (!onlyReads) return ended
    onlyReads = false
    ended.catch(() => undefined) // nothing was changed, and a dead connection has ended it already; the next statement says so
    return done(how.toUpperCase())
  }

  client.query = ((...given: unknown[]) => {
    const [text] = given
    if (text === 'commit' || text === 'rollback') return end(text)
    if (typeof text === 'string' && text.startsWith('begin')) {
      beginning = text
      onlyReads = text.includes('read only')
      return done('BEGIN')
    }
    if (beginning === undefined) return send(...given)
    const begun = send(beginning)
    beginning = undefined
    const answer = send(...given)
    answer.catch(() => undefined) // where the beginning failed, that is what is said
    return begun.then(() => answer)
  }) as typeof client.query
}

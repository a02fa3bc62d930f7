import { Socket } from 'node:net'
import type { State } from './keep-running.ts'

/**
 * A way in that is shut while the server starts again. Every try would make it fork a helper only to say "starting up", and the
 * queue alone tries dozens of times a second: they held up the very repair they waited for.
 */
export function doorTo(state: () => State): () => Socket {
  return () => {
    const socket = new Socket()
    if (state() !== 'restarting') return socket
    socket.connect = () => socket.destroy(Object.assign(new Error('The database is starting again.'), { code: 'ECONNREFUSED' }))
    return socket
  }
}

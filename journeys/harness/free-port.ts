import { once } from 'node:events'
import { createServer } from 'node:net'

/** A port on which nobody listens, and which the system gives to nobody who only calls out. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000)
    const server = createServer()
    try {
      server.listen(port, '127.0.0.1')
      await once(server, 'listening')
      return port
    } catch {
      // somebody is there
    } finally {
      server.close()
    }
  }
}

import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from './log.ts'
import type { Server } from './server.ts'

export type State = 'up' | 'restarting' | 'stopped'

export type Keeper = {
  state(): State
  /** Told of every change; the answer takes the listener away again. */
  onState(listener: (state: State) => void): () => void
  stop(): Promise<void>
}

/** Starts the server again whenever it dies, at once the first time and then ever more slowly, until told to stop. */
export function keepRunning(first: Server, startAgain: (signal: AbortSignal) => Promise<Server>, log: Log): Keeper {
  const listeners = new Set<(state: State) => void>()
  const ending = new AbortController()
  let state: State = 'up'
  let server: Server | undefined = first

  const change = (next: State) => {
    if (state === next || state === 'stopped') return
    state = next
    for (const listener of listeners) listener(next)
  }

  const watching = watch()
  async function watch(): Promise<void> {
    while (server && !ending.signal.aborted) {
      const lastWords = await server.ended
      server = undefined
      if (ending.signal.aborted) return
      change('restarting')
      log.error(`The database has ended unexpectedly and is being started again. ${lastWords}`)
      server = await again()
    }
  }

  async function again(): Promise<Server | undefined> {
    for (let wait = 50; !ending.signal.aborted; wait = Math.min(wait * 2, 5000)) {
      try {
        const started = await startAgain(ending.signal)
        if (!ending.signal.aborted) {
          change('up')
          log.info('The database is running again.')
        }
        return started
      } catch (error) {
        if (ending.signal.aborted) return undefined
        log.error(error instanceof Error ? error.message : String(error))
        await pause(wait, undefined, { signal: ending.signal }).catch(() => {})
      }
    }
    return undefined
  }

  return {
    state: () => state,
    onState(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async stop() {
      ending.abort()
      change('stopped')
      await server?.stop()
      await watching // a start that was under way answers only now
      await server?.stop()
    },
  }
}

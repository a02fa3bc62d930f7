import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { WouldNotStart } from './errors.ts'
import type { Log } from './log.ts'
import { isServerOf } from './process-table.ts'
import { until } from './until.ts'

/**
 * Stops a server whose keeper was killed, and clears what a dead one left. We hold the folder's lock, so no living
 * keeper can own it. It is stopped rather than taken over: a fresh child has today's settings, tells us when it ends
 * and writes into our log, and a fast stop takes a tenth of a second.
 */
export async function clearOrphan(cluster: string, sockets: string, log: Log): Promise<boolean> {
  const pid = await readPid(cluster)
  const found = pid !== undefined && isServerOf(pid, cluster)
  if (found) {
    log.warn(`A database server of this folder was still running without its keeper (process ${pid}); it is being stopped.`)
    await stopProcess(pid, () => !isServerOf(pid, cluster))
  }
  // PostgreSQL would take any living process of that number for itself and refuse to start.
  await rm(join(cluster, 'postmaster.pid'), { force: true })
  for (const name of await readdir(sockets)) await rm(join(sockets, name), { force: true })
  return found
}

export async function readPid(cluster: string): Promise<number | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => undefined)
  const pid = Number(text?.split('\n')[0])
  return Number.isInteger(pid) && pid > 1 ? pid : undefined
}

/** In order: finish cleanly, then stop at once, then be killed. Whatever it takes, committed rows are safe. */
export async function stopProcess(pid: number, isGone: () => boolean): Promise<void> {
  const ladder = [['SIGINT', 15_000], ['SIGQUIT', 5_000], ['SIGKILL', 5_000]] as const
  for (const [signal, patience] of ladder) {
    if (isGone()) return
    try {
      process.kill(pid, signal)
    } catch {
      // It has just gone.
    }
    if (await until(isGone, patience)) return
  }
  throw new WouldNotStart('be stopped', `Process ${pid} does not end.`)
}

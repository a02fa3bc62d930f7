import { readFile, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { clusterIn, findHome } from './home.ts'
import { connectBy, opens, type Connect } from './roles.ts'
import { keepPasswords } from './secrets.ts'

/**
 * The way into the server that another process of ours keeps running on this folder, for what needs no folder of its own, such as a
 * backup by the clock while the house is open. Nothing where none answers: whoever holds the folder may still be starting.
 */
export async function joinRunning(dataDir: string): Promise<Connect | undefined> {
  const real = await realpath(dataDir)
  const lines = (await readFile(join(clusterIn(await findHome(real)), 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const sockets = lines[4]?.trim() // the fifth line of PostgreSQL's own note
  if (!sockets || lines[7]?.trim() !== 'ready') return undefined
  const connect = connectBy(sockets, await keepPasswords(real))
  return (await opens(connect('owner')).catch(() => false)) ? connect : undefined
}

import { readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { FolderInUse, FolderNotWritable } from './errors.ts'

/**
 * One holder per folder. The lock is the kernel's own file lock, taken through SQLite because Node offers no
 * flock: it goes when its holder dies by any means, stays while the holder is merely frozen, is seen by every
 * process on the machine whatever its container, and knows nothing of process ids, so a re-used one cannot
 * fool it. The note beside it only serves to say who holds it.
 */
export function lockFolder(folder: string): { release(): void } {
  const real = realpathSync(folder)
  const note = join(real, 'in-use.json')
  const lock = take(join(real, 'in-use'), note, folder)
  held.add(lock)
  writeFileSync(note, JSON.stringify({ pid: process.pid, since: new Date().toISOString() }), { mode: 0o600 })
  return {
    release() {
      if (!held.delete(lock)) return
      rmSync(note, { force: true })
      lock.close()
    },
  }
}

/** Kept reachable, so that no tidying of memory ever closes a lock. */
const held = new Set<DatabaseSync>()

function take(file: string, note: string, folder: string): DatabaseSync {
  let lock: DatabaseSync | undefined
  try {
    lock = new DatabaseSync(file)
    lock.exec('pragma journal_mode = memory; begin exclusive')
    return lock
  } catch (error) {
    lock?.close()
    if (isBusy(error)) throw new FolderInUse(folder, readNote(note))
    throw new FolderNotWritable(folder, error)
  }
}

const SQLITE_BUSY = 5
const isBusy = (error: unknown) => error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY

function readNote(note: string): { pid: number; since: string } | undefined {
  try {
    const { pid, since } = JSON.parse(readFileSync(note, 'utf8'))
    return typeof pid === 'number' && typeof since === 'string' ? { pid, since } : undefined
  } catch {
    return undefined // the holder is between taking the lock and writing its note
  }
}

import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

/**
 * Puts a copy of a house on its first day, empty or with the example town, where a house keeps its data. Each is made once a run, by whichever file
 * needs it first, as `guildhall start` or `demo` makes it, and kept in `kept`: that takes longer than most journeys. `make` opens a house on a
 * folder and closes it again.
 */
export async function bringHouse(kept: string, to: string, make: (dataDir: string) => Promise<void>): Promise<void> {
  const [data, ready, mine] = [join(kept, 'data'), join(kept, 'ready'), join(kept, 'under-way')]
  await mkdir(kept, { recursive: true })
  while (!existsSync(ready)) {
    if (!await mkdir(mine).then(() => true, () => false)) {
      await pause(100) // another file is making it
      continue
    }
    try {
      await make(data)
      await writeFile(ready, '')
    } finally {
      await rm(mine, { recursive: true }) // where it failed, the next one tries
    }
  }
  await promisify(execFile)('cp', ['-a', data, to]) // keeps whose files they are, which Node's own copying does not
}

/**
 * Holds a data folder open, for tests that kill or freeze its holder from outside.
 *   hold-folder.ts <folder> [--write | --write-and-lie] [--native <programs>]
 * Prints one line of JSON when the database is up and, when writing, the number of every row whose commit was
 * acknowledged. The lying variant prints before it commits: the control that a test of lost rows must catch.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { DatabaseTrouble, startPostgres } from '../../src/kit/postgres/index.ts'
import type { Postgres } from '../../src/kit/postgres/index.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean' }, 'write-and-lie': { type: 'boolean' }, native: { type: 'string' } },
})

try {
  const log = { debug() {}, info: console.error, warn: console.error, error: console.error }
  const postgres = await startPostgres({ dataDir: positionals[0] ?? '', log, ...(values.native && { native: values.native }) })
  process.on('SIGTERM', () => void postgres.stop().then(() => process.exit(0)))
  console.log(JSON.stringify({ pid: process.pid, foundOrphan: postgres.foundOrphan, owner: postgres.connection('owner') }))
  if (values.write || values['write-and-lie']) await Promise.all([1, 2, 3, 4].map((writer) => write(postgres, writer, Boolean(values['write-and-lie']))))
  setInterval(() => {}, 60_000)
} catch (error) {
  const { name, message, pid, since } = error as DatabaseTrouble & { pid?: number; since?: string } // whatever it is, it is told
  console.log(JSON.stringify({ refused: name, message, pid, since }))
  process.exit(1)
}

async function write(postgres: Postgres, writer: number, lie: boolean): Promise<void> {
  for (let row = Date.now() * 10_000 + writer; ; ) {
    try {
      const client = new pg.Client(postgres.connection('owner'))
      client.on('error', () => {})
      await client.connect()
      for (; ; row += 10) {
        await client.query('begin')
        await client.query('insert into kept (row) values ($1)', [row])
        if (lie) console.log(row)
        await client.query('commit')
        if (!lie) console.log(row)
      }
    } catch {
      row += 10 // its fate is unknown, so its number is not used again
      await pause(20)
    }
  }
}

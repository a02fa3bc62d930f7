import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { Manifest } from './manifest.ts'
import { restore } from './restore.ts'
import type { RestoreOptions } from './restore.ts'

export type ScratchOptions = {
  /** Someone who may make databases, connected to any other database of that server. */
  readonly maker: pg.ClientConfig
  /** The owner's way in; its `database` is replaced. */
  readonly owner: pg.ClientConfig
}

/** A database of its own for the length of `use`, and those that a killed process left are cleared away. */
export async function withScratchDatabase<Answer>({ maker, owner }: ScratchOptions, use: (connection: pg.ClientConfig) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client(maker)
  client.on('error', () => {})
  await client.connect()
  const name = `scratch_${randomBytes(6).toString('hex')}`
  try {
    await clearLeftOvers(client)
    await client.query(`create database ${name} owner ${pg.escapeIdentifier(owner.user ?? '')}`)
    return await use({ ...owner, database: name })
  } finally {
    await client.query(`drop database if exists ${name} with (force)`).catch(() => {})
    await client.end().catch(() => {})
  }
}

/** Nobody is connected to them any more; one that is in use belongs to a check under way. */
async function clearLeftOvers(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    `select datname from pg_database d where datname ~ '^scratch_[0-9a-f]{12}$' and not exists (select from pg_stat_activity a where a.datid = d.oid)`,
  )
  for (const { datname } of rows) await client.query(`drop database if exists ${datname}`).catch(() => {})
}

/** The only proof that a backup is one: it is restored beside the real thing, compared, and thrown away again. */
export function checkByRestoring(options: ScratchOptions & { from: string; migrate: (names: readonly string[], connection: pg.ClientConfig) => Promise<unknown>; schemas?: RestoreOptions['schemas'] }): Promise<Manifest> {
  const { from, migrate, schemas } = options
  return withScratchDatabase(options, (connection) =>
    restore({ from, connection, migrate: (names) => migrate(names, connection), ...(schemas && { schemas }) }),
  )
}

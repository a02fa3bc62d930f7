import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { counter, passBy } from './count.ts'
import { emptyAgain, emptyState } from './empty-again.ts'
import { BackupDamaged, DatabaseNotEmpty, FileExists, RowsDiffer, SchemaDiffers } from './errors.ts'
import { copyIn, copyOut, listSequences, listTables, PLAIN_TEXT, sqlName } from './inventory.ts'
import { fullName } from './manifest.ts'
import type { BackedUpFile, BackedUpTable, Manifest } from './manifest.ts'
import { readArchive } from './read-archive.ts'
import { readSeal } from './seal.ts'
import { unbind } from './unbind.ts'
import { verifyBackup } from './verify.ts'

export type RestoreOptions = {
  readonly from: string
  /** The owner of an empty database. */
  readonly connection: pg.ClientConfig
  /** Carries out just these migrations on it; their contents are compared with the backup's afterwards. */
  readonly migrate: (names: readonly string[]) => Promise<unknown>
  readonly schemas?: readonly string[]
  /** A folder for the files kept with it, which must not be there yet. Without it they are checked and left. */
  readonly filesTo?: string
  readonly onProgress?: (progress: { table: string; done: number; of: number }) => void
  readonly signal?: AbortSignal
}

/**
 * Brings a backup back into an empty database, whole and compared row for row, or leaves that database empty. The
 * tables come from the migrations, the rows from the backup; so what is restored is always a state that this release
 * can go on from.
 */
export async function restore(options: RestoreOptions): Promise<Manifest> {
  const { from, connection, migrate, filesTo, signal } = options
  const manifest = await verifyBackup(from)
  if (filesTo && (await readdir(filesTo).catch(() => undefined))) throw new FileExists(filesTo)
  const client = new pg.Client(connection)
  client.on('error', () => {}) // what is under way reports it
  await client.connect()
  const cancel = () => void client.end().catch(() => {})
  try {
    await refuseUnlessEmpty(client)
    const before = await emptyState(client)
    signal?.throwIfAborted()
    try {
      await migrate(manifest.migrations.map(({ name }) => name))
      signal?.addEventListener('abort', cancel)
      await fill(client, options).catch((error) => {
        throw isAboutRows(error) ? new BackupDamaged(from, 'its rows do not fit its tables', error) : error
      })
    } catch (error) {
      await client.end().catch(() => {}) // it may be in the midst of a COPY, and holds locks
      await emptyAgain(connection, before)
      if (filesTo) await rm(staging(filesTo), { recursive: true, force: true })
      signal?.throwIfAborted()
      throw error
    }
    await client.query('analyze')
    return manifest
  } finally {
    signal?.removeEventListener('abort', cancel)
    await client.end().catch(() => {})
  }
}

async function fill(client: pg.Client, { from, schemas = ['public'], filesTo, onProgress, signal }: RestoreOptions): Promise<void> {
  const sealed = await readSeal(from)
  const { manifest } = sealed
  await client.query('begin')
  await client.query(PLAIN_TEXT)
  await compareSchema(client, manifest, schemas)
  const bind = await unbind(client, schemas)
  if (manifest.tables.length) await client.query(`truncate ${manifest.tables.map(sqlName).join(', ')}`) // migrations may have put rows there
  let done = 0
  await readArchive(from, sealed, {
    async table(table, chunks) {
      signal?.throwIfAborted()
      onProgress?.({ table: fullName(table), done: done++, of: manifest.tables.length })
      await pipeline(Readable.from(chunks, { objectMode: false }), client.query(copyFrom(copyIn(table))))
    },
    file: (file, chunks) => (filesTo ? writeFile(staging(filesTo), file, chunks) : passBy(chunks)),
  })
  await setSequences(client, manifest, schemas)
  await bind()
  for (const table of manifest.tables) await compareRows(client, table)
  if (filesTo && manifest.files.length) await rename(staging(filesTo), filesTo)
  await client.query('commit').catch(async (error) => {
    if (filesTo) await rm(filesTo, { recursive: true, force: true })
    throw error
  })
}

/** Work queues make tables of their own at every start; anything else is somebody's. */
async function refuseUnlessEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and c.relpersistence <> 't'
        and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
        and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
      order by 1`,
  )
  if (rows.length) throw new DatabaseNotEmpty(rows.map(({ name }) => name))
}

async function compareSchema(client: pg.Client, manifest: Manifest, schemas: readonly string[]): Promise<void> {
  const ours = manifest.migrations.length ? (await client.query<{ name: string; sha256: string }>('select name, sha256 from public.migration')).rows : []
  for (const { name, sha256 } of manifest.migrations) {
    const own = ours.find((migration) => migration.name === name)
    if (!own) throw new SchemaDiffers(`it was made after the change ${name}, which is not known here`)
    if (own.sha256 !== sha256) throw new SchemaDiffers(`the change ${name} was another one then`)
  }
  const describe = (tables: readonly { schema: string; name: string; columns: readonly string[] }[]) => new Map(tables.map((table) => [fullName(table), table.columns.join(', ')]))
  const backedUp = describe(manifest.tables)
  const here = describe(await listTables(client, schemas))
  for (const name of new Set([...backedUp.keys(), ...here.keys()])) {
    if (!here.has(name)) throw new SchemaDiffers(`it holds a table ${name}, which is not known here`)
    if (!backedUp.has(name)) throw new SchemaDiffers(`it lacks the table ${name}`)
    if (here.get(name) !== backedUp.get(name)) throw new SchemaDiffers(`the table ${name} has other columns`)
  }
}

async function setSequences(client: pg.Client, manifest: Manifest, schemas: readonly string[]): Promise<void> {
  const here = new Set((await listSequences(client, schemas)).map(fullName))
  for (const sequence of manifest.sequences) {
    if (!here.has(fullName(sequence))) throw new SchemaDiffers(`it holds a sequence ${fullName(sequence)}, which is not known here`)
    await client.query('select setval($1::regclass, $2::bigint, $3)', [sqlName(sequence), sequence.lastValue, sequence.isCalled])
  }
}

/** A value of the wrong kind, a broken constraint, a reference to a row that is not there. */
const isAboutRows = (error: unknown) => error instanceof Error && 'code' in error && /^2[23]...$/.test(String(error.code))

/** Read back within the same transaction: what is committed has been compared. */
async function compareRows(client: pg.Client, table: BackedUpTable): Promise<void> {
  const counted = counter()
  for await (const chunk of client.query(copyTo(copyOut(table)))) counted.add(chunk)
  const { rows, sha256 } = counted.result()
  if (rows !== table.rows || sha256 !== table.sha256) throw new RowsDiffer(fullName(table))
}

const staging = (folder: string) => `${folder}.being-restored`

async function writeFile(folder: string, file: BackedUpFile, chunks: AsyncIterable<Buffer>): Promise<void> {
  const path = join(folder, file.name)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const handle = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of chunks) await handle.write(chunk)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

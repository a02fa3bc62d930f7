import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { access, link, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { pack } from 'tar-stream'
import type { Pack } from 'tar-stream'
import { syncFolder } from '../postgres/secrets.ts'
import { counter } from './count.ts'
import { BackupTrouble, FileExists, NoRoomForBackup, RowsHidden } from './errors.ts'
import { copyOut, listSequences, listTables, PLAIN_TEXT, sqlName } from './inventory.ts'
import { FORMAT, fullName } from './manifest.ts'
import type { BackedUpFile, BackedUpTable, Manifest } from './manifest.ts'
import { makeSeal } from './seal.ts'

export type BackupProgress = { readonly table: string; readonly done: number; readonly of: number }

type FilesToKeep = readonly { readonly name: string; readonly path: string }[]

export type BackupOptions = {
  /** The owner of the tables: row-level security does not bind it. */
  readonly connection: pg.ClientConfig
  /** Where the backup goes; nothing may be there yet. */
  readonly to: string
  readonly schemas?: readonly string[]
  /** Files to keep with it, by the name they shall have; a list asked for after the tables misses none that they name. */
  readonly files?: FilesToKeep | (() => Promise<FilesToKeep>)
  readonly onProgress?: (progress: BackupProgress) => void
  readonly signal?: AbortSignal
}

/**
 * Writes everything in the schemas, as of one moment, into one file. The file has its name only once it is whole and
 * on the disk; until then it has another, and a failure leaves nothing behind.
 */
export async function backup(options: BackupOptions): Promise<Manifest> {
  const { to, signal } = options
  signal?.throwIfAborted()
  if (await access(to).then(() => true, () => false)) throw new FileExists(to)
  const half = join(dirname(to), `.${basename(to)}.${process.pid}-${Date.now()}.half`)
  const client = new pg.Client(options.connection)
  client.on('error', () => {}) // what is under way reports it
  const cancel = () => void client.end().catch(() => {})
  try {
    await client.connect()
    signal?.addEventListener('abort', cancel)
    await client.query('begin isolation level repeatable read read only')
    await client.query(PLAIN_TEXT)
    const manifest = await writeArchive(client, half, options)
    await giveName(half, to)
    return manifest
  } catch (error) {
    await rm(half, { force: true })
    signal?.throwIfAborted()
    throw inWords(error, to)
  } finally {
    signal?.removeEventListener('abort', cancel)
    await client.end().catch(() => {})
  }
}

/** Unlike a rename a link never replaces what somebody else put there meanwhile; but not every file system has links. */
async function giveName(half: string, to: string): Promise<void> {
  await link(half, to).catch((error) => {
    if (error.code === 'EEXIST') throw error
    return rename(half, to)
  })
  await rm(half, { force: true })
  await syncFolder(dirname(to))
}

async function writeArchive(client: pg.Client, half: string, options: BackupOptions): Promise<Manifest> {
  const archive = pack()
  let text = ''
  const packed = createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } })
  const writing = pipeline(archive, packed, sealing(() => text), createWriteStream(half, { flags: 'wx', mode: 0o600, flush: true }))
  const filling = fill(client, archive, options).then((filled) => {
    text = filled.text
    archive.finalize()
    return filled.manifest
  })
  filling.catch((error) => archive.destroy(error))
  const [written, filled] = await Promise.allSettled([writing, filling])
  if (written.status === 'rejected') throw written.reason // the first cause, on whichever side it lay
  if (filled.status === 'rejected') throw filled.reason
  return filled.value
}

/** Hashes what passes, and adds the seal when everything has. */
function sealing(manifestText: () => string): Transform {
  const hash = createHash('sha256')
  return new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk)
      done(null, chunk)
    },
    flush: (done) => done(null, makeSeal(manifestText(), hash)),
  })
}

async function fill(client: pg.Client, archive: Pack, { schemas = ['public'], files = [], onProgress, signal }: BackupOptions) {
  const tables: BackedUpTable[] = []
  const found = await listTables(client, schemas)
  for (const table of found) {
    signal?.throwIfAborted()
    onProgress?.({ table: fullName(table), done: tables.length, of: found.length })
    const source = client.query(copyTo(copyOut(table)))
    const counted = counter()
    let piece = 0
    for await (const chunk of pieces(source)) {
      counted.add(chunk)
      await addEntry(archive, `tables/${fullName(table)}/${String(piece++).padStart(6, '0')}`, chunk)
    }
    tables.push({ schema: table.schema, name: table.name, columns: [...table.columns], ...counted.result() })
  }
  const kept = []
  for (const { name, path } of typeof files === 'function' ? await files() : files) kept.push(await addFile(archive, name, path))
  const manifest: Manifest = { format: FORMAT, madeAt: new Date().toISOString(), ...(await describe(client, schemas)), tables, files: kept }
  const text = JSON.stringify(manifest, null, 1)
  await addEntry(archive, 'manifest.json', Buffer.from(text))
  onProgress?.({ table: '', done: found.length, of: found.length })
  return { manifest, text }
}

/** Sequences do not belong to the snapshot, so they are read after the rows: never behind them. */
async function describe(client: pg.Client, schemas: readonly string[]): Promise<Pick<Manifest, 'databaseVersion' | 'migrations' | 'sequences'>> {
  const version = await client.query<{ server_version: string }>('show server_version')
  const there = await client.query<{ there: boolean }>(`select to_regclass('public.migration') is not null as there`)
  const migrations = there.rows[0]?.there ? await client.query(`select name, sha256, applied_at::text as "appliedAt" from public.migration order by name`) : { rows: [] }
  const sequences = []
  for (const sequence of await listSequences(client, schemas)) {
    const { rows } = await client.query(`select last_value::text as "lastValue", is_called as "isCalled" from ${sqlName(sequence)}`)
    sequences.push({ ...sequence, ...rows[0] })
  }
  return { databaseVersion: version.rows[0]?.server_version ?? '', migrations: migrations.rows, sequences }
}

const PIECE = 1024 * 1024

/** A tar entry must tell its size before its contents, which a running COPY cannot; so a table goes in by pieces. */
async function* pieces(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let kept: Buffer[] = []
  let size = 0
  for await (const chunk of source) {
    kept.push(chunk)
    size += chunk.length
    if (size < PIECE) continue
    yield Buffer.concat(kept)
    kept = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(kept)
}

function addEntry(archive: Pack, name: string, contents: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const closed = () => reject(new Error('The archive was closed while it was being written.')) // nothing else calls back then
    archive.once('close', closed)
    const entry = archive.entry({ name, mode: 0o600 }, contents, (error) => {
      archive.off('close', closed)
      if (error) reject(error)
      else resolve()
    })
    entry.on('error', reject) // an entry that is cut off while its bytes wait says so here, and unheard it would end the whole process
  })
}

async function addFile(archive: Pack, name: string, path: string): Promise<BackedUpFile> {
  const { size } = await stat(path).catch((error) => {
    throw new BackupTrouble(`The file ${path} belongs into the backup and cannot be read.`, 'See that it is there, then try again.', error)
  })
  const counted = counter()
  if (size === 0) await addEntry(archive, `files/${name}`, Buffer.alloc(0))
  else await new Promise<void>((resolve, reject) => {
    const entry = archive.entry({ name: `files/${name}`, size, mode: 0o600 }, (error) => (error ? reject(error) : resolve()))
    const count = new Transform({ transform: (chunk, _, done) => (counted.add(chunk), done(null, chunk)) })
    pipeline(createReadStream(path, { end: size - 1 }), count, entry).catch(reject)
  })
  const { bytes, sha256 } = counted.result()
  return { name, bytes, sha256 }
}

function inWords(error: unknown, to: string): unknown {
  const said = String(error)
  if (error instanceof BackupTrouble) return error
  if (/ENOSPC|EDQUOT/.test(said)) return new NoRoomForBackup(to, error)
  if (/EEXIST/.test(said)) return new FileExists(to)
  if (/row-level security/.test(said)) return new RowsHidden(error)
  if (/ENOENT|EACCES|EROFS|ENOTDIR/.test(said)) return new BackupTrouble(`The backup cannot be written to ${to}.`, 'Choose a folder that exists and may be written to.', error)
  return error
}

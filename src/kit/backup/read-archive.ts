import { createReadStream } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import { extract } from 'tar-stream'
import { counter } from './count.ts'
import { BackupDamaged, BackupTrouble, BackupUnlikely } from './errors.ts'
import { fullName } from './manifest.ts'
import type { BackedUpFile, BackedUpTable } from './manifest.ts'
import type { Sealed } from './seal.ts'

/** What is done with the contents as they come by. Each gets all of the chunks, in order. */
export type Visitor = {
  table(table: BackedUpTable, chunks: AsyncIterable<Buffer>): Promise<void>
  file(file: BackedUpFile, chunks: AsyncIterable<Buffer>): Promise<void>
}

/**
 * Reads the archive from end to end in the order of its manifest, never holding more than a piece of it, and refuses
 * whatever is missing, too many, too long or of another hash. A visitor that wrote something must undo it then.
 */
export async function readArchive(path: string, sealed: Sealed, visitor: Visitor): Promise<void> {
  refuseUnlikely(path, sealed)
  const unpacked = extract()
  const reading = pipeline(createReadStream(path, { end: sealed.bodyBytes - 1 }), createZstdDecompress(), atMost(path, sealed), unpacked)
  reading.catch(() => {}) // told through the entries as well
  const entries = entriesOf(path, unpacked)
  try {
    let entry = await entries.next()
    for (const table of sealed.manifest.tables) {
      const counted = counter()
      const prefix = `tables/${fullName(table)}/`
      async function* chunks() {
        for (let piece = 0; !entry.done && entry.value.name === prefix + String(piece).padStart(6, '0'); piece++) {
          yield* counting(path, entry.value.body, counted, table.bytes)
          entry = await entries.next()
        }
      }
      await visitor.table(table, chunks())
      compare(path, `the table ${fullName(table)}`, table, counted.result())
    }
    for (const file of sealed.manifest.files) {
      const counted = counter()
      if (entry.done || entry.value.name !== `files/${file.name}`) throw new BackupDamaged(path, `the file ${file.name} is missing`)
      await visitor.file(file, counting(path, entry.value.body, counted, file.bytes))
      const { bytes, sha256 } = counted.result()
      compare(path, `the file ${file.name}`, file, { bytes, sha256 })
      entry = await entries.next()
    }
    if (entry.done || entry.value.name !== 'manifest.json') throw new BackupDamaged(path, 'it holds something that its list of contents does not name')
    if ((await textOf(entry.value.body)) !== sealed.text) throw new BackupDamaged(path, 'its two lists of contents differ')
    if (!(await entries.next()).done) throw new BackupDamaged(path, 'it goes on after its end')
    await reading
  } catch (error) {
    unpacked.destroy()
    throw inWords(path, error)
  } finally {
    await reading.catch(() => {})
  }
}

type Entry = { readonly name: string; readonly body: AsyncIterable<Buffer> }

async function* entriesOf(path: string, unpacked: AsyncIterable<{ header: { name: string; type?: string | null }; resume(): void } & AsyncIterable<Buffer>>): AsyncGenerator<Entry> {
  for await (const entry of unpacked) {
    if (entry.header.type !== 'file') throw new BackupDamaged(path, `it holds something that is not a file, ${entry.header.name}`)
    yield { name: entry.header.name, body: entry }
    entry.resume()
  }
}

async function* counting(path: string, body: AsyncIterable<Buffer>, counted: ReturnType<typeof counter>, most: number): AsyncGenerator<Buffer> {
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.length
    if (bytes > most) throw new BackupDamaged(path, 'a part is longer than its list of contents says')
    counted.add(chunk)
    yield chunk
  }
}

function compare(path: string, part: string, said: object, found: Partial<BackedUpTable>): void {
  const same = Object.entries(found).every(([name, value]) => Object.entries(said).some(([n, v]) => n === name && v === value))
  if (!same) throw new BackupDamaged(path, `${part} is not what its list of contents says`)
}

async function textOf(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of body) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

const SMALL = 256 * 1024 * 1024
const LIKELY_RATIO = 500

/** Real rows shrink five- to fifty-fold. Whatever claims much more is made to fill a disk. */
function refuseUnlikely(path: string, sealed: Sealed): void {
  const claimed = [...sealed.manifest.tables, ...sealed.manifest.files].reduce((sum, { bytes }) => sum + bytes, 0)
  if (claimed > Math.max(SMALL, sealed.fileBytes * LIKELY_RATIO)) throw new BackupUnlikely(path)
}

/** Counted while it unpacks, so that a small file which grows without end is left after what it claims to hold. */
function atMost(path: string, sealed: Sealed): Transform {
  const { tables, files } = sealed.manifest
  const claimed = [...tables, ...files].reduce((sum, { bytes }) => sum + bytes + 4096, 0)
  let left = claimed * 1.01 + sealed.text.length * 4 + 1024 * 1024
  return new Transform({
    transform(chunk: Buffer, _, done) {
      left -= chunk.length
      if (left < 0) done(new BackupUnlikely(path))
      else done(null, chunk)
    },
  })
}

/** Broken packing shows itself in the libraries' own words; a database's complaint is passed on as it is. */
function inWords(path: string, error: unknown): unknown {
  if (error instanceof BackupTrouble || !(error instanceof Error)) return error
  const code = 'code' in error ? String(error.code) : ''
  const unpacking = code.startsWith('ZSTD') || code.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE' || /tar|Unexpected end|ZSTD|destination/i.test(error.message)
  return unpacking && !('severity' in error) ? new BackupDamaged(path, 'it cannot be unpacked', error) : error
}

import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { BackupDamaged, BackupTooNew, NotABackup } from './errors.ts'
import { FORMAT, manifestSchema } from './manifest.ts'
import type { Manifest } from './manifest.ts'

/**
 * The end of the file: the manifest, its length, a SHA-256 over every byte before, and a mark. It is wrapped as a
 * zstd "skippable frame", so that plain `zstd -d | tar -t` still reads the rest. Standing at the end it can be
 * written when the counts are known, and being read first it tells how much to expect before anything is unpacked.
 */
export function makeSeal(manifestText: string, hashSoFar: ReturnType<typeof createHash>): Buffer {
  const manifest = Buffer.from(manifestText)
  const head = Buffer.alloc(8)
  head.writeUInt32LE(SKIPPABLE_FRAME, 0)
  head.writeUInt32LE(manifest.length + FOOTER, 4)
  const length = Buffer.alloc(4)
  length.writeUInt32LE(manifest.length, 0)
  const sealed = Buffer.concat([head, manifest, length])
  return Buffer.concat([sealed, hashSoFar.update(sealed).digest(), MARK])
}

const SKIPPABLE_FRAME = 0x184d2a5b
const MARK = Buffer.from('GHBACKUP')
const HASH = 32
const FOOTER = 4 + HASH + MARK.length
const LONGEST_MANIFEST = 64 * 1024 * 1024

export type Sealed = { readonly manifest: Manifest; readonly text: string; readonly bodyBytes: number; readonly fileBytes: number }

/** Reads the whole file once and believes nothing in it until its hash is right. */
export async function readSeal(path: string): Promise<Sealed> {
  const handle = await open(path).catch((error) => {
    throw new NotABackup(path, error)
  })
  try {
    const found = await handle.stat()
    if (!found.isFile()) throw new NotABackup(path)
    const { size } = found
    const footer = await readAt(handle, size - FOOTER, FOOTER)
    if (!footer?.subarray(-MARK.length).equals(MARK)) throw new NotABackup(path)
    const hash = await hashOf(handle, size - HASH - MARK.length)
    if (!hash.equals(footer.subarray(4, 4 + HASH))) throw new BackupDamaged(path, 'its contents are not those that were written')
    const length = footer.readUInt32LE(0)
    const text = length <= LONGEST_MANIFEST ? (await readAt(handle, size - FOOTER - length, length))?.toString('utf8') : undefined
    return { manifest: parseManifest(path, text), text: text ?? '', bodyBytes: size - FOOTER - length - 8, fileBytes: size }
  } finally {
    await handle.close()
  }
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer | undefined> {
  if (position < 0) return undefined
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, position)
  return bytesRead === length ? buffer : undefined
}

async function hashOf(handle: FileHandle, bytes: number): Promise<Buffer> {
  const hash = createHash('sha256')
  const buffer = Buffer.alloc(1024 * 1024)
  for (let at = 0; at < bytes; ) {
    const { bytesRead } = await handle.read(buffer, 0, Math.min(buffer.length, bytes - at), at)
    if (bytesRead === 0) break
    hash.update(buffer.subarray(0, bytesRead))
    at += bytesRead
  }
  return hash.digest()
}

function parseManifest(path: string, text: string | undefined): Manifest {
  let said: unknown
  try {
    said = JSON.parse(text ?? '')
  } catch (error) {
    throw new BackupDamaged(path, 'its list of contents cannot be read', error)
  }
  const format = typeof said === 'object' && said !== null && 'format' in said ? said.format : undefined
  if (typeof format === 'number' && format > FORMAT) throw new BackupTooNew(path, format)
  const parsed = manifestSchema.safeParse(said)
  if (!parsed.success) throw new BackupDamaged(path, 'its list of contents makes no sense', parsed.error)
  return parsed.data
}

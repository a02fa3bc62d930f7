import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { asHouse, type Ctx, type Tx } from './ctx.ts'
import { newId, type Id } from './ids.ts'
import { defineChore } from './jobs/define.ts'
import { Refusal } from './refusal.ts'
import { withoutMetadata } from './strip-metadata.ts'
import type { WebContext } from './web/env.ts'

/**
 * Files people hand in: PDF, PNG and JPEG, known by their content and not by their name. The bytes lie below DATA_DIR/files under
 * their own fingerprint. They go out as attachments only, and never run. Who may see one is said by the room whose row names it.
 */
export type StoredFile = { readonly name: string; readonly type: FileType; readonly bytes: Buffer }
export type FileType = 'application/pdf' | 'image/png' | 'image/jpeg'

export const MOST_BYTES = 10 * 1024 * 1024
export const ACCEPTED = 'PDF, PNG or JPEG, 10 MB at most'
export const ACCEPT = 'application/pdf,image/png,image/jpeg'

export class FileRefused extends Refusal {
  readonly kind = 'invalid'
  constructor(sentence: string) { super(sentence, `We take ${ACCEPTED}. Nothing has been changed.`, [{ field: 'file', sentence: `${sentence} We take ${ACCEPTED}.` }]) }
}

/** Keeps a file with the row that names it. On return the bytes are on the disk, so what is committed after is never without them. */
export async function keepFile(tx: Tx, given: { name: string; bytes: Uint8Array }): Promise<Id<'file'>> {
  const bytes = Buffer.from(given.bytes)
  if (bytes.length === 0) throw new FileRefused('This file is empty.')
  if (bytes.length > MOST_BYTES) throw new FileRefused('This file is larger than 10 MB.')
  const type = typeOf(bytes)
  if (!type) throw new FileRefused('This is not a kind of file we can keep.')
  const kept = withoutMetadata(type, bytes)
  const sha256 = createHash('sha256').update(kept).digest('hex')
  const id = newId<'file'>()
  await tx.db.insertInto('stored_file').values({ id, sha256, type, bytes: kept.length, name: plainName(given.name), put_at: tx.now, put_by: tx.actor.person }).execute()
  await write(pathOf(tx, sha256), kept)
  return id
}

/** The bytes of a file. Ask first whether this person may have them. */
export function readStoredFile(ctx: Ctx, id: Id<'file'>): Promise<StoredFile | undefined> {
  return asHouse(ctx).read(async (tx) => {
    const row = await tx.db.selectFrom('stored_file').select(['sha256', 'type', 'name']).where('id', '=', id).executeTakeFirst()
    if (!row) return undefined
    return { name: row.name, type: row.type as FileType, bytes: await readFile(pathOf(tx, row.sha256)) } // checked by the database
  })
}

/** Forgets a file; its bytes go with the next sweep, unless another row has the same. */
export function forgetFile(tx: Tx, id: Id<'file'>): Promise<void> {
  return asHouse(tx).transaction(async (inner) => void (await inner.db.deleteFrom('stored_file').where('id', '=', id).execute()))
}

/** As an attachment in a sandbox: nothing in it runs here, whatever it holds. */
export function sendFile(c: WebContext, file: StoredFile): Response {
  return c.body(Uint8Array.from(file.bytes), 200, {
    'Content-Type': file.type, 'Content-Length': String(file.bytes.length), 'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': "sandbox; default-src 'none'",
    'Content-Disposition': `attachment; filename="${file.name.replaceAll(/[^A-Za-z0-9 ._-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(file.name).replaceAll("'", '%27')}`,
  })
}

/** What a file is by its first bytes; nothing where it is none of the three. */
export function typeOf(bytes: Uint8Array): FileType | undefined {
  const begins = (...wanted: readonly number[]) => wanted.every((byte, at) => bytes[at] === byte)
  if (begins(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf'
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  return begins(0xff, 0xd8, 0xff) ? 'image/jpeg' : undefined
}

export const filesFolder = (dataDir: string): string => join(dataDir, 'files')
const pathOf = (ctx: Pick<Ctx, 'settings'>, sha256: string) => join(filesFolder(ctx.settings.DATA_DIR), sha256.slice(0, 2), sha256)

/** Every file there is, by the name a backup gives it. */
export async function listStoredFiles(dataDir: string): Promise<readonly { name: string; path: string }[]> {
  const folder = filesFolder(dataDir)
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name)).map((entry) => ({ name: `${entry.name.slice(0, 2)}/${entry.name}`, path: join(entry.parentPath, entry.name) }))
}

const A_DAY = 86_400_000

/** Sweeps away bytes that no row names. Young ones stay: their row may still be on its way. */
export async function sweepFiles(ctx: Ctx): Promise<number> {
  let swept = 0
  for (const { name, path } of await listStoredFiles(ctx.settings.DATA_DIR)) {
    const found = await stat(path).catch(() => undefined)
    if (!found || ctx.now.getTime() - found.mtimeMs < A_DAY) continue
    const named = await asHouse(ctx).read((tx) => tx.db.selectFrom('stored_file').select('id').where('sha256', '=', name.slice(3)).limit(1).executeTakeFirst())
    if (named) continue
    await rm(path, { force: true })
    swept += 1
  }
  return swept
}

defineChore({ name: 'files.sweep', cron: '20 3 * * *', run: async (ctx) => void (await sweepFiles(ctx)) })

/** Under another name until it is whole and on the disk. The same bytes are there once; being named again makes them young. */
async function write(path: string, bytes: Buffer): Promise<void> {
  const now = new Date()
  if (await utimes(path, now, now).then(() => true, () => false)) return
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const half = `${path}.${newId()}.half`
  const handle = await open(half, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(half, path)
}

/** A name is for people to read; folders and control characters are not part of it. */
function plainName(name: string): string {
  const plain = (name.split(/[\\/]/).pop() ?? '').toWellFormed().replaceAll(/[\u0000-\u001f\u007f"<>|:*?\u202a-\u202e\u2066-\u2069]/g, '').trim().slice(-120) // eslint-disable-line no-control-regex -- these are what is taken out
  return plain || 'file'
}

import { createHash } from 'node:crypto'
import { z } from 'zod'
import { isId } from '../../kit/ids.ts'
import { NotATable, TableTooLarge } from '../../kit/tables/table.ts'
import { unpackZip } from '../../kit/tables/unpack-zip.ts'
import { VERSION } from '../everything/contents.ts'
import { NotOurFile } from './errors.ts'

/** What a file of everything holds, read and not yet believed. */
export type Brought = {
  readonly kind: 'organisation' | 'network'
  readonly madeAt: Date
  /** What it was of, where it was taken out. */
  readonly of: { readonly id: string; readonly name: string }
  /** Rows by table, as another house wrote them. */
  readonly tables: Readonly<Record<string, readonly Row[]>>
  /** The names of others that its rows speak of, as its people could see them. */
  readonly names: Readonly<Record<string, string>>
  readonly files: ReadonlyMap<string, Buffer>
  readonly sha256: string
}
export type Row = Readonly<Record<string, unknown>>

const MOST_DATA = 64 * 1024 * 1024
const LIMITS = { entries: 2_000, bytes: 200 * 1024 * 1024, ratio: 100, keptBytes: 150 * 1024 * 1024 }
const MOST_ROWS = 200_000

const id = z.custom<string>((value) => isId(value))
const head = z.object({ guildhall: z.int().min(1), kind: z.enum(['organisation', 'network']) })
const rows = z.record(z.string(), z.unknown())
const ofOrganisation = z.object({ madeAt: z.iso.datetime(), tables: z.record(z.string(), z.array(rows)), names: z.record(z.string(), z.string().max(200)).default({}) })
const ofNetwork = z.object({ madeAt: z.iso.datetime(), network: z.object({ id, name: z.string().min(1).max(100) }).loose() })

/** Opens a file of everything: counted while it unpacks, known by what is in it, and refused in words where it is not one of ours. */
export async function readExport(bytes: Buffer): Promise<Brought> {
  if (bytes.length === 0) throw new NotOurFile('This file is empty.')
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new NotOurFile('This is not a ZIP file.')
  const files = await unpack(bytes)
  const data = files.get('everything.json') ?? files.get('network.json')
  if (!data) throw new NotOurFile('This ZIP was not made by “Take everything out”: everything.json is not in it.')
  if (data.length > MOST_DATA) throw new NotOurFile('This file holds more than can be taken in.', 'Nothing has been changed.')
  const written = parsed(data)
  const { guildhall, kind } = head.safeParse(written).data ?? { guildhall: 0, kind: undefined }
  if (!kind) throw new NotOurFile('What is in this ZIP was not written by Guildhall.')
  if (guildhall > VERSION) throw new NotOurFile('This file was made by a later Guildhall than this one.', 'Bring this house up to date, then bring the file again. Nothing has been changed.')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (kind === 'network') {
    const { data: read } = ofNetwork.safeParse(written)
    if (!read) throw damaged()
    return { kind, madeAt: new Date(read.madeAt), of: { id: read.network.id, name: read.network.name }, tables: { network: [read.network] }, names: {}, files, sha256 }
  }
  const { data: read } = ofOrganisation.safeParse(written)
  const [own, ...more] = read?.tables['organisation'] ?? []
  if (!read || !own || more.length > 0 || !isId(own['id']) || typeof own['name'] !== 'string') throw damaged()
  if (Object.values(read.tables).reduce((sum, table) => sum + table.length, 0) > MOST_ROWS) throw new NotOurFile('This file holds more rows than can be taken in.', 'Nothing has been changed.')
  return { kind, madeAt: new Date(read.madeAt), of: { id: own['id'], name: own['name'].slice(0, 120) }, tables: read.tables, names: read.names, files, sha256 }
}

async function unpack(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const odd: string[] = []
  const plain = (name: string) => {
    if (!/^[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(name) || name.split('/').some((part) => part === '' || part.startsWith('.')) || name.split('/').length > 2) odd.push(name)
    return odd.length === 0
  }
  try {
    const files = await unpackZip(bytes, plain, LIMITS)
    if (odd.length > 0) throw new NotOurFile('This ZIP holds names that Guildhall does not give.')
    return files
  } catch (error) {
    if (error instanceof TableTooLarge) throw new NotOurFile('This file is packed far smaller than what is in it, so it was not opened.')
    if (error instanceof NotATable) throw new NotOurFile('This ZIP is damaged or has a password: it cannot be unpacked.')
    throw error
  }
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw damaged()
  }
}

const damaged = () => new NotOurFile('This file is damaged: what it holds cannot be read.')

import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type pg from 'pg'
import { extract, pack } from 'tar-stream'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { withClient } from '../postgres/roles.ts'
import { openTestCluster } from '../postgres/testing.ts'
import { backup, BackupDamaged, BackupTooNew, BackupTrouble, BackupUnlikely, NotABackup, restore, verifyBackup } from './index.ts'
import type { Manifest } from './index.ts'
import { makeSeal, readSeal } from './seal.ts'
import { carryOut, CHANGES, fillWithEverything } from './test-schema.ts'

const MUTATIONS = process.env['NIGHT'] === '1' ? 500 : 50
vi.setConfig({ testTimeout: 60_000 })
const work = realpathSync(mkdtempSync(join(tmpdir(), 'guildhall-damage-')))
const path = join(work, 'made.guildhall')
let superuser: pg.ClientConfig
let owner: pg.ClientConfig
let whole: Buffer
let manifest: Manifest
let parts: { name: string; contents: Buffer }[]

beforeAll(async () => {
  const cluster = openTestCluster(inject('cluster'))
  superuser = cluster.connection('superuser', 'postgres')
  owner = cluster.connection('owner', 'to_be_damaged')
  await withClient(superuser, (client) => client.query('create database to_be_damaged owner guildhall_owner'))
  await carryOut(owner, CHANGES)
  await fillWithEverything(owner)
  writeFileSync(join(work, 'notes'), 'letters')
  manifest = await backup({ connection: owner, to: path, files: [{ name: 'notes', path: join(work, 'notes') }] })
  whole = readFileSync(path)
  parts = await unpack(zstdDecompressSync(whole.subarray(0, (await readSeal(path)).bodyBytes)))
}, 60_000)

afterAll(() => rmSync(work, { recursive: true, force: true }))

test(`of ${MUTATIONS} damaged copies every one is refused in words, and reading without the checks would let some through`, async () => {
  const seed = Number(process.env['SEED'] ?? 20_26)
  const random = randomFrom(seed)
  const refusals: unknown[] = []
  let letThroughUnchecked = 0

  for (let i = 0; i < MUTATIONS; i++) {
    const mutant = mutate(whole, i, random)
    if (mutant.equals(whole)) throw new Error(`mutation ${i} changed nothing (seed ${seed})`)
    refusals.push(await verdictOn(mutant))
    if (await unpacksUnchecked(mutant)) letThroughUnchecked += 1
  }

  expect(refusals.filter((refusal) => !(refusal instanceof BackupTrouble))).toEqual([])
  expect(letThroughUnchecked).toBeGreaterThan(0)
})

test('the untouched one passes, and so does an honest one packed anew', async () => {
  expect(await verdictOn(whole)).toBe('passed')
  expect(await verdictOn(await seal(parts, manifest))).toBe('passed')
})

/** These carry a right hash over everything: only the inner checks can find them. */
const TAMPERED: Record<string, () => Promise<Buffer>> = {
  'a row more in the list': () => seal(parts, withTable({ rows: 301 })),
  'another hash in the list': () => seal(parts, withTable({ sha256: '0'.repeat(64) })),
  'a length in the list that is too short': () => seal(parts, withTable({ bytes: 5 })),
  'a table taken from the list': () => seal(parts, { ...manifest, tables: manifest.tables.filter(({ name }) => name !== 'member') }),
  'a table taken from the contents': () => seal(parts.filter(({ name }) => !name.includes('public.member')), manifest),
  'a table put into the contents': () => seal([{ name: 'tables/public.extra/000000', contents: Buffer.from('1\n') }, ...parts], manifest),
  'a row changed in the contents': () => seal(parts.map((part) => (part.name.includes('public.member') ? { ...part, contents: Buffer.from(part.contents.toString().replace('name 7', 'name 8')) } : part)), manifest),
  'a file changed': () => seal(parts.map((part) => (part.name === 'files/notes' ? { ...part, contents: Buffer.from('LETTERS') } : part)), manifest),
  'two lists that differ': () => seal(parts, manifest, { ...manifest, madeAt: '2020-01-01T00:00:00.000Z' }),
  'a file that would leave its folder': () => seal(parts, { ...manifest, files: [{ ...manifest.files[0]!, name: '../notes' }] }), // there is one
  'an absolute file': () => seal(parts, { ...manifest, files: [{ ...manifest.files[0]!, name: '/etc/notes' }] }), // there is one
  'an unknown word in the list': () => seal(parts, { ...manifest, surprise: 1 } as Manifest), // on purpose not one
  'a list that is no list': () => seal(parts, [] as unknown as Manifest), // on purpose not one
  'something after the end': async () => seal([...parts, { name: 'manifest.json', contents: Buffer.from(JSON.stringify(manifest, null, 1)) }, { name: 'more', contents: Buffer.from('x') }], manifest, manifest, false),
}

test.each(Object.entries(TAMPERED))('one with %s is refused though its hash is right', async (_, make) => {
  expect(await verdictOn(await make())).toBeInstanceOf(BackupDamaged)
})

test('one whose hashes are all right but whose rows refer to nobody is refused by the database, and leaves it empty', async () => {
  const file = join(work, 'dangling.guildhall')
  const rows = Buffer.from('1\tcaptained by nobody\t777\n2\tplain\t20\n')
  const dangling = manifest.tables.map((table) => (table.name === 'team' ? { ...table, rows: 2, bytes: rows.length, sha256: createHash('sha256').update(rows).digest('hex') } : table))
  writeFileSync(file, await seal(parts.map((part) => (part.name.includes('public.team/') ? { ...part, contents: rows } : part)), { ...manifest, tables: dangling }))
  await withClient(superuser, (client) => client.query('create database dangling owner guildhall_owner'))
  const target = { ...owner, database: 'dangling' }

  expect(await verdictOn(readFileSync(file))).toBe('passed')
  const refused = restore({ from: file, connection: target, migrate: () => carryOut(target, CHANGES) })

  await expect(refused).rejects.toThrow('its rows do not fit its tables')
  expect(await withClient(target, (client) => client.query("select from pg_class where relnamespace = 'public'::regnamespace").then(({ rowCount }) => rowCount))).toBe(0)
})

test('one of a later form is refused with what to do', async () => {
  const refused = await verdictOn(await seal(parts, { ...manifest, format: 2 } as unknown as Manifest)) // on purpose not one

  expect(refused).toBeInstanceOf(BackupTooNew)
  expect(refused).toMatchObject({ next: 'Restore it with the release that made it, or a newer one.' })
})

test('one that would unpack without end is left, whether or not it says so', async () => {
  const zeros = Buffer.alloc(64 * 1024 * 1024)
  const silent = await seal([{ name: 'tables/public.member/000000', contents: zeros }, ...parts], manifest)
  const outspoken = await seal(parts, withTable({ bytes: 1e12 }))

  expect(await verdictOn(silent)).toBeInstanceOf(BackupTrouble)
  expect(await verdictOn(outspoken)).toBeInstanceOf(BackupUnlikely)
})

test('files that never were backups are refused', async () => {
  for (const contents of ['', 'hello', '\u0000'.repeat(5000), 'GHBACKUP']) {
    expect(await verdictOn(Buffer.from(contents))).toBeInstanceOf(NotABackup)
  }
  await expect(verifyBackup(join(work, 'not there'))).rejects.toThrow(NotABackup)
  await expect(verifyBackup(work)).rejects.toThrow(NotABackup)
})

test('a damaged one does not touch the database', async () => {
  const file = join(work, 'damaged.guildhall')
  writeFileSync(file, mutate(whole, 0, randomFrom(1)))
  await withClient(superuser, (client) => client.query('create database untouched owner guildhall_owner'))

  const refused = restore({ from: file, connection: { ...owner, database: 'untouched' }, migrate: () => Promise.reject(new Error('it went on')) })

  await expect(refused).rejects.toThrow(BackupDamaged)
})

async function verdictOn(contents: Buffer): Promise<unknown> {
  const file = join(work, 'suspect.guildhall')
  writeFileSync(file, contents)
  return verifyBackup(file).then(() => 'passed', (error: unknown) => error)
}

/** The control: a reader that only unpacks. */
async function unpacksUnchecked(contents: Buffer): Promise<boolean> {
  try {
    const unpacked = await unpack(zstdDecompressSync(contents))
    return unpacked.some(({ name }) => name === 'manifest.json')
  } catch {
    return false
  }
}

function mutate(original: Buffer, kind: number, random: () => number): Buffer {
  const at = Math.floor(random() * original.length)
  const copy = Buffer.from(original)
  const flip = (place: number) => copy.writeUInt8(copy.readUInt8(place) ^ (1 << Math.floor(random() * 8)), place)
  switch (kind % 10) {
    case 0: case 1: case 2: flip(at); return copy
    case 3: flip(original.length - 1 - (at % 2000)); return copy // the list and the seal
    case 4: return copy.subarray(0, at)
    case 5: return Buffer.concat([copy.subarray(0, at), copy.subarray(at + 1 + Math.floor(random() * 100))])
    case 6: return Buffer.concat([copy.subarray(0, at + 1), copy.subarray(Math.floor(at / 2))])
    case 7: return Buffer.concat([copy, Buffer.from([Math.floor(random() * 256)])])
    case 8: return Buffer.concat([copy.subarray(0, at), Buffer.alloc(512, 0xa5), copy.subarray(at + 512)])
    default: return Buffer.concat([copy, copy])
  }
}

/** Small and the same everywhere, so that a failure can be played again. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

async function unpack(tar: Buffer): Promise<{ name: string; contents: Buffer }[]> {
  const found: { name: string; contents: Buffer }[] = []
  const reading = extract()
  Readable.from([tar]).pipe(reading)
  for await (const entry of reading) {
    const chunks: Buffer[] = []
    for await (const chunk of entry) chunks.push(chunk)
    found.push({ name: entry.header.name, contents: Buffer.concat(chunks) })
  }
  return found
}

async function seal(contents: typeof parts, outer: Manifest, inner = outer, withInner = true): Promise<Buffer> {
  const text = (said: unknown) => JSON.stringify(said, null, 1)
  const tar = pack()
  for (const part of contents) if (!withInner || part.name !== 'manifest.json') tar.entry({ name: part.name }, part.contents)
  if (withInner) tar.entry({ name: 'manifest.json' }, text(inner))
  tar.finalize()
  const chunks: Buffer[] = []
  for await (const chunk of tar) chunks.push(chunk)
  const body = zstdCompressSync(Buffer.concat(chunks))
  return Buffer.concat([body, makeSeal(text(outer), createHash('sha256').update(body))])
}

function withTable(change: Partial<Manifest['tables'][number]>): Manifest {
  return { ...manifest, tables: manifest.tables.map((table) => (table.name === 'member' ? { ...table, ...change } : table)) }
}

import { sql } from 'kysely'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { asHouse, type Ctx, type Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { defineChore } from '../../kit/jobs/define.ts'
import { NoSuchFile } from './errors.ts'

/** A file of everything on its way in, seen by the person who brought it. */
export type BroughtFile = {
  readonly id: Id<'brought'>
  readonly kind: 'organisation' | 'network'
  readonly from: string
  readonly title: string
  readonly fileName: string
  readonly bytes: number
  readonly organisation?: Id<'organisation'>
  readonly network?: Id<'network'>
  readonly at: Date
  readonly work?: Id<'work'>
  readonly doneAt?: Date
  readonly said?: string
}

const folder = (ctx: Pick<Ctx, 'settings'>) => join(ctx.settings.DATA_DIR, 'brought')
const pathOf = (ctx: Pick<Ctx, 'settings'>, id: string) => join(folder(ctx), `${id}.zip`)
const LASTS_MS = 48 * 3_600_000

/** Keeps the bytes before the row that names them, so that no row is without its file. */
export async function saveBrought(tx: Tx, file: Omit<BroughtFile, 'at' | 'bytes'> & { readonly sha256: string; readonly bytes: Buffer }): Promise<void> {
  await mkdir(folder(tx), { recursive: true, mode: 0o700 })
  await writeFile(`${pathOf(tx, file.id)}.half`, file.bytes, { mode: 0o600 })
  await rename(`${pathOf(tx, file.id)}.half`, pathOf(tx, file.id))
  await tx.db.insertInto('brought_file').values({
    id: file.id, person_id: tx.actor.person ?? '', kind: file.kind, from_id: file.from, title: file.title, file_name: file.fileName.toWellFormed().replaceAll('\u0000', '').slice(0, 200), file_sha256: file.sha256, bytes: file.bytes.length,
    organisation_id: file.organisation ?? null, network_id: file.network ?? null, brought_at: tx.now, ends_at: new Date(tx.now.getTime() + LASTS_MS),
  }).execute()
}

export async function getBrought(tx: Tx, id: Id<'brought'>, hold = false): Promise<BroughtFile> {
  const asked = tx.db.selectFrom('brought_file').selectAll().where('id', '=', id).where('person_id', '=', tx.actor.person ?? null)
  const row = await (hold ? asked.forUpdate() : asked).executeTakeFirst()
  if (!row) throw new NoSuchFile()
  return {
    id, kind: row.kind as BroughtFile['kind'], from: row.from_id, title: row.title, fileName: row.file_name, bytes: Number(row.bytes), organisation: (row.organisation_id ?? undefined) as Id<'organisation'> | undefined, network: (row.network_id ?? undefined) as Id<'network'> | undefined, // columns of those ids and words
    at: row.brought_at, work: (row.work_id ?? undefined) as Id<'work'> | undefined, doneAt: row.done_at ?? undefined, said: row.said ?? undefined, // and of that one
  }
}

export async function readBroughtBytes(ctx: Pick<Ctx, 'settings'>, id: Id<'brought'>): Promise<Buffer> {
  return readFile(pathOf(ctx, id)).catch(() => { throw new NoSuchFile() })
}

export async function markBrought(tx: Tx, id: Id<'brought'>, set: { work_id?: string; done_at?: Date; said?: string; organisation_id?: string; network_id?: string }): Promise<void> {
  await tx.db.updateTable('brought_file').set(set).where('id', '=', id).execute()
}

export async function dropBrought(tx: Tx, id: Id<'brought'>): Promise<void> {
  await tx.db.deleteFrom('brought_file').where('id', '=', id).execute()
  await rm(pathOf(tx, id), { force: true })
}

/** Into which of ours the same organisation or network came before, if into any that is still here. The newest first. */
export async function cameInto(tx: Tx, from: string): Promise<{ organisation?: Id<'organisation'>; network?: Id<'network'> }> {
  const row = await asHouse(tx).read((tx) => tx.db.selectFrom('brought_file as b').leftJoin('organisation as o', 'o.id', 'b.organisation_id').where('b.person_id', '=', tx.actor.person ?? null).where('b.from_id', '=', from).where('b.done_at', 'is not', null)
    .where('o.closed_at', 'is', null).where((at) => at.or([at('b.organisation_id', 'is not', null), at('b.network_id', 'is not', null)])).select(['b.organisation_id', 'b.network_id']).orderBy('b.done_at', 'desc').limit(1).executeTakeFirst())
  return { organisation: (row?.organisation_id ?? undefined) as Id<'organisation'> | undefined, network: (row?.network_id ?? undefined) as Id<'network'> | undefined } // columns of those ids
}

/** Whether what the file is of lives in this very house, and how the person stands to it. */
export async function livesHere(tx: Tx, from: string, kind: BroughtFile['kind']): Promise<{ closed: boolean; theirs: boolean } | undefined> {
  const person = tx.actor.person ?? null
  const { rows } = await asHouse(tx).read((tx) => (kind === 'organisation'
    ? sql<{ closed: boolean; theirs: boolean }>`select o.closed_at is not null as closed, exists (select 1 from staff s where s.organisation_id = o.id and s.person_id = ${person} and (s.left_at is null or o.closed_at is not null and s.role = 'owner')) or (o.claimed_at is null and o.listed_by is not distinct from ${person}::uuid) as theirs from organisation o where o.id = ${from}`
    : sql<{ closed: boolean; theirs: boolean }>`select n.closed_at is not null as closed, exists (select 1 from organiser r where r.network_id = n.id and r.person_id = ${person} and r.ended_at is null) as theirs from network n where n.id = ${from}`).execute(tx.db))
  return rows[0]
}

/** Files that were not taken in end after two days, with the bytes of all that are in or gone; the word that they came in stays. */
export async function endBrought(ctx: Ctx): Promise<void> {
  const kept = await asHouse(ctx).transaction(async (tx) => {
    await tx.db.deleteFrom('brought_file').where('ends_at', '<=', tx.now).where('done_at', 'is', null).execute()
    return new Set((await tx.db.selectFrom('brought_file').select('id').where('ends_at', '>', tx.now).execute()).map((row) => `${row.id}.zip`))
  })
  for (const name of await readdir(folder(ctx)).catch((): string[] => [])) if (name.endsWith('.zip') && !kept.has(name)) await rm(join(folder(ctx), name), { force: true })
}

defineChore({ name: 'upkeep.end-brought', cron: '40 * * * *', run: endBrought })

import type { Tx } from '../kit/ctx.ts'
import { codeOf } from '../kit/database/transaction.ts'
import { newId, type Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import type { Capability } from './capability.ts'
import { TitleTaken } from './errors.ts'
import { inCircle } from './scope.ts'

/** A network's vocabulary as it stands, by name; only those in use. */
export async function listCapabilities(tx: Tx, network: Id<'network'>): Promise<readonly Capability[]> {
  const rows = await tx.db.selectFrom('capability as c').where('c.network_id', '=', network).where('c.retired_at', 'is', null).where(inCircle(tx, 'c.network_id'))
    .select(['c.id', 'c.parent_id', 'c.title', 'c.code', 'c.code_scheme', 'c.synonyms', 'c.retired_at']).orderBy('c.title').orderBy('c.id').execute()
  return rows.map(fromRow)
}

export async function getCapability(tx: Tx, network: Id<'network'>, id: Id<'capability'>): Promise<Capability> {
  const row = await tx.db.selectFrom('capability as c').where('c.network_id', '=', network).where('c.id', '=', id).where(inCircle(tx, 'c.network_id'))
    .select(['c.id', 'c.parent_id', 'c.title', 'c.code', 'c.code_scheme', 'c.synonyms', 'c.retired_at']).executeTakeFirst()
  if (!row) throw new NotFound('There is no such capability in this network.')
  return fromRow(row)
}

export type CapabilityWords = { readonly title: string; readonly parent?: Id<'capability'>; readonly code?: string; readonly codeScheme?: string; readonly synonyms: readonly string[] }

export async function saveNewCapabilities(tx: Tx, network: Id<'network'>, wanted: readonly (CapabilityWords & { id?: Id<'capability'> })[]): Promise<readonly Id<'capability'>[]> {
  const rows = wanted.map((one) => ({ network_id: network, id: one.id ?? newId<'capability'>(), added_at: tx.now, added_by: tx.actor.person, ...columnsOf(one) }))
  // A thousand at a time stays below PostgreSQL's 65,535 parameters.
  for (let start = 0; start < rows.length; start += 1000) await saidKindly(() => tx.db.insertInto('capability').values(rows.slice(start, start + 1000)).execute())
  return rows.map((row) => row.id)
}

export async function saveCapability(tx: Tx, network: Id<'network'>, id: Id<'capability'>, words: CapabilityWords): Promise<void> {
  await saidKindly(() => tx.db.updateTable('capability').set(columnsOf(words)).where('network_id', '=', network).where('id', '=', id).execute())
}

export async function markRetired(tx: Tx, network: Id<'network'>, id: Id<'capability'>, at: Date | null): Promise<void> {
  await saidKindly(() => tx.db.updateTable('capability').set({ retired_at: at, retired_by: at ? tx.actor.person : null }).where('network_id', '=', network).where('id', '=', id).execute())
}

/** Holds the network's vocabulary still, so that two who change the tree at once cannot make it go round. */
export async function holdVocabulary(tx: Tx, network: Id<'network'>): Promise<void> {
  await tx.db.selectFrom('network').select('id').where('id', '=', network).forUpdate().execute()
}

function columnsOf(words: CapabilityWords) {
  return { title: words.title, parent_id: words.parent ?? null, code: words.code ?? null, code_scheme: words.codeScheme ?? null, synonyms: [...words.synonyms] }
}

/** What the database refuses twice in one place, a person is told in words. */
async function saidKindly<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (codeOf(error) === '23505') throw new TitleTaken()
    throw error
  }
}

type Row = { id: string; parent_id: string | null; title: string; code: string | null; code_scheme: string | null; synonyms: string[]; retired_at: Date | null }

function fromRow(row: Row): Capability {
  return {
    id: row.id as Id<'capability'>, parent: (row.parent_id ?? undefined) as Id<'capability'> | undefined, title: row.title, // columns of capability ids
    code: row.code ?? undefined, codeScheme: row.code_scheme ?? undefined, synonyms: row.synonyms, retiredAt: row.retired_at ?? undefined,
  }
}

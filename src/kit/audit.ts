import { createHash } from 'node:crypto'
import type { Tx } from './ctx.ts'

/**
 * What must not be changed unnoticed, as a chain: each entry's hash covers the one before it. One chain a network, one an agreement,
 * one for the house. Details hold references and salted hashes, never a person's data, so that erasing someone keeps the chain true.
 */
export type Entry = { readonly chain: string; readonly act: string; readonly subject: string; readonly detail?: Readonly<Record<string, string | number | boolean | null>> }

const START: Buffer = Buffer.alloc(32)

export async function audit(tx: Tx, entry: Entry): Promise<void> {
  await tx.db.insertInto('audit_chain').values({ chain: entry.chain, number: 0, hash: START }).onConflict((at) => at.column('chain').doNothing()).execute()
  const last = await tx.db.selectFrom('audit_chain').select(['number', 'hash']).where('chain', '=', entry.chain).forUpdate().executeTakeFirstOrThrow()
  const row = {
    chain: entry.chain, number: last.number + 1, at: tx.now, act: entry.act, subject: entry.subject,
    actor: JSON.stringify({ by: tx.actor.by, person: tx.actor.person ?? null, organisation: tx.actor.organisation ?? null }),
    detail: JSON.stringify(entry.detail ?? {}),
  }
  const hash = hashOf(last.hash, row)
  await tx.db.insertInto('audit').values({ ...row, hash }).execute()
  await tx.db.updateTable('audit_chain').set({ number: row.number, hash }).where('chain', '=', entry.chain).execute()
}

type Row = { chain: string; number: number; at: Date; act: string; subject: string; actor: unknown; detail: unknown }

function hashOf(previous: Buffer, row: Row): Buffer {
  const words = [row.chain, row.number, row.at.toISOString(), row.act, row.subject, sorted(row.actor), sorted(row.detail)]
  return createHash('sha256').update(previous).update(JSON.stringify(words)).digest()
}

/** jsonb gives keys back in its own order; sorting them makes the same thing always read the same. */
function sorted(value: unknown): string {
  const parsed: unknown = typeof value === 'string' ? JSON.parse(value) : value
  return JSON.stringify(Object.entries(parsed as Record<string, unknown>).sort(([a], [b]) => (a < b ? -1 : 1))) // both columns only ever hold flat objects
}

export type ChainState = { readonly chain: string; readonly entries: number; readonly sound: boolean; readonly firstBroken?: number }

/** Walks a chain from its start: an entry changed, dropped, added or moved breaks it there. */
export async function checkChain(tx: Tx, chain: string): Promise<ChainState> {
  const head = await tx.db.selectFrom('audit_chain').select(['number', 'hash']).where('chain', '=', chain).executeTakeFirst()
  const rows = await tx.db.selectFrom('audit').selectAll().where('chain', '=', chain).orderBy('number').execute()
  let previous = START
  for (const [index, row] of rows.entries()) {
    const expected = hashOf(previous, row)
    if (row.number !== index + 1 || !expected.equals(row.hash)) return { chain, entries: rows.length, sound: false, firstBroken: index + 1 }
    previous = expected
  }
  const whole = (head?.number ?? 0) === rows.length && (head?.hash ?? START).equals(previous)
  return { chain, entries: rows.length, sound: whole, firstBroken: whole ? undefined : rows.length + 1 }
}

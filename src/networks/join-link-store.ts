import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { derivedSecret, readSecret, sameHash } from '../kit/secrets.ts'
import { organisedByUs } from './scope.ts'

export type JoinLink = { readonly id: string; readonly says?: string; readonly madeAt: Date; readonly endsAt: Date; readonly usedCount: number; readonly lastUsedAt?: Date }

/** Only the hash of its secret is stored; `showJoinLink` makes it again from the id, for organisers to copy or print. */
export async function saveJoinLink(tx: Tx, network: Id<'network'>, { says, endsAt }: { says?: string; endsAt: Date }): Promise<string> {
  const secret = derivedSecret('join', tx.keys.links)
  await tx.db.insertInto('join_link').values({ network_id: network, id: secret.id, hash: secret.hash, says, made_by: tx.actor.person, made_at: tx.now, ends_at: endsAt }).execute()
  return secret.id
}

export function showJoinLink(tx: Pick<Tx, 'keys'>, id: string): string {
  return derivedSecret('join', tx.keys.links, id).text
}

export async function listJoinLinks(tx: Tx, network: Id<'network'>): Promise<readonly JoinLink[]> {
  const rows = await tx.db.selectFrom('join_link as j').where('j.network_id', '=', network).where('j.withdrawn_at', 'is', null).where('j.ends_at', '>', tx.now).where(organisedByUs(tx, 'j.network_id'))
    .select(['j.id', 'j.says', 'j.made_at', 'j.ends_at', 'j.used_count', 'j.last_used_at']).orderBy('j.made_at', 'desc').orderBy('j.id').execute()
  return rows.map((row) => ({ id: row.id, says: row.says ?? undefined, madeAt: row.made_at, endsAt: row.ends_at, usedCount: row.used_count, lastUsedAt: row.last_used_at ?? undefined }))
}

/** The row of a link someone holds, whatever its state; nothing where it is not one of ours. Runs as the house. */
export async function findJoinLink(tx: Tx, token: string) {
  const secret = readSecret('join', token)
  if (!secret) return undefined
  const row = await tx.db.selectFrom('join_link').selectAll().where('id', '=', secret.id).executeTakeFirst()
  return row && sameHash(row.hash, secret.hash) ? row : undefined
}

/** Counts one use, if the link still stands at that very moment. */
export async function countUse(tx: Tx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.db.updateTable('join_link').set((at) => ({ used_count: at('used_count', '+', 1), last_used_at: tx.now }))
    .where('id', '=', id).where('withdrawn_at', 'is', null).where('ends_at', '>', tx.now).executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function markJoinLinkWithdrawn(tx: Tx, network: Id<'network'>, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.db.updateTable('join_link').set({ withdrawn_at: tx.now, withdrawn_by: tx.actor.person })
    .where('network_id', '=', network).where('id', '=', id).where('withdrawn_at', 'is', null).executeTakeFirst()
  return numUpdatedRows === 1n
}

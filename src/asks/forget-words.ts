import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { showLink } from '../kit/one-time-link.ts'

/**
 * Takes away what asks say in words: their letters, and the notes on their answers. For a room whose third person is erased; that
 * they were asked and answered stays. As the house.
 */
export async function forgetWordsOfAsks(tx: Tx, ids: readonly Id<'ask'>[]): Promise<void> {
  if (ids.length === 0) return
  const rows = await tx.db.updateTable('ask').set({ note: null }).where('id', 'in', ids).returning('link_id').execute()
  await forgetLettersWith(tx, rows.map((row) => row.link_id))
}

/** Letters are found by the link they carry, whatever the house was called when it wrote them. */
export async function forgetLettersWith(tx: Tx, links: readonly string[]): Promise<void> {
  for (const link of links) await tx.db.deleteFrom('mail').where('main_link', 'like', `%/${showLink(tx, link).replaceAll('_', String.raw`\_`)}`).execute()
}

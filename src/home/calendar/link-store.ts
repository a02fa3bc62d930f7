import type { Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { derivedSecret, readSecret, sameHash } from '../../kit/secrets.ts'
import { personOf } from '../../organisations/index.ts'

const KIND = 'calendar'

export type CalendarLink = { readonly text: string; readonly madeAt: Date }

/** The link of whoever asks; its secret is made again from its id, by a key outside the database. */
export async function findOwnLink(tx: Tx): Promise<CalendarLink | undefined> {
  const row = await tx.db.selectFrom('calendar_link').select(['id', 'made_at']).where('person_id', '=', personOf(tx)).executeTakeFirst()
  return row && { text: derivedSecret(KIND, tx.keys.links, row.id).text, madeAt: row.made_at }
}

/** A new link; the one before it no longer opens anything. */
export async function putLink(tx: Tx, person: Id<'person'>): Promise<string> {
  const { id, hash, text } = derivedSecret(KIND, tx.keys.links)
  const link = { id, hash, made_at: tx.now }
  await tx.db.insertInto('calendar_link').values({ person_id: person, ...link }).onConflict((at) => at.column('person_id').doUpdateSet(link)).execute()
  return text
}

/** True where there was one. */
export async function deleteLink(tx: Tx, person: Id<'person'>): Promise<boolean> {
  const { numDeletedRows } = await tx.db.deleteFrom('calendar_link').where('person_id', '=', person).executeTakeFirst()
  return numDeletedRows === 1n
}

/** Whose link this is; nothing for one that is forged, renewed, taken away, or of somebody who has closed their account. As the house. */
export async function findLinkHolder(tx: Tx, text: string): Promise<Id<'person'> | undefined> {
  const secret = readSecret(KIND, text)
  if (!secret) return undefined
  const row = await tx.db.selectFrom('calendar_link as l').innerJoin('person as p', 'p.id', 'l.person_id').select(['l.hash', 'l.person_id']).where('l.id', '=', secret.id).where('p.closed_at', 'is', null).executeTakeFirst()
  return row && sameHash(row.hash, secret.hash) ? row.person_id as Id<'person'> : undefined // a column of person ids
}

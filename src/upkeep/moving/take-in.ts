import { sql } from 'kysely'
import { audit } from '../../kit/audit.ts'
import { asHouse, type Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { markDone, type Draft } from './draft-store.ts'
import { StillToMend } from './errors.ts'
import { countsOf } from './preview-import.ts'
import { saveOutcomes } from './row-store.ts'
import { shapeOf } from './shapes.ts'
import { inThousands, type Doing, type Kind, type Planned, type Tell } from './shape.ts'

declare module '../../kit/events.ts' {
  interface Events {
    /** Many at once: whoever keeps something about members looks at the network afresh. */
    'members.imported': { network: Id<'network'>; kind: Kind; added: number; changed: number }
    'members.taken-back': { network: Id<'network'>; kind: Kind }
  }
}

/**
 * Does what a plan says: all of it or none, in the caller's transaction, and keeps what each row did. One entry in the log says what
 * came in and from which file; thirty thousand would hide it.
 */
export async function takeIn(tx: Tx, draft: Pick<Draft, 'id' | 'network' | 'kind' | 'sha256'>, planned: readonly Planned[], tell: Tell): Promise<Readonly<Record<Doing, number>>> {
  const wrong = planned.filter((row) => Object.keys(row.problems).length > 0).length
  if (wrong > 0) throw new StillToMend(wrong)
  const counts = countsOf(planned)
  await shapeOf(draft.kind).write(tx, draft.network, planned, tell)
  await asHouse(tx).transaction(async (tx) => {
    await inThousands(planned, (part) => saveOutcomes(tx, draft, part))
    await markDone(tx, draft, counts)
    await audit(tx, { chain: `network:${draft.network}`, act: `${draft.kind}.imported`, subject: draft.id, detail: { ...counts, file: draft.sha256 } })
    await tx.emit('members.imported', { network: draft.network, kind: draft.kind, added: counts.new, changed: counts.changed })
  })
  return counts
}

/**
 * Two tables for one network go in one after the other, so that the second meets what the first brought. Waiting may take as long as a
 * large table does; joining by a link goes on meanwhile.
 */
export async function waitForOtherTables(tx: Tx, network: Id<'network'>): Promise<void> {
  await sql`set local lock_timeout = '120s'; set local statement_timeout = '120s'`.execute(tx.db)
  await asHouse(tx).transaction((tx) => tx.db.selectFrom('network').select('id').where('id', '=', network).forNoKeyUpdate().execute())
  await sql`set local lock_timeout = '2s'; set local statement_timeout = '30s'`.execute(tx.db)
}

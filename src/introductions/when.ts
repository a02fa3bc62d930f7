import type { Tx } from '../kit/ctx.ts'
import { when } from '../kit/when.ts'
import type { Id } from '../kit/ids.ts'
import { endQuietly } from './settle.ts'
import { listOpenOf } from './store.ts'

// Nobody is introduced to, or by, somebody who has gone.
when('organisation.closed', 'introductions: end what waits on one that closed', (tx, { news }) => endAll(tx, news.organisation))
when('member.left', 'introductions: end what waits on one that left', (tx, { news }) => endAll(tx, news.organisation, news.network))

async function endAll(tx: Tx, organisation: Id<'organisation'>, network?: Id<'network'>): Promise<void> {
  for (const introduction of await listOpenOf(tx, organisation, network)) await endQuietly(tx, introduction)
}

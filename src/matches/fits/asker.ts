import type { Place as EnginePlace } from '../../../engine/index.ts'
import type { Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { NotFound } from '../../kit/refusal.ts'
import { getNetworkById } from '../../networks/index.ts'
import { listDismissed } from '../choice-store.ts'
import { findPlaceOfOurs, findPosition } from '../store.ts'

/** Whose eyes a question is asked with: an organisation that is a member, or an organiser of the network. */
export type Asker = {
  readonly network: { readonly id: Id<'network'>; readonly slug: string; readonly name: string }
  /** Absent for an organiser who acts for no member. */
  readonly organisation?: Id<'organisation'>
  /** Where we measure from: our own place, whoever else may see it. */
  readonly from?: EnginePlace
  readonly today: string
  readonly notForUs: readonly string[]
}

/** Refuses, as if there were no such network, whoever stands outside it. */
export async function readAsker(tx: Tx, network: Id<'network'>, near?: string): Promise<Asker> {
  const found = await getNetworkById(tx, network)
  if (!found.isMember && !found.organises) throw new NotFound()
  const organisation = found.isMember ? tx.actor.organisation : undefined
  const from = near ? await findPosition(tx, near) : organisation && await findPlaceOfOurs(tx, organisation)
  return {
    network: { id: found.id, slug: found.slug, name: found.name }, organisation, from, today: tx.now.toISOString().slice(0, 10),
    notForUs: organisation ? await listDismissed(tx, network, organisation) : [],
  }
}

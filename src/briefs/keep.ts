import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { getNetwork, type Network, type Place } from '../networks/index.ts'
import { getOrganisationToKeep, type Organisation } from '../organisations/index.ts'
import { getBrief, holdBrief } from './brief-store.ts'
import type { Brief } from './brief.ts'
import { NotInThisNetwork } from './errors.ts'
import { mayKeepBriefs } from './who-may.ts'

/** The member in whose name briefs of a network are written: seen first, then asked whether they may. */
export async function getMemberToWriteFor(tx: Tx, slug: string): Promise<{ network: Network & Place; organisation: Organisation }> {
  const network = await getNetwork(tx, slug)
  if (!network.isMember || !tx.actor.organisation) throw new NotInThisNetwork()
  return { network, organisation: await getOrganisationToKeep(tx, tx.actor.organisation, mayKeepBriefs) }
}

/** A brief the asker wants to change, held until the end of the transaction. */
export async function getBriefToKeep(tx: Tx, slug: string, id: Id<'brief'>): Promise<{ network: Network & Place; brief: Brief }> {
  const network = await getNetwork(tx, slug)
  const { organisation } = await getBrief(tx, network.id, id)
  await getOrganisationToKeep(tx, organisation, mayKeepBriefs)
  await holdBrief(tx, network.id, id)
  return { network, brief: await getBrief(tx, network.id, id) } // once more, now that nobody else changes it
}

/** The same for looking, such as a form to change it. */
export async function getBriefToEdit(tx: Tx, slug: string, id: Id<'brief'>): Promise<{ network: Network & Place; brief: Brief }> {
  const network = await getNetwork(tx, slug)
  const brief = await getBrief(tx, network.id, id)
  await getOrganisationToKeep(tx, brief.organisation, mayKeepBriefs)
  return { network, brief }
}

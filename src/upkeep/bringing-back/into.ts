import type { Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { NotAllowed, SignInFirst } from '../../kit/refusal.ts'
import { getNetworkById, listMyNetworks } from '../../networks/index.ts'
import { getOrganisationToKeep, mayEdit } from '../../organisations/index.ts'
import { getNetworkToMove } from '../moving/who-may.ts'
import { cameInto, livesHere } from './brought-store.ts'
import { AnotherOrganisation, NotYourFile } from './errors.ts'
import type { Brought } from './read-export.ts'
import { rowsOf } from './shapes.ts'

/**
 * Into which organisation it goes: the one acted for where the file is of it, came into it before, or says the same name or number; else a
 * new one. A file is only ever its bringer's own word, yet whoever holds the file of an organisation that lives here does not become it.
 */
export async function intoOrganisation(tx: Tx, brought: Brought, anew: boolean): Promise<Id<'organisation'> | undefined> {
  if (!tx.actor.person) throw new SignInFirst()
  const lives = await livesHere(tx, brought.of.id, 'organisation')
  if (lives && !lives.theirs) throw new NotYourFile()
  const acting = tx.actor.organisation
  const open = lives && !lives.closed
  if (!acting || (anew && !open)) {
    if (open) throw new AnotherOrganisation(brought.of.name, 'nobody')
    return undefined
  }
  const ours = await getOrganisationToKeep(tx, acting, mayEdit)
  if (acting === brought.of.id || (await cameInto(tx, brought.of.id)).organisation === acting) return acting
  const numbers = new Set(ours.identifiers.map(({ scheme, value }) => `${scheme} ${value}`))
  const isSame = !open && (ours.name.toLowerCase() === brought.of.name.toLowerCase() || rowsOf(brought, 'identifier').some(({ scheme, value }) => numbers.has(`${scheme} ${value}`)))
  if (!isSame) throw new AnotherOrganisation(brought.of.name, ours.name)
  return acting
}

/** Into which network: one of theirs by its address, or the one it was, or the one it came into before; else a new one. */
export async function intoNetwork(tx: Tx, brought: Brought, slug: string | undefined): Promise<Id<'network'> | undefined> {
  if (!tx.actor.person) throw new SignInFirst()
  if (tx.actor.by === 'token') throw new NotAllowed('Organisers bring a network in as people at a page: no program with a token does.', 'Sign in and bring it there.')
  if (slug && slug !== 'new') return (await getNetworkToMove(tx, slug)).id
  const lives = await livesHere(tx, brought.of.id, 'network')
  if (lives && !lives.theirs) throw new NotAllowed('This is the file of a network that is here, and that you do not organise.', 'Ask one of its organisers to bring it. Nothing has been changed.')
  if (slug === 'new') return undefined
  const [before, mine] = [(await cameInto(tx, brought.of.id)).network, (await listMyNetworks(tx)).filter(({ organises }) => organises)]
  return mine.find(({ id }) => id === brought.of.id)?.id ?? mine.find(({ id }) => id === before)?.id
}

/** Rights are asked again whenever it is looked at or taken in: they may have ended since. */
export async function mayStill(tx: Tx, into: { organisation?: Id<'organisation'>; network?: Id<'network'> }): Promise<void> {
  if (!tx.actor.person) throw new SignInFirst()
  if (into.organisation) await getOrganisationToKeep(tx, into.organisation, mayEdit)
  if (into.network) await getNetworkToMove(tx, (await getNetworkById(tx, into.network)).slug)
}

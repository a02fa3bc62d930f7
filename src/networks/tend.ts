import type { Tx } from '../kit/ctx.ts'
import { NotAllowed, SignInFirst } from '../kit/refusal.ts'
import type { Network, Place } from './network.ts'
import { getNetwork } from './network-store.ts'

/** A network in which the asker wants to do something: seen first, then asked whether they may. */
export async function getNetworkTo(tx: Tx, slug: string, may: (place: Place) => boolean): Promise<Network & Place> {
  const network = await getNetwork(tx, slug)
  if (may(network)) return network
  if (!tx.actor.person) throw new SignInFirst()
  throw new NotAllowed('Only organisers of this network may do that.', 'Ask one of them; they are named on its page.')
}

import type { Ctx, Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { NotAllowed, SignInFirst } from '../../kit/refusal.ts'
import { getNetwork, type Network, type Place } from '../../networks/index.ts'

/** Organisers bring members in and take tables out, as people at a page: no program with a token does. */
const mayMove = ({ actor }: Pick<Ctx, 'actor'>, { organises }: Place): boolean => organises && actor.by !== 'token'

/** The network into which or out of which the asker moves a table: seen first, then asked whether they may. */
export async function getNetworkToMove(tx: Tx, slug: string): Promise<Network & Place & { readonly id: Id<'network'> }> {
  const network = await getNetwork(tx, slug)
  if (mayMove(tx, network)) return network
  if (!tx.actor.person) throw new SignInFirst()
  throw new NotAllowed('Only organisers of this network may do that.', 'Ask one of them; they are named on its page.')
}

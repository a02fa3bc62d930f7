import { ask } from '../asks/index.ts'
import { asHouse, type Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { markInterest } from './interest-store.ts'

export const INTEREST = 'briefs.interest'
const DAYS_TO_ANSWER = 14

export type Offer = { readonly network: Id<'network'>; readonly brief: Id<'brief'>; readonly owner: Id<'organisation'>; readonly organisation: Id<'organisation'>; readonly interest: Id<'interest'> }

/** Interest never waits without its question: the brief's owner is asked to answer within two weeks. As the house. */
export function askOwner(tx: Tx, { network, brief, owner, organisation, interest }: Offer): Promise<void> {
  return asHouse(tx).transaction(async (house) => {
    const made = await ask(house, {
      kind: INTEREST, network, from: { person: tx.actor.person, organisation }, to: { organisation: owner },
      subject: { network, brief, interest }, answerBy: new Date(tx.now.getTime() + DAYS_TO_ANSWER * 86_400_000),
    })
    await markInterest(house, network, brief, interest, { ask_id: made.id })
  })
}

import { asHouse, type Actor, type Ctx, type Tx } from '../kit/ctx.ts'

/** The house writes what a link, an answer or a first step allows, for someone who has no rights yet. Inside its own transaction it joins that. */
export function byTheHouse(ctx: Ctx): Ctx {
  return ctx.actor.by === 'house' ? ctx : asHouse(ctx)
}

/**
 * The same transaction, acting as someone it has just brought into being: the newcomer who joins by a link signs up, lists their
 * organisation and becomes a member in one go. Only the house may lend its hand so, since its own sight is what row-level security sees.
 */
export function inNameOf(tx: Tx, actor: Omit<Actor, 'by'>): Tx {
  if (tx.actor.by !== 'house') throw new Error('Only the house acts in the name of someone else.')
  const next: Tx = { ...tx, actor: { ...actor, by: 'house' }, read: (work) => work(next), transaction: (work) => work(next) }
  return next
}

import { AlreadyAnswered, withdrawAsk } from '../asks/index.ts'
import type { Tx } from '../kit/ctx.ts'
import { endAsked } from './seat-store.ts'
import type { ClosedBecause, Seat } from './seat.ts'
import { tellMember } from './word-to.ts'
import { getTeam } from './team-store.ts'

/**
 * Ends an invitation that nobody has answered: first the question, then the seat, in the order in which an answer takes them, so that
 * the two never wait for each other. Where they answered in this very moment, their answer stands.
 */
export async function closeSeat(house: Tx, seat: Seat, because: ClosedBecause | 'withdrawn'): Promise<void> {
  try {
    if (seat.ask) await withdrawAsk(house, seat.ask)
  } catch (error) {
    if (error instanceof AlreadyAnswered) return
    throw error
  }
  const ended = await endAsked(house, seat, because === 'withdrawn' ? { withdrawn_at: house.now } : { closed_at: house.now, closed_because: because })
  if (ended && seat.organisation) await tellMember(house, await getTeam(house, seat.team), seat.organisation, 'teams.gone')
}

import { asHouse, type Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { getTeam, holdings, listSeats, listTeamParts, type Team } from '../teams/index.ts'
import { NotYetFinished, OnlyTheLead, OutcomeThere } from './errors.ts'
import type { OutcomePart } from './outcome.ts'
import { hasOutcome } from './store.ts'

export type TeamWork = { readonly team: Team; readonly network: Id<'network'>; readonly parts: readonly OutcomePart[] }

/** Who held which part of a finished team, for its lead, who alone says what came of it. Parts kept to their holders stay so. */
export async function partsOfTeam(tx: Tx, id: Id<'team'>): Promise<TeamWork> {
  const team = await getTeam(tx, id)
  if (team.lead !== tx.actor.organisation) throw new OnlyTheLead()
  if (team.state.is !== 'finished') throw new NotYetFinished()
  if (await asHouse(tx).read((house) => hasOutcome(house, id))) throw new OutcomeThere()
  const held = holdings(await listSeats(tx, team))
  const parts = (await listTeamParts(tx, team)).flatMap((part): OutcomePart[] => {
    const holder = held.get(part.id)?.organisation
    return holder ? [{ organisation: holder, says: part.says, network: part.capability && team.network, capability: part.capability, apart: part.needToKnow }] : []
  })
  return { team, network: team.network, parts }
}

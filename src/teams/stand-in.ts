import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { NotAllowed, NotFound } from '../kit/refusal.ts'
import { findRole, namesOfOrganisations } from '../organisations/index.ts'
import { TeamIsOver } from './errors.ts'
import type { Team } from './team.ts'
import { getTeam, holdTeam } from './team-store.ts'
import { mayLead, mayTakePart, type Standing } from './who-may.ts'

export type InTeam = { readonly team: Team; readonly us: Id<'organisation'>; readonly standing: Standing }

/** A team as the asker stands in it: seen first, then asked what they may do. */
export async function standIn(tx: Tx, id: Id<'team'>): Promise<InTeam> {
  const team = await getTeam(tx, id)
  const us = tx.actor.organisation
  if (!us) throw new NotFound()
  const leads = team.lead === us
  return { team, us, standing: { leads, sits: !leads, role: tx.actor.person && await findRole(tx, us, tx.actor.person) } }
}

type Work<T> = (house: Tx, team: Team, us: Id<'organisation'>) => Promise<T>
type May = { readonly may: (standing: Standing) => boolean; readonly over?: boolean }

/**
 * What the lead does. The house writes it, after asking. One decision in a team comes after another: each takes the team's turn before it
 * reads anything it rests on, and keeps it to the end, so the later of two sees what the earlier left (decision 26).
 */
export const leading = <T>(ctx: Ctx, id: Id<'team'>, work: Work<T>): Promise<T> => acting(ctx, id, { may: mayLead }, work)

/** What anyone who is in the team does. `over` lets it be done after the job, too. */
export const takingPart = <T>(ctx: Ctx, id: Id<'team'>, work: Work<T>, over = false): Promise<T> => acting(ctx, id, { may: mayTakePart, over }, work)

function acting<T>(ctx: Ctx, id: Id<'team'>, { may, over }: May, work: Work<T>): Promise<T> {
  return ctx.transaction(async (tx) => {
    const { team, us, standing } = await standIn(tx, id)
    if (!may(standing)) throw new NotAllowed(standing.leads ? 'This speaks for your whole organisation.' : 'Only the lead of this team may do that.', standing.leads ? 'Ask one of its owners or editors.' : 'Write to the lead in the team’s room.')
    return asHouse(tx).transaction(async (house) => {
      const held = await holdTeam(house, team.network, team.id)
      if (held.state.is !== 'open' && !over) throw new TeamIsOver()
      return work(house, held, us)
    })
  })
}

/** Those in a team are named to each other, whoever else may see their pages. */
export function namesIn(ctx: Ctx, ids: readonly (Id<'organisation'> | undefined)[]): Promise<ReadonlyMap<string, string>> {
  return asHouse(ctx).read((house) => namesOfOrganisations(house, [...new Set(ids.flatMap((id) => id ?? []))]))
}

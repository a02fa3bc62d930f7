import { town } from '../../town/index.ts'
import { moveTown } from '../../town/move-town.ts'
import type { Team as TownTeam } from '../../town/index.ts'
import { getAsk, linkTo } from '../asks/index.ts'
import { listOurBriefs, type Brief } from '../briefs/index.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { inNameOf } from '../organisations/index.ts'
import { addEntry, inviteToSeat, listSeats, listTeamParts, startTeam, takeOwnParts, takeSeat } from '../teams/index.ts'
import type { KnownTown } from './load-town-answers.ts'

/** Teams under way, through the same actions that people use: started, invited, some seats taken, and a few things written down. */
export async function loadTownTeams(tx: Tx, known: KnownTown): Promise<void> {
  const today = moveTown(town, tx.now.toISOString().slice(0, 10))
  for (const team of today.teams) {
    const written = today.briefs.find((one) => one.key === team.brief)
    const brief = (await listOurBriefs(acting(tx, known, team.by))).briefs.find((one) => one.title === written?.title)
    if (brief && written) await loadTeam(tx, known, team, brief, new Map(written.parts.map((part) => [part.key, part.says])))
  }
}

async function loadTeam(tx: Tx, known: KnownTown, team: TownTeam, brief: Brief, says: ReadonlyMap<string, string>): Promise<void> {
  const lead = acting(tx, known, team.by)
  const id = await startTeam(lead, { network: brief.network, brief: brief.id, says: team.says })
  const key = { network: brief.network, id }
  const parts = await listTeamParts(tx, key)
  const part = (name: string) => parts.find((one) => one.says === says.get(name))?.id
  if (team.own.length > 0) await takeOwnParts(lead, id, { parts: team.own.map(part) })
  for (const seat of team.seats) {
    const asked = seat.parts.map(part)
    const invited = await inviteToSeat(lead, id, {
      organisation: known.organisations.get(seat.by), parts: asked, note: seat.note, ...(seat.percent !== undefined && { unit: 'percent', shares: [{ part: asked[0], figure: seat.percent }] }),
      ...(seat.scope && { rivals: true, purpose: seat.scope.purpose, scope: seat.scope.says, neverDiscussed: [...seat.scope.never] }),
    })
    if (seat.state === 'taken') await takeSeat(acting(tx, known, seat.by), await linkOf(tx, key, invited.seat), { agree: true, seen: 1, proof: asked })
  }
  for (const { by, kind, says: words, on, part: about } of team.entries) await addEntry(acting(tx, known, by), id, { kind, says: words, onDay: on, part: about && part(about) })
}

async function linkOf(tx: Tx, team: { network: Id<'network'>; id: Id<'team'> }, seat: Id<'seat'>): Promise<string> {
  const ask = (await listSeats(tx, team)).find((one) => one.id === seat)?.ask
  return ask ? linkTo(tx, await getAsk(tx, ask)).split('/').at(-1) ?? '' : ''
}

/** In the name of whoever owns the organisation. */
function acting(tx: Tx, known: KnownTown, key: string): Tx {
  const owner = town.organisations.find((one) => one.key === key)?.staff.find((one) => one.role === 'owner')?.person ?? ''
  return inNameOf(tx, { person: known.people.get(owner), organisation: known.organisations.get(key) })
}

import { defineAskKind, type Ask } from '../asks/index.ts'
import { audit } from '../kit/audit.ts'
import type { Actor, Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { NotAllowed } from '../kit/refusal.ts'
import { findRole, namesOfOrganisations } from '../organisations/index.ts'
import { recordTogether } from '../partnerships/index.ts'
import { routes } from '../routes.ts'
import { dayInWords } from '../ui/index.ts'
import { mustSpeakFor } from './answering.ts'
import { closeSeat } from './close-seat.ts'
import { AlreadySits, NotInTheTeam, PartTaken, ScopeFirst, SeatAnswered, TeamIsOver } from './errors.ts'
import { changed } from './line-up.ts'
import { listLineUps, saveStep } from './line-up-store.ts'
import { endAsked, getSeatById, listScopes, listSeats, markSeat, markSeatPart, readSeatWords, saveSeatWords } from './seat-store.ts'
import { agreedByBoth, holdings, isOpen, type Seat } from './seat.ts'
import { listShares, readKeptRecord, sayShare } from './share-store.ts'
import type { Team } from './team.ts'
import { getTeam, holdTeam, listParts } from './team-store.ts'
import { tellLead } from './word-to.ts'
import { figureInWords, recordInWords } from './workshare.ts'

export const SEAT = 'teams.seat'

/** A seat offered: taken, declined kindly, or passed to somebody better placed. Taking one binds, so it has a page that says to what. */
defineAskKind({
  name: SEAT,
  words: { accept: 'See it and take the seat', decline: 'Not one for us, but thank you', suggest: 'Suggest somebody else' },
  describe: async (tx, asked) => {
    const { team, parts, lead, seat } = await readInvitation(tx, asked)
    const shares = (await listShares(tx, team)).filter((share) => share.seat === seat.id)
    const words = (await readSeatWords(tx, team)).get(seat.id)
    return {
      title: `${lead} would like you in the team for “${team.title}”`,
      lines: [
        team.says,
        ...(words?.note ? [`${lead} writes: “${words.note}”`] : []),
        ...parts.map((part) => {
          const share = shares.find((one) => one.part === part.id)
          const promised = share?.promised.lead === undefined ? '' : `, for ${figureInWords(share.promised.lead, share.unit)}`
          return `Your part would be: ${part.says}${part.size ? ` (${part.size})` : ''}${promised}.`
        }),
        ...(team.answerBy ? [`The answer to the brief is due on ${dayInWords(team.answerBy)}.`] : []),
        ...(seat.rivalsAt ? ['You are in the same trade, so purpose and scope are agreed first.'] : []),
        recordInWords(await readKeptRecord(tx, team.lead)),
      ],
      seenBy: lead,
    }
  },
  answered: async (tx, asked, { word, note, by }) => {
    const seat = await getSeatById(tx, seatIn(asked))
    if (word === 'accept') return acceptSeat(tx, seat, by)
    if (seat.organisation) await mustSpeakFor(tx, seat.organisation, by)
    // A no takes no turn in the team: it holds its own question, and an answer that takes the part waits for that.
    const team = await getTeam(tx, seat.team)
    if (!(await endAsked(tx, seat, { declined_at: tx.now }))) throw new SeatAnswered()
    await saveSeatWords(tx, seat, word === 'suggest' ? { suggests: note ?? null } : { answer_note: note ?? null })
    await audit(tx, { chain: `team:${team.id}`, act: 'seat.declined', subject: seat.id })
    await tellLead(tx, team, word === 'suggest' ? 'teams.suggested' : 'teams.declined', { seat: seat.id, ...nameOf(seat, asked) })
  },
  ended: async (tx, asked) => {
    const seat = await getSeatById(tx, seatIn(asked))
    if (await endAsked(tx, seat, { closed_at: tx.now, closed_because: 'silence' })) await tellLead(tx, await getTeam(tx, seat.team), 'teams.silence', { seat: seat.id, ...nameOf(seat, asked) })
  },
  needsPage: { accept: (_, token) => routes.seatAnswer(token), suggest: (_, token) => `${routes.seatAnswer(token)}#suggest` },
})

export const seatIn = (asked: Ask): Id<'seat'> => asked.subject['seat'] as Id<'seat'> // written by inviteToSeat for this kind
const nameOf = (seat: Seat, asked: Ask) => (seat.organisation ? { organisation: seat.organisation as string } : { name: asked.to.name ?? 'Whoever has your link' })

/** What stands behind an invitation. The house reads it for whoever holds the link. */
export async function readInvitation(house: Tx, asked: Ask) {
  const seat = await getSeatById(house, seatIn(asked))
  const team = await getTeam(house, seat.team)
  const wanted = new Set(seat.parts.map((part) => part.part))
  const parts = (await listParts(house, team)).filter((part) => wanted.has(part.id))
  return { seat, team, parts, lead: (await namesOfOrganisations(house, [team.lead])).get(team.lead) ?? 'The lead' }
}

/**
 * Takes the seat. The turn in the team comes first, so that of two who accept at once the second sees what the first did; whoever else
 * was asked for the same part is asked no longer, and hears so once.
 */
async function acceptSeat(house: Tx, asked: Seat, by: Actor): Promise<{ goTo: string }> {
  const team = await holdTeam(house, asked.network, asked.team)
  if (team.state.is !== 'open') throw new TeamIsOver()
  const seat = await getSeatById(house, asked.id)
  if (!isOpen(seat)) throw new SeatAnswered()
  const organisation = seat.organisation ?? by.organisation
  if (!organisation) throw new NotInTheTeam()
  if (organisation === team.lead) throw new AlreadySits()
  await mustBind(house, organisation, by, !seat.organisation)
  if (seat.rivalsAt && !agreedByBoth((await listScopes(house, team, seat.id))[0])) throw new ScopeFirst()
  const seats = await listSeats(house, team), held = holdings(seats)
  if (seat.parts.some((part) => held.has(part.part))) throw new PartTaken()

  await markSeat(house, seat, { taken_at: house.now, taken_by: by.person, organisation_id: organisation })
  for (const part of seat.parts) await markSeatPart(house, seat, part.part, { held_at: house.now })
  await bringIntoLineUps(house, team, organisation)
  const others = seats.filter((one) => one.id !== seat.id && isOpen(one) && one.parts.some((part) => seat.parts.some((ours) => ours.part === part.part)))
  for (const other of others) await closeSeat(house, other, 'taken')
  for (const share of (await listShares(house, team)).filter((one) => one.seat === seat.id)) {
    if (share.promised.lead !== undefined) await sayShare(house, seat, share.part, { side: 'holder', what: 'promised', figure: share.promised.lead, unit: share.unit })
  }
  await audit(house, { chain: `team:${team.id}`, act: 'seat.taken', subject: seat.id, detail: { organisation } })
  await tellLead(house, team, 'teams.joined', { seat: seat.id, organisation })
  await recordTogether(house, { between: [team.lead, organisation], moment: { kind: 'team', by: organisation, about: team.id, says: `Joined in one team for “${team.title}”.`, subject: { team: team.id }, href: routes.team(team.id) } })
  await house.emit('seat.taken', { network: team.network, team: team.id, seat: seat.id })
  return { goTo: routes.team(team.id) }
}

/** Whoever came by a link alone stands in no line-up yet, and the lead would still be shown a gap where they sit. */
async function bringIntoLineUps(house: Tx, team: Team, organisation: Id<'organisation'>): Promise<void> {
  const lines = await listLineUps(house, team)
  if (lines.some((line) => line.choices.members.includes(organisation))) return
  for (const line of lines.filter((one) => !one.choices.banned.includes(organisation))) {
    await saveStep(house, team, line.id, line.number + 1, changed(line.choices, { do: 'add', organisation }, team.lead), { do: 'add', organisation })
  }
}

/** Somebody signed in binds their organisation only as owner or editor; an open link is answered by somebody signed in. */
async function mustBind(house: Tx, organisation: Id<'organisation'>, by: Actor, open: boolean): Promise<void> {
  if (!by.person && !open) return
  const role = by.person && await findRole(house, organisation, by.person)
  if (open && !role) throw new NotInTheTeam()
  if (role === 'member') throw new NotAllowed('This binds your whole organisation.', 'Ask one of its owners or editors to answer.')
}

import { z } from '@hono/zod-openapi'
import type { LineView, TeamView } from './builder.ts'
import type { Entry } from './room-store.ts'
import type { Seat } from './seat.ts'
import type { Team } from './team.ts'
import { keptOf, type Workshare } from './workshare.ts'

/** What programs are given, as documented. What is absent or not shown is null. */
const level = z.enum(['proven', 'old proof', 'claimed']).nullable()
export const teamShape = z.object({
  id: z.uuid(), network: z.uuid(), lead: z.uuid(), brief: z.uuid().nullable(), title: z.string(), says: z.string(), answerBy: z.iso.date().nullable(), startsOn: z.iso.date().nullable(), endsOn: z.iso.date().nullable(),
  state: z.enum(['open', 'finished', 'ended']),
}).openapi('Team')
export const rowShape = z.object({ part: z.uuid(), says: z.string(), need: z.enum(['must', 'should']), level, cover: z.string(), restsOn: z.uuid().nullable(), cells: z.array(z.object({ organisation: z.uuid(), level })) })
export const seatShape = z.object({
  id: z.uuid(), organisation: z.uuid().nullable(), state: z.enum(['asked', 'taken', 'left', 'declined', 'withdrawn', 'closed']), invitedAt: z.iso.datetime(), rivals: z.boolean(),
  parts: z.array(z.object({ part: z.uuid(), held: z.boolean(), changed: z.boolean(), proof: z.enum(['not asked', 'asked', 'confirmed', 'denied']) })),
}).openapi('Seat')
export const teamPage = teamShape.extend({ leads: z.boolean(), cover: z.string(), rows: z.array(rowShape), seats: z.array(seatShape) })
export const lineShape = z.object({
  id: z.uuid(), name: z.string(), step: z.number().int(), members: z.array(z.uuid()), pinned: z.array(z.uuid()), banned: z.array(z.uuid()), cover: z.string(), rows: z.array(rowShape),
  steps: z.array(z.object({ number: z.number().int(), did: z.string(), at: z.iso.datetime() })),
}).openapi('LineUp')
export const proposalsShape = z.object({
  refused: z.string().nullable(), gaps: z.array(z.uuid()),
  proposals: z.array(z.object({ kind: z.enum(['smallest', 'one more', 'two more', 'different', 'steady']), sure: z.string(), open: z.array(z.uuid()), members: z.array(z.object({ organisation: z.uuid(), parts: z.array(z.uuid()), vouchedBy: z.uuid().nullable(), standIn: z.uuid().nullable() })) })),
}).openapi('TeamProposals')
const said = z.object({ lead: z.number().int().nullable(), holder: z.number().int().nullable() })
export const shareShape = z.object({ seat: z.uuid(), part: z.uuid(), unit: z.enum(['percent', 'pence', 'hours']), promised: said, delivered: said, kept: z.boolean().nullable() })
export const entryShape = z.object({ id: z.uuid(), part: z.uuid().nullable(), kind: z.enum(['word', 'decision', 'date', 'file']), says: z.string(), onDay: z.iso.date().nullable(), by: z.uuid(), at: z.iso.datetime() })

export function presentTeam(team: Team) {
  return {
    id: team.id as string, network: team.network as string, lead: team.lead as string, brief: (team.brief ?? null) as string | null, title: team.title, says: team.says, answerBy: team.answerBy ?? null, // ids go out as text
    startsOn: team.startsOn ?? null, endsOn: team.endsOn ?? null, state: team.state.is,
  }
}

export function presentRows(rows: LineView['rows']) {
  return rows.map((row) => ({ part: row.part.id as string, says: row.part.says, need: row.part.need, level: row.level ?? null, cover: row.says, restsOn: row.restsOn ?? null, cells: row.cells.map((cell) => ({ organisation: cell.organisation, level: cell.covering?.level ?? null })) })) // ids go out as text
}

export function presentSeat(seat: Seat) {
  return {
    id: seat.id as string, organisation: (seat.organisation ?? null) as string | null, state: seat.state.is, invitedAt: seat.invitedAt.toISOString(), rivals: seat.rivalsAt !== undefined, // ids go out as text
    parts: seat.parts.map((part) => ({ part: part.part as string, held: part.heldAt !== undefined && part.givenUpAt === undefined, changed: part.changedAt !== undefined, proof: part.proof.is })),
  }
}

export function presentView(view: TeamView) {
  return { ...presentTeam(view.team), leads: view.leads, cover: view.says, rows: presentRows(view.rows), seats: view.seats.map(presentSeat) }
}

export function presentLine({ line, says, rows }: LineView) {
  return {
    id: line.id as string, name: line.name, step: line.number, members: [...line.choices.members], pinned: [...line.choices.pinned], banned: [...line.choices.banned], cover: says, rows: presentRows(rows), // ids go out as text
    steps: line.steps.map((step) => ({ number: step.number, did: step.did.do, at: step.at.toISOString() })),
  }
}

export function presentProposals(found: LineView['proposals']) {
  if (found.is === 'refused') return { refused: found.says, gaps: [], proposals: [] }
  return {
    refused: null, gaps: [...found.gaps],
    proposals: found.proposals.map((one) => ({ kind: one.kind, sure: one.sure, open: [...one.open], members: one.members.map((member) => ({ organisation: member.organisation, parts: [...member.parts], vouchedBy: member.vouchedBy ?? null, standIn: member.standIn?.organisation ?? null })) })),
  }
}

export function presentShare(share: Workshare) {
  const figures = (one: Workshare['promised']) => ({ lead: one.lead ?? null, holder: one.holder ?? null })
  const kept = keptOf(share)
  return { seat: share.seat as string, part: share.part as string, unit: share.unit, promised: figures(share.promised), delivered: figures(share.delivered), kept: kept === undefined ? null : kept === 'kept' } // ids go out as text
}

export function presentEntry(entry: Entry) {
  return { id: entry.id as string, part: (entry.part ?? null) as string | null, kind: entry.kind, says: entry.says, onDay: entry.onDay ?? null, by: entry.by as string, at: entry.madeAt.toISOString() } // ids go out as text
}

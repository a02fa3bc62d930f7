import { asHouse, type Ctx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { NotAllowed } from '../kit/refusal.ts'
import { namesOfOrganisations } from '../organisations/index.ts'
import { listDismissed, withAtlas } from '../matches/index.ts'
import { coverLine, fallsWithout, gridOf, newlyCovered, tallyOf, type Covering, type Falls, type GridRow, type Tally } from './grid.ts'
import type { LineUp } from './line-up.ts'
import { listLineUps } from './line-up-store.ts'
import { poolFor, type Fed } from './pools.ts'
import { partsIn, proposalsFor, quickProposal, type Proposals } from './propose.ts'
import { listSeats, readSeatWords } from './seat-store.ts'
import type { Seat, SeatWords } from './seat.ts'
import { listCapacities, type Capacity } from './share-store.ts'
import { standIn } from './stand-in.ts'
import type { Part, Team } from './team.ts'
import { listParts } from './team-store.ts'

/** All a lead looks at when it builds: the team as it stands, its line-ups, and what the engine knows of everyone. */
export type Desk = {
  readonly team: Team
  readonly parts: readonly Part[]
  readonly seats: readonly Seat[]
  readonly words: ReadonlyMap<string, SeatWords>
  readonly lines: readonly LineUp[]
  readonly capacities: ReadonlyMap<string, Capacity>
  readonly fed: Fed
  /** Whoever is named anywhere on the desk and may be seen by the lead. */
  readonly names: ReadonlyMap<string, string>
}

/** Opens the desk. Only the lead has one. */
export async function openDesk(ctx: Ctx, id: Id<'team'>): Promise<Desk> {
  const read = await ctx.read(async (tx) => {
    const { team, standing } = await standIn(tx, id)
    if (!standing.leads) throw new NotAllowed('Only the lead of this team builds it.', 'Look at the team as it stands instead.')
    return { team, parts: await listParts(tx, team), seats: await listSeats(tx, team), words: await readSeatWords(tx, team), lines: await listLineUps(tx, team), capacities: await listCapacities(tx, team), leaveOut: await listDismissed(tx, team.network, team.lead) }
  })
  const named = [...new Set(read.lines.flatMap(({ choices }) => [...choices.members, ...choices.pinned, ...choices.banned]))]
  const fed = await withAtlas(ctx, read.team.network, (atlas) => poolFor(atlas, { team: read.team, parts: read.parts, seats: read.seats, named, leaveOut: read.leaveOut, today: ctx.now.toISOString().slice(0, 10) }))
  return { ...read, fed, names: await namesFor(ctx, read.team, read.seats, named, fed) }
}

/** Candidates by what their pages show the lead; whoever sits in the team by name, since they agreed to be in it. */
async function namesFor(ctx: Ctx, team: Team, seats: readonly Seat[], named: readonly string[], fed: Fed): Promise<ReadonlyMap<string, string>> {
  const around = fed.pool.is === 'prepared' ? fed.pool.candidates.map((candidate) => candidate.id) : []
  const seen = await ctx.read((tx) => namesOfOrganisations(tx, [...new Set([...named, ...around, team.lead])] as Id<'organisation'>[])) // ids of organisations, all of them
  const seated = await asHouse(ctx).read((house) => namesOfOrganisations(house, [...new Set(seats.flatMap((seat) => seat.organisation ?? []))]))
  return new Map([...seen, ...seated])
}

export const nameOn = (desk: Pick<Desk, 'names'>, organisation: string): string => desk.names.get(organisation) ?? 'An organisation no longer shown to you'

export type LineView = { readonly line: LineUp; readonly parts: readonly Part[]; readonly rows: readonly GridRow[]; readonly tally: Tally; readonly says: string; readonly proposals: Proposals; readonly news: readonly GridRow[] }

/** One line-up, with what a click has changed and what the engine would do with it. */
export function lineView(desk: Desk, line: LineUp): LineView {
  const parts = partsIn(desk.parts, line.choices)
  const rows = gridOf(parts, line.choices.members, desk.fed.covers)
  const before = line.steps[1]
  const news = before ? newlyCovered(gridOf(partsIn(desk.parts, before.choices), before.choices.members, desk.fed.covers), rows) : []
  return { line, parts, rows, tally: tallyOf(rows), says: coverLine(rows, line.choices.members.length), proposals: quickProposal(desk.fed, line.choices), news }
}

export const allProposals = (desk: Desk, line: LineUp): Proposals => proposalsFor(desk.fed, line.choices)

/** What falls open before it does. */
export function without(desk: Desk, line: LineUp, organisation: string): Falls {
  return fallsWithout(partsIn(desk.parts, line.choices), line.choices.members, desk.fed.covers, organisation)
}

/** The team as those who sit in it see it: who has agreed to what, and how well it is proven to them. */
export type TeamView = { readonly team: Team; readonly parts: readonly Part[]; readonly seats: readonly Seat[]; readonly rows: readonly GridRow[]; readonly members: readonly string[]; readonly says: string; readonly names: ReadonlyMap<string, string>; readonly leads: boolean; readonly us: Id<'organisation'> }

export async function viewTeam(ctx: Ctx, id: Id<'team'>): Promise<TeamView> {
  const read = await ctx.read(async (tx) => {
    const { team, standing, us } = await standIn(tx, id)
    return { team, us, leads: standing.leads, parts: await listParts(tx, team), seats: await listSeats(tx, team) }
  })
  const seated = read.seats.filter((seat) => seat.state.is === 'taken')
  const members = [...new Set([read.team.lead, ...seated.flatMap((seat) => seat.organisation ?? [])])]
  const fed = await withAtlas(ctx, read.team.network, (atlas) => poolFor(atlas, { team: { ...read.team, lead: read.us }, parts: read.parts, seats: seated, named: members, leaveOut: [], today: ctx.now.toISOString().slice(0, 10) }))
  const held = new Map<string, ReadonlyMap<string, Covering>>()
  for (const seat of seated) for (const part of seat.parts.filter((one) => one.heldAt && !one.givenUpAt)) {
    const covering = seat.organisation && fed.covers.get(part.part)?.get(seat.organisation)
    if (seat.organisation && covering) held.set(part.part, new Map([[seat.organisation, covering]]))
  }
  const rows = gridOf(read.parts, members, held)
  const names = await asHouse(ctx).read((house) => namesOfOrganisations(house, members))
  return { ...read, rows, members, says: coverLine(rows, 1), names }
}

/** Whether two would be rivals, as the atlas tells the lead. */
export const isRival = (desk: Pick<Desk, 'fed'>, organisation: string): boolean => desk.fed.rivals.has(organisation)

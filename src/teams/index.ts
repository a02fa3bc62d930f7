/** The door of teams: what other rooms may use. */
import './api.ts'
import './ask-capacity.ts'
import './change-part.ts'
import './tend-seat.ts'
import './when.ts'

export type { Part, Team, TeamState } from './team.ts'
export type { Seat, SeatState } from './seat.ts'
export { agreedByBoth, holdings, seatInWords, sits, type Scope } from './seat.ts'
export { keptOf, standingOf as standingOfShare, type Workshare } from './workshare.ts'

// What the asker may see.
export { findTeam, getTeam, listParts as listTeamParts, listTeams, listTeamsForBrief } from './team-store.ts'
export { listSeats } from './seat-store.ts'
export { listShares } from './share-store.ts'
export { listDatesOfOurParts, listRoomDates, type TeamDate } from './list-dates.ts'

// What they may do, for pages, the API and the example town.
export { startTeam, teamInput } from './start-team.ts'
export { inviteToSeat, invitationInput } from './invite-to-seat.ts'
export { takeOwnParts } from './tend-seat.ts'
export { takeSeat } from './take-seat.ts'
export { addEntry } from './keep-room.ts'
export { allProposals, lineView, openDesk, type Desk, type LineView } from './builder.ts'
export { tryAnother, tryChange } from './try-line-up.ts'
export { finishTeam, endTeam } from './finish-team.ts'

// The sheet of a team, for whoever may see the team.
export { readSheet, SHEET_SECTIONS } from './sheet.ts'
export const teamSheetPdf = async (...asked: Parameters<typeof import('./sheet-pdf.tsx')['teamSheetPdf']>) => (await import('./sheet-pdf.tsx')).teamSheetPdf(...asked) // half a second to read: only for those who ask for it

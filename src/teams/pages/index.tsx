import type { Pages } from '../../kit/web/env.ts'
import { answerPages } from './answer.tsx'
import { deskPages } from './desk.tsx'
import { listPages } from './list.tsx'
import { partPages } from './parts.tsx'
import { proposalPages } from './proposals.tsx'
import { roomPages } from './room.tsx'
import { seatPages } from './seats.tsx'
import { sheetPages } from './sheet.tsx'
import { teamPages } from './team.tsx'
import { worksharePages } from './workshare.tsx'

/** Every page on which a team is built, joined and kept. Fixed words come before the ids that could swallow them. */
export function teamsPages(pages: Pages): void {
  listPages(pages)
  answerPages(pages)
  proposalPages(pages)
  deskPages(pages)
  partPages(pages)
  seatPages(pages)
  worksharePages(pages)
  roomPages(pages)
  sheetPages(pages)
  teamPages(pages)
}

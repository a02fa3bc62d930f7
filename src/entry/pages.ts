import type { Hono } from 'hono'
import { directoryPages } from '../answers/directory/pages/index.tsx'
import { publicPages } from '../answers/public/pages/index.tsx'
import { answersPages } from '../answers/pages/index.tsx'
import { asksPages } from '../asks/pages/index.tsx'
import { briefsPages } from '../briefs/pages/index.tsx'
import { partnershipsPages } from '../partnerships/pages/index.tsx'
import { matchesPages } from '../matches/pages/index.tsx'
import { introductionsPages } from '../introductions/pages/index.tsx'
import { referralsPages } from '../referrals/pages/index.tsx'
import { coverPages } from '../cover/pages/index.tsx'
import { teamsPages } from '../teams/pages/index.tsx'
import { outcomesPages } from '../outcomes/pages/index.tsx'
import { organisingPages } from '../organising/pages/index.tsx'
import { homePages } from '../home/pages/index.tsx'
import type { WebEnv } from '../kit/web/env.ts'
import { noticesPages } from '../notices/pages/index.tsx'
import { networksPages } from '../networks/pages/index.tsx'
import { organisationsPages } from '../organisations/pages/index.tsx'
import { peoplePages } from '../people/pages/index.tsx'
import { upkeepPages } from '../upkeep/pages/index.tsx'

/** Every page there is, in the order of the rooms. */
export function mountPages(app: Hono<WebEnv>): void {
  peoplePages(app)
  organisationsPages(app)
  asksPages(app)
  noticesPages(app)
  networksPages(app)
  publicPages(app)
  directoryPages(app)
  answersPages(app)
  briefsPages(app)
  partnershipsPages(app)
  matchesPages(app)
  introductionsPages(app)
  referralsPages(app)
  coverPages(app)
  teamsPages(app)
  outcomesPages(app)
  organisingPages(app)
  homePages(app)
  upkeepPages(app)
}

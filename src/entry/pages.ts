import type { Hono } from 'hono'
import { directoryPages } from '../answers/directory/pages/index.tsx'
import { publicPages } from '../answers/public/pages/index.tsx'
import { answersPages } from '../answers/pages/index.tsx'
import { asksPages } from '../asks/pages/index.tsx'
import { homePages } from '../home/pages/index.tsx'
import type { WebEnv } from '../kit/web/env.ts'
import { networksPages } from '../networks/pages/index.tsx'
import { organisationsPages } from '../organisations/pages/index.tsx'
import { peoplePages } from '../people/pages/index.tsx'
import { upkeepPages } from '../upkeep/pages/index.tsx'

/** Every page there is, in the order of the rooms. */
export function mountPages(app: Hono<WebEnv>): void {
  peoplePages(app)
  organisationsPages(app)
  asksPages(app)
  networksPages(app)
  publicPages(app)
  directoryPages(app)
  answersPages(app)
  homePages(app)
  upkeepPages(app)
}

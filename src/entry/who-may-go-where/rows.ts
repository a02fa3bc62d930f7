import { routes } from '../../routes.ts'
import { alderAnswers } from './alder-answers.ts'
import { api } from './api.ts'
import { apiMore } from './api-more.ts'
import { briefs } from './briefs.ts'
import { briefReadings } from './brief-readings.ts'
import { partnerships } from './partnerships.ts'
import { matches } from './matches.ts'
import { introductions } from './introductions.ts'
import { referrals } from './referrals.ts'
import { cover } from './cover.ts'
import { teams } from './teams.ts'
import { outcomes } from './outcomes.ts'
import { organising } from './organising.ts'
import { home } from './home.ts'
import { house } from './house.ts'
import { networks } from './networks.ts'
import { organisations } from './organisations.ts'
import { people } from './people.ts'
import { publicFaces } from './public-faces.ts'
import type { Rows } from './row.ts'
import { tables } from './tables.ts'
import { webhooks } from './webhooks.ts'

export const SIGN_IN = routes.signIn

/** Every route there is, by method and address. One without a row here fails the matrix. */
export const ROWS: Rows = { ...tables, ...people, ...organisations, ...networks, ...publicFaces, ...house, ...api, ...apiMore, ...alderAnswers,
  ...briefs, ...briefReadings, ...partnerships, ...matches, ...introductions, ...referrals, ...cover, ...teams, ...outcomes, ...organising, ...home, ...webhooks,
}

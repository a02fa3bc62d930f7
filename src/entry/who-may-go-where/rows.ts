import { routes } from '../../routes.ts'
import { alderAnswers } from './alder-answers.ts'
import { api } from './api.ts'
import { house } from './house.ts'
import { networks } from './networks.ts'
import { organisations } from './organisations.ts'
import { people } from './people.ts'
import { publicFaces } from './public-faces.ts'
import type { Rows } from './row.ts'
import { tables } from './tables.ts'

export const SIGN_IN = routes.signIn

/** Every route there is, by method and address. One without a row here fails the matrix. */
export const ROWS: Rows = { ...tables, ...people, ...organisations, ...networks, ...publicFaces, ...house, ...api, ...alderAnswers }

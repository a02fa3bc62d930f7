import type { Quarter } from '../types.ts'
import { bonds } from './bonds.ts'
import { briefs } from './briefs.ts'
import { benches, covers } from './covers.ts'
import { desks } from './desks.ts'
import { jobs } from './jobs.ts'
import { network } from './network.ts'
import { people } from './people.ts'
import { recommendations } from './recommendations.ts'
import { specialists } from './specialists.ts'
import { words } from './words.ts'

export const assistants: Quarter = {
  network, vocabulary: words, people, organisations: [...desks, ...specialists], bonds, jobs, recommendations, briefs, benches, covers,
}

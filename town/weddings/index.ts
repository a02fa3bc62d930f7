import type { Quarter } from '../types.ts'
import { bonds } from './bonds.ts'
import { briefs } from './briefs.ts'
import { jobs } from './jobs.ts'
import { makers } from './makers.ts'
import { network } from './network.ts'
import { people } from './people.ts'
import { performers } from './performers.ts'
import { places } from './places.ts'
import { recommendations } from './recommendations.ts'
import { words } from './words.ts'

export const weddings: Quarter = {
  network, vocabulary: words, people, organisations: [...makers, ...places, ...performers], bonds, jobs, recommendations, briefs,
}

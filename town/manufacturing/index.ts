import type { Quarter } from '../types.ts'
import { bonds } from './bonds.ts'
import { briefs } from './briefs.ts'
import { controlsAndBuilding } from './controls-and-building.ts'
import { jobs } from './jobs.ts'
import { measuringAndSite } from './measuring-and-site.ts'
import { network } from './network.ts'
import { people } from './people.ts'
import { recommendations } from './recommendations.ts'
import { rigsAndMachining } from './rigs-and-machining.ts'
import { teams } from './teams.ts'
import { words } from './words.ts'

export const manufacturing: Quarter = {
  network, vocabulary: words, people, organisations: [...rigsAndMachining, ...controlsAndBuilding, ...measuringAndSite], bonds, jobs, recommendations, briefs, teams,
}

import type { Quarter } from '../types.ts'
import { bonds } from './bonds.ts'
import { briefs } from './briefs.ts'
import { foodAndYoungPeople } from './food-and-young-people.ts'
import { homesAndAdvice } from './homes-and-advice.ts'
import { jobs } from './jobs.ts'
import { network } from './network.ts'
import { olderPeopleAndCarers } from './older-people-and-carers.ts'
import { people } from './people.ts'
import { recommendations } from './recommendations.ts'
import { words } from './words.ts'

export const charities: Quarter = {
  network, vocabulary: words, people, organisations: [...foodAndYoungPeople, ...homesAndAdvice, ...olderPeopleAndCarers], bonds, jobs, recommendations, briefs,
}

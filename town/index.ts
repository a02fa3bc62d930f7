import { assistants } from './assistants/index.ts'
import { charities } from './charities/index.ts'
import { districts } from './districts.ts'
import { manufacturing } from './manufacturing/index.ts'
import { referrals } from './referrals.ts'
import type { Quarter, Town } from './types.ts'
import { weddings } from './weddings/index.ts'

export { checkTown, flatten } from './check-town.ts'
export type * from './types.ts'

const quarters: readonly Quarter[] = [manufacturing, weddings, charities, assistants]

/**
 * Haverstow, an invented English town on the invented River Donnet. Nobody in it exists: no such postcode area,
 * company number, charity number, telephone number or e-mail address is in use. Any likeness is chance.
 */
export const town: Town = {
  name: 'Haverstow',
  river: 'Donnet',
  about: 'A harbour town of 31,000 between the moor and the estuary, with four villages that consider themselves quite separate.',
  today: '2027-05-04',
  districts,
  networks: quarters.map((quarter) => quarter.network),
  vocabularies: quarters.map((quarter) => quarter.vocabulary),
  people: quarters.flatMap((quarter) => quarter.people),
  organisations: quarters.flatMap((quarter) => quarter.organisations),
  bonds: quarters.flatMap((quarter) => quarter.bonds),
  jobs: quarters.flatMap((quarter) => quarter.jobs),
  recommendations: quarters.flatMap((quarter) => quarter.recommendations),
  briefs: quarters.flatMap((quarter) => quarter.briefs),
  benches: quarters.flatMap((quarter) => quarter.benches ?? []),
  covers: quarters.flatMap((quarter) => quarter.covers ?? []),
  teams: quarters.flatMap((quarter) => quarter.teams ?? []),
  referrals,
}

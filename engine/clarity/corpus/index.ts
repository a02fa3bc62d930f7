import { building } from './building.ts'
import { awkward } from './awkward.ts'
import { charities } from './charities.ts'
import { eventsAndCare } from './events-and-care.ts'
import { labelled, type Labelled, type Row } from './labelled.ts'
import { making } from './making.ts'
import { office } from './office.ts'
import { secondReading } from './second-reading.ts'

export type { Labelled } from './labelled.ts'

/**
 * Half the trades are for tuning the rules, the other half are only ever counted. Splitting by trade
 * keeps near-copies (the same answer with and without proof) on one side, so the held-out half is
 * made of trades the rules have not met. Awkward answers have no trade of note and go turn about.
 */
const files: readonly (readonly Row[])[] = [making, building, office, charities, eventsAndCare, secondReading]
const trades = [...new Set(files.flat().map((row) => row[2]))]
const isTuned = (row: Row): boolean => trades.indexOf(row[2]) % 2 === 0

export const tuned: readonly Labelled[] =
  [...files.flat().filter(isTuned), ...awkward.filter((_, at) => at % 2 === 0)].map(labelled)

export const heldOut: readonly Labelled[] =
  [...files.flat().filter((row) => !isTuned(row)), ...awkward.filter((_, at) => at % 2 === 1)].map(labelled)

import type { WorkMember, WorkRow } from '../../../engine/index.ts'
import type { JobFacts, PartyFacts } from './facts.ts'
import { reachOfPage, reachOnPage, seenBy, type Reach } from './reach.ts'

/**
 * The engine's rows of a finished job. It counts once two say that it was so. Each party shows its own part: those who show it to the
 * network stand together in one row, which ties them. A part shown to fewer is a row of its own for those few, and one for each other
 * party, who knows of it from having been there.
 */
export function rowsOfJob(job: JobFacts): WorkRow[] {
  if (!job.standsByTwo) return []
  const shown = job.parties.filter((party) => reachOf(party).sight !== 'only_us')
  const hidden = job.parties.filter((party) => !shown.includes(party))
  return [
    ...(shown.length > 0 ? [sharedRow(job, shown)] : []),
    ...hidden.flatMap((party) => [ownRow(job, party), ...job.parties.filter((one) => one !== party && (shown.includes(one) || one.organisation > party.organisation)).map((other) => pairRow(job, party, other))]),
  ]
}

/** The job behind a work of the atlas. */
export const jobOf = (work: string): string => work.split(':')[0] ?? work

function sharedRow(job: JobFacts, parties: readonly PartyFacts[]): WorkRow {
  const sight = parties.every((party) => reachOf(party).sight === 'anyone') ? 'anyone' : 'network'
  return { is: 'work', id: job.id, on: job.on, sight, text: textOf(job, parties), members: parties.map(memberOf), ...capabilitiesOf(job, parties) }
}

function ownRow(job: JobFacts, party: PartyFacts): WorkRow {
  return { is: 'work', id: `${job.id}:${party.organisation}`, on: job.on, text: textOf(job, [party]), members: [memberOf(party)], ...seenBy(reachOf(party), party.organisation), ...capabilitiesOf(job, [party]) }
}

function pairRow(job: JobFacts, party: PartyFacts, other: PartyFacts): WorkRow {
  return { is: 'work', id: `${job.id}:${party.organisation}:${other.organisation}`, on: job.on, text: textOf(job, [party, other]), members: [memberOf(party), memberOf(other)], sight: 'only_us', owner: party.organisation, sharedWith: [other.organisation] }
}

const reachOf = (party: PartyFacts): Reach => reachOnPage(reachOfPage(party.page, party, party.rests), party.sight, party)
const textOf = (job: JobFacts, parties: readonly PartyFacts[]): string => [job.what, job.about, ...parties.map(({ did }) => did)].filter(Boolean).join('. ')
const memberOf = ({ organisation, lead }: PartyFacts): WorkMember => (lead ? { organisation, role: 'lead' } : { organisation })

/**
 * A work proves what it names for each of its members, so it names a capability only where each of them brought it. What they brought
 * are tags besides, like its keywords, by which jobs of a kind are found.
 */
function capabilitiesOf(job: JobFacts, parties: readonly PartyFacts[]): Pick<WorkRow, 'tags' | 'capabilities'> {
  const brought = [...new Set(parties.flatMap(({ capability }) => (capability ? [capability] : [])))].sort()
  const [only] = brought
  const everyone = brought.length === 1 && parties.every(({ capability }) => capability === only)
  const tags = [...job.keywords, ...brought]
  return { ...(tags.length > 0 ? { tags } : {}), ...(everyone ? { capabilities: brought } : {}) }
}

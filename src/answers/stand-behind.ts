import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { getClaim } from './claim-store.ts'
import type { Behind } from './claim.ts'
import { listJobsById } from './job-store.ts'
import type { Job } from './job.ts'
import { standingOf, type Standing } from './proof.ts'
import { putStanding, saveProofs } from './proof-store.ts'

/** Puts something behind a claim, with what the rule says of it today. */
export async function standBehind(tx: Tx, organisation: Id<'organisation'>, claim: Id<'claim'>, behind: Behind, standing: Standing): Promise<Id<'proof'>> {
  await getClaim(tx, organisation, claim)
  const [proof] = await saveProofs(tx, [{ organisation, claim, behind, standing }])
  if (!proof) throw new Error('One proof was saved, yet none came back.')
  await tx.emit('proof.added', { organisation, claim, proof })
  return proof
}

/** How a job stands for one of its parties: its own word, and the first of anybody else who was there. */
export function standingOfJob(job: Job, organisation: Id<'organisation'>): Standing {
  const own = job.parties.find((party) => party.organisation === organisation)
  const others = [...job.parties.filter((party) => party.organisation !== organisation), ...(job.witnesses ?? [])].flatMap(({ confirmedAt }) => (confirmedAt ? [confirmedAt] : []))
  return standingOf({ is: 'job', finishedOn: job.finishedOn, ownWordAt: own?.confirmedAt, othersWordAt: others.toSorted((a, b) => a.getTime() - b.getTime())[0], sight: own?.sight ?? 'only_us' })
}

/** Works out anew what a job proves, for each of its parties. The house does it, since it reaches into several organisations. */
export async function refreshJob(tx: Tx, id: Id<'job'>): Promise<void> {
  const [job] = await listJobsById(tx, [id])
  if (!job) return
  for (const { organisation } of job.parties) await refresh(tx, organisation, { is: 'job', id }, standingOfJob(job, organisation))
}

/** Writes down how something stands now, and tells of the claims that it has come to prove. */
export async function refresh(tx: Tx, organisation: Id<'organisation'>, behind: Behind, standing: Standing): Promise<void> {
  for (const proven of await putStanding(tx, organisation, behind, standing)) await tx.emit('proof.confirmed', { organisation, ...proven })
}

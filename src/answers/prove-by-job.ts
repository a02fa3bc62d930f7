import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { getCapability } from '../networks/index.ts'
import { findClaimOf, saveClaims } from './claim-store.ts'
import { holdJob, listJobsById, markParty, markWitness, sayOfJob } from './job-store.ts'
import { refreshJob, standBehind, standingOfJob } from './stand-behind.ts'

/**
 * What the room of outcomes does with a finished job, as the house, after the party itself said yes.
 * The job stands behind what its party can do; where it claims nothing of the kind yet, a plain "can do" comes with it.
 */
export async function proveByJob(tx: Tx, organisation: Id<'organisation'>, { job: id, network, capability }: { job: Id<'job'>; network: Id<'network'>; capability: Id<'capability'> }): Promise<Id<'claim'>> {
  const [job] = await listJobsById(tx, [id])
  if (!job) throw new Error('A job that is not there proves nothing.')
  const claim = await findClaimOf(tx, organisation, network, capability) ?? await claimPlainly(tx, organisation, network, capability)
  const behind = await tx.db.selectFrom('proof').select('id').where('organisation_id', '=', organisation).where('claim_id', '=', claim).where('job_id', '=', id).executeTakeFirst()
  if (!behind) await standBehind(tx, organisation, claim, { is: 'job', id }, standingOfJob(job, organisation))
  return claim
}

async function claimPlainly(tx: Tx, organisation: Id<'organisation'>, network: Id<'network'>, capability: Id<'capability'>): Promise<Id<'claim'>> {
  const { title } = await getCapability(tx, network, capability)
  const [claim] = await saveClaims(tx, [{ organisation, network, capability, title, strength: 'can_do', sight: 'network' }])
  if (!claim) throw new Error('One claim was saved, yet none came back.')
  await tx.emit('claim.changed', { organisation, claim })
  return claim
}

/** What a party says of its part in a job. */
export async function settlePart(tx: Tx, job: Id<'job'>, party: Id<'organisation'>, said: { yes: boolean; note?: string; by?: Id<'person'> }): Promise<void> {
  await holdJob(tx, job)
  await markParty(tx, job, party, said)
  await refreshJob(tx, job)
  await tx.emit('job.changed', { job })
}

/** The customer was there: their yes counts, and their words stand with the job where they may be shown. */
export async function hearCustomer(tx: Tx, job: Id<'job'>, heard: { witness: Id<'witness'>; name: string; says?: string; shown: boolean }): Promise<void> {
  await holdJob(tx, job)
  await markWitness(tx, job, heard.witness, { yes: true })
  if (heard.shown && heard.says) await sayOfJob(tx, job, { says: heard.says, name: heard.name })
  await refreshJob(tx, job)
  await tx.emit('job.changed', { job })
}

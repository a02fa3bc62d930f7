import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { holdJob, listJobsById } from './job-store.ts'
import type { ValueBand } from './job.ts'
import { refreshJob } from './stand-behind.ts'

export type CorrectedJob = { readonly what: string; readonly forWhom?: string; readonly finishedOn: string; readonly value?: ValueBand }

/**
 * What the room of outcomes does where a job was noted wrong, as the house, once it asked who may. The others spoke of what was said before: their word
 * counts again once they have said it anew, and so does the customer’s, who spoke of other words. Answers who has to be asked again.
 */
export async function correctJob(house: Tx, id: Id<'job'>, by: Id<'organisation'>, words: CorrectedJob): Promise<readonly Id<'organisation'>[]> {
  await holdJob(house, id)
  const [job] = await listJobsById(house, [id])
  if (!job) throw new Error('A job that is not there cannot be corrected.')
  await house.db.updateTable('job').set({ what: words.what, for_whom: words.forWhom ?? null, finished_on: words.finishedOn, customer_says: null, customer_name: null }).where('id', '=', id).execute()
  await house.db.deleteFrom('job_value').where('job_id', '=', id).execute()
  if (words.value) await house.db.insertInto('job_value').values({ job_id: id, band: words.value }).execute()
  await house.db.updateTable('job_party').set({ confirmed_at: null, confirmed_by: null, declined_at: null, declined_note: null }).where('job_id', '=', id).where('organisation_id', '<>', by).execute()
  await house.db.updateTable('job_witness').set({ confirmed_at: null }).where('job_id', '=', id).execute()
  await refreshJob(house, id)
  await house.emit('job.changed', { job: id })
  return job.parties.filter((party) => party.organisation !== by && (party.confirmedAt ?? party.declined)).map((party) => party.organisation)
}

/** Takes a job off every page, with the proof it was. The rooms below hear between whom it was. */
export async function removeJob(house: Tx, id: Id<'job'>): Promise<readonly Id<'organisation'>[]> {
  await holdJob(house, id)
  const [job] = await listJobsById(house, [id])
  if (!job) return []
  const parties = job.parties.map((party) => party.organisation)
  await takeProofAway(house, id)
  await house.db.deleteFrom('job').where('id', '=', id).execute()
  await house.emit('job.removed', { job: id, parties })
  return parties
}

/** A job that turns out to have stopped early proves nothing; it stays a job. */
export async function takeProofAway(house: Tx, id: Id<'job'>): Promise<void> {
  const gone = await house.db.deleteFrom('proof').where('job_id', '=', id).returning(['organisation_id', 'claim_id']).execute()
  for (const { organisation_id, claim_id } of gone) await house.emit('proof.removed', { organisation: organisation_id as Id<'organisation'>, claim: claim_id as Id<'claim'> }) // columns of those ids
}

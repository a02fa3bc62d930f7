import { dayOf, saveJobs } from '../../answers/index.ts'
import { asHouse, type Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { deleteJobs, dropSilentParties, listJobsToMove, listSpokenFor, updateJobs } from './job-store.ts'
import { listMembersToMove } from './member-read-store.ts'
import { JOB_FIELDS, planJobs } from './plan-jobs.ts'
import { backAgain, inThousands, type Cells, type Planned, type Shape, type Stays } from './shape.ts'

/**
 * Finished jobs as a table. A listing's organiser speaks for it; partners named in a table are asked nothing by it and count only once
 * they say so themselves.
 */
export const jobs: Shape = {
  kind: 'jobs',
  things: 'jobs',
  fields: JOB_FIELDS,
  planner: async (tx, network) => {
    const members = await listMembersToMove(tx, network)
    const known = { members, jobs: await listJobsToMove(tx, members), today: dayOf(tx.now) }
    return (rows) => planJobs(known, rows)
  },
  write: (tx, _network, planned, tell) => asHouse(tx).transaction(async (tx) => {
    const fresh = planned.filter((row) => row.does === 'new'), changed = planned.filter((row) => row.does === 'changed')
    await inThousands(fresh, async (part) => void (await saveJobs(tx, part.map((row) => newJob(tx, row)))), tell)
    await inThousands(changed, (part) => updateJobs(tx, part.map(({ subject, after }) => ({ id: subject, cells: after }))), tell, fresh.length)
  }),
  takeBack: async (tx, network, done, tell) => {
    const members = await listMembersToMove(tx, network)
    const now = new Map((await listJobsToMove(tx, members)).map((one) => [one.id, one]))
    const ours = new Set(members.filter((one) => one.ours).map((one) => one.id))
    const spoken = await asHouse(tx).read((tx) => listSpokenFor(tx, done.map((row) => row.subject)))
    const gone: string[] = [], back: { id: string; cells: Cells; keep: readonly string[] }[] = [], stays: Stays[] = []
    for (const row of done) {
      const there = now.get(row.subject)
      if (!there) continue // taken away since
      const name = `${there.cells['member'] ?? ''}, ${there.cells['what'] ?? ''}`
      const { cells, left } = backAgain({ ...there.cells, organisation: there.organisation, parties: there.parties.join(' ') }, row)
      if (!ours.has(there.organisation)) stays.push({ name, because: 'Its own people look after it now.' })
      else if (row.does === 'changed') { back.push({ id: row.subject, cells, keep: (cells['parties'] ?? '').split(' ').filter(Boolean) }); if (left.length > 0) stays.push({ name, because: 'Some of it was changed by hand since.' }) }
      else if (spoken.has(row.subject)) stays.push({ name, because: 'Somebody has said that it was so, or it stands behind a claim.' })
      else if (left.length > 0) stays.push({ name, because: 'It was changed by hand since.' })
      else gone.push(row.subject)
    }
    await asHouse(tx).transaction(async (tx) => {
      await inThousands(gone, (part) => deleteJobs(tx, part), tell)
      await inThousands(back, async (part) => { await updateJobs(tx, part); await dropSilentParties(tx, part) }, tell, gone.length)
    })
    return stays
  },
  listAll: async (tx, network) => (await listJobsToMove(tx, await listMembersToMove(tx, network))).map(({ id, cells }) => ({ id, ...cells })),
}

function newJob(tx: Tx, { subject, after }: Planned) {
  const organisation = (after['organisation'] ?? '') as Id<'organisation'> // the plan took it from a column of organisation ids
  return {
    id: subject as Id<'job'>, by: organisation, what: after['what'] ?? '', forWhom: after['forWhom'] || undefined, finishedOn: after['finishedOn'] ?? '', // newly made by the plan
    parties: [{ organisation, did: after['did'] || undefined, confirmedAt: tx.now }, ...(after['parties'] ?? '').split(' ').filter(Boolean).map((party) => ({ organisation: party as Id<'organisation'> }))], // as above
  }
}

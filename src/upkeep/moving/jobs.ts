import { dayOf, saveJobs } from '../../answers/index.ts'
import { asHouse, type Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { deleteJobs, dropSilentParties, idsIn, keywordsIn, listJobsToMove, listSpokenFor, updateJobs } from './job-store.ts'
import { listMembersToMove } from './member-read-store.ts'
import { JOB_FIELDS, planJobs } from './plan-jobs.ts'
import { proveClaims } from './prove-claims.ts'
import { backAgain, inThousands, type Cells, type Planned, type Shape, type Stays } from './shape.ts'

/**
 * Finished jobs as a table, one a row, however many took part. An organiser speaks for their own listings, whoever noted the job; others
 * named in a table are asked nothing by it and count only once they say so themselves (decision 030).
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
  write: (tx, network, planned, tell) => asHouse(tx).transaction(async (tx) => {
    const fresh = planned.filter((row) => row.does === 'new'), changed = planned.filter((row) => row.does === 'changed')
    await inThousands(fresh, async (part) => {
      await saveJobs(tx, part.map((row) => newJob(tx, row)))
      await proveClaims(tx, network, part)
    }, tell)
    await inThousands(changed, async (part) => {
      await updateJobs(tx, part.map(({ subject, after }) => ({ id: subject, cells: after })))
      await proveClaims(tx, network, part)
    }, tell, fresh.length)
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
      const { cells, left } = backAgain({ ...there.cells, organisation: there.organisation, parties: there.parties.join(' '), leads: there.leads.join(' ') }, row)
      if (!ours.has(there.organisation)) stays.push({ name, because: 'Its own people look after it now.' })
      else if (row.does === 'changed') { back.push({ id: row.subject, cells, keep: idsIn(cells['parties']) }); if (left.length > 0) stays.push({ name, because: 'Some of it was changed by hand since.' }) }
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
  const organisation = after['organisation'] ?? '', spokenFor = new Set([organisation, ...idsIn(after['spokenFor'])]), leads = new Set(idsIn(after['leads']))
  const party = (id: string) => ({ organisation: id as Id<'organisation'>, role: leads.size === 0 ? undefined : leads.has(id) ? 'lead' as const : 'member' as const, confirmedAt: spokenFor.has(id) ? tx.now : undefined }) // the plan took them from a column of organisation ids
  return {
    id: subject as Id<'job'>, by: organisation as Id<'organisation'>, what: after['what'] ?? '', forWhom: after['forWhom'] || undefined, finishedOn: after['finishedOn'] ?? '', // newly made by the plan; and as above
    startedOn: after['startedOn'] || undefined, reference: after['reference'] || undefined, about: after['about'] || undefined, keywords: keywordsIn(after),
    heard: after['heard'] ? [{ name: after['heard'], role: 'customer' as const, at: tx.now }] : [],
    parties: [{ ...party(organisation), did: after['did'] || undefined }, ...idsIn(after['parties']).map(party)],
  }
}

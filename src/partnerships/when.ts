import { listJobsById, listRecommendations } from '../answers/index.ts'
import type { Id } from '../kit/ids.ts'
import { when } from '../kit/when.ts'
import { findOrganisation, namesOfOrganisations } from '../organisations/index.ts'
import { askPartner } from './ask-partner.ts'
import { endAllOf } from './end.ts'
import { deleteJobMoments, deleteMomentAbout } from './moment-store.ts'
import { inOrder } from './partnership.ts'
import { recordTogether } from './record-together.ts'
import { findPartnership, listAllOf, listWaitingFor, renamePartner } from './store.ts'

/** Above this many a job says that they were in one crowd, not that each pair chose the other. */
const FEW = 6

when('job.changed', 'partnerships: remember the job', async (tx, { news: { job: id } }) => {
  const [job] = await listJobsById(tx, [id])
  const there = (job?.parties ?? []).filter((party) => party.confirmedAt).map((party) => party.organisation)
  await deleteJobMoments(tx, id, there) // where one of the two has not said so, or not again
  for (const between of pairsOf(there)) {
    if (there.length > FEW && !(await findPartnership(tx, ...between))) continue
    await recordTogether(tx, { between, moment: { kind: 'job', says: job?.what ?? '', by: job?.notedBy, about: id, at: middayOf(job?.finishedOn ?? ''), cameOfIt: true } })
  }
})

when('job.removed', 'partnerships: forget the job that was taken back', (tx, { news }) => deleteJobMoments(tx, news.job, []))

when('recommendation.changed', 'partnerships: remember the recommendation', async (tx, { news: { organisation, recommendation } }) => {
  const found = (await listRecommendations(tx, organisation)).find((one) => one.id === recommendation)
  const giver = found?.from.organisation
  if (!found || !giver) return
  const { givenAt, takenAt } = found
  if (!givenAt || !takenAt) {
    const bond = await findPartnership(tx, giver, organisation)
    if (bond) await deleteMomentAbout(tx, bond.id, 'recommendation', recommendation)
    return
  }
  const names = await namesOfOrganisations(tx, [giver, organisation])
  const says = `${names.get(giver) ?? 'One of you'} recommends ${names.get(organisation) ?? 'the other'}.`
  await recordTogether(tx, { between: [giver, organisation], moment: { kind: 'recommendation', says, by: giver, about: recommendation, at: givenAt > takenAt ? givenAt : takenAt, ties: true } })
})

when('organisation.changed', 'partnerships: keep the names of partners true', async (tx, { news: { organisation } }) => {
  const now = await findOrganisation(tx, organisation)
  if (now) await renamePartner(tx, organisation, now.name)
})

when('organisation.claimed', 'partnerships: ask those who have arrived', async (tx, { news: { organisation } }) => {
  for (const { by, partnership } of await listWaitingFor(tx, organisation)) await askPartner(tx, { partnership, us: by, partner: organisation })
})

when('organisation.closed', 'partnerships: end with a closed organisation', async (tx, { news: { organisation } }) => endAllOf(tx, await listAllOf(tx, organisation)))

function pairsOf(all: readonly Id<'organisation'>[]): readonly (readonly [Id<'organisation'>, Id<'organisation'>])[] {
  return all.flatMap((one, at) => all.slice(at + 1).map((other) => inOrder(one, other)))
}

const middayOf = (day: string): Date => new Date(`${day}T12:00:00Z`)


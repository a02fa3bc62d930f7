import { listJobsById } from '../answers/index.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { defineNoticeKind, type Notice } from '../notices/index.ts'
import { namesOfOrganisations } from '../organisations/index.ts'
import { routes } from '../routes.ts'
import { findOutcome } from './store.ts'

async function about(tx: Tx, { subject }: Notice) {
  const outcome = await findOutcome(tx, subject['outcome'] as Id<'outcome'>) // written by this room's own asks, like the ids below
  const [job] = outcome ? await listJobsById(tx, [outcome.job]) : []
  const party = subject['party'] as Id<'organisation'> | undefined
  const name = party ? (await namesOfOrganisations(tx, [party])).get(party) ?? 'A partner' : ''
  return outcome && job ? { outcome, job, name, href: routes.outcome(outcome.id) } : undefined
}

defineNoticeKind({
  name: 'outcomes.proven', good: true,
  describe: async (tx, notice) => {
    const found = await about(tx, notice)
    return found && { says: `${found.name} says it was so: “${found.job.what}” now counts as proof for both of you.`, href: found.href, more: 'See what came of it' }
  },
})

defineNoticeKind({
  name: 'outcomes.taken-back', good: false,
  describe: async (tx, { subject }) => {
    const by = subject['by'] as Id<'organisation'> // written by takeBackOutcome
    return { says: `${(await namesOfOrganisations(tx, [by])).get(by) ?? 'Whoever noted it'} has taken back what came of “${subject['what']}”. It is off your page, with the proof it was.`, detail: `“${subject['because']}”`, href: routes.outcomes, more: 'See your outcomes' }
  },
})

defineNoticeKind({
  name: 'outcomes.not-so', good: false,
  describe: async (tx, notice) => {
    const found = await about(tx, notice)
    return found && { says: `${found.name} remembers “${found.job.what}” otherwise. Their words are on its page.`, href: found.href, more: 'Read them' }
  },
})

defineNoticeKind({
  name: 'outcomes.heard', good: true,
  describe: async (tx, notice) => {
    const found = await about(tx, notice)
    const customer = found?.outcome.customer
    if (!found || customer?.state.is !== 'said') return undefined
    return { says: `${customer.name} says of “${found.job.what}”: “${customer.state.says}”`, href: found.href, more: 'See what came of it' }
  },
})

import { listJobsById, type Job } from '../answers/index.ts'
import { linkTo, listOpenAsk } from './link.ts'
import type { Ctx } from '../kit/ctx.ts'
import { asHouse } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import { listCapabilities } from '../networks/index.ts'
import { namesOfOrganisations } from '../organisations/index.ts'
import type { Outcome } from './outcome.ts'
import { getOutcome, listOutcomes } from './store.ts'

export type PartyStands = { readonly organisation: Id<'organisation'>; readonly name: string; readonly isUs: boolean; readonly leads: boolean; readonly parts: readonly { readonly says?: string; readonly capability?: string; readonly apart: boolean }[]; readonly state: 'confirmed' | 'waits' | 'not so'; readonly note?: string }
export type OutcomeInWords = { readonly outcome: Outcome; readonly job: Job; readonly parties: readonly PartyStands[]; readonly isLead: boolean; /** To copy, for whoever noted it, while the customer has not answered. */ readonly customerLink?: string }

/** One outcome with everybody's word on it, as the asker may see it. */
export function readOutcome(ctx: Ctx, id: Id<'outcome'>): Promise<OutcomeInWords> {
  return ctx.read(async (tx) => {
    const outcome = await getOutcome(tx, id)
    const [job] = await listJobsById(tx, [outcome.job])
    if (!job) throw new NotFound()
    const us = tx.actor.organisation
    const ids = job.parties.map((party) => party.organisation)
    const names = await asHouse(tx).read((house) => namesOfOrganisations(house, ids)) // whoever did a job together knows whom it did it with
    const words = outcome.network ? new Map((await asHouse(tx).read((house) => listCapabilities(house, outcome.network ?? ('' as Id<'network'>)))).map((one) => [one.id as string, one.title])) : new Map<string, string>() // never the empty one: asked only where there is a network
    const parties = job.parties.map((party): PartyStands => ({
      organisation: party.organisation, name: names.get(party.organisation) ?? 'A partner', isUs: party.organisation === us, leads: party.organisation === outcome.notedBy,
      parts: outcome.parts.filter((part) => part.organisation === party.organisation).map((part) => ({ says: part.says, capability: part.capability && words.get(part.capability), apart: part.apart })),
      state: party.confirmedAt ? 'confirmed' : party.declined ? 'not so' : 'waits', note: party.declined?.note,
    })).toSorted((a, b) => Number(b.leads) - Number(a.leads) || a.name.localeCompare(b.name, 'en-GB'))
    const isLead = outcome.notedBy === us
    const asked = isLead && outcome.customer?.state.is === 'asked' && outcome.customer.ask ? await listOpenAsk(tx, outcome.customer.ask) : undefined
    return { outcome, job, parties, isLead, customerLink: asked && linkTo(tx, asked) }
  })
}

export type OutcomeLine = { readonly outcome: Outcome; readonly job: Job; readonly waiting: number }

/** What came of our jobs, the newest first, with how many words are still waited for. */
export function readOutcomes(ctx: Ctx, page = 1, { most = 50, past = (page - 1) * 50 } = {}): Promise<{ readonly lines: readonly OutcomeLine[]; readonly more: boolean }> {
  return ctx.read(async (tx) => {
    const outcomes = await listOutcomes(tx, { most: most + 1, past })
    const jobs = new Map((await listJobsById(tx, outcomes.map((one) => one.job))).map((job) => [job.id as string, job]))
    const lines = outcomes.slice(0, most).flatMap((outcome) => {
      const job = jobs.get(outcome.job)
      return job ? [{ outcome, job, waiting: job.parties.filter((party) => !party.confirmedAt && !party.declined).length + (outcome.customer?.state.is === 'asked' ? 1 : 0) }] : []
    })
    return { lines, more: outcomes.length > most }
  })
}

import { z } from 'zod'
import { answerByLink, ask, defineAskKind, readAskByLink, type Ask } from '../asks/index.ts'
import { hearCustomer, listJobsById, optionalEmail, saveWitness } from '../answers/index.ts'
import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import { parse, text, tick } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { LinkRefused } from '../kit/one-time-link.ts'
import { NotFound } from '../kit/refusal.ts'
import { tell } from '../notices/index.ts'
import { getOrganisationToKeep, namesOfOrganisations } from '../organisations/index.ts'
import { routes } from '../routes.ts'
import { dayInWords } from '../ui/index.ts'
import { CustomerAsked } from './errors.ts'
import { DAYS_TO_ANSWER } from './outcome.ts'
import { getCustomerToHear, getOutcome, markCustomer, saveCustomer } from './store.ts'
import { maySayOutcome } from './who-may.ts'

export const CUSTOMER = 'outcomes.customer'

type Subject = { readonly outcome: Id<'outcome'>; readonly job: Id<'job'>; readonly by: Id<'organisation'> }
const subjectOf = (asked: Ask): Subject => asked.subject as Subject // written by askCustomer for this kind

/** Asks the customer for a word, by mail where an address is given and by a link to copy either way. As the house. */
export async function askCustomer(house: Tx, wanted: Subject & { readonly name: string; readonly email?: string }): Promise<string> {
  const { outcome, job, by, name, email } = wanted
  const witness = await saveWitness(house, by, job, name, 'customer')
  const made = await ask(house, { kind: CUSTOMER, from: { person: house.actor.person, organisation: by }, to: { name, email }, subject: { outcome, job, by }, answerBy: new Date(house.now.getTime() + DAYS_TO_ANSWER * 86_400_000) })
  await saveCustomer(house, outcome, { name, witness, ask: made.id })
  return made.link
}

export const customerInput = z.strictObject({ name: text('Their name', 100), email: optionalEmail })

/** The same later on, for whoever noted the outcome. */
export function askCustomerOf(ctx: Ctx, id: Id<'outcome'>, input: unknown): Promise<{ name: string; link: string }> {
  return ctx.transaction(async (tx) => {
    const outcome = await getOutcome(tx, id)
    if (outcome.notedBy !== tx.actor.organisation) throw new NotFound()
    await getOrganisationToKeep(tx, outcome.notedBy, maySayOutcome)
    const { name, email } = parse(customerInput, input)
    if (outcome.customer) throw new CustomerAsked()
    const link = await asHouse(tx).transaction((house) => askCustomer(house, { outcome: id, job: outcome.job, by: outcome.notedBy, name, email }))
    return { name, link }
  })
}

export const wordInput = z.strictObject({ words: text('Your words', 500), shown: tick })

export type CustomerSees = { readonly name: string; readonly what: string; readonly when: string; readonly lead: string; readonly team: readonly string[]; readonly until: Date }

/** What the customer is asked about: this one job and who did it. */
export async function readForCustomer(ctx: Ctx, token: string): Promise<CustomerSees> {
  const { ask: asked } = await readAskByLink(ctx, token)
  if (asked.kind !== CUSTOMER) throw new LinkRefused('This link is for something else.', 'Open it as it was sent to you.')
  return asHouse(ctx).read(async (tx) => {
    const { job: id, by } = subjectOf(asked)
    const [job] = await listJobsById(tx, [id])
    if (!job) throw new NotFound('This job was taken away.')
    const names = await namesOfOrganisations(tx, job.parties.map((party) => party.organisation))
    return { name: asked.to.name ?? '', what: job.what, when: dayInWords(job.finishedOn), lead: names.get(by) ?? 'The lead', team: job.parties.toSorted((a, b) => Number(b.organisation === by) - Number(a.organisation === by)).flatMap((party) => names.get(party.organisation) ?? []), until: asked.answerBy }
  })
}

export async function sayForCustomer(ctx: Ctx, token: string, input: unknown): Promise<void> {
  await answerByLink(ctx, token, 'word', JSON.stringify(parse(wordInput, input)))
}

defineAskKind({
  name: CUSTOMER,
  words: { word: 'Say a few words', no: 'I would rather not' },
  describe: async (tx, asked) => {
    const { job: id, by } = subjectOf(asked)
    const [job] = await listJobsById(tx, [id])
    const name = (await namesOfOrganisations(tx, [by])).get(by) ?? 'An organisation'
    return {
      title: `${name} would like your word on their work`,
      lines: job ? [`“${job.what}”, ended on ${dayInWords(job.finishedOn)}.`, 'A line is plenty. You choose whether others may read it.'] : ['This job was taken away.'],
      seenBy: 'Those who did the job; others only if you say so',
    }
  },
  answered: async (tx, asked, answer) => {
    const { outcome, job } = subjectOf(asked)
    const customer = await getCustomerToHear(tx, outcome)
    if (!customer) return
    if (answer.word === 'no') return markCustomer(tx, outcome, { declined_at: tx.now })
    const said = wordInput.safeParse(JSON.parse(answer.note ?? '{}'))
    if (!said.success) throw new LinkRefused('Your words did not arrive.', 'Open the link again and write a line.')
    const { words, shown } = said.data
    await markCustomer(tx, outcome, { says: words, said_at: tx.now, ...(shown ? { shown_at: tx.now } : {}) })
    await hearCustomer(tx, job, { witness: customer.witness, name: customer.name, says: words, shown })
    const [done] = await listJobsById(tx, [job])
    for (const party of done?.parties ?? []) if (!party.declined) await tell(tx, { kind: 'outcomes.heard', to: party.organisation, subject: { outcome, job } })
    await tx.emit('outcome.heard', { outcome, job })
  },
  needsPage: { word: (_, token) => routes.customerWord(token) },
})

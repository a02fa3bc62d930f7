import { z } from 'zod'
import { ask } from '../asks/index.ts'
import type { Ctx, Tx } from '../kit/ctx.ts'
import { id as idField, optionalText, parse, text } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { Invalid } from '../kit/refusal.ts'
import { findOrganisation, getOrganisationToKeep, SIGHT_WORDS } from '../organisations/index.ts'
import { getClaim } from './claim-store.ts'
import { NotShownToYou } from './errors.ts'
import { saveJobs, saveWitness } from './job-store.ts'
import { VALUE_BANDS, WITNESS_ROLES } from './job.ts'
import { optionalEmail, pastDay } from './proof-fields.ts'
import { dayOf, standingOf } from './proof.ts'
import { standBehind } from './stand-behind.ts'
import { mayAnswerFor } from './who-may.ts'

export const JOB_CONFIRM = 'answers.job-confirmation'
export const DAYS_TO_CONFIRM = 30

const MOST_PARTNERS = 20
const partners = z.preprocess((value) => [value].flat().filter((each) => each !== undefined && each !== ''), z.array(idField<'organisation'>('That partner')).max(MOST_PARTNERS, `${MOST_PARTNERS} partners are the most.`))

export const jobInput = z.strictObject({
  what: text('What the job was', 200),
  forWhom: optionalText('For whom', 120),
  finishedOn: pastDay('When it was finished'),
  did: optionalText('Your part in it', 200),
  value: z.preprocess((value) => value || undefined, z.enum(VALUE_BANDS, 'Choose a band from the list.').optional()),
  partners,
  witnessName: optionalText('Their name', 100),
  witnessEmail: optionalEmail,
  witnessRole: z.enum(WITNESS_ROLES).default('customer'),
  /** The claim it stands behind. */
  claim: z.preprocess((value) => value || undefined, idField<'claim'>('That claim').optional()),
  sight: z.enum(SIGHT_WORDS, 'Choose who sees that you did this job.').default('network'),
})

export type Noted = { readonly job: Id<'job'>; readonly links: readonly { readonly name: string; readonly link: string }[] }

/** Notes a finished job. Each partner in it, and whoever else was there, is asked by one tap whether it was so. */
export function noteJob(ctx: Ctx, organisation: Id<'organisation'>, input: unknown): Promise<Noted> {
  return ctx.transaction(async (tx) => {
    const own = await getOrganisationToKeep(tx, organisation, mayAnswerFor)
    const given = parse(jobInput, input)
    if (given.finishedOn > dayOf(tx.now)) throw new Invalid([{ field: 'finishedOn', sentence: 'That day is still to come. Note the job once it is finished.' }])
    if (given.witnessEmail && !given.witnessName) throw new Invalid([{ field: 'witnessName', sentence: 'Say who it is you are asking.' }])
    const claim = given.claim ? await getClaim(tx, organisation, given.claim) : undefined
    const others = [...new Set(given.partners)].filter((one) => one !== organisation)
    for (const partner of others) if (!(await findOrganisation(tx, partner))) throw new NotShownToYou()

    const [job] = await saveJobs(tx, [{
      by: organisation, what: given.what, forWhom: given.forWhom, finishedOn: given.finishedOn, value: given.value,
      parties: [{ organisation, did: given.did, network: claim?.network, capability: claim?.capability, sight: given.sight, confirmedAt: tx.now }, ...others.map((partner) => ({ organisation: partner }))],
    }])
    if (!job) throw new Error('One job was saved, yet none came back.')
    const links: { name: string; link: string }[] = []
    for (const partner of others) await askParty(tx, { job, by: organisation, to: partner })
    if (given.witnessName) {
      const witness = await saveWitness(tx, organisation, job, given.witnessName, given.witnessRole)
      links.push({ name: given.witnessName, link: await askWitness(tx, { job, by: organisation, witness, name: given.witnessName, email: given.witnessEmail }) })
    }
    if (claim) await standBehind(tx, organisation, claim.id, { is: 'job', id: job }, standingOf({ is: 'job', finishedOn: given.finishedOn, ownWordAt: tx.now, sight: given.sight }))
    await tx.emit('job.noted', { job, organisation: own.id })
    return { job, links }
  })
}

const until = (tx: Tx) => new Date(tx.now.getTime() + DAYS_TO_CONFIRM * 86_400_000)

async function askParty(tx: Tx, { job, by, to }: { job: Id<'job'>; by: Id<'organisation'>; to: Id<'organisation'> }): Promise<void> {
  await ask(tx, { kind: JOB_CONFIRM, from: { person: tx.actor.person, organisation: by }, to: { organisation: to }, subject: { job, by, party: to }, answerBy: until(tx) })
}

async function askWitness(tx: Tx, { job, by, witness, name, email }: { job: Id<'job'>; by: Id<'organisation'>; witness: Id<'witness'>; name: string; email?: string }): Promise<string> {
  const made = await ask(tx, { kind: JOB_CONFIRM, from: { person: tx.actor.person, organisation: by }, to: { name, email }, subject: { job, by, witness }, answerBy: until(tx) })
  return made.link
}

import { z } from 'zod'
import { dayOf, NotShownToYou, optionalEmail, pastDay, saveJobs, VALUE_BANDS } from '../answers/index.ts'
import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import { choice, id as idField, optionalText, parse, text } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { Invalid } from '../kit/refusal.ts'
import { getCapability, listNetworksOf } from '../networks/index.ts'
import { ActForItFirst, findOrganisation, getOrganisationToKeep, SIGHT_WORDS } from '../organisations/index.ts'
import { askCustomer } from './ask-customer.ts'
import { askParty } from './ask-party.ts'
import { didInWords, ENDINGS, MOST_PARTS, proves, type OutcomePart } from './outcome.ts'
import { partsOfTeam } from './parts-of-team.ts'
import { proveParts } from './prove-parts.ts'
import { saveOutcome, saveSide } from './store.ts'
import { maySayOutcome } from './who-may.ts'

const none = (value: unknown) => (value === '' ? undefined : value)
const number = (value: unknown) => (typeof value === 'string' ? (value.trim() === '' ? undefined : Number(value.trim().replace(',', '.'))) : value)

export const timesBigger = z.preprocess(number, z.number('Write a number, such as 4 or 1.5.').min(0.1, 'A tenth of your usual job is the least.').max(10_000, '10,000 times is the most.').optional())

/** One piece of the work: who did it, in a few words, and which capability it proves. */
const part = z.strictObject({
  organisation: idField<'organisation'>('That organisation'),
  says: optionalText('What they did', 200),
  network: z.preprocess(none, idField<'network'>('That network').optional()),
  capability: z.preprocess(none, idField<'capability'>('That capability').optional()),
})

export const outcomeInput = z.strictObject({
  /** The finished team whose work it was; its parts are taken from there. */
  team: z.preprocess(none, idField<'team'>('That team').optional()),
  what: text('What the job was', 200),
  forWhom: optionalText('For whom', 120),
  finishedOn: pastDay('When it ended'),
  ending: choice('how it ended', ENDINGS),
  value: z.preprocess(none, z.enum(VALUE_BANDS, 'Choose a band from the list.').optional()),
  timesBigger,
  parts: z.array(part).max(MOST_PARTS, `${MOST_PARTS} pieces are the most.`).default([]),
  customerName: optionalText('The customer’s name', 100),
  customerEmail: optionalEmail,
  sight: z.enum(SIGHT_WORDS, 'Choose who sees your part in this job.').default('network'),
})

export type NotedOutcome = { readonly outcome: Id<'outcome'>; readonly link?: { readonly name: string; readonly link: string } }

/**
 * Says what came of a job done together. Each party is asked by one tap whether its part was so, and the customer for a word; with their
 * yes it becomes a job with proof on everybody's answers.
 */
export function noteOutcome(ctx: Ctx, input: unknown): Promise<NotedOutcome> {
  return ctx.transaction(async (tx) => {
    const us = tx.actor.organisation
    if (!us) throw new ActForItFirst('nobody')
    await getOrganisationToKeep(tx, us, maySayOutcome)
    const given = parse(outcomeInput, input)
    if (given.finishedOn > dayOf(tx.now)) throw new Invalid([{ field: 'finishedOn', sentence: 'That day is still to come. Say what came of it once it is over.' }])
    if (given.customerEmail && !given.customerName) throw new Invalid([{ field: 'customerName', sentence: 'Say who it is you are asking.' }])
    const team = given.team && await partsOfTeam(tx, given.team)
    const parts = team ? team.parts : await partsByHand(tx, us, given.parts)
    return asHouse(tx).transaction((house) => write(house, us, { ...given, parts, network: team?.network }))
  }, { serializable: true })
}

type Given = Omit<z.output<typeof outcomeInput>, 'parts'> & { readonly parts: readonly OutcomePart[]; readonly network?: Id<'network'> }

async function write(house: Tx, us: Id<'organisation'>, given: Given): Promise<NotedOutcome> {
  const byParty = Map.groupBy(given.parts, (one) => one.organisation)
  const others = [...byParty.keys()].filter((one) => one !== us)
  const [job] = await saveJobs(house, [{
    by: us, what: given.what, forWhom: given.forWhom, finishedOn: given.finishedOn, value: given.value,
    parties: [us, ...others].map((organisation) => {
      const theirs = byParty.get(organisation) ?? [], proof = theirs.find((one) => one.capability && !one.apart)
      return { organisation, did: didInWords(theirs), role: organisation === us ? 'lead' as const : 'member' as const, network: proof?.network, capability: proof?.capability, sight: given.sight, ...(organisation === us ? { confirmedAt: house.now } : {}) }
    }),
  }])
  if (!job) throw new Error('One job was saved, yet none came back.')
  const outcome = await saveOutcome(house, { job, by: us, network: given.network, team: given.team, ending: given.ending, parts: given.parts })
  if (given.timesBigger !== undefined) await saveSide(house, outcome, us, { times_bigger: given.timesBigger })
  if (proves(given.ending)) await proveParts(house, us, job, byParty.get(us) ?? [])
  for (const party of others) await askParty(house, { outcome, job, by: us, party })
  const link = given.customerName ? { name: given.customerName, link: await askCustomer(house, { outcome, job, by: us, name: given.customerName, email: given.customerEmail }) } : undefined
  await house.emit('job.noted', { job, organisation: us })
  await house.emit('outcome.noted', { outcome, job })
  return { outcome, link }
}

/** Named by hand: somebody else at least, each of whom we may see, with capabilities of networks we belong to. */
async function partsByHand(tx: Tx, us: Id<'organisation'>, given: readonly z.output<typeof part>[]): Promise<readonly OutcomePart[]> {
  if (!given.some((one) => one.organisation !== us)) throw new Invalid([{ field: 'parts.0.organisation', sentence: 'Choose who did it with you. A job of your own alone goes on your page, under Proof.' }])
  const networks = new Set((await listNetworksOf(tx, us)).map((one) => one.id))
  const parts: OutcomePart[] = []
  for (const [at, one] of given.entries()) {
    if (!(await findOrganisation(tx, one.organisation))) throw new NotShownToYou()
    if (one.capability && (!one.network || !networks.has(one.network))) throw new Invalid([{ field: `parts.${at}.capability`, sentence: 'Choose a capability of one of your networks.' }])
    if (one.capability && one.network) await getCapability(tx, one.network, one.capability)
    parts.push({ organisation: one.organisation, says: one.says, network: one.network, capability: one.capability, apart: false })
  }
  return parts
}

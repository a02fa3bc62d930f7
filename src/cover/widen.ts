import { z } from 'zod'
import { listClaimsIn } from '../answers/index.ts'
import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import { id as idField, optionalDay, parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { Invalid, NotFound } from '../kit/refusal.ts'
import { listNetworksOf } from '../networks/index.ts'
import { findOrganisation, inNameOf } from '../organisations/index.ts'
import { listPartnersToAsk, listTies } from '../partnerships/index.ts'
import { dayInWords } from '../ui/index.ts'
import { dayOf, defaultAnswerBy, endOf } from './ask-for-cover.ts'
import { askOne } from './ask-next.ts'
import { getCover, holdCover, listAsked, markCover, saveAsked } from './cover-store.ts'
import { stateOf, type Cover } from './cover.ts'
import { NotItsTurn } from './errors.ts'
import { getOursToKeep } from './who-may.ts'

export type Candidate = { readonly organisation: Id<'organisation'>; readonly name: string; readonly reasons: readonly string[] }

/**
 * One step wider than the bench, with the reasons in words: our partners who are not on it, partners of our partners whose tie we may
 * see, and members who say they can do it and are free. Nobody is asked by this; people choose.
 */
export async function listCandidates(ctx: Ctx, id: Id<'cover'>): Promise<readonly Candidate[]> {
  const us = ctx.actor.organisation
  return ctx.read(async (tx) => {
    const cover = await getCover(tx, id)
    if (!us || cover.organisation !== us) throw new NotFound()
    const asked = new Set<string>((await listAsked(tx, [id])).map((one) => one.associate))
    const reasons = new Map<Id<'organisation'>, string[]>()
    const add = (one: Id<'organisation'>, because: string) => { if (one !== us && !asked.has(one)) reasons.set(one, [...(reasons.get(one) ?? []), because]) }
    const partners = await listPartnersToAsk(tx)
    for (const partner of partners) add(partner.id, 'Your partner, not on your bench yet')
    for (const { other, through } of await partnersOf(tx, partners)) add(other, `Partner of ${through}, whom you know`)
    for (const { organisation, says } of await membersWhoCan(tx, cover)) add(organisation, says)
    return named(tx, reasons)
  })
}

/** Two reasons weigh more than one; of equals the name decides. Only those whose page we may see. */
async function named(tx: Tx, reasons: ReadonlyMap<Id<'organisation'>, readonly string[]>): Promise<readonly Candidate[]> {
  const likely = [...reasons].toSorted((a, b) => b[1].length - a[1].length).slice(0, 60)
  const found: Candidate[] = []
  for (const [organisation, because] of likely) {
    const seen = await findOrganisation(tx, organisation)
    if (seen && seen.standing.is === 'claimed') found.push({ organisation, name: seen.name, reasons: because })
  }
  return found.toSorted((a, b) => b.reasons.length - a.reasons.length || a.name.localeCompare(b.name, 'en-GB')).slice(0, 20)
}

/** A tie is told on only as far as both its sides show it: to anyone, or to a network where we meet both. */
async function partnersOf(tx: Tx, partners: readonly { id: Id<'organisation'>; name: string }[]): Promise<readonly { other: Id<'organisation'>; through: string }[]> {
  if (partners.length === 0) return []
  const ties = await asHouse(tx).read((house) => listTies(house))
  const circles = new Map<string, Promise<ReadonlySet<string>>>()
  const circlesOf = (one: Id<'organisation'>) => {
    const known = circles.get(one) ?? listNetworksOf(tx, one).then((networks) => new Set(networks.map((network) => network.id)))
    circles.set(one, known)
    return known
  }
  const ours = tx.actor.organisation ? await circlesOf(tx.actor.organisation) : new Set<string>()
  const found = new Map<string, { other: Id<'organisation'>; through: string }>()
  for (const partner of partners) {
    for (const tie of ties.filter((one) => one.between.includes(partner.id)).slice(0, MOST_TIES)) {
      const other = tie.between[0] === partner.id ? tie.between[1] : tie.between[0]
      if (found.has(other) || !['anyone', 'network'].includes(tie.sight)) continue
      if (tie.sight === 'network') {
        const [theirs, partners] = [await circlesOf(other), await circlesOf(partner.id)]
        if (![...ours].some((network) => theirs.has(network) && partners.has(network))) continue
      }
      found.set(other, { other, through: partner.name })
    }
  }
  return [...found.values()]
}

const MOST_TIES = 40

async function membersWhoCan(tx: Tx, cover: Cover): Promise<readonly { organisation: Id<'organisation'>; says: string }[]> {
  const { network, capability } = cover
  if (!network || !capability) return []
  const { members } = await listClaimsIn(tx, network, { capabilities: [capability], freeOn: cover.startsOn, limit: 50 })
  return members.map(({ organisation, claims: [claim] }) => ({
    organisation,
    says: [claim ? `Says: ${claim.title}${claim.says ? `, “${claim.says}”` : ''}` : 'Says they can', claim?.level === 'proven' ? 'proven' : 'claimed', claim?.capacity?.from && claim.capacity.from <= cover.startsOn ? `free from ${dayInWords(claim.capacity.from)}` : undefined].filter(Boolean).join(', '),
  }))
}

export const wideningInput = z.strictObject({ associate: idField<'organisation'>('That organisation'), answerBy: optionalDay('The day to know by') })

/** Asks one of them too, at once. Without agreed terms the rate must have been said. Asking twice is once. */
export function askMore(ctx: Ctx, id: Id<'cover'>, input: unknown): Promise<void> {
  return ctx.transaction(async (tx) => {
    const us = await getOursToKeep(tx)
    if ((await getCover(tx, id)).organisation !== us) throw new NotFound()
    const { associate, answerBy } = parse(wideningInput, input)
    if (answerBy && answerBy < dayOf(ctx.now)) throw new Invalid([{ field: 'answerBy', sentence: 'That day has passed. Choose today or later.' }])
    if (associate === us || !(await findOrganisation(tx, associate))) throw new NotFound('There is no such organisation, or it is not shown to you.', 'Choose one from the list.')
    const because = (await listCandidates(tx, id)).find((one) => one.organisation === associate)?.reasons.join('; ')
    await asHouse(tx).transaction(async (house) => {
      const as = inNameOf(house, ctx.actor)
      const cover = await holdCover(as, id)
      const asked = await listAsked(as, [id])
      if (asked.some((one) => one.associate === associate && one.askedAt)) return
      if (!['asking', 'partly', 'nobody'].includes(stateOf(cover, asked))) throw new NotItsTurn('This cover is not looked for any more.')
      if (!cover.rate) throw new NotItsTurn('You said each is paid as agreed on the bench, and you have agreed on nothing with them.', 'Invite them to your bench first, or ask anew and say a rate.')
      const until = answerBy ? endOf(answerBy) : cover.answerBy > as.now ? cover.answerBy : defaultAnswerBy(as.now, cover.startsOn)
      if (until > cover.answerBy) await markCover(as, id, { answer_by: until })
      await saveAsked(as, [{ cover: id, organisation: us, associate, position: Math.max(-1, ...asked.map((one) => one.position)) + 1, because }])
      await askOne(as, { ...cover, answerBy: until }, associate)
      await markCover(as, id, { run_out_at: null })
    })
  })
}

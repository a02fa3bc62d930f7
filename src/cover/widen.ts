import { z } from 'zod'
import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import { id as idField, optionalDay, parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { Invalid, NotFound } from '../kit/refusal.ts'
import { listNetworksOf } from '../networks/index.ts'
import { findOrganisation, inNameOf } from '../organisations/index.ts'
import { findFits, withAtlas } from '../matches/index.ts'
import { listPartnersToAsk } from '../partnerships/index.ts'
import { dayOf, defaultAnswerBy, endOf } from './ask-for-cover.ts'
import { askOne } from './ask-next.ts'
import { getCover, holdCover, listAsked, markCover, saveAsked } from './cover-store.ts'
import { stateOf, type Cover } from './cover.ts'
import { NotItsTurn } from './errors.ts'
import { getOursToKeep } from './who-may.ts'

export type Candidate = { readonly organisation: Id<'organisation'>; readonly name: string; readonly reasons: readonly string[] }

/**
 * One step wider than the bench, with the reasons in words: our partners who are not on it, partners of our partners whose tie every
 * member may see, and members who could, by the engine's lens for cover. Nobody is asked by this; people choose.
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
    const networks = (await listNetworksOf(tx, us)).map((network) => network.id as Id<'network'>) // a column of network ids
    for (const partner of partners) add(partner.id, 'Your partner, not on your bench yet')
    for (const { other, through } of await partnersOf(tx, networks, partners)) if (!partners.some((one) => one.id === other)) add(other, `Partner of ${through}, whom you know`)
    for (const { organisation, says } of await whoCould(tx, networks, cover, [...asked])) add(organisation, says)
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

/** Who is tied to our partners in a way that every member may see, by the atlas of each network we stand in. */
async function partnersOf(tx: Tx, networks: readonly Id<'network'>[], partners: readonly { id: Id<'organisation'>; name: string }[]): Promise<readonly { other: Id<'organisation'>; through: string }[]> {
  const us = tx.actor.organisation
  const found = new Map<string, { other: Id<'organisation'>; through: string }>()
  for (const network of partners.length > 0 && us ? networks : []) {
    await withAtlas(tx, network, (atlas) => {
      const viewer = atlas.viewer(us ?? '')
      const ties = atlas.ties(AS_MEMBER)
      for (const partner of partners) {
        const at = atlas.organisations.find(partner.id)
        for (const other of at === undefined ? [] : ties.targets.subarray(ties.offsets[at], ties.offsets[at + 1])) {
          const id = atlas.organisations.texts[other]
          if (id && !found.has(id) && atlas.organisations.sees(viewer, other)) found.set(id, { other: id as Id<'organisation'>, through: partner.name }) // an id of the atlas's organisations
        }
      }
    })
  }
  return [...found.values()]
}

/** The ties that every member of the network may see. */
const AS_MEMBER = 2

/** Whom matches suggests for such work on those days, in the network it belongs to or in all of ours, with its own sentences. */
async function whoCould(tx: Tx, networks: readonly Id<'network'>[], cover: Cover, leaveOut: readonly string[]): Promise<readonly { organisation: Id<'organisation'>; says: string }[]> {
  const found: { organisation: Id<'organisation'>; says: string }[] = []
  for (const network of cover.network ? [cover.network] : networks) {
    const { suggestions } = await findFits(tx, network, {
      lens: 'cover', want: [cover.says, cover.skills].filter(Boolean).join('. '), ...(cover.capability && cover.network === network ? { capability: cover.capability } : {}), free: { from: cover.startsOn, until: cover.endsOn }, most: 20, leaveOut,
    })
    for (const { organisation, why } of suggestions) for (const says of [...why.reasons.slice(0, 3).map((reason) => reason.says), ...(why.care ? [why.care] : [])]) found.push({ organisation, says })
  }
  return found
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

import { asHouse, type Ctx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { NotAllowed } from '../kit/refusal.ts'
import { getNetwork, listNetworksOf, type Network } from '../networks/index.ts'
import { ActForItFirst, getOrganisation, getOrganisationToKeep, type Organisation } from '../organisations/index.ts'
import { findAccount } from '../people/index.ts'
import { listAskedBefore } from './store.ts'
import { whyNotAgain, type NotAgain } from './asked-before.ts'
import { SameTwo } from './errors.ts'
import { hasContactOnPage } from './contact.ts'
import { draftBetween, draftNotes, type Draft } from './note.ts'
import { inFull } from './names.ts'
import { readOwnWords } from './own-words.ts'
import { listWays, type Way } from './ways.ts'
import { maySpeak } from './who-may.ts'

/** What stands ready before one asks: who could introduce us, and the notes as we might write them. */
export type Desk = {
  readonly network: Pick<Network, 'id' | 'slug' | 'name'>
  readonly us: Organisation
  readonly other: Organisation
  readonly ways: readonly Way[]
  /** The way chosen, with how one says whose it is: "Ruth Sangha at Don Side Controls". */
  readonly way?: Way & { readonly inFull: string }
  readonly draft?: Draft
  readonly contactOnPage: boolean
  /** Why nobody is asked about them just now. */
  readonly not?: NotAgain
}

export async function readAskDesk(ctx: Ctx, wanted: { readonly network?: string; readonly to: Id<'organisation'>; readonly through?: Id<'organisation'> }): Promise<Desk> {
  const us = ctx.actor.organisation
  if (!us) throw new ActForItFirst('nobody')
  if (wanted.to === us) throw new SameTwo()
  const { ours, other, network, signed, contactOnPage } = await ctx.read(async (tx) => {
    const own = await getOrganisationToKeep(tx, us, maySpeak)
    const them = await getOrganisation(tx, wanted.to)
    const theirs = await listNetworksOf(tx, wanted.to)
    const slug = wanted.network ?? (await listNetworksOf(tx, us)).find((one) => theirs.some((each) => each.id === one.id))?.slug
    const shared = slug === undefined ? undefined : await getNetwork(tx, slug)
    return { ours: own, other: them, network: shared, contactOnPage: await hasContactOnPage(tx, us), signed: (tx.actor.person && (await findAccount(tx, tx.actor.person))?.name) ?? own.name }
  })
  if (!network) throw new NotAllowed(`You and ${other.name} are in no network together.`, 'Introductions are made among members of a network. Write to them from their page instead.')
  const [ways, before] = [await listWays(ctx, network, us, other.id), await asHouse(ctx).read((tx) => listAskedBefore(tx, us, other.id))]
  const way = ways.find((one) => one.organisation === wanted.through)
  const chosen = way && { ...way, inFull: await asHouse(ctx).read((tx) => inFull(tx, way.organisation, way.name)) }
  const draft = chosen && await ctx.read(async (tx) => draftNotes({
    us: await readOwnWords(tx, ours), them: await readOwnWords(tx, other), introducer: { name: chosen.inFull.split(' at ')[0]?.split(' ')[0] ?? chosen.name, firm: chosen.name }, signed, knowsUs: chosen.knowsUs, knowsThem: chosen.knowsThem, further: chosen.further,
  }))
  return { network, us: ours, other, ways, way: chosen, draft, contactOnPage, not: whyNotAgain(before, { other: other.id, through: wanted.through }, ctx.now) }
}

/** The same for an organiser who brings two members together. */
export async function draftForTwo(ctx: Ctx, one: Id<'organisation'>, other: Id<'organisation'>): Promise<{ readonly one: Organisation; readonly other: Organisation; readonly note: string }> {
  return ctx.read(async (tx) => {
    const [first, second] = [await getOrganisation(tx, one), await getOrganisation(tx, other)]
    const signed = (tx.actor.person && (await findAccount(tx, tx.actor.person))?.name) ?? ''
    return { one: first, other: second, note: draftBetween(await readOwnWords(tx, first), await readOwnWords(tx, second), signed) }
  })
}

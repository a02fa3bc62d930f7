import { getKind, listOpenAsksTo, type Ask } from '../asks/index.ts'
import { listClaims } from '../answers/index.ts'
import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import { ASSOCIATE } from './ask-next.ts'
import { findClientLink } from './ask-client.ts'
import type { BenchPlace } from './bench.ts'
import { findPlace, listPlaces } from './bench-store.ts'
import { findClient, findPack } from './client-store.ts'
import { getCover, giveAndTake, listAsked, listAskedOf, listCovers, listCoversById, type WithOther } from './cover-store.ts'
import { isOver, stateOf, type Asked, type Client, type Cover, type CoverState, type Pack } from './cover.ts'
import { capabilityName, namesOf } from './names.ts'
import { mustBeSomeone } from '../people/index.ts'
import { NoOrganisation } from './errors.ts'
import { BENCH } from './propose-terms.ts'
import type { Terms } from './terms.ts'
import { getOursToKeep } from './who-may.ts'

export type OneCover = { readonly cover: Cover; readonly asked: readonly Asked[]; readonly state: CoverState }
export type Turn = { readonly ask: Ask; readonly title: string; readonly lines: readonly string[]; readonly words: Readonly<Record<string, string>> }
export type Overview = {
  readonly us: Id<'organisation'>
  readonly turns: readonly Turn[]
  readonly bench: readonly BenchPlace[]
  /** Benches of others on which we hold a place. */
  readonly held: readonly BenchPlace[]
  readonly ours: readonly OneCover[]
  /** What we took from others and what goes on. */
  readonly forOthers: readonly OneCover[]
  readonly past: readonly OneCover[]
  readonly morePast: boolean
  readonly pastForOthers: readonly (OneCover | { readonly asked: Asked })[]
  readonly withOthers: readonly WithOther[]
  /** When those on our bench are free, where they say so and show it. */
  readonly free: ReadonlyMap<string, readonly string[]>
  readonly name: (id: string) => string
}

export const PAST_AT_ONCE = 50

/** The bench, what is asked, what we are asked, what is under way, and what was: of the organisation acted for. */
export async function readOverview(ctx: Ctx, page = 1): Promise<Overview> {
  mustBeSomeone(ctx.actor)
  const us = ctx.actor.organisation
  if (!us) throw new NoOrganisation()
  const read = await ctx.read(async (tx) => {
    const open = await listCovers(tx, us, { over: false, limit: 50 })
    const past = await listCovers(tx, us, { over: true, limit: PAST_AT_ONCE + 1, offset: (page - 1) * PAST_AT_ONCE })
    const lines = await listAskedOf(tx, us)
    const bench = await listPlaces(tx, { organisation: us })
    return {
      open, past, lines, bench, held: await listPlaces(tx, { associate: us }), asked: await listAsked(tx, [...open, ...past].map((one) => one.id)), shown: await listCoversById(tx, lines.map((one) => one.cover)),
      asks: (await listOpenAsksTo(tx)).filter((one) => one.kind === ASSOCIATE || one.kind === BENCH), withOthers: await giveAndTake(tx, us), free: await freeOf(tx, bench),
    }
  })
  const withLines = (cover: Cover): OneCover => { const asked = read.asked.filter((one) => one.cover === cover.id); return { cover, asked, state: stateOf(cover, asked) } }
  const forOthers = read.lines.flatMap((line) => { const cover = read.shown.find((one) => one.id === line.cover); return cover && line.chosen ? [{ cover, asked: [line], state: stateOf(cover, [line]) }] : [] })
  const name = await namesOf(ctx, [us, ...read.bench.map((one) => one.associate), ...read.held.map((one) => one.organisation), ...read.lines.map((one) => one.organisation), ...read.asked.map((one) => one.associate), ...read.withOthers.map((one) => one.other)])
  return {
    us, name, bench: read.bench, held: read.held, withOthers: read.withOthers, free: read.free, turns: await asHouse(ctx).read((tx) => inTurn(tx, read.asks)),
    ours: read.open.map(withLines), past: read.past.slice(0, PAST_AT_ONCE).map(withLines), morePast: read.past.length > PAST_AT_ONCE,
    forOthers: forOthers.filter((one) => !isOver(one.state)),
    pastForOthers: [...forOthers.filter((one) => isOver(one.state)), ...read.lines.filter((line) => line.closedAt).map((asked) => ({ asked }))],
  }
}

async function inTurn(tx: Tx, asks: readonly Ask[]): Promise<readonly Turn[]> {
  const turns: Turn[] = []
  for (const ask of asks) {
    const { title, lines } = await getKind(ask.kind).describe(tx, ask)
    turns.push({ ask, title, lines, words: getKind(ask.kind).words })
  }
  return turns
}

/** What each says of their capacity on claims that they show us, such as "Fridays, from 7 May 2027". */
async function freeOf(tx: Tx, bench: readonly BenchPlace[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const free = new Map<string, readonly string[]>()
  for (const { associate, ended } of bench) {
    if (ended) continue
    free.set(associate, (await listClaims(tx, associate)).flatMap(({ title, capacity }) => (capacity && (capacity.says || capacity.from || capacity.until) ? [freeInWords(title, capacity)] : [])))
  }
  return free
}

function freeInWords(title: string, { says, from, until }: { says?: string; from?: string; until?: string }): string {
  const day = (on: string) => new Date(`${on}T12:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  return [title, [says, from && until ? `${day(from)} to ${day(until)}` : from ? `from ${day(from)}` : until ? `until ${day(until)}` : undefined].filter(Boolean).join(', ')].join(': ')
}

export type FullCover = OneCover & {
  readonly us: 'owner' | 'associate'
  /** Our own line, where we are asked or took it. */
  readonly line?: Asked
  readonly terms?: Terms
  readonly capability?: string
  readonly client?: Client
  readonly clientLink?: string
  readonly pack?: Pack
  readonly name: (id: string) => string
}

/** One cover as far as the asker may see it: all for its owner; for an associate their own line, and the client only once it is theirs to know. */
export async function readCover(ctx: Ctx, id: Id<'cover'>): Promise<FullCover> {
  mustBeSomeone(ctx.actor)
  const acting = ctx.actor.organisation
  const read = await ctx.read(async (tx) => {
    const cover = await getCover(tx, id)
    const asked = await listAsked(tx, [id])
    const line = asked.find((one) => one.associate === acting)
    const place = line?.place && (await findPlace(tx, line.place))
    return { cover, asked, line, client: await findClient(tx, id), pack: await findPack(tx, id), terms: place ? place.versions.find((one) => one.version === line?.termsVersion)?.terms : undefined }
  })
  const us = read.cover.organisation === acting ? 'owner' : 'associate'
  if (us === 'associate' && !read.line) throw new NotFound()
  return {
    ...read, us, state: stateOf(read.cover, read.asked), capability: await capabilityName(ctx, read.cover), clientLink: us === 'owner' ? await findClientLink(ctx, read.cover) : undefined,
    name: await namesOf(ctx, [read.cover.organisation, ...read.asked.map((one) => one.associate)]),
  }
}

/** The same for the pages on which one acts: seen first, then asked whether they may, on the side they stand on. */
export async function readCoverToKeep(ctx: Ctx, id: Id<'cover'>, side: FullCover['us']): Promise<FullCover> {
  const seen = await readCover(ctx, id)
  await ctx.read((tx) => getOursToKeep(tx))
  if (seen.us !== side) throw new NotFound()
  return seen
}

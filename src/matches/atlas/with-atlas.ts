import type { Atlas } from '../../../engine/index.ts'
import { asHouse, type Ctx, type Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { bringUpToDate, buildKept, type KeptAtlas } from './kept-atlas.ts'
import { readChanges } from './read-changes.ts'

/**
 * One atlas a network, kept in memory and thrown away at any time (decision 22). Each question first asks the database what has become
 * visible since, in one statement, and takes that in; so an answer is never older than the last commit, on whichever node it was made.
 */
type Shelf = Map<string, Place>
type Place = {
  kept?: KeptAtlas
  /** Whoever brings it up to date, one after the other. */
  turn: Promise<unknown>
  readAt: number
}

/** At most so many networks, and so many organisations in all of them together. */
const MOST_ATLASES = 16
const MOST_ORGANISATIONS = 250_000
/** Lines of changes are kept for a day. */
const TOO_OLD = 20 * 3_600_000
/** An atlas never moves what has gone; past this many changes for each organisation one made anew is quicker. */
const WORN = 4

/** By the keys of a house, which each process has once. */
const shelves = new WeakMap<object, Shelf>()

/**
 * Asks the network's atlas. `use` runs at once and must not wait for anything: what it is given may have changed by then. It shows all
 * rows to whoever asks, so ask the engine as a viewer and nothing else; `findFits` and `findFriendlyPaths` do.
 *
 * Best asked outside a transaction. Inside one that has written already, what it wrote is nobody's yet: the answer is from the last commit.
 */
export async function withAtlas<T>(ctx: Ctx | Tx, network: Id<'network'>, use: (atlas: Atlas) => T): Promise<T> {
  const place = placeOf(ctx, network)
  const kept = 'db' in ctx ? await asHouse(ctx).read((tx) => inside(tx, network, place)) : await inTurn(place, () => asHouse(ctx).read((tx) => freshen(tx, network, place)))
  return use(kept.atlas)
}

/** A transaction holds a connection, so it never waits for others to get one: it takes what is there, or makes one for itself. */
async function inside(tx: Tx, network: Id<'network'>, place: Place): Promise<KeptAtlas> {
  const { readAs, writing } = await readChanges(tx, network, undefined)
  if (!writing && place.kept) return inTurn(place, () => freshen(tx, network, place), 'only if it is our turn')
  return place.kept ?? buildKept(tx, network, readAs)
}

async function freshen(tx: Tx, network: Id<'network'>, place: Place): Promise<KeptAtlas> {
  const { readAs, touched } = await readChanges(tx, network, place.kept?.readAs)
  const { kept } = place
  if (!kept || !touched || isWorn(kept) || performance.now() - place.readAt > TOO_OLD) {
    place.kept = await buildKept(tx, network, readAs)
  } else {
    if (touched.size > 0 || tx.now.getTime() >= kept.endsAt) await bringUpToDate(tx, network, kept, touched)
    kept.readAs = readAs
  }
  place.readAt = performance.now()
  return place.kept ?? buildKept(tx, network, readAs)
}

async function inTurn(place: Place, work: () => Promise<KeptAtlas>, waits?: 'only if it is our turn'): Promise<KeptAtlas> {
  if (waits && place.kept && busy.has(place)) return place.kept
  const mine = place.turn.then(async () => {
    busy.add(place)
    try {
      return await work()
    } finally {
      busy.delete(place)
    }
  })
  place.turn = mine.catch(() => undefined) // whoever comes next tries again
  return mine
}
const busy = new WeakSet<Place>()

function placeOf(ctx: Ctx, network: Id<'network'>): Place {
  const shelf = shelves.get(ctx.keys) ?? new Map<string, Place>()
  shelves.set(ctx.keys, shelf)
  const place = shelf.get(network) ?? { turn: Promise.resolve(), readAt: 0 }
  shelf.delete(network)
  shelf.set(network, place) // the one asked last stands last
  makeRoom(shelf, place)
  return place
}

/** The atlases asked longest ago go first; a busy one finishes for those who wait for it. */
function makeRoom(shelf: Shelf, current: Place): void {
  const size = () => [...shelf.values()].reduce((sum, { kept }) => sum + (kept?.organisations.size ?? 0), 0)
  for (const [network, place] of shelf) {
    if (place === current || (shelf.size <= MOST_ATLASES && size() <= MOST_ORGANISATIONS)) return
    shelf.delete(network)
  }
}

const isWorn = ({ atlas, changes }: KeptAtlas): boolean => changes > 2_000 + atlas.organisations.size * WORN

/** Throws every atlas of this house away. The next question makes it anew. For tests and benchmarks. */
export function forgetAtlases(ctx: Ctx): void {
  shelves.delete(ctx.keys)
}

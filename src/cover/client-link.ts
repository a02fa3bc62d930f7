import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { makeLink, readLink, showLink } from '../kit/one-time-link.ts'
import { routes } from '../routes.ts'
import { DAYS_TO_KEEP } from './cover.ts'

/**
 * The client's own link. It lasts: to say yes or no, to ask, to correct, to be forgotten, and to say how it was. It holds the number of
 * the cover and nothing of the client, so that nothing is left in it when they are erased.
 */
const CLIENT_LINK = 'cover-client'

export async function makeClientLink(tx: Tx, cover: Id<'cover'>): Promise<string> {
  return (await makeLink(tx, { act: CLIENT_LINK, subject: { cover }, endsAt: new Date(tx.now.getTime() + DAYS_TO_KEEP * 86_400_000) })).id
}

export async function readClientLink(tx: Tx, token: string): Promise<Id<'cover'>> {
  return (await readLink<{ cover: Id<'cover'> }>(tx, CLIENT_LINK, token)).subject.cover
}

/** The whole address, for the letter and for copying. Only for the owner. */
export function clientLink(tx: Pick<Tx, 'keys' | 'url'>, link: string): string {
  return tx.url(routes.coverForClient(showLink(tx, link)))
}

/** What the client does by their link runs as the house: they have no account, and their link says which cover. */
export function byClientLink<T>(ctx: Ctx, token: string, work: (tx: Tx, cover: Id<'cover'>) => Promise<T>): Promise<T> {
  return asHouse(ctx).transaction(async (tx) => work(tx, await readClientLink(tx, token)))
}

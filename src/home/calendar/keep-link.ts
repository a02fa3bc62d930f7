import { audit } from '../../kit/audit.ts'
import { asHouse, type Ctx } from '../../kit/ctx.ts'
import { when } from '../../kit/when.ts'
import { mustBeSignedIn } from '../../people/index.ts'
import { routes } from '../../routes.ts'
import { deleteLink, findOwnLink, putLink } from './link-store.ts'

export type OwnLink = { readonly url: string; readonly madeAt: Date }

/** The address our own calendar program reads, where we have turned it on. Only for the person, signed in: a program with a token reads its dates by the API. */
export async function readOwnLink(ctx: Ctx): Promise<OwnLink | undefined> {
  mustBeSignedIn(ctx.actor)
  const link = await ctx.read(findOwnLink)
  return link && { url: ctx.url(routes.calendarFeed(link.text)), madeAt: link.madeAt }
}

/** Turns it on, or makes the link anew: whoever holds the old one reads nothing more. */
export function makeCalendarLink(ctx: Ctx): Promise<void> {
  const { person } = mustBeSignedIn(ctx.actor)
  return ctx.transaction(async (tx) => {
    await putLink(tx, person)
    await audit(tx, { chain: 'house', act: 'calendar link made', subject: `person:${person}` })
  })
}

/** Turns it off. Twice is harmless. */
export function removeCalendarLink(ctx: Ctx): Promise<void> {
  const { person } = mustBeSignedIn(ctx.actor)
  return ctx.transaction(async (tx) => {
    if (await deleteLink(tx, person)) await audit(tx, { chain: 'house', act: 'calendar link removed', subject: `person:${person}` })
  })
}

when('person.closed', 'calendar: take away the link of who has left', (tx, { news }) => asHouse(tx).transaction(async (house) => void await deleteLink(house, news.person)))

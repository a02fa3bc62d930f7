import type { Fields } from '../testing.ts'
import type { World } from '../testing/world.ts'

/**
 * Who comes to a page, in the order of the columns: nobody; Una, who works for nothing; Ann, who owns Alder; Amy, who reads for it; Pat,
 * its partner; Mel, a member of the same network; Xena, of another; Olga, who organises the network; Hugh, who hosts the house.
 */
export const VISITORS = ['nobody', 'una', 'ann', 'amy', 'pat', 'mel', 'xena', 'olga', 'hugh'] as const
/** Below /api/v1 the same, and Ann's programs with a token to read and one to write. */
export const CALLERS = [...VISITORS, 'reader', 'writer'] as const
export type Caller = (typeof CALLERS)[number]

/** ok: done or shown; go: done, and sent on; in: to sign in first; no: seen but not theirs; the rest are what HTTP says, 422 being let in with an empty form. */
export const OUTCOMES = ['ok', 'go', 'in', 'no', '400', '404', '409', '410', '422'] as const
export type Outcome = (typeof OUTCOMES)[number]

export type Row = {
  /** One outcome a column. */
  readonly may: string
  /** What a form holds, or a program sends. */
  readonly send?: (world: World) => Fields
  /** Where the address needs other ids than Alder's and the guild's own. */
  readonly at?: (world: World) => string
  /** Whoever holds its link is told what it offers, be they let in or not. */
  readonly holdsLink?: true
  /** What is said of ids nobody knows, where it is not that there is nothing: taking back what is not there is harmless. */
  readonly unknown?: 200 | 204 | 303 | 400 | 409
}
export type Rows = Readonly<Record<string, Row>>

/** The address of a route in this world, with every part filled by Alder's, the guild's, or what the row says. */
export function addressOf(route: string, row: Row, world: World): string {
  const { organisations, people, guild, ids, tokens } = world
  const things: Readonly<Record<string, string>> = {
    slug: guild.slug, organisation: organisations.alder, partner: organisations.pine, grant: ids.grant, ask: ids.invitation, person: people.amy, file: 'app.js',
    link: route.includes('join-links') ? ids.joinLink : ids.staffLink,
    id: route.includes('/capabilities/') ? ids.capability : route.includes('/sessions/') ? ids.session : route.includes('/tokens/') ? tokens.read.id : route.startsWith('/asks') ? ids.invitation : organisations.alder,
  }
  return row.at?.(world) ?? route.split(' ')[1]?.replaceAll(/:(\w+)/g, (_, name: string) => things[name] ?? 'nothing') ?? ''
}

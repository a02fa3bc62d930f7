import type { Ctx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import { whenInWords } from './answer-cover.ts'
import type { Pack } from './cover.ts'
import { readCover } from './read-cover.ts'

/** What a pack says, with the names around it. */
export type PackShown = { readonly owner: string; readonly to: string; readonly when: string; readonly staysTheirs: string; readonly pack: Pack }

/** The hand-over pack of a cover, for whoever may read it just now: its owner, and who covers once it was handed over. */
export async function readPack(ctx: Ctx, id: Id<'cover'>): Promise<PackShown> {
  const { cover, pack, us, name, asked } = await readCover(ctx, id)
  if (!pack) throw new NotFound()
  const owner = name(cover.organisation)
  return { pack, owner, to: asked.filter((one) => one.chosen).map((one) => name(one.associate)).join(' and '), when: whenInWords(cover), staysTheirs: staysTheirs(owner, us) }
}

export const staysTheirs = (owner: string, us: 'owner' | 'associate'): string => (us === 'owner' ? 'The client stays yours, and you remain responsible to them.' : `The client stays ${owner}’s, and ${owner} remains responsible to them.`)

/** The parts of a pack that were written, each with its title. */
export function packParts({ contact, promises, dates, how, access }: Pack): readonly (readonly [title: string, words: string])[] {
  return ([['Contact', contact], ['What is promised', promises], ['Dates', dates], ['How it is done', how], ['Where things are', access]] as const).flatMap(([title, words]) => (words ? [[title, words] as const] : []))
}

export const packFoot = 'For this work alone: please show it to nobody, and destroy it when the work has gone back. Passwords are never in it.'

import { asHouse, type Ctx } from '../../kit/ctx.ts'
import { isId, type Id } from '../../kit/ids.ts'
import { namesOfOrganisations } from '../../organisations/index.ts'
import type { Introduction } from '../introduction.ts'
import { listIntroductions, listWaitingOnUs, type View } from '../store.ts'
import { partOf } from '../who-may.ts'
import type { Line } from './list-page.tsx'

/** A page of the list, each line in a sentence. `after` is where the page before ended, as its link says. */
export async function readLines(ctx: Ctx, view: View, after: string | undefined): Promise<{ readonly lines: readonly Line[]; readonly next?: string }> {
  const { introductions, more, waiting } = await ctx.read(async (tx) => {
    const page = await listIntroductions(tx, view, { after: placeOf(after) })
    return { ...page, waiting: await listWaitingOnUs(tx, page.introductions.map((one) => one.id)) }
  })
  const ids = new Set(introductions.flatMap(({ asker, other, by }) => [asker, other, ...(by.is === 'member' ? [by.organisation] : [])]))
  const names = await asHouse(ctx).read((tx) => namesOfOrganisations(tx, [...ids])) // they were told each other’s names by being asked
  const lines = introductions.map((introduction): Line => ({ introduction, title: titleOf(introduction, ctx, (id) => names.get(id) ?? 'An organisation that has gone'), waitsOnUs: waiting.has(introduction.id) }))
  const last = introductions.at(-1)
  return { lines, next: more && last ? `${last.askedAt.toISOString()}_${last.id}` : undefined }
}

function titleOf(introduction: Introduction, ctx: Ctx, nameOf: (id: Id<'organisation'>) => string): string {
  const { asker, other, by } = introduction
  const part = partOf(ctx.actor, introduction)
  if (part === 'introducer' || part === 'organiser') return `${nameOf(asker)} and ${nameOf(other)}`
  const them = nameOf(ctx.actor.organisation === asker ? other : asker)
  return by.is === 'member' ? `${them}, through ${nameOf(by.organisation)}` : `${them}, through an organiser`
}

function placeOf(after: string | undefined): { askedAt: Date; id: string } | undefined {
  const [moment = '', id = ''] = (after ?? '').split('_')
  const askedAt = new Date(moment)
  return isId(id) && !Number.isNaN(askedAt.getTime()) ? { askedAt, id } : undefined
}

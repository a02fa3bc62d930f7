import { asHouse, type Ctx } from '../../kit/ctx.ts'
import { isId } from '../../kit/ids.ts'
import { readNames } from '../names.ts'
import { listIntroductions, listWords, type View } from '../store.ts'
import { partOf } from '../who-may.ts'
import type { Line } from './list-page.tsx'

/** A page of the list, each line in a sentence. `after` is where the page before ended, as its link says. */
export async function readLines(ctx: Ctx, view: View, after: string | undefined): Promise<{ readonly lines: readonly Line[]; readonly next?: string }> {
  const found = await ctx.read(async (tx) => {
    const { introductions, more } = await listIntroductions(tx, view, { after: placeOf(after) })
    const own = new Map<string, boolean>()
    if (view === 'asked_of_us') for (const introduction of introductions) own.set(introduction.id, (await listWords(tx, introduction)).some((word) => !word.said && !word.endedAt))
    return { introductions, more, own }
  })
  const lines = await asHouse(ctx).read(async (tx) => {
    const made: Line[] = []
    for (const introduction of found.introductions) {
      const names = await readNames(tx, introduction)
      const part = partOf(ctx.actor, introduction)
      const title = part === 'asker' ? `${names.other}, through ${names.introducer}` : part === 'other' ? `${ctx.actor.organisation === introduction.asker ? names.other : names.asker}, through ${names.introducer}` : `${names.asker} and ${names.other}`
      made.push({ introduction, title, waitsOnUs: found.own.get(introduction.id) ?? false })
    }
    return made
  })
  const last = found.introductions.at(-1)
  return { lines, next: found.more && last ? `${last.askedAt.toISOString()}_${last.id}` : undefined }
}

function placeOf(after: string | undefined): { askedAt: Date; id: string } | undefined {
  const [moment = '', id = ''] = (after ?? '').split('_')
  const askedAt = new Date(moment)
  return isId(id) && !Number.isNaN(askedAt.getTime()) ? { askedAt, id } : undefined
}

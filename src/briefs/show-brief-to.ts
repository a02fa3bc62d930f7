import { z } from 'zod'
import { audit } from '../kit/audit.ts'
import type { Ctx } from '../kit/ctx.ts'
import { id as idField, optionalText, parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { Invalid } from '../kit/refusal.ts'
import { listGrantsOf, markGrantWithdrawn, saveGrant } from '../networks/index.ts'
import { findOrganisation } from '../organisations/index.ts'
import { getBriefToKeep } from './keep.ts'

export const showingInput = z.strictObject({
  to: idField<'organisation'>('That organisation'),
  reason: optionalText('The reason', 300),
  untilOn: z.iso.date('Until when is a date. Write it as 2027-03-02.'),
})

const MOST_DAYS = 366

/** Shows a brief to one organisation, whatever its sight, until the end of a day. It ends by itself. */
export function showBriefTo(ctx: Ctx, slug: string, id: Id<'brief'>, input: unknown): Promise<Id<'grant'>> {
  return ctx.transaction(async (tx) => {
    const { brief } = await getBriefToKeep(tx, slug, id)
    const { to, reason, untilOn } = parse(showingInput, input)
    const until = new Date(`${untilOn}T23:59:59.999Z`)
    if (until <= tx.now) throw new Invalid([{ field: 'untilOn', sentence: 'That day has passed. Choose a later one.' }])
    if (until.getTime() > tx.now.getTime() + MOST_DAYS * 86_400_000) throw new Invalid([{ field: 'untilOn', sentence: 'A year is the longest; show it again when it ends.' }])
    if (to === brief.organisation || !(await findOrganisation(tx, to))) throw new Invalid([{ field: 'to', sentence: 'Choose an organisation from the list.' }])
    const grant = await saveGrant(tx, { organisation: brief.organisation, kind: 'brief', subject: id, to, reason: reason ?? 'To look at a brief', until })
    await audit(tx, { chain: `organisation:${brief.organisation}`, act: 'sight.given', subject: to, detail: { grant, part: 'brief', until: until.toISOString() } })
    await tx.emit('sight.changed', { organisation: brief.organisation })
    return grant
  })
}

/** Ends one showing of this brief. One that has ended, or shows something else, is left as it is. */
export function endShowing(ctx: Ctx, slug: string, id: Id<'brief'>, grant: Id<'grant'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    const { brief } = await getBriefToKeep(tx, slug, id)
    const shown = await listGrantsOf(tx, brief.organisation, { kind: 'brief', id })
    if (!shown.some((one) => one.id === grant)) return
    if (!(await markGrantWithdrawn(tx, brief.organisation, grant))) return
    await audit(tx, { chain: `organisation:${brief.organisation}`, act: 'sight.withdrawn', subject: grant })
    await tx.emit('sight.changed', { organisation: brief.organisation })
  })
}

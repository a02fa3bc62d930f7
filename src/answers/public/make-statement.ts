import type { Ctx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { routes } from '../../routes.ts'
import { dayOf } from '../proof.ts'
import { addressesOf } from './address-store.ts'
import { readStatement } from './read-statement.ts'
import { PARTS } from './statement.ts'

/** The whole statement as a PDF, for the organisation's own people; nothing where it has no page yet. */
export async function makeStatement(ctx: Ctx, organisation: Id<'organisation'>): Promise<Uint8Array | undefined> {
  const slug = (await ctx.read((tx) => addressesOf(tx, [organisation]))).get(organisation)
  if (slug === undefined) return undefined
  const { page, face } = await readStatement(ctx, slug, { parts: PARTS, whole: true })
  const { statementPdf } = await import('./statement-pdf.tsx') // half a second to read: only for those who ask for it
  return statementPdf({ face, url: ctx.url(routes.publicPage(page.slug)), qr: true, now: ctx.now, today: dayOf(ctx.now) })
}

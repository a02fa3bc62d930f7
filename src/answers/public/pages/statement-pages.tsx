import { show, type Pages, type Shown, type WebContext } from '../../../kit/web/env.ts'
import { takeTurn } from '../../../kit/limit.ts'
import { routes } from '../../../routes.ts'
import { dayOf } from '../../proof.ts'
import { partsFrom } from '../statement.ts'
import { listUses } from '../statement-store.ts'
import { readStatement, type StatementWanted } from '../read-statement.ts'
import { StatementBody } from './statement-page.tsx'

/** The one-page statement, as a page to print and as a PDF, with the parts its address names. */
export function statementPages(pages: Pages): void {
  pages.get(routes.statement(':slug'), async (c) => {
    c.header('X-Robots-Tag', 'noindex')
    return show(c, await statementShown(c))
  })
  pages.get(routes.statementPdf(':slug'), async (c) => {
    const { ctx } = c.var, wanted = wantedBy(c)
    const { page, face } = await readStatement(ctx, slugOf(c), wanted)
    await takeTurn(ctx, `statement for ${ctx.address}`, SHEETS)
    const { statementPdf } = await import('../statement-pdf.tsx') // half a second to read: only for those who ask for it
    const pdf = await statementPdf({ face, url: ctx.url(routes.publicPage(page.slug)), qr: wanted.parts.includes('qr'), now: ctx.now, today: dayOf(ctx.now) })
    return c.body(pdf, 200, { 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="${page.slug}-statement.pdf"`, 'X-Robots-Tag': 'noindex' })
  })
}

/** Setting a sheet takes a fifth of a second of the machine: enough for people, not for programs. */
const SHEETS = { points: 40, perSeconds: 600 } as const

const slugOf = (c: WebContext): string => c.req.param('slug') ?? ''
const wantedBy = (c: WebContext): StatementWanted => ({ parts: partsFrom(c.req.queries('part') ?? []), whole: c.req.query('whole') === 'yes' })

async function statementShown(c: WebContext): Promise<Shown> {
  const { ctx } = c.var, wanted = wantedBy(c)
  const statement = await readStatement(ctx, slugOf(c), wanted)
  const { slug, ours, face: { organisation } } = statement.page
  const uses = ours ? await ctx.read((tx) => listUses(tx, organisation.id)) : []
  return {
    title: `${organisation.name}: statement`, frame: 'public', width: 'work',
    body: <StatementBody statement={statement} wanted={wanted} uses={uses} url={ctx.url(routes.publicPage(slug))} today={dayOf(ctx.now)} />,
  }
}

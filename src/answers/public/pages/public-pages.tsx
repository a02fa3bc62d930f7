import type { Pages, Shown, WebContext } from '../../../kit/web/env.ts'
import { show } from '../../../kit/web/env.ts'
import { routes } from '../../../routes.ts'
import { dayOf } from '../../proof.ts'
import { NoSuchPage } from '../errors.ts'
import { isAddress } from '../address.ts'
import { keepReady, type Made, type Ready } from '../keep-ready.ts'
import { descriptionOf } from '../page-words.ts'
import { readPage, type PublicPage } from '../read-page.ts'
import { answerReady } from './answer-ready.ts'
import { badgeOf } from '../badge.ts'
import { cardPage, CARD_HEADERS } from './card.tsx'
import { PublicPageBody, RestingPage } from './public-page.tsx'

type Kept = ReturnType<typeof keepReady>

/** The public page, its badge and its card. Strangers are answered from what is kept ready; people signed in see by their own sight. */
export function facePages(pages: Pages): void {
  const kept = keepReady()
  pages.get(routes.publicPage(':slug'), async (c) => {
    if (!isStranger(c)) return showOwnSight(c)
    const found = await forStranger(c, kept, 'page', async (page) => ({ text: await (await show(c, pageShown(c, page))).text(), type: 'text/html; charset=UTF-8', quiet: rests(page) }))
    return found instanceof Response ? found : answerReady(c, found, found.quiet ? NOT_INDEXED : {})
  })
  pages.get(routes.publicBadge(':slug'), async (c) => {
    const found = await forStranger(c, kept, 'badge', (page) => ({ text: badgeOf(page.face), type: 'image/svg+xml; charset=UTF-8' }))
    return found instanceof Response ? found : answerReady(c, found, BADGE_HEADERS)
  })
  pages.get(routes.publicCard(':slug'), async (c) => {
    const found = await forStranger(c, kept, 'card', (page) => ({ text: cardPage(page.face, c.var.ctx.url(routes.publicPage(page.slug))), type: 'text/html; charset=UTF-8' }))
    return found instanceof Response ? found : answerReady(c, found, CARD_HEADERS)
  })
}

/** A picture that other websites may show; alone in a tab it can load and run nothing. */
const BADGE_HEADERS = { 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'", 'Cross-Origin-Resource-Policy': 'cross-origin', 'X-Robots-Tag': 'noindex' }
const NOT_INDEXED = { 'X-Robots-Tag': 'noindex' }

/** Nobody we know, with no choice of light or dark: everyone of this kind gets the very same answer. */
const isStranger = (c: WebContext): boolean => !c.req.header('Cookie') && !c.req.header('Authorization')

/** What is kept ready for strangers, made anew where the rows behind it have changed. */
async function forStranger(c: WebContext, kept: Kept, what: string, make: (page: PublicPage) => Made | Promise<Made>): Promise<Response | Ready> {
  const slug = c.req.param('slug') ?? '', ctx = c.var.ctx
  const mark = isAddress(slug) ? await kept.findMark(ctx, slug) : undefined
  if (!mark?.shown) throw new NoSuchPage()
  if (mark.present !== slug) return c.redirect(c.req.path.replace(`/${slug}`, `/${mark.present}`), 301)
  return kept.ready(ctx, what, mark, async () => make(await ctx.as({ by: 'nobody' }).read((tx) => readPage(tx, slug))))
}

async function showOwnSight(c: WebContext): Promise<Response> {
  const slug = c.req.param('slug') ?? ''
  const page = await c.var.ctx.read((tx) => readPage(tx, slug))
  if (page.slug !== slug) return c.redirect(routes.publicPage(page.slug), 303)
  return show(c, pageShown(c, page))
}

function pageShown(c: WebContext, page: PublicPage): Shown {
  const { ctx } = c.var, { organisation } = page.face
  const body = rests(page) ? <RestingPage name={organisation.name} />
    : <PublicPageBody page={page} url={ctx.url(routes.publicPage(page.slug))} today={dayOf(ctx.now)} />
  return { title: organisation.name, frame: 'public', width: 'work', description: rests(page) ? undefined : descriptionOf(page.face), body }
}

const rests = ({ face }: PublicPage): boolean => face.organisation.standing.is === 'resting'

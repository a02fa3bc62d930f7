import { createHash } from 'node:crypto'
import type { Pages } from '../../kit/web/env.ts'
import { getNetwork } from '../../networks/index.ts'
import { routes } from '../../routes.ts'
import { atomOf } from '../feed.ts'
import { listOpenBriefs } from '../open-store.ts'
import { slugOf } from './param.ts'

/** Feed readers want what is new, not an archive. */
const MOST = 100

/** The open briefs of a network for feed readers. Asked as nobody, whoever asks: a network that is not shown to anyone has none. */
export function feedPages(pages: Pages): void {
  pages.get(routes.briefsFeed(':slug'), async (c) => {
    const { ctx } = c.var
    const slug = slugOf(c)
    const { network, briefs } = await ctx.as({ by: 'nobody' }).read(async (tx) => {
      const network = await getNetwork(tx, slug)
      return { network, briefs: (await listOpenBriefs(tx, network.id, { limit: MOST })).briefs }
    })
    const feed = atomOf({ network, briefs, self: ctx.url(routes.briefsFeed(slug)), page: ctx.url(routes.briefs(slug)), addressOf: ({ id }) => ctx.url(routes.brief(slug, id)) })
    const tag = `"${createHash('sha256').update(feed).digest('base64url').slice(0, 27)}"`
    const headers = { ETag: tag, 'Cache-Control': 'public, max-age=300' }
    const held = (c.req.header('If-None-Match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''))
    if (held.includes(tag) || held.includes('*')) return c.body(null, 304, headers)
    return c.body(feed, 200, { ...headers, 'Content-Type': 'application/atom+xml; charset=UTF-8' })
  })
}

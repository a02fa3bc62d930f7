import type { Pages } from '../../../kit/web/env.ts'
import { routes } from '../../../routes.ts'
import { listForSearchEngines, listNetworksForSearchEngines } from '../address-store.ts'
import { escape } from '../badge.ts'

/** A sitemap holds 50,000 addresses at most, by its own rule. */
const MOST = 50_000

/** What search engines may find: pages shown to anyone and networks that anyone may find. Asked as nobody, whoever asks. */
export function robotPages(pages: Pages): void {
  pages.get(routes.robots, (c) => c.text([
    'User-agent: *', 'Allow: /o/', 'Allow: /networks/', 'Disallow: /o/*/enquiries', 'Disallow: /enquiries/', 'Disallow: /answer/', 'Disallow: /join/', 'Disallow: /sign-in', 'Disallow: /api/',
    `Sitemap: ${c.var.ctx.url(routes.sitemap)}`, '',
  ].join('\n'), 200, { 'Cache-Control': 'public, max-age=3600' }))

  pages.get(routes.sitemap, async (c) => {
    const { ctx } = c.var
    const paths = await ctx.as({ by: 'nobody' }).read(async (tx) => {
      const networks = await listNetworksForSearchEngines(tx, 1000)
      const organisations = await listForSearchEngines(tx, MOST - networks.length)
      return [...networks.map(({ slug }) => routes.network(slug)), ...organisations.map(({ slug }) => routes.publicPage(slug))]
    })
    const lines = paths.map((path) => `<url><loc>${escape(ctx.url(path))}</loc></url>`)
    return c.body(['<?xml version="1.0" encoding="UTF-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">', ...lines, '</urlset>', ''].join('\n'), 200,
      { 'Content-Type': 'application/xml; charset=UTF-8', 'Cache-Control': 'public, max-age=300' })
  })
}

import type { Pages } from '../../kit/web/env.ts'
import { routes } from '../../routes.ts'
import { findByName } from '../find-members.ts'

const MOST_OFFERED = 10

/** Names to offer while one types one: just those the form would find once it is sent. Nobody signed in, nobody to choose. */
export function namePages(pages: Pages): void {
  pages.get(routes.names, async (c) => {
    const { fits } = await c.var.ctx.read((tx) => findByName(tx, c.req.query('q') ?? '', MOST_OFFERED))
    return c.json({ names: [...new Set(fits.map(({ name }) => name))] })
  })
}

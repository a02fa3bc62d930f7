import { setCookie, deleteCookie } from 'hono/cookie'
import { listMyNetworks } from '../../networks/index.ts'
import { actFor, ActForItFirst } from '../../organisations/index.ts'
import { hasHost } from '../../people/index.ts'
import { isId } from '../../kit/ids.ts'
import { NotFound, SignInFirst } from '../../kit/refusal.ts'
import { show, type Pages } from '../../kit/web/env.ts'
import { goTo, readValues } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { putStepsAway, readFirstSteps } from '../first-steps.ts'
import { findAnything } from '../find-anything.ts'
import { readHome } from '../read-home.ts'
import { readTogether } from '../read-together.ts'
import { FindPage } from './find-page.tsx'
import { FrontPage } from './front-page.tsx'
import { HelpPage } from './help-page.tsx'
import { HomePage } from './home-page.tsx'
import { calendarPages } from './calendar.tsx'
import { lettersPages } from './letters.tsx'
import { TogetherPage } from './together-page.tsx'
import { turnsPages } from './turns.tsx'
import { workPages } from './work.tsx'

export function homePages(pages: Pages): void {
  pages.get(routes.home, async (c) => {
    const { ctx } = c.var
    if (!ctx.actor.person) {
      if (!(await hasHost(ctx))) return c.redirect(routes.firstRun, 303)
      return show(c, { title: 'Guildhall', frame: 'plain', width: 'reading', body: <FrontPage /> })
    }
    return show(c, { title: 'Home', body: <HomePage home={await readHome(ctx)} now={ctx.now} /> })
  })
  pages.get(routes.search, async (c) => {
    const words = c.req.query('q') ?? ''
    return show(c, { title: 'Find or do', body: <FindPage words={words} found={await findAnything(c.var.ctx, words)} /> })
  })
  pages.get(`${routes.search}.json`, async (c) => c.json(await findAnything(c.var.ctx, c.req.query('q') ?? '')))
  pages.get(routes.together, async (c) => {
    const { ctx } = c.var
    if (!ctx.actor.person) throw new SignInFirst()
    if (!ctx.actor.organisation) throw new ActForItFirst('nobody')
    return show(c, { title: 'Together', body: <TogetherPage rooms={await readTogether(ctx, ctx.actor.organisation)} /> })
  })
  pages.post(routes.firstSteps, async (c) => {
    const away = (await readValues(c))['away'] === 'yes'
    await putStepsAway(c.var.ctx, away)
    return goTo(c, routes.home, { says: away ? 'Put away. They stay under Help.' : 'They are back on Home.' })
  })
  pages.get(routes.help, async (c) => {
    const { ctx } = c.var
    const steps = ctx.actor.person ? await ctx.read(async (tx) => readFirstSteps(tx, { organisation: tx.actor.organisation, networks: await listMyNetworks(tx) })) : undefined
    return show(c, { title: 'Help', frame: ctx.actor.person ? 'app' : 'plain', width: 'reading', body: <HelpPage steps={steps} /> })
  })
  pages.get('/help/problems', (c) => c.redirect(`${routes.help}#problems`, 303))
  pages.post(routes.theme, async (c) => {
    const { theme } = await readValues(c)
    if (theme === 'light' || theme === 'dark') setCookie(c, 'gh_theme', theme, { path: '/', maxAge: 31_536_000, sameSite: 'Lax' })
    else deleteCookie(c, 'gh_theme', { path: '/' })
    return goTo(c, pathOf(c.req.header('Referer')))
  })
  pages.post(routes.actingFor, async (c) => {
    const { organisation } = await readValues(c)
    if (!isId<'organisation'>(organisation)) throw new NotFound()
    await actFor(c.var.ctx, organisation)
    return goTo(c, routes.home)
  })
  turnsPages(pages)
  lettersPages(pages)
  calendarPages(pages)
  workPages(pages)
}

/** Back to where they were; only the path, so that nobody is led elsewhere. */
function pathOf(referer: string | undefined): string {
  const url = referer ? URL.parse(referer) : null
  return url && !url.pathname.startsWith('//') ? url.pathname + url.search : routes.home
}

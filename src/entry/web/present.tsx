import { getCookie, deleteCookie } from 'hono/cookie'
import type { ReactNode } from 'react'
import { readFrame, type Frame } from '../../home/index.ts'
import type { Shown, WebContext } from '../../kit/web/env.ts'
import { routes } from '../../routes.ts'
import { ExampleBanner, JobTray, Page, PlainShell, PublicShell, renderPage, Shell, Toast, type Assets, type Theme } from '../../ui/index.ts'

/** Puts a page's own part into its frame: the menu of whoever is signed in, what was just done, and the look they chose. */
export function presenter({ assets }: { assets: Assets }) {
  return async (c: WebContext, shown: Shown): Promise<Response> => {
    const frame = await frameFor(c, shown.status ?? 200)
    const page = (
      <Page title={shown.title} site={frame?.site} description={shown.description} theme={themeOf(c)} nonce={c.var.nonce} assets={assets}
        script={shown.frame !== 'public'} indexed={shown.frame === 'public'} hasProblems={shown.hasProblems}>
        <Around c={c} shown={shown} frame={frame}>{shown.body}</Around>
      </Page>
    )
    return c.html(renderPage(page), shown.status ?? 200)
  }
}

/** Around bad news the frame is left out where it cannot be had: a page that says what is wrong must not fail for want of a menu. */
async function frameFor(c: WebContext, status: number): Promise<Frame | undefined> {
  if (status >= 500) return undefined
  const reading = readFrame(c.var.ctx)
  return status >= 400 ? reading.catch(() => undefined) : reading
}

function Around({ c, shown, frame, children }: { c: WebContext; shown: Shown; frame: Frame | undefined; children: ReactNode }) {
  const shared = {
    homeHref: routes.home, helpHref: routes.help, width: shown.width, toasts: toastOf(c),
    paper: { address: c.var.ctx.url(c.req.path), now: c.var.ctx.now },
    banner: frame?.example ? <ExampleBanner leaveHref={frame.example.leaveHref} /> : undefined,
  }
  if (shown.frame === 'plain' || !frame) return <PlainShell {...shared}>{children}</PlainShell>
  if (shown.frame === 'public' || !frame.person) {
    const links = frame.person ? [{ label: 'Home', href: routes.home }] : [{ label: 'Sign in', href: routes.signIn }]
    return <PublicShell {...shared} width={shown.width ?? 'reading'} links={links}>{children}</PublicShell>
  }
  const { path } = c.req
  const places = frame.person.places.map((place) => ({ ...place, current: place.href === '/' ? path === '/' : (path === place.href || path.startsWith(`${place.href}/`)) }))
  return (
    <Shell {...shared} width={shown.width === 'narrow' ? 'reading' : shown.width} places={places} switcher={frame.person.switcher} search={{ to: routes.search, json: `${routes.search}.json` }}
      account={{ ...frame.person.account, theme: { to: routes.theme, chosen: themeOf(c) }, signOutTo: routes.signOut }}
      jobs={frame.person.jobs.length > 0 ? <JobTray jobs={frame.person.jobs} /> : undefined}>
      {children}
    </Shell>
  )
}

function themeOf(c: WebContext): Theme | undefined {
  const chosen = getCookie(c, 'gh_theme')
  return chosen === 'light' || chosen === 'dark' ? chosen : undefined
}

/** What the last page did, said once. Only a path of ours may stand behind Undo. */
function toastOf(c: WebContext): ReactNode {
  const kept = getCookie(c, 'gh_toast')
  if (!kept) return undefined
  deleteCookie(c, 'gh_toast', { path: '/' })
  try {
    const { says, undo } = JSON.parse(kept) as { says?: unknown; undo?: unknown } // checked just below
    if (typeof says !== 'string') return undefined
    const safe = typeof undo === 'string' && /^\/(?!\/)[A-Za-z0-9/_-]*$/.test(undo) ? { to: undo } : undefined
    return <Toast undo={safe}>{says.slice(0, 300)}</Toast>
  } catch {
    return undefined
  }
}

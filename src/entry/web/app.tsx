import { Hono } from 'hono'
import { nobody } from '../../kit/ctx.ts'
import { openCtx, type House } from '../../kit/open-ctx.ts'
import { SignInFirst, ConfirmItIsYou } from '../../kit/refusal.ts'
import type { WebContext, WebEnv } from '../../kit/web/env.ts'
import { routes } from '../../routes.ts'
import { renderPage, type Assets } from '../../ui/index.ts'
import { Showcase } from '../../ui/showcase.tsx'
import { mountApi } from '../api/index.tsx'
import { mountPages } from '../pages.ts'
import { addressReader } from './address.ts'
import { readableAddress, readBody, requestKeyOf, whoAsks } from './body.ts'
import { builtFiles } from './built-files.ts'
import { securityHeaders } from './headers.ts'
import { mountMcp } from './mcp.ts'
import { presenter } from './present.tsx'
import { problemDocument, troubleOf, type Trouble } from './problems.ts'
import { mountProbes, type Probes } from './probes.ts'
import { someRandom } from './random.ts'
import { roomLeft } from './room-left.ts'
import { sameOriginOnly } from './same-origin.ts'
import { TroublePage } from './trouble-page.tsx'
import { whoIsAsking } from './who.ts'

export type WebParts = {
  readonly house: House
  readonly assets: Assets
  /** Where the built files for browsers are. */
  readonly client: string
  readonly probes: Probes
  /** True in development: shows the parts page and keeps nothing in caches. */
  readonly development: boolean
}

/** The whole web: every request passes these doors in this order. */
export function openWeb(parts: WebParts): Hono<WebEnv> {
  const { house } = parts
  const app = new Hono<WebEnv>()
  const addressOf = addressReader(house.settings.TRUSTED_PROXIES)
  const present = presenter(parts)

  app.onError((error, c) => answerTrouble(c, error))
  app.notFound((c) => answerTrouble(c, undefined))
  app.use(securityHeaders(() => house.baseUrl().startsWith('https:')))
  app.use(async (c, next) => {
    c.set('reference', someRandom(4).toString('hex'))
    c.set('ctx', openCtx(house, { actor: nobody, address: addressOf(c) }))
    c.set('present', (shown) => present(c, shown))
    await next()
  })
  builtFiles(app, parts.client)
  mountProbes(app, parts.probes, addressOf)
  app.use(async (c, next) => {
    if (parts.probes.isUp()) return next()
    return answerTrouble(c, Object.assign(new Error('The database is away.'), { code: '57P03' }))
  })
  app.use(readableAddress())
  app.use(sameOriginOnly(house.baseUrl))
  app.use(roomLeft(house.settings.DATA_DIR))
  app.use(readBody())
  app.use(async (c, next) => {
    const actor = await whoIsAsking(house, c)
    c.set('ctx', openCtx(house, { actor, address: addressOf(c), requestKey: await requestKeyOf(c, whoAsks(actor)) }))
    await next()
  })
  mountMcp(app)
  mountApi(app)
  mountPages(app)
  if (parts.development) app.get('/ui', (c) => c.html(renderPage(<Showcase assets={parts.assets} nonce={c.var.nonce} paper={{ address: c.var.ctx.url('/ui'), now: c.var.ctx.now }} />)))
  return app

  function answerTrouble(c: WebContext, error: unknown): Response | Promise<Response> {
    const trouble: Trouble = error === undefined ? notFound : troubleOf(error)
    if (trouble.status >= 500) house.log[trouble.status === 500 ? 'error' : 'warn']({ err: error, reference: trouble.reference, path: withoutSecrets(c.req.path), method: c.req.method }, trouble.sentence)
    if (trouble.retryAfterSeconds) c.header('Retry-After', String(trouble.retryAfterSeconds))
    if (trouble.status === 401) c.header('WWW-Authenticate', 'Bearer')
    if (wantsJson(c)) return c.json(problemDocument(trouble, c.req.path), trouble.status, { 'Content-Type': 'application/problem+json' })
    if (error instanceof SignInFirst && c.req.method === 'GET') return c.redirect(`${routes.signIn}?then=${encodeURIComponent(c.req.path)}`, 303)
    const from = c.req.method === 'GET' ? c.req.path : URL.parse(c.req.header('Referer') ?? '/', house.baseUrl())?.pathname ?? '/'
    if (error instanceof ConfirmItIsYou) return c.redirect(`${routes.confirmItIsYou}?then=${encodeURIComponent(from)}`, 303)
    return present(c, { title: trouble.sentence, frame: c.var.ctx.actor.person ? 'app' : 'plain', width: 'reading', body: <TroublePage trouble={trouble} from={from} />, status: trouble.status }).catch(() => c.text(`${trouble.sentence} ${trouble.next}`, trouble.status))
  }
}

const notFound: Trouble = { status: 404, kind: 'not-found', sentence: 'There is nothing here, or it is not shared with you.', next: 'Check the address, or go back to Home.', problems: [] }

/** The ends of links let people in, so they are kept out of the log. */
function withoutSecrets(path: string): string {
  return path.replaceAll(/gh_[a-z]+_\w+/g, 'gh_(kept out)')
}

function wantsJson(c: WebContext): boolean {
  return c.req.path.startsWith('/api/') || (c.req.header('Accept') ?? '').startsWith('application/json')
}

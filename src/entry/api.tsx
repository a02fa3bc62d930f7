import { OpenAPIHono } from '@hono/zod-openapi'
import type { Hono } from 'hono'
import { answersApi } from '../answers/api.ts'
import { Invalid, NotAllowed, NotFound, SignInFirst } from '../kit/refusal.ts'
import { show, type WebEnv } from '../kit/web/env.ts'
import { briefsApi } from '../briefs/api.ts'
import { partnershipsApi } from '../partnerships/api.ts'
import { matchesApi } from '../matches/api.ts'
import { introductionsApi } from '../introductions/api.ts'
import { referralsApi } from '../referrals/api.ts'
import { coverApi } from '../cover/api.ts'
import { homeApi } from '../home/index.ts'
import { teamsApi } from '../teams/api.ts'
import { outcomesApi } from '../outcomes/api.ts'
import { organisingApi } from '../organising/api.ts'
import { networksApi } from '../networks/api.ts'
import { organisationsApi } from '../organisations/api.ts'
import { peopleApi } from '../people/api.ts'
import { routes } from '../routes.ts'
import { bringingBackApi, registerApi, scopesAllow, tokensApi, webhooksApi } from '../upkeep/index.ts'
import { ApiPage, type ApiDocument } from './web/api-page.tsx'

const ABOUT = {
  openapi: '3.1.0',
  info: {
    title: 'Guildhall', version: '1', license: { name: 'AGPL-3.0-or-later' },
    description: 'Everything the pages can do. Send a token as "Authorization: Bearer ...". Unsafe requests may carry an Idempotency-Key: the same key has one effect and gets the same answer. What goes wrong comes back as application/problem+json (RFC 9457).',
  },
  security: [{ token: [] }],
}

/** The same actions as the pages, for programs: JSON in, JSON out, described by the schemas that check it. */
export function mountApi(app: Hono<WebEnv>): void {
  const api = new OpenAPIHono<WebEnv>({
    defaultHook: (result) => {
      if (!result.success) throw new Invalid(result.error.issues.map((issue) => ({ field: issue.path.join('.'), sentence: issue.message })))
    },
  })
  api.use(async (c, next) => {
    const { actor } = c.var.ctx
    if (c.req.path === `${routes.apiV1}/openapi.json`) return next()
    if (actor.by === 'nobody') throw new SignInFirst()
    if (actor.by === 'token' && !scopesAllow(actor.scopes ?? [], c.req.method)) throw new NotAllowed('This token may not do that.', 'Make one with the scope it needs, under Account, Tokens.')
    return next()
  })
  api.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' })
  peopleApi(api)
  organisationsApi(api)
  networksApi(api)
  answersApi(api)
  briefsApi(api)
  partnershipsApi(api)
  matchesApi(api)
  introductionsApi(api)
  referralsApi(api)
  coverApi(api)
  teamsApi(api)
  outcomesApi(api)
  organisingApi(api)
  homeApi(api)
  bringingBackApi(api)
  tokensApi(api)
  webhooksApi(api)
  registerApi(api)
  const document = () => api.getOpenAPI31Document({ ...ABOUT, servers: [{ url: routes.apiV1 }] })
  api.get('/openapi.json', (c) => c.json(document()))
  api.all('*', () => { throw new NotFound() })
  app.route(routes.apiV1, api)
  app.get(routes.api, (c) => show(c, { title: 'API', frame: c.var.ctx.actor.person ? 'app' : 'plain', width: 'work', body: <ApiPage document={document() as ApiDocument} /> })) // the parts the page shows
}

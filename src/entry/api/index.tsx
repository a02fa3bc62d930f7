import { OpenAPIHono } from '@hono/zod-openapi'
import type { Hono } from 'hono'
import { etag } from 'hono/etag'
import { answersApi } from '../../answers/api.ts'
import { briefsApi } from '../../briefs/api.ts'
import { coverApi } from '../../cover/api.ts'
import { homeApi } from '../../home/index.ts'
import { introductionsApi } from '../../introductions/api.ts'
import { Invalid, SignInFirst } from '../../kit/refusal.ts'
import { show, type WebEnv } from '../../kit/web/env.ts'
import { matchesApi } from '../../matches/api.ts'
import { networksApi } from '../../networks/api.ts'
import { organisationsApi } from '../../organisations/api.ts'
import { organisingApi } from '../../organising/api.ts'
import { outcomesApi } from '../../outcomes/api.ts'
import { partnershipsApi } from '../../partnerships/api.ts'
import { peopleApi } from '../../people/api.ts'
import { referralsApi } from '../../referrals/api.ts'
import { routes } from '../../routes.ts'
import { teamsApi } from '../../teams/api.ts'
import { assistantsApi, bringingBackApi, registerApi, tokensApi, webhooksApi } from '../../upkeep/index.ts'
import { ApiPage } from '../web/api-page.tsx'
import { documentOf } from './document.ts'
import { rightKey, rightMethod, rightScope, rightType, sameAnswer } from './doors.ts'

const ROOMS = [peopleApi, organisationsApi, networksApi, answersApi, briefsApi, partnershipsApi, matchesApi, introductionsApi, referralsApi, coverApi, teamsApi, outcomesApi, organisingApi, homeApi, bringingBackApi, tokensApi, webhooksApi, assistantsApi, registerApi]

type Api = { readonly api: OpenAPIHono<WebEnv>; document(): ReturnType<typeof documentOf> }
let made: Api | undefined

/** The same actions as the pages, for programs: JSON in, JSON out, described by the schemas that check it. */
export function mountApi(app: Hono<WebEnv>): void {
  const { api, document } = (made ??= makeApi()) // it holds nothing of a house, so that tests with many need it once
  app.route(routes.apiV1, api)
  app.get(routes.api, (c) => show(c, { title: 'API', frame: c.var.ctx.actor.person ? 'app' : 'plain', width: 'work', body: <ApiPage document={document()} wanted={c.req.query()} address={c.var.ctx.url(routes.apiV1)} /> }))
}

function makeApi(): Api {
  const api = new OpenAPIHono<WebEnv>({
    defaultHook: (result) => {
      if (!result.success) throw new Invalid(result.error.issues.map((issue) => ({ field: issue.path.join('.'), sentence: issue.message })))
    },
  })
  const open = `${routes.apiV1}/openapi.json`
  api.use(async (c, next) => {
    if (c.req.path !== open && c.var.ctx.actor.by === 'nobody') throw new SignInFirst()
    return next()
  })
  api.use(etag({ weak: true }))
  api.use(rightScope(open), rightKey(), rightType(() => document().paths), sameAnswer())
  for (const room of ROOMS) room(api)
  let kept: ReturnType<typeof documentOf> | undefined
  const document = () => (kept ??= documentOf(api))
  api.get('/openapi.json', (c) => c.json(document()))
  api.all('*', rightMethod(() => document().paths))
  return { api, document }
}

import pg from 'pg'
import { SIGN_IN } from './rows.ts'
import type { Answer, TestWeb } from '../testing.ts'
import type { Name, World } from '../testing/world.ts'
import { addressOf, type Caller, type Outcome, type Row } from './row.ts'

export const isApi = (route: string) => route.includes(' /api/v1')
export const isSafe = (route: string) => route.startsWith('GET ')

/** One request of the matrix. */
export async function ask(web: TestWeb, world: World, route: string, row: Row, caller: Caller): Promise<Answer> {
  const address = addressOf(route, row, world)
  const as = caller === 'nobody' || caller === 'reader' || caller === 'writer' ? undefined : world.people[caller as Name]
  const token = caller === 'reader' ? world.tokens.read.text : caller === 'writer' ? world.tokens.write.text : undefined
  const [method = ''] = route.split(' ')
  if (isApi(route)) return web.api(method, address, isSafe(route) ? undefined : row.send?.(world), { as, token })
  return isSafe(route) ? web.get(address, { as, token }) : web.post(address, row.send?.(world) ?? {}, { as, token })
}

export function outcomeOf({ status, location }: Answer): Outcome | `${number}` {
  if (status === 401) return 'in'
  if (status === 303) return location?.startsWith(`${SIGN_IN}?then=`) ? 'in' : 'go'
  if (status === 403) return 'no'
  return status < 300 ? 'ok' : `${status}`
}

/** Tables in which merely asking may leave a trace: when someone was seen, what was counted, which key was used. */
const TRACES = new Set(['limit_count', 'request_key', 'session', 'api_token', 'atlas_change', 'worth_a_look', 'worth_a_look_day'])

/** Everything there is, as one short word: the same word, the same house. */
export async function wholeHouse(client: pg.Client): Promise<string> {
  const { rows: tables } = await client.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public' order by 1`)
  const parts = tables.filter(({ name }) => !TRACES.has(name)).map(({ name }) => `(select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from "${name}" t)`)
  const { rows } = await client.query<{ all: string }>(`select md5(array_to_string(array[${parts.join(', ')}], '')) as all`)
  return rows[0]?.all ?? ''
}

/** Every address the web answers, by method; what is there for all methods are the doors every request passes. */
export function routesOf(app: TestWeb['app']): ReadonlySet<string> {
  return new Set(app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`))
}

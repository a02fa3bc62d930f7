import { SIGN_IN } from './rows.ts'
import type { Answer, TestWeb } from '../testing.ts'
import type { Name, World } from '../testing/world.ts'
import { addressOf, type Caller, type Outcome, type Row } from './row.ts'

export const isApi = (route: string) => route.includes(' /api/v1')
/** All but the document itself, and the messages of another protocol. */
export const isDocumented = (route: string) => isApi(route) && !/openapi\.json$|\/mcp$/.test(route)
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

/** Every address the web answers, by method; what is there for all methods are the doors every request passes. */
export function routesOf(app: TestWeb['app']): ReadonlySet<string> {
  return new Set(app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`))
}

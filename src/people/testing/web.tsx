import { Hono } from 'hono'
import { renderToStaticMarkup } from 'react-dom/server'
import { openCtx } from '../../kit/open-ctx.ts'
import { Refusal, TooMany } from '../../kit/refusal.ts'
import type { TestHouse } from '../../kit/testing/house.ts'
import type { Pages, WebEnv } from '../../kit/web/env.ts'
import { readSessionCookie } from '../cookie.ts'
import { actorOf } from './people.ts'

type Answer = { readonly status: number; readonly location: string | null; readonly body: string; readonly headers: Headers }

/** These pages alone, asked as a browser without script would: a jar of cookies, forms, and what stands on the page. */
export function openPages(house: TestHouse, mount: (pages: Pages) => void, userAgent = 'Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0') {
  const jar = new Map<string, string>()
  const app = new Hono<WebEnv>()
  app.use(async (c, next) => {
    const token = readSessionCookie(c.req.header('Cookie') ?? '', house.house.baseUrl())
    c.set('ctx', openCtx(house.house, { actor: token ? await actorOf(house, token) : { by: 'nobody' }, address: '192.0.2.7' }))
    c.set('present', async ({ body, title, status }) => c.html(`<title>${title}</title>${renderToStaticMarkup(<>{body}</>)}`, status ?? 200))
    await next()
  })
  app.onError((error, c) => {
    if (!(error instanceof Refusal)) throw error
    return c.text(`${error.kind}: ${error.sentence} ${error.next}`, error instanceof TooMany ? 429 : 400)
  })
  mount(app)

  async function ask(path: string, fields?: Record<string, string | readonly string[]>): Promise<Answer> {
    const body = fields && new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])))
    const headers = { Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '), 'User-Agent': userAgent }
    const answer = await app.request(path, { method: body ? 'POST' : 'GET', body, headers })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value) jar.set(name, value)
      else jar.delete(name)
    }
    return { status: answer.status, location: answer.headers.get('Location'), body: await answer.text(), headers: answer.headers }
  }
  return { get: (path: string) => ask(path), post: (path: string, fields: Record<string, string | readonly string[]> = {}) => ask(path, fields), jar }
}

/** The words of a page that must not differ, with what is random in every form taken out. */
export function sameWords(body: string): string {
  return body.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'key')
}

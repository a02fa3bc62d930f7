import type { Hono } from 'hono'
import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openDatabase } from '../kit/database/open.ts'
import type { Id } from '../kit/ids.ts'
import type { House } from '../kit/open-ctx.ts'
import { openTestHouse, type TestHouse } from '../kit/testing/house.ts'
import type { WebEnv } from '../kit/web/env.ts'
import { cookieFor, startSession } from '../people/index.ts'
import { routes } from '../routes.ts'
import { openWeb } from './web/app.tsx'
import { openMetrics } from './web/probes.ts'
import './rooms.ts'

/** What came back, with its text read. */
export type Answer = { readonly status: number; readonly headers: Headers; readonly location: string | null; readonly text: string; json(): unknown }

type Headed = { readonly headers?: Readonly<Record<string, string>> }
/** `as` is a person, signed in by a real session; nobody where it is absent. `key` is the form's hidden key or the API's header: fresh unless given, none where ''. */
export type Asking = Headed & { readonly as?: Id<'person'>; readonly token?: string; readonly key?: string }
export type Fields = Readonly<Record<string, string | readonly string[]>>

export type TestWeb = {
  readonly town: TestHouse
  readonly app: Hono<WebEnv>
  get(path: string, asking?: Asking): Promise<Answer>
  /** A form, sent from one of our own pages. */
  post(path: string, fields?: Fields, asking?: Asking): Promise<Answer>
  /** A program: JSON in, JSON out, below /api/v1. */
  api(method: string, path: string, json?: unknown, asking?: Asking): Promise<Answer>
  /** Any request at all, as it stands. */
  send(path: string, request: RequestInit): Promise<Answer>
  cookie(person: Id<'person'>): Promise<string>
  /** A second node on the same database, with connections of its own. */
  another(): TestWeb
  close(): Promise<void>
}

/** A test house and the whole web on it, asked through the router as a browser or a program would. */
export async function openTestWeb(environment: Record<string, string> = {}): Promise<TestWeb> {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-data-'))
  const town = await openTestHouse({ DATA_DIR: folder, ...environment })
  return webOn(town, town.house, () => town.close().finally(() => rmSync(folder, { recursive: true, force: true })))
}

/** The web on a house that is there already. */
export function webOn(town: TestHouse, house: House = town.house, tidy: () => Promise<void> = () => town.close()): TestWeb {
  const app = openWeb({
    house, development: false, client: emptyClient(), assets: { css: ['/assets/app.css'], js: ['/assets/app.js'] },
    probes: { isUp: () => true, ping: async () => void (await sql`select 1`.execute(house.db)), metrics: openMetrics(), metricsToken: house.settings.METRICS_TOKEN },
  })
  const cookies = new Map<string, Promise<string>>()
  const others: TestWeb[] = []

  const web: TestWeb = {
    town, app,
    cookie: (person) => {
      const known = cookies.get(person) ?? signIn(town, house.baseUrl(), person)
      cookies.set(person, known)
      return known
    },
    send: async (path, request) => answerOf(await app.request(path, request)),
    get: async (path, asking = {}) => web.send(path, { headers: await headersOf(asking) }),
    post: async (path, fields = {}, asking = {}) => {
      const key: Fields = asking.key === '' ? {} : { _key: asking.key ?? randomUUID() }
      return web.send(path, { method: 'POST', body: formOf({ ...fields, ...key }), headers: { 'Sec-Fetch-Site': 'same-origin', ...await headersOf(asking) } })
    },
    api: async (method, path, json, asking = {}) => {
      const key: Record<string, string> = asking.key ? { 'Idempotency-Key': asking.key } : {}
      const from: Record<string, string> = asking.token ? {} : { 'Sec-Fetch-Site': 'same-origin' }
      return web.send(path.startsWith('/api/') ? path : routes.apiV1 + path, {
        method, ...(json === undefined ? {} : { body: JSON.stringify(json) }), headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...key, ...from, ...await headersOf(asking) },
      })
    },
    another: () => {
      const opened = openDatabase({ ...town.app, max: 8 }, house.log)
      const other = webOn(town, { ...house, db: opened.db }, () => opened.close())
      others.push(other)
      return other
    },
    close: async () => {
      for (const other of others) await other.close()
      await tidy()
    },
  }
  return web

  async function headersOf({ as, token, headers }: Asking): Promise<Record<string, string>> {
    return { ...(as ? { Cookie: await web.cookie(as) } : {}), ...(token ? { Authorization: `Bearer ${token}` } : {}), ...headers }
  }
}

async function signIn(town: TestHouse, baseUrl: string, person: Id<'person'>): Promise<string> {
  const { token } = await town.ctx().transaction((tx) => startSession(tx, { person, how: 'password', device: 'Firefox on Windows' }))
  return cookieFor(baseUrl, '').keep(token).split(';')[0] ?? ''
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text()
  return { status: response.status, headers: response.headers, location: response.headers.get('Location'), text, json: () => JSON.parse(text) as unknown }
}

export function formOf(fields: Fields): URLSearchParams {
  return new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])))
}

let folder: string | undefined

/** Where built files would be: one of each, so that no build is needed. */
export function emptyClient(): string {
  if (folder) return folder
  folder = mkdtempSync(join(tmpdir(), 'guildhall-client-'))
  mkdirSync(join(folder, 'assets'))
  for (const name of ['app.js', 'app.css']) writeFileSync(join(folder, 'assets', name), '/* built elsewhere */')
  return folder
}

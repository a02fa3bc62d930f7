import { serve } from '@hono/node-server'
import { sql } from 'kysely'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { openLog } from '../kit/log.ts'
import type { House } from '../kit/open-ctx.ts'
import type { Settings } from '../kit/settings.ts'
import { readAssets } from '../ui/index.ts'
import { openOwnOrYours, type OpenDatabase } from './open-database.ts'
import { openHouse, type RunningHouse } from './open-house.ts'
import { prepareDatabase, projectFolder } from './prepare.ts'
import { openWeb } from './web/app.tsx'
import { openMetrics } from './web/probes.ts'
import { startWorker } from './worker.ts'

export type Started = { readonly address: string; readonly house: House; stop(): Promise<void> }

/** Starts everything, in order: database, its changes, the web, the background work. Stops in the other order. */
export async function start(settings: Settings, parts: { web: boolean } = { web: true }): Promise<Started> {
  const log = openLog(settings.LOG_LEVEL)
  const database = await openOwnOrYours(settings, log)
  const undo: (() => Promise<void>)[] = [() => database.stop()]
  const stop = async () => { for (const step of undo.toReversed()) await step() }
  try {
    await prepareDatabase(settings, database, log)
    const running = await openHouse(settings, database, log)
    undo.push(() => running.close())
    const { house } = running

    if (parts.web) undo.push(await openDoors(settings, database, running))
    if (settings.WORKER || !parts.web) {
      const worker = await startWorker(running)
      undo.push(() => worker.stop())
    }
    await running.boss // a queue that cannot start is said now, not when somebody sends work
    return { address: house.baseUrl(), house, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function openDoors(settings: Settings, database: OpenDatabase, running: RunningHouse): Promise<() => Promise<void>> {
  const { house } = running
  const client = join(projectFolder, 'dist/client')
  const app = openWeb({
    house, client, assets: readAssets(client), development: process.env.NODE_ENV === 'development',
    probes: { isUp: database.isUp, ping: async () => void (await sql`select 1`.execute(house.db)), metrics: openMetrics(), metricsToken: settings.METRICS_TOKEN },
  })
  const underWay = new Set<Promise<unknown>>()
  const web = await listen((request, env) => {
    const answer = Promise.resolve(app.fetch(request, env))
    underWay.add(answer)
    void answer.finally(() => underWay.delete(answer)).catch(() => undefined)
    return answer
  }, settings)
  if (!settings.BASE_URL) running.setBaseUrl(`http://localhost:${web.port}`)
  return async () => {
    await closeDoors(web.server)
    await Promise.allSettled(underWay) // those who left before their answer came, too: it is looked up to the end
  }
}

const PATIENCE_MS = 5_000

/** Whoever is being served is served; a connection that lingers after that is cut. */
function closeDoors(server: Server): Promise<void> {
  return new Promise((done) => {
    const cut = setTimeout(() => server.closeAllConnections(), PATIENCE_MS)
    server.close(() => { clearTimeout(cut); done() })
    server.closeIdleConnections()
  })
}

type Listening = { server: Server; port: number }

function listen(fetch: (request: Request, env?: object) => Promise<Response>, settings: Settings): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port: settings.PORT, hostname: settings.HOST }) as Server // without TLS options it is the plain kind
    server.once('listening', () => resolve({ server, port: (server.address() as AddressInfo).port })) // a TCP listener's address is of that shape
    server.once('error', reject)
  })
}

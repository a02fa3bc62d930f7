import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import { timingSafeEqual } from 'node:crypto'
import type { Context, Hono } from 'hono'
import type { WebEnv } from '../../kit/web/env.ts'

/** What watchers of the machine ask: is it alive, is it ready, how much does it do. */
export type Probes = {
  readonly isUp: () => boolean
  /** Asks the database one small thing; throws where it cannot answer. */
  readonly ping: () => Promise<void>
  readonly metrics: Metrics
  readonly metricsToken: string
}

export type Metrics = { readonly registry: Registry; readonly requests: Histogram<'method' | 'status'>; readonly faults: Counter; readonly waitingNews: Gauge }

export function openMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    requests: new Histogram({ name: 'guildhall_request_seconds', help: 'How long answers took.', labelNames: ['method', 'status'], buckets: [0.005, 0.01, 0.03, 0.06, 0.1, 0.3, 1, 5], registers: [registry] }),
    faults: new Counter({ name: 'guildhall_faults_total', help: 'Answers of 500.', registers: [registry] }),
    waitingNews: new Gauge({ name: 'guildhall_news_waiting', help: 'News not yet delivered.', registers: [registry] }),
  }
}

export function mountProbes(app: Hono<WebEnv>, probes: Probes, addressOf: (c: Context<WebEnv>) => string): void {
  app.use(async (c, next) => {
    const end = probes.metrics.requests.startTimer({ method: c.req.method })
    await next()
    end({ status: `${Math.floor(c.res.status / 100)}xx` })
    if (c.res.status === 500) probes.metrics.faults.inc()
  })
  app.get('/health/live', (c) => c.json({ live: true }))
  app.get('/health/ready', async (c) => {
    try {
      if (!probes.isUp()) throw new Error('down')
      await probes.ping()
      return c.json({ ready: true })
    } catch {
      return c.json({ ready: false, why: 'The database does not answer.' }, 503, { 'Retry-After': '3' })
    }
  })
  app.get('/metrics', async (c) => {
    if (!mayRead(c, probes.metricsToken, addressOf(c))) return c.notFound()
    return c.body(await probes.metrics.registry.metrics(), 200, { 'Content-Type': probes.metrics.registry.contentType })
  })
}

function mayRead(c: Context<WebEnv>, token: string, address: string): boolean {
  if (!token) return (address === '127.0.0.1' || address === '::1') && !c.req.header('X-Forwarded-For')
  const given = Buffer.from(/^Bearer (.+)$/.exec(c.req.header('Authorization') ?? '')?.[1] ?? '')
  const wanted = Buffer.from(token)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'

export type RunningHouse = { readonly address: string; readonly pid: number; readonly readyAfter: number; stop(): Promise<void> }

/** Starts the house as `npm start` does and waits for its first page. */
export async function openRunningHouse(folder: string): Promise<RunningHouse> {
  const port = await freePort()
  const address = `http://localhost:${port}`
  const started = performance.now()
  const child = spawn('node', ['bin/guildhall.cjs', 'start'], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'error' } })
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  for (;;) {
    if (child.exitCode !== null) throw new Error('The house did not open.')
    const page = await fetch(address).catch(() => undefined)
    if (page?.ok) break
    await new Promise((again) => setTimeout(again, 10))
  }
  const readyAfter = performance.now() - started
  return { address, pid: child.pid ?? 0, readyAfter, stop: async () => { child.kill('SIGTERM'); await gone } }
}

/** Goes through first run as a host would, and returns the cookie of the session. */
export async function startOwnNetwork(house: RunningHouse): Promise<{ cookie: string; slug: string }> {
  const form = new URLSearchParams({ name: 'Ada Bench', email: 'ada@bench.example', password: 'three plain words', network: 'Bench Makers', purpose: 'Being measured.' })
  const answer = await fetch(`${house.address}/welcome/mine`, { method: 'POST', body: form, redirect: 'manual', headers: { 'Sec-Fetch-Site': 'same-origin', 'User-Agent': 'bench' } })
  const cookie = (answer.headers.getSetCookie().find((one) => one.includes('guildhall=')) ?? '').split(';')[0] ?? ''
  const slug = /\/networks\/([^/]+)/.exec(answer.headers.get('location') ?? '')?.[1]
  if (!slug || !cookie) throw new Error(`First run answered ${answer.status}.`)
  return { cookie, slug }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as AddressInfo // a TCP listener's address is of that shape
      server.close(() => resolve(port))
    })
  })
}

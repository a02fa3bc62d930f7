import { spawn, type ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { startPostgres } from '../../src/kit/postgres/index.ts'
import { silentLog } from '../../src/kit/postgres/log.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** As nobody had set anything; a test runner leaves words of its own in the environment. */
const PLAIN = { NODE_ENV: 'production', BASE_URL: '', DATABASE_URL: '', SMTP_URL: '' }

/** The house as anyone would run it, in a process group of its own, so that all of it can be killed at once. */
export type RunningHouse = { readonly address: string; readonly opened: number; /** All it has printed and logged so far. */ said(): string; killAll(): Promise<void>; stop(): Promise<void> }

export async function startHouse(dataDir: string, environment: Record<string, string> = {}): Promise<RunningHouse> {
  const began = performance.now()
  const child = spawn(process.execPath, [join(root, 'bin/guildhall.cjs'), 'start'], {
    cwd: root, detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...PLAIN, DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'warn', ...environment },
  })
  const gone = new Promise<void>((done) => { child.once('exit', () => done()) })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => { said += piece.toString() })
  const address = await addressFrom(child)
  const signal = (which: NodeJS.Signals) => { try { process.kill(-(child.pid ?? 0), which) } catch { /* it has gone by itself */ } }
  return {
    address, opened: performance.now() - began, said: () => said,
    killAll: async () => { signal('SIGKILL'); await gone },
    stop: async () => { child.kill('SIGTERM'); await gone },
  }
}

function addressFrom(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = ''
    const listen = (piece: Buffer) => {
      said += piece.toString()
      const found = /open at (http\S+)/.exec(said)
      if (found?.[1]) done(found[1].replace('localhost', '127.0.0.1'))
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', (code) => fail(new Error(`The house did not open (${code}): ${said}`)))
  })
}

/** One command of `guildhall`, to its end. */
export function runCommand(words: readonly string[], environment: Record<string, string>): Promise<{ code: number | null; said: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(root, 'bin/guildhall.cjs'), ...words], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...PLAIN, LOG_LEVEL: 'warn', ...environment } })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => { said += piece.toString() })
    child.once('exit', (code) => done({ code, said }))
  })
}

export async function databasePid(dataDir: string): Promise<number> {
  const elsewhere = (await readFile(join(dataDir, 'database-folder'), 'utf8').catch(() => '')).trim()
  return Number((await readFile(join(elsewhere || join(dataDir, 'database'), 'postmaster.pid'), 'utf8')).split('\n')[0])
}

/** Looks at a folder nobody has open, with the owner's eyes. */
export async function lookInto<T>(dataDir: string, look: (client: pg.Client) => Promise<T>): Promise<T> {
  const postgres = await startPostgres({ dataDir, log: silentLog })
  const client = new pg.Client(postgres.connection('owner'))
  try {
    await client.connect()
    return await look(client)
  } finally {
    await client.end().catch(() => undefined)
    await postgres.stop()
  }
}

/** Tries until it is so. */
export async function until(isSo: () => Promise<boolean>, withinMs: number, what: string): Promise<number> {
  const began = performance.now()
  while (!(await isSo())) {
    if (performance.now() - began > withinMs) throw new Error(`${what} did not come to be within ${withinMs} ms.`)
    await pause(50)
  }
  return performance.now() - began
}

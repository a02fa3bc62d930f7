import { spawn, type ChildProcess } from 'node:child_process'
import { watch } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildIfNeeded } from './build.ts'

/** `npm run dev`: builds and restarts after each change. The parts of the look are at /ui. */
const root = fileURLToPath(new URL('..', import.meta.url))
let running: ChildProcess | undefined
let waiting: NodeJS.Timeout | undefined
let busy = Promise.resolve()

const restart = () => { busy = busy.then(again).catch((error: unknown) => { process.stderr.write(`${String(error)}\n`) }) }
for (const folder of ['src', 'engine', 'town', 'db/migrations']) {
  watch(root + folder, { recursive: true }, (_event, file) => {
    if (file?.endsWith('.test.ts') || file?.endsWith('.test.tsx')) return
    clearTimeout(waiting)
    waiting = setTimeout(restart, 150) // an editor saves in several steps
  })
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => { void stop().then(() => process.exit(0)) })
restart()

async function again(): Promise<void> {
  await buildIfNeeded()
  await stop()
  running = spawn(process.execPath, [`${root}dist/server/main.js`, 'start'], { stdio: 'inherit', env: { ...process.env, NODE_ENV: 'development' } })
}

async function stop(): Promise<void> {
  const child = running
  if (!child || child.exitCode !== null) return
  const gone = new Promise((done) => child.once('exit', done))
  child.kill('SIGTERM')
  await gone
}

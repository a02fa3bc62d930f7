import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isBuilt, sourcesIn, touchedIn } from '../bin/sources.cjs'

const root = fileURLToPath(new URL('..', import.meta.url))
/** A slow machine is no fault of whoever starts the house. */
const QUIETLY = { pluginTimings: false } as const
/** From which words the last build was made, and how they lay here: the second is quicker to ask, the first is never wrong. */
const STAMP = `${root}dist/.stamp`
const TOUCHED = `${root}dist/.touched`

/** Builds what browsers and the server run, unless what is there was made from these very sources. */
export async function buildIfNeeded(): Promise<void> {
  if (isBuilt(root)) return
  const touched = touchedIn(root) // before the words are read: what changes meanwhile is looked at again next time
  const sources = fingerprint()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return noteTouched(touched)
  process.stderr.write('Getting ready, once after each change: half a minute, more on a slow machine ...\n')
  await build(sources, touched)
}

/** Whoever runs it may not be who built it: where nothing can be written, each start reads the words. */
function noteTouched(touched: string): void {
  try {
    writeFileSync(TOUCHED, touched)
  } catch {
    // as above
  }
}

/** Packages of many small files, each of which costs a start half a millisecond to find. */
const BUNDLED = ['kysely', 'zod', 'hono', '@hono/zod-openapi', '@hono/node-server', '@asteasolutions/zod-to-openapi', 'openapi3-ts']

/** What is built is always what people run, whatever the caller's NODE_ENV says: in any other the parts of React do not fit together. */
async function asInProduction(work: () => Promise<void>): Promise<void> {
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    await work()
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
}

function build(sources: string, touched: string): Promise<void> {
  return asInProduction(() => buildBoth(sources, touched))
}

async function buildBoth(sources: string, touched: string): Promise<void> {
  const { build: viteBuild } = await import('vite')
  for (const mark of [STAMP, TOUCHED]) rmSync(mark, { force: true })
  const quiet = { root, logLevel: 'warn' } as const
  await viteBuild({ ...quiet, configFile: `${root}vite.config.ts` })
  await viteBuild({
    ...quiet, configFile: false, publicDir: false,
    ssr: { noExternal: ['@guildhall/engine', ...BUNDLED], external: ['vite'] },
    build: {
      ssr: true, outDir: 'dist/server', emptyOutDir: true, target: 'esnext', minify: false, sourcemap: true,
      rolldownOptions: { input: { main: `${root}src/entry/main.ts` }, output: { entryFileNames: '[name].js' }, checks: QUIETLY },
    },
  })
  for (const [mark, says] of [[STAMP, sources], [TOUCHED, touched]] as const) {
    writeFileSync(`${mark}.new`, says)
    renameSync(`${mark}.new`, mark)
  }
  readOnce()
}

/** The first command keeps what V8 makes of our files for all that follow. A house would not: it is stopped or killed before it gets to it. */
function readOnce(): void {
  spawnSync(process.execPath, [`${root}bin/guildhall.cjs`, '--version'], { stdio: 'ignore' })
}

/** A hash over every source and the lockfile. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const file of sourcesIn(root)) hash.update(file).update(readFileSync(root + file))
  return hash.digest('hex')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const touched = touchedIn(root)
  await build(fingerprint(), touched)
}

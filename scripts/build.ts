import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
/** A slow machine is no fault of whoever starts the house. */
const QUIETLY = { pluginTimings: false } as const
const STAMP = `${root}dist/.stamp`

/** Builds what browsers and the server run, unless what is there was made from these very sources. */
export async function buildIfNeeded(): Promise<void> {
  const sources = fingerprint()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return
  process.stderr.write('Getting ready, once after each change: half a minute, more on a slow machine ...\n')
  await build(sources)
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

function build(sources: string): Promise<void> {
  return asInProduction(() => buildBoth(sources))
}

async function buildBoth(sources: string): Promise<void> {
  const { build: viteBuild } = await import('vite')
  rmSync(STAMP, { force: true })
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
  writeFileSync(`${STAMP}.new`, sources)
  renameSync(`${STAMP}.new`, STAMP)
}

/** A hash over every source and the lockfile. Reading a few hundred small files is quicker than being wrong about times. */
function fingerprint(): string {
  const inside = (folder: string, wanted: RegExp) => readdirSync(root + folder, { recursive: true, encoding: 'utf8' }).filter((file) => wanted.test(file) && !/\.test\.tsx?$/.test(file)).map((file) => `${folder}/${file}`)
  const files = [...inside('src', /\.(ts|tsx|css|svg)$/), ...inside('engine', /\.ts$/), ...inside('town', /\.ts$/), 'scripts/build.ts', 'vite.config.ts', 'package-lock.json'].sort()
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update(readFileSync(root + file))
  return hash.digest('hex')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build(fingerprint())

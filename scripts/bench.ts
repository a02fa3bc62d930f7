import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { benchFind, benchHouse } from './bench/house.ts'

/**
 * `npm run bench`: every budget that has something to measure yet, in one run. The house first, while nothing else runs, then the
 * engine beside its peers. `npm run bench -- house`, `-- find` or `-- engine` runs one of them.
 */
const wanted = process.argv.slice(2)
const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
process.env.PATH = `${root}node_modules/.bin:${process.env.PATH ?? ''}`

if (wanted.length === 0 || wanted.includes('house')) await benchHouse()
if (wanted.length === 0 || wanted.includes('find')) await benchFind()
if (wanted.length === 0 || wanted.includes('engine')) {
  const { status } = spawnSync('node', ['--expose-gc', 'engine/bench/index.ts', ...wanted.filter((word) => word.startsWith('--'))], { stdio: 'inherit' })
  process.exitCode = status ?? 1
}

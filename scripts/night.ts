import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Every harness at its night size, one after the other: `npm run test:night`. `-- races` runs those whose name holds that word. Ends with 1 if any broke. */
const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
process.env.PATH = `${root}node_modules/.bin:${process.env.PATH ?? ''}`

const HARNESSES: readonly (readonly [name: string, ...command: string[]])[] = [
  ['killing the house, its database under load, backups by command', 'vitest', 'run', '--project', 'scripts', 'scripts/reliability'],
  ['killing the database and its keeper', 'node', 'scripts/reliability/kill-database.ts', '--rounds', '200'],
  ['control of that', 'node', 'scripts/reliability/kill-database.ts', '--rounds', '5', '--control'],
  ['a full disk', 'node', 'scripts/reliability/full-disk.ts'],
  ['races, cut connections, bad input, sight, origins', 'vitest', 'run', '--project', 'rooms', 'src/entry', '--testTimeout', '7200000'],
  ['the spine: news, records, links, backups', 'vitest', 'run', '--project', 'rooms', 'src/kit', '--testTimeout', '7200000'],
  ['every room on your own PostgreSQL, whole', 'node', 'scripts/test.ts', 'PostgreSQL'],
  ['every page in three views', 'vitest', 'run', '--project', 'journeys', 'journeys/pages-of', '--testTimeout', '7200000'],
  ['the walls of sight', 'vitest', 'run', '--project', 'rooms', 'src/networks', 'src/people', 'src/answers', 'src/briefs', 'src/partnerships', 'src/matches', 'src/introductions', 'src/referrals', 'src/cover', 'src/teams', 'src/outcomes', 'src/organising', '--testTimeout', '7200000'],
]

const wanted = process.argv.slice(2)
const broken: string[] = []
for (const [name, command = '', ...words] of HARNESSES.filter(([name]) => wanted.length === 0 || wanted.some((word) => name.includes(word)))) {
  const began = performance.now()
  process.stdout.write(`\n--- ${name}\n`)
  const code = await run(command, words)
  if (code !== 0) broken.push(name)
  process.stdout.write(`    ${name}: ${code === 0 ? 'held' : 'BROKEN'}, ${((performance.now() - began) / 60_000).toFixed(1)} min\n`)
}
process.stdout.write(broken.length === 0 ? '\nEverything held.\n' : `\nBroken: ${broken.join('; ')}\n`)
process.exitCode = broken.length === 0 ? 0 : 1

function run(command: string, words: readonly string[]): Promise<number> {
  return new Promise((done) => {
    const child = spawn(command, words, { stdio: 'inherit', env: { ...process.env, NIGHT: '1' } })
    child.on('error', () => done(1))
    child.on('exit', (code) => done(code ?? 1))
  })
}

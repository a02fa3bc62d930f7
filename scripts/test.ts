import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { has, installFromApt } from './apt.ts'

/** Every check there is, one after the other, with a line for each, and the sum at the end. `npm test -- rooms` runs the parts whose name holds that word. */
type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number }
type Part = { readonly name: string; readonly run: () => Promise<Counts> }

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
process.env.PATH = `${join(root, 'node_modules/.bin')}:${process.env.PATH ?? ''}`
const reports = mkdtempSync(join(tmpdir(), 'guildhall-reports-'))

/** What the tests of the rooms said to the first database; the second is asked whether it understands all of it. */
const statements = join(reports, 'statements.jsonl')
/** By day: the spine and the walls. What only pages and actions say to the database is prepared there, not run (decision 41). */
const ON_BOTH_BY_DAY = ['--exclude', 'src/entry/**', 'src/kit/', 'sight.test', 'walls.test', 'erasure.test', 'forget']

const check = (name: string, command: string, ...words: string[]): Part => ({
  name, run: async () => ((await run(command, words)) === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }),
})
const tests = (name: string, project: string, environment: Record<string, string> = {}): Part => ({ name, run: () => vitest(name, project, environment) })

const parts: readonly Part[] = [
  check('types', 'tsc', '-p', 'tsconfig.json'),
  check('types of the pure engine', 'tsc', '-p', 'engine/tsconfig.json'),
  check('lint', 'oxlint', '--type-aware', '--deny-warnings'),
  check('import rules', 'node', 'scripts/check-imports.ts'),
  check('dead code', 'knip'),
  check('table types are true to the schema', 'node', 'scripts/types.ts', '--check'),
  check('build', 'node', 'scripts/build.ts'),
  tests('town', 'town'),
  tests('scripts', 'scripts'),
  tests('engine', 'engine'),
  tests('rooms on the database that comes along', 'rooms', { GUILDHALL_STATEMENTS: statements }),
  { name: 'rooms on your own PostgreSQL', run: () => (hasOwnPostgres() ? vitest('rooms-system', 'rooms', { GUILDHALL_TEST_DATABASE: 'system', GUILDHALL_STATEMENTS: statements }, ['--exclude', '**/start-postgres.test.ts', ...(process.env.NIGHT ? [] : ON_BOTH_BY_DAY)]) : skip('This machine has no PostgreSQL of its own, 15 or newer; install postgresql to run the rooms on it too.')) },
  tests('journeys in Chromium', 'journeys'),
]

if (!has('pdftotext', '-v') && !installFromApt('poppler-utils')) process.stdout.write('There is no pdftotext here, so what a PDF says is not read again; install poppler-utils to do so.\n')

const wanted = process.argv.slice(2)
const chosen = parts.filter((part) => wanted.length === 0 || wanted.some((word) => part.name.includes(word)))
if (chosen.length === 0) {
  process.stdout.write(`No part of the run is called ${wanted.join(' or ')}. They are: ${parts.map((part) => part.name).join(', ')}.\nFor one file: npx vitest run --project rooms ${wanted[0] ?? ''}\n`)
  process.exit(2)
}
const sum = { passed: 0, failed: 0, skipped: 0 }
/** What went wrong or needed a second try, said once more at the end: what a machine keeps of a long run is often its last lines only. */
const remarks: string[] = []
for (const part of chosen) {
  const started = performance.now()
  process.stdout.write(`\n--- ${part.name}\n`)
  const counts = await part.run()
  for (const which of ['passed', 'failed', 'skipped'] as const) sum[which] += counts[which]
  if (counts.failed > 0 && !remarks.some((one) => one.startsWith(`${part.name}: `))) remarks.push(`${part.name}: failed`)
  process.stdout.write(`    ${part.name}: ${counts.passed} passed, ${counts.failed} failed, ${((performance.now() - started) / 1000).toFixed(1)} s\n`)
}
rmSync(reports, { recursive: true, force: true })
for (const remark of remarks) process.stdout.write(`\n! ${remark}\n`)
process.stdout.write(`\n${sum.passed} passed, ${sum.failed} failed${sum.skipped ? `, ${sum.skipped} skipped` : ''}\n`)
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0

function run(command: string, words: readonly string[], environment: Record<string, string> = {}): Promise<number> {
  return new Promise((done) => {
    const child = spawn(command, words, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...environment } })
    child.on('error', () => done(1))
    child.on('exit', (code) => done(code ?? 1))
  })
}

/** What we read of vitest's own report. */
type Report = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly testResults: readonly { readonly name: string; readonly status: string; readonly message: string; readonly assertionResults: readonly { readonly fullName: string; readonly status: string; readonly failureMessages: readonly string[] }[] }[]
}

function firstLines(text: string): string {
  return text.split('\n').slice(0, 12).map((line) => line.slice(0, 300)).join('\n')
}

async function vitest(name: string, project: string, environment: Record<string, string>, more: readonly string[] = []): Promise<Counts> {
  const report = join(reports, `${name.replaceAll(/\W+/g, '-')}.json`)
  const code = await run('vitest', ['run', '--project', project, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, ...more], environment)
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 }
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
  for (const file of testResults) {
    if (file.status === 'failed' && file.assertionResults.length === 0) remarks.push(`${name}: ${file.name}: ${firstLines(file.message)}`)
    for (const test of file.assertionResults) {
      if (test.status === 'failed') remarks.push(`${name}: ${test.fullName}\n${firstLines(test.failureMessages.join('\n'))}`)
      else if (test.failureMessages.length > 0) remarks.push(`${name}: ${test.fullName} passed at the second try\n${firstLines(test.failureMessages.join('\n'))}`)
    }
  }
  return { passed: numPassedTests, failed: code === 0 ? numFailedTests : Math.max(numFailedTests, 1), skipped: numPendingTests } // a file that could not even be read counts as one
}

function hasOwnPostgres(): boolean {
  return ['/usr/lib/postgresql/18', '/usr/lib/postgresql/17', '/usr/lib/postgresql/16', '/usr/lib/postgresql/15'].some((folder) => existsSync(join(folder, 'bin/initdb')))
}

function skip(why: string): Promise<Counts> {
  process.stdout.write(`    ${why}\n`)
  return Promise.resolve({ passed: 0, failed: 0, skipped: 1 })
}

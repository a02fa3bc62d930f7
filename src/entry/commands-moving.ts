import { readFile, stat, writeFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { Command } from 'commander'
import { house as theHouse, type Ctx } from '../kit/ctx.ts'
import { openLog } from '../kit/log.ts'
import { openCtx } from '../kit/open-ctx.ts'
import { Refusal } from '../kit/refusal.ts'
import type { Settings } from '../kit/settings.ts'
import { LIMITS_AT_A_TERMINAL } from '../kit/tables/table.ts'
import { bringBackAtTerminal, exportTable, importAtTerminal, KINDS_OF_TABLES, type KindOfTable } from '../upkeep/index.ts'
import { openOwnOrYours } from './open-database.ts'
import { openHouse } from './open-house.ts'
import { prepareDatabase } from './prepare.ts'

type Say = (line: string) => void
type ImportOptions = { network: string; organiser?: string; leaveOut?: boolean; look?: boolean }

/** Tables in and out at a terminal, for whoever hosts the house. The answer goes to standard output, how far it is to standard error. */
export function addMovingCommands(program: Command, settings: () => Settings, say: Say): void {
  program.command('import').description('bring a table into a network: all rows or none').argument('<what>', KINDS_OF_TABLES.join(', '), kindOf).argument('<file>', 'CSV, .xlsx or vCard, up to 200,000 rows')
    .requiredOption('--network <slug>', 'the last part of the network’s address').option('--organiser <email>', 'the organiser in whose name it goes in; the first one otherwise')
    .option('--leave-out', 'leave out rows that cannot be taken, and say which').option('--look', 'say what would change, and change nothing')
    .action((what: KindOfTable, file: string, options: ImportOptions) => importCommand(settings(), what, file, options, say))
  program.command('export').description('write a network’s table as CSV, to be edited and brought back').argument('<what>', KINDS_OF_TABLES.join(', '), kindOf).argument('[file]', 'where to; standard output otherwise')
    .requiredOption('--network <slug>', 'the last part of the network’s address')
    .action((what: KindOfTable, file: string | undefined, options: { network: string }) => exportCommand(settings(), what, file, options.network, say))
  program.command('bring-back').description('bring everything of an organisation or a network back in: all of it or none').argument('<file>', 'the ZIP that “Take everything out” made, up to 100 MB')
    .requiredOption('--person <email>', 'in whose name it goes in; they become its first owner or organiser where it is new').option('--network <slug>', 'into this network of theirs').option('--anew', 'as one of its own, whatever came before').option('--look', 'say what would change, and change nothing')
    .action((file: string, options: BackOptions) => bringBackCommand(settings(), file, options, say))
}

type BackOptions = { person: string; network?: string; anew?: boolean; look?: boolean }

async function bringBackCommand(settings: Settings, file: string, { look, ...options }: BackOptions, say: Say): Promise<void> {
  const bytes = await readWhole(file)
  await withHouse(settings, async (ctx) => {
    const began = performance.now()
    const { said, sections } = await bringBackAtTerminal(ctx, { name: basename(file), bytes, ...options, dry: look }, (says) => process.stderr.write(`${says}\n`)).catch(withEachProblem)
    for (const { title, steps } of sections) for (const { does, about, because } of steps) if (does === 'left' || look) say(`${title}: ${about} (${does === 'left' ? 'left out' : does === 'same' ? 'the same' : does})${because ? `. ${because}` : ''}`)
    say(`${look ? 'Would be' : 'Taken in'}: ${said} ${seconds(began)} seconds.`)
  })
}

class UnknownTable extends Refusal {
  readonly kind = 'invalid'
  constructor(word: string) { super(`There is no table called “${word}”.`, `Say one of: ${KINDS_OF_TABLES.join(', ')}.`) }
}

class NoSuchFile extends Refusal {
  readonly kind = 'not-found'
  constructor(file: string) { super(`There is no file ${file}, or it cannot be read.`, 'Check the name.') }
}

class FileTooLarge extends Refusal {
  readonly kind = 'too-large'
  constructor() { super('This file is larger than 100 MB.', 'Split it. Nothing has been changed.') }
}

function kindOf(word: string): KindOfTable {
  const found = KINDS_OF_TABLES.find((kind) => kind === word)
  if (!found) throw new UnknownTable(word)
  return found
}

async function importCommand(settings: Settings, kind: KindOfTable, file: string, { network, organiser, leaveOut, look }: ImportOptions, say: Say): Promise<void> {
  const bytes = await readWhole(file)
  await withHouse(settings, async (ctx) => {
    const began = performance.now()
    const { counts, leftOut } = await importAtTerminal(ctx, { kind, slug: network, name: basename(file), bytes, organiser, leaveOut, dry: look }, progress()).catch(withEachProblem)
    for (const line of leftOut) say(`Left out: ${line}`)
    const kept = counts.kept > 0 ? `, ${number(counts.kept)} left as they are because their own people look after them` : ''
    say(`${look ? 'Would be' : 'Taken in'}: ${number(counts.new)} new, ${number(counts.changed)} changed, ${number(counts.same)} the same${kept}. ${seconds(began)} seconds.`)
  })
}

async function readWhole(file: string): Promise<Buffer> {
  const size = await stat(resolve(file)).catch(() => undefined)
  if (!size?.isFile()) throw new NoSuchFile(file)
  if (size.size > LIMITS_AT_A_TERMINAL.bytes) throw new FileTooLarge()
  return readFile(resolve(file))
}

/** At a terminal every row that is wrong gets a line. */
function withEachProblem(error: unknown): never {
  if (error instanceof Refusal) for (const { sentence } of error.problems) process.stderr.write(`${sentence}\n`)
  throw error
}

async function exportCommand(settings: Settings, kind: KindOfTable, file: string | undefined, slug: string, say: Say): Promise<void> {
  await withHouse(settings, async (ctx) => {
    const { csv, rows } = await exportTable(ctx, slug, kind)
    if (file === undefined) return void process.stdout.write(csv)
    await writeFile(resolve(file), csv, { mode: 0o600 })
    say(`${number(rows)} rows in ${file}.`)
  })
}

export async function withHouse(settings: Settings, use: (ctx: Ctx) => Promise<void>): Promise<void> {
  const log = openLog('silent')
  const database = await openOwnOrYours(settings, log)
  try {
    await prepareDatabase(settings, database, log)
    const running = await openHouse(settings, database, log)
    await use(openCtx(running.house, { actor: theHouse })).finally(() => running.close())
  } finally {
    await database.stop()
  }
}

const number = (count: number) => count.toLocaleString('en-GB')
const seconds = (began: number) => ((performance.now() - began) / 1000).toFixed(1)

/** One line that counts up where somebody watches; a line for each stage where it goes to a file. */
function progress(): (says: string, done: number, of: number) => void {
  let last = ''
  return (says, done, of) => {
    const line = of > 0 ? `${says}: ${number(done)} of ${number(of)}` : says
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}${says === 'Taking in' && done === of ? '\n' : ''}`)
    else if (says !== last || done === of || done % 10_000 === 0) process.stderr.write(`${line}\n`)
    last = says
  }
}

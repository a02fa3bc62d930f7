import { Command, CommanderError } from 'commander'
import type { House } from '../kit/open-ctx.ts'
import { readSettings, settingList, settingNames, settingShown, type Settings } from '../kit/settings.ts'
import { complain } from './complain.ts'
import { backupCommand, healthCommand, migrateCommand, restoreCommand } from './commands.ts'
import { addFileCommands, Ended } from './commands-files.ts'
import { addMcpCommand } from './commands-mcp.ts'
import { addMovingCommands } from './commands-moving.ts'
import { addRealCommand } from './commands-real.ts'
import { showTown } from './show-town.ts'
import { start, type Started } from './start.ts'
import { versionHere } from './tending.ts'

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** Runs one command and gives its exit code: 0 done, 1 it could not be done, 2 asked for wrongly, 3 a file that cannot be read. */
export async function runCommand(words: readonly string[]): Promise<number> {
  const program = describe()
  try {
    await program.parseAsync([...words], { from: 'user' })
    return 0
  } catch (error) {
    if (error instanceof Ended) return error.code
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    return complain(error)
  }
}

function describe(): Command {
  const { is: version } = versionHere()
  const program = new Command('guildhall')
    .description('Where independent businesses and charities find the partners who complete them.')
    .version(version, '-V, --version', 'say which version this is')
    .helpOption('-h, --help', 'say what can be done')
    .helpCommand('help [command]', 'say more about one command')
    .showHelpAfterError('"guildhall --help" lists what can be done.')
    .exitOverride()
  const settings = (): Settings => readSettings(process.env)

  program.command('start').description('start the house and say its address').action(() => keepRunning(settings()))
  program.command('worker').description('do only the background work, beside houses that share your own PostgreSQL').action(() => keepWorking(settings()))
  program.command('demo').description('start the example town in a folder of its own, ./data-demo').action(() => keepRunning(readSettings({ DATA_DIR: './data-demo', ...process.env }), showTown))
  program.command('migrate').description('bring the database up to this version, after a backup').action(() => migrateCommand(settings(), say))
  program.command('backup').description('write a backup and prove it by restoring it').argument('[file]', 'where to; the backups folder otherwise').action((file?: string) => backupCommand(settings(), file, say))
  program.command('restore').description('bring a backup into an empty house').argument('<file>', 'the backup').action((file: string) => restoreCommand(settings(), file, say))
  program.command('health').description('say whether everything is fine').action(() => healthCommand(settings(), say))
  addMovingCommands(program, settings, say)
  addFileCommands(program)
  addRealCommand(program, say)
  addMcpCommand(program)
  program.command('settings').description('list every setting, its value now and what it is for').action(() => {
    const now = settings()
    for (const name of settingNames) say(`${name}=${settingShown(now, name)}\n    ${settingList[name].says}`)
  })
  return program
}

/** Runs until asked to stop, then stops in order. A second signal stops at once. */
async function keepRunning(settings: Settings, first?: (house: House) => Promise<void>): Promise<void> {
  const started = await start(settings)
  await first?.(started.house)
  say(`Guildhall is open at ${started.address}`)
  await untilAskedToStop(started)
}

class NeedsYourOwn extends Error {
  readonly sentence = 'A worker of its own needs a database it can share. Set DATABASE_URL, and WORKER=no for the house that serves pages.'
}

async function keepWorking(settings: Settings): Promise<void> {
  if (!settings.DATABASE_URL) throw new NeedsYourOwn()
  const started = await start(settings, { web: false })
  say('Working in the background.')
  await untilAskedToStop(started)
}

async function untilAskedToStop(started: Started): Promise<void> {
  await new Promise<void>((done, fail) => {
    let stopping = false
    const stop = () => {
      if (stopping) process.exit(1)
      stopping = true
      started.stop().then(done, fail)
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  })
}

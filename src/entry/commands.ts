import { mkdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { verifyBackup } from '../kit/backup/index.ts'
import { openDatabase } from '../kit/database/open.ts'
import { openLog } from '../kit/log.ts'
import { Refusal } from '../kit/refusal.ts'
import type { Settings } from '../kit/settings.ts'
import { openOrJoin, openOwnOrYours, type OpenDatabase } from './open-database.ts'
import { prepareDatabase } from './prepare.ts'
import { makeBackup, restoreInto } from './tending.ts'

type Say = (line: string) => void

export async function migrateCommand(settings: Settings, say: Say): Promise<void> {
  await withDatabase(settings, async (database) => {
    const done = await prepareDatabase(settings, database, openLog('silent'))
    say(done.length === 0 ? 'The database is up to date.' : `Done: ${done.join(', ')}.`)
  })
}

export async function backupCommand(settings: Settings, file: string | undefined, say: Say): Promise<void> {
  const to = resolve(file ?? join(settings.DATA_DIR, 'backups', `${new Date().toISOString().replaceAll(/[:.]/g, '-')}.guildhall`))
  await withDatabase(settings, async (database) => {
    await mkdir(dirname(to), { recursive: true, mode: 0o700 })
    await makeBackup(database, to, settings.DATA_DIR)
    say(`The backup is ${to}. It was ${database.maker ? 'restored beside the real thing and compared' : 'read again and every byte checked'}.`)
  }, openOrJoin)
}

class HouseNotEmpty extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('People already live in this house, so nothing was restored over them.', 'Give an empty folder: DATA_DIR=./data-restored guildhall restore FILE') }
}

export async function restoreCommand(settings: Settings, file: string, say: Say): Promise<void> {
  await verifyBackup(resolve(file)) // before a database is made for what turns out to be no backup
  await withDatabase(settings, async (database) => {
    await prepareDatabase(settings, database, openLog('silent'))
    if (await livedIn(database)) throw new HouseNotEmpty()
    await restoreInto(database.owner, resolve(file), settings.DATA_DIR)
    say('Restored, and every row compared. "npm start" opens the house.')
  })
}

async function livedIn(database: OpenDatabase): Promise<boolean> {
  const opened = openDatabase({ ...database.owner, max: 1 }, openLog('silent'))
  try {
    return (await opened.db.selectFrom('person').select('id').limit(1).execute()).length > 0
  } finally {
    await opened.close()
  }
}

/** Asks the running house how it is. */
export async function healthCommand(settings: Settings, say: Say): Promise<void> {
  // eslint-disable-next-line no-restricted-globals -- our own house on this machine, not an outside address
  const answer = await fetch(`http://127.0.0.1:${settings.PORT}/health/ready`).catch(() => undefined)
  if (!answer) throw new Unwell(`Nothing answers on port ${settings.PORT}. Start it with "npm start".`)
  if (!answer.ok) throw new Unwell('The house is open but its database does not answer. Look at its log.')
  say('Open, and its database answers. Health, in the menu under your name, says more.')
}

class Unwell extends Error {
  readonly sentence: string
  constructor(sentence: string) {
    super(sentence)
    this.name = 'Unwell'
    this.sentence = sentence
  }
}

async function withDatabase(settings: Settings, use: (database: OpenDatabase) => Promise<void>, open = openOwnOrYours): Promise<void> {
  const database = await open(settings, openLog('silent'))
  try {
    await use(database)
  } finally {
    await database.stop()
  }
}

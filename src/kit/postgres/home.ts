import { createHash, randomBytes } from 'node:crypto'
import { chmod, lstat, mkdir, mkdtemp, readFile, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SHARED_HOME } from './binaries.ts'
import { FolderNotWritable, troubleFrom } from './errors.ts'
import type { Log } from './log.ts'
import type { Runner } from './run-as.ts'
import { writeDurably } from './secrets.ts'

/** Makes the data folder if it is absent and answers with its true name, so that two names of one folder are one. */
export async function openDataFolder(dataDir: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    return await realpath(dataDir)
  } catch (error) {
    if (/ENOTDIR|EEXIST|ENOENT/.test(String(error))) throw new FolderNotWritable(dataDir, error)
    throw troubleFrom('be given a folder', dataDir, String(error), error)
  }
}

export const clusterIn = (home: string) => join(home, 'database')

/** Where the cluster has been put; the data folder itself unless a note there says otherwise. */
export async function findHome(dataDir: string): Promise<string> {
  const elsewhere = await readFile(join(dataDir, 'database-folder'), 'utf8').catch(() => '')
  return elsewhere.trim() || dataDir
}

/**
 * The cluster belongs in the data folder. Only when whoever runs the database cannot get there, as below a home
 * closed to others, it goes where they can, and the data folder keeps a note of the place.
 */
export async function settleHome(dataDir: string, runner: Runner, log: Log): Promise<string> {
  const home = await findHome(dataDir)
  if (runner.reaches(home)) return home
  if (runner.way === 'user') await chmod(home, 0o711) // may be passed through, still not looked into
  if (runner.reaches(home)) return home
  if (await lstat(clusterIn(home)).catch(() => undefined)) throw new FolderNotWritable(clusterIn(home))
  const other = join(SHARED_HOME, createHash('sha256').update(`${dataDir}\n${randomBytes(8).toString('hex')}`).digest('hex').slice(0, 12))
  try {
    await mkdir(other, { recursive: true, mode: 0o711 })
    await chmod(SHARED_HOME, 0o711)
    await writeDurably(join(dataDir, 'database-folder'), `${other}\n`, 0o600)
  } catch (error) {
    throw troubleFrom('be placed where it can be reached', other, String(error), error)
  }
  log.warn(`The database cannot be kept below ${dataDir}, which is closed to the user it runs as, so it is kept in ${other}.`)
  return other
}

/** A socket's path is limited to 107 bytes on Linux and 103 on macOS. */
const LONGEST_SOCKET_PATH = process.platform === 'linux' ? 107 : 103
const fits = (folder: string) => Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= LONGEST_SOCKET_PATH

/** The private folder of the socket: beside the cluster, or, if that path is too long, a remembered one in the temp folder. */
export async function socketFolder(home: string, runner: Runner, memory = home): Promise<string> {
  const beside = join(home, 'socket')
  if (fits(beside)) return makePrivate(beside, runner)
  const note = join(memory, 'socket-folder')
  const kept = (await readFile(note, 'utf8').catch(() => '')).trim()
  if (kept && fits(kept) && (await isPrivate(kept))) return makePrivate(kept, runner)
  const made = await mkdtemp(join(fits(join(tmpdir(), 'guildhall-123456')) ? tmpdir() : '/tmp', 'guildhall-'))
  await writeDurably(note, `${made}\n`, 0o600)
  return makePrivate(made, runner)
}

async function makePrivate(folder: string, runner: Runner): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  await runner.own(folder)
  return folder
}

/** In a folder open to all, somebody else may have put something of that name there since. */
async function isPrivate(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined)
  return found !== undefined && found.isDirectory() && (found.mode & 0o077) === 0 && [process.getuid?.(), 0].includes(found.uid)
}

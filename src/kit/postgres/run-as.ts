import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { chown, lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { FolderNotOurs, NoWayToRun } from './errors.ts'

export type Way = 'direct' | 'namespace' | 'user'
export type Command = { file: string; args: string[]; uid?: number; gid?: number }

/** How a program that refuses to run as root is run by us. */
export type Runner = {
  readonly way: Way
  /** One plain line for the log. */
  readonly sentence: string
  wrap(file: string, args: readonly string[]): Command
  /** Makes everything below `path` belong to whoever the program runs as. */
  own(path: string): Promise<void>
  /** Can the program reach this path, given the folders above it? */
  reaches(path: string): boolean
}

/**
 * An ordinary user simply runs it. Root leaves a database that somebody else began to its owner. For its own, root
 * prefers a user namespace, because then files stay root's and a home closed to others is no obstacle; where the
 * system refuses namespaces, another account of the machine runs it.
 */
export async function chooseRunner(cluster: string, forced: string | undefined = process.env['GUILDHALL_POSTGRES_AS']): Promise<Runner> {
  if (process.getuid?.() !== 0) return direct()
  const owner = await ownerOf(cluster)
  if (!forced && owner && owner.uid !== 0) return asOtherUser(owner)
  if (forced !== 'user') {
    const namespace = inNamespace()
    if (namespace) return namespace
    if (forced === 'namespace') throw new NoWayToRun('This system does not allow user namespaces.')
  }
  return asOtherUser(otherAccount())
}

function direct(): Runner {
  const uid = process.getuid?.() ?? -1
  return {
    way: 'direct',
    sentence: 'The database runs as the same user as this program.',
    wrap: (file, args) => ({ file, args: [...args] }),
    async own(path) {
      if ((await lstat(path)).uid !== uid) throw new FolderNotOurs(path)
    },
    reaches: () => true,
  }
}

function inNamespace(): Runner | undefined {
  const account = otherAccount()
  if (!account) return undefined
  const mapping = ['--user', `--map-user=${account.uid}`, `--map-group=${account.gid}`]
  if (spawnSync('unshare', [...mapping, 'true'], { stdio: 'ignore' }).status !== 0) return undefined
  const wrap = (file: string, args: readonly string[]) => ({ file: 'unshare', args: [...mapping, file, ...args] })
  return {
    way: 'namespace',
    sentence: 'The database must not run as root, so it runs without any rights in a user namespace of its own.',
    wrap,
    own: (path) => chownTree(path, 0, 0),
    reaches: (path) => tryReaching(wrap, path),
  }
}

function asOtherUser(account: Account | undefined): Runner {
  if (!account) throw new NoWayToRun('The database refuses to run as root, and this machine has no other account.')
  const { uid, gid, name } = account
  const wrap = (file: string, args: readonly string[]) => ({ file, args: [...args], uid, gid })
  return {
    way: 'user',
    sentence: `The database must not run as root, so it runs as the user ${name}.`,
    wrap,
    own: (path) => chownTree(path, uid, gid),
    reaches: (path) => tryReaching(wrap, path),
  }
}

type Account = { name: string; uid: number; gid: number }

/** Asked of the one who will run it, because even root without its rights cannot enter a closed home of another. */
function tryReaching(wrap: Runner['wrap'], path: string): boolean {
  const { file, args, ...as } = wrap('/bin/sh', ['-c', 'test -x "$1"', 'sh', path])
  return spawnSync(file, args, { ...as, stdio: 'ignore', cwd: '/' }).status === 0
}

async function ownerOf(path: string): Promise<Account | undefined> {
  const found = await lstat(path).catch(() => undefined)
  return found && { uid: found.uid, gid: found.gid, name: accounts().find(({ uid }) => uid === found.uid)?.name ?? `number ${found.uid}` }
}

/** It must be an account the system knows by name: initdb looks its own user up. `nobody` owns nothing else. */
function otherAccount(): Account | undefined {
  const others = accounts().filter(({ name, uid, gid }) => name !== '' && uid > 0 && gid > 0)
  return others.find(({ name }) => name === 'nobody') ?? others.find(({ uid }) => uid >= 1000) ?? others[0]
}

function accounts(): Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
}

async function chownTree(path: string, uid: number, gid: number): Promise<void> {
  const top = await lstat(path)
  if (top.uid === uid && top.gid === gid) return // the top is changed last, so a half-done tree is done again
  if (top.isDirectory()) await Promise.all((await readdir(path)).map((name) => chownTree(join(path, name), uid, gid)))
  if (!top.isSymbolicLink()) await chown(path, uid, gid)
}

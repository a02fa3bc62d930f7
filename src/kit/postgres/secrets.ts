import { randomBytes } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export type Role = 'owner' | 'app' | 'superuser'
export type Passwords = Readonly<Record<Role, string>>

export const ROLE_NAMES: Readonly<Record<Role, string>> = { owner: 'guildhall_owner', app: 'guildhall_app', superuser: 'postgres' }

export const makePasswords = (): Passwords => ({ owner: makePassword(), app: makePassword(), superuser: makePassword() })

/** The passwords live beside the database, not in it. If their file is lost new ones are made, and later set by force. */
export async function keepPasswords(folder: string): Promise<Passwords> {
  const file = join(folder, 'database-passwords.json')
  const kept = await readFile(file, 'utf8').then(parse, (error) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (kept) return kept
  const made = makePasswords()
  await writeDurably(file, `${JSON.stringify(made, null, 2)}\n`, 0o600)
  return made
}

/** Either the old file or the new one is there after a crash, never half of one. */
export async function writeDurably(file: string, text: string, mode: number): Promise<void> {
  const half = `${file}.new`
  const handle = await open(half, 'w', mode)
  try {
    await handle.writeFile(text)
    await handle.chmod(mode)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(half, file)
  await syncFolder(dirname(file))
}

export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const makePassword = () => randomBytes(24).toString('base64url')

function parse(text: string): Passwords | undefined {
  try {
    const { owner, app, superuser } = JSON.parse(text)
    const whole = [owner, app, superuser].every((password) => typeof password === 'string' && password.length >= 16)
    return whole ? { owner, app, superuser } : undefined
  } catch {
    return undefined
  }
}

import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Secrets that must not be readable from the database or its backups. Losing them ends links that are under way, nothing else. */
export type Keys = {
  /** Makes one-time links. */
  readonly links: Buffer
  /** Seals short-lived cookies, such as the one that survives the trip to a sign-in provider. */
  readonly cookies: Buffer
}

export function randomKeys(): Keys {
  return { links: randomBytes(32), cookies: randomBytes(32) }
}

/** Reads the keys from the data folder, making those that are missing; readable by us alone. */
export function openKeys(dataDir: string): Keys {
  const folder = join(dataDir, 'keys')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return { links: openKey(join(folder, 'links.key')), cookies: openKey(join(folder, 'cookies.key')) }
}

function openKey(path: string): Buffer {
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  return Buffer.from(readFileSync(path, 'utf8').trim(), 'hex')
}

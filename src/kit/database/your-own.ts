import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Settings } from '../settings.ts'
import { codeOf } from './transaction.ts'

/** Something about your own PostgreSQL that only you can mend. */
export class DatabaseUnfit extends Error {
  readonly sentence: string
  constructor(sentence: string, cause?: unknown) {
    super(sentence, { cause })
    this.name = 'DatabaseUnfit'
    this.sentence = sentence
  }
}

export type TwoRoles = { readonly owner: pg.ClientConfig; readonly app: pg.ClientConfig }

const OLDEST = 150000

/**
 * Makes your own PostgreSQL ready: new enough, and with the everyday role, which owns nothing and cannot step around row-level
 * security. Where the owner may not create roles, says which lines to run.
 */
export async function prepareYourOwn(settings: Settings): Promise<TwoRoles> {
  const owner: pg.ClientConfig = { connectionString: settings.DATABASE_URL }
  const client = new pg.Client(owner)
  await client.connect().catch((error: unknown) => {
    throw new DatabaseUnfit(`The database at DATABASE_URL does not answer: ${error instanceof Error ? error.message : String(error)}.`, error)
  })
  try {
    const { rows } = await client.query<{ version: string; database: string }>(`select current_setting('server_version_num') as version, current_database() as database`)
    if (Number(rows[0]?.version) < OLDEST) throw new DatabaseUnfit('The database at DATABASE_URL is older than PostgreSQL 15. Please use 15 or newer.')
    if (settings.DATABASE_APP_URL) return { owner, app: { connectionString: settings.DATABASE_APP_URL } }
    const password = keptPassword(settings.DATABASE_URL, settings.DATA_DIR)
    await ensureAppRole(client, password, rows[0]?.database ?? '')
    const url = new URL(settings.DATABASE_URL)
    url.username = 'guildhall_app'
    url.password = password
    return { owner, app: { connectionString: url.href } }
  } finally {
    await client.end()
  }
}

async function ensureAppRole(client: pg.Client, password: string, database: string): Promise<void> {
  const { rowCount } = await client.query(`select from pg_roles where rolname = 'guildhall_app'`)
  const lines = [
    `${rowCount ? 'alter' : 'create'} role guildhall_app login nosuperuser nocreatedb nocreaterole nobypassrls password ${client.escapeLiteral(password)}`,
    `grant connect on database ${client.escapeIdentifier(database)} to guildhall_app`,
    `alter role guildhall_app set statement_timeout = '5s'`,
    `alter role guildhall_app set idle_in_transaction_session_timeout = '10s'`,
    `alter role guildhall_app set lock_timeout = '2s'`,
  ]
  try {
    for (const line of lines) await client.query(line)
  } catch (error) {
    if (codeOf(error) !== '42501') throw error
    throw new DatabaseUnfit(`The owner at DATABASE_URL may not make the role guildhall_app. Run this as an administrator, then set DATABASE_APP_URL to that role's address:\n${
      lines.map((line) => `  ${line.replace(client.escapeLiteral(password), "'a password of yours'")};`).join('\n')}`, error)
  }
}

/** One password for each database, kept beside the other keys. */
function keptPassword(url: string, dataDir: string): string {
  const { host, pathname } = new URL(url)
  const folder = join(dataDir, 'keys')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `database-${`${host}${pathname}`.replaceAll(/[^A-Za-z0-9.-]+/g, '-')}.password`)
  if (!existsSync(path)) writeFileSync(path, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' })
  return readFileSync(path, 'utf8').trim()
}

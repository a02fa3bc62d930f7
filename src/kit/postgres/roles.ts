import pg from 'pg'
import type { Passwords, Role } from './secrets.ts'
import { ROLE_NAMES } from './secrets.ts'

export const DATABASE = 'guildhall'

export type Connect = (role: Role, database?: string) => pg.ClientConfig

export function connectBy(sockets: string, passwords: Passwords): Connect {
  return (role, database = DATABASE) => ({ host: sockets, port: 5432, user: ROLE_NAMES[role], password: passwords[role], database })
}

/** Makes sure of the two roles, their limits and the database, and changes nothing that is already so. */
export async function ensureRoles(connect: Connect, passwords: Passwords): Promise<void> {
  await withClient(connect('superuser', 'postgres'), async (client) => {
    const there = [...(await ensureRole(client, 'owner', passwords.owner, [])), ...(await ensureRole(client, 'app', passwords.app, APP_LIMITS))]
    const opened = await Promise.all(there.map((role) => opens(connect(role, 'postgres'))))
    for (const role of there.filter((_, place) => !opened[place])) await client.query(`alter role ${ROLE_NAMES[role]} password ${client.escapeLiteral(passwords[role])}`)
    await ensureDatabase(client)
  })
}

const APP_LIMITS = [['statement_timeout', '5s'], ['idle_in_transaction_session_timeout', '10s'], ['lock_timeout', '2s']] as const

/** The role, where it was there before, with a password that may be another. */
async function ensureRole(client: pg.Client, role: Role, password: string, limits: readonly (readonly [string, string])[]): Promise<readonly Role[]> {
  const name = ROLE_NAMES[role]
  const rights = 'login nosuperuser nocreatedb nocreaterole noreplication nobypassrls'
  const { rows } = await client.query<{ as_wished: boolean; config: string[] | null }>(
    `select rolcanlogin and not (rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls) as as_wished, rolconfig as config
       from pg_roles where rolname = $1`,
    [name],
  )
  const found = rows[0]
  if (!found) await client.query(`create role ${name} ${rights} password ${client.escapeLiteral(password)}`)
  else if (!found.as_wished) await client.query(`alter role ${name} ${rights}`)
  for (const [limit, value] of limits) {
    if (!found?.config?.includes(`${limit}=${value}`)) await client.query(`alter role ${name} set ${limit} = '${value}'`)
  }
  return found ? [role] : []
}

async function ensureDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE])
  if (rowCount === 0) await client.query(`create database ${DATABASE} owner ${ROLE_NAMES.owner}`)
  await client.query(`revoke all on database ${DATABASE} from public`)
  await client.query(`grant connect on database ${DATABASE} to ${ROLE_NAMES.app}`)
}

/** False only if the password is wrong; any other trouble is trouble. */
export async function opens(config: pg.ClientConfig): Promise<boolean> {
  try {
    await withClient(config, async () => {})
    return true
  } catch (error) {
    if (isWrongPassword(error)) return false
    throw error
  }
}

export const isWrongPassword = (error: unknown) => error instanceof Error && 'code' in error && error.code === WRONG_PASSWORD

const WRONG_PASSWORD = '28P01'

export async function withClient<Answer>(config: pg.ClientConfig, use: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client(config)
  client.on('error', () => {}) // the query under way reports it
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end().catch(() => {})
  }
}

import { sql, type Kysely } from 'kysely'
import type { DB } from '../../../db/types.ts'
import type { Actor } from '../ctx.ts'
import { isId } from '../ids.ts'

export type Mode = 'read' | 'write' | 'serializable'

/** Who asks, and at what moment: what has an end is judged by the same clock in the database as in the rules. */
export type Asker = { readonly actor: Actor; readonly now: Date }

const BEGIN: Record<Mode, string> = {
  read: 'begin isolation level repeatable read read only',
  write: 'begin',
  serializable: 'begin isolation level serializable',
}

/** Two transactions met and one must go again; PostgreSQL's own codes for serialization failure and deadlock. */
const AGAIN = new Set(['40001', '40P01'])
const TRIES = 5

/**
 * Runs `work` in one transaction under the actor's identity, which row-level security reads. Beginning and saying who asks
 * travel with the first statement (`send-together.ts`), so identity costs no round trip. A collision is tried again from the start, up to five times.
 */
export async function inTransaction<T>(db: Kysely<DB>, { actor, now }: Asker, mode: Mode, work: (db: Kysely<DB>) => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await once(db, { actor, now }, mode, work)
    } catch (error) {
      if (tried >= TRIES || !AGAIN.has(codeOf(error))) throw error
    }
  }
}

async function once<T>(db: Kysely<DB>, asker: Asker, mode: Mode, work: (db: Kysely<DB>) => Promise<T>): Promise<T> {
  return db.connection().execute(async (connection) => {
    await sql.raw(`${BEGIN[mode]}; ${identity(asker)}`).execute(connection)
    try {
      const result = await work(connection)
      await sql`commit`.execute(connection)
      return result
    } catch (error) {
      await sql`rollback`.execute(connection).catch(() => undefined) // a dead connection has already rolled back
      throw error
    }
  })
}

/** Says within a transaction who asks from here on. */
export async function setIdentity(db: Kysely<DB>, asker: Asker): Promise<void> {
  await sql.raw(identity(asker)).execute(db)
}

/** Literal settings, because `set local` takes no parameters; only well-formed ids get in, so nothing can be smuggled. */
function identity({ actor, now }: Asker): string {
  const set = (name: string, value: string) => `set local guildhall.${name} = '${value}'`
  const idOr = (id: string | undefined) => (isId(id) ? id : '')
  return [
    set('person', idOr(actor.person)),
    set('organisation', idOr(actor.organisation)),
    set('network', idOr(actor.network)),
    set('house', actor.by === 'house' ? 'yes' : ''),
    set('now', now.toISOString()),
  ].join('; ')
}

export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  return 'cause' in error ? codeOf(error.cause) : ''
}

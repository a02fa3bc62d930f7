import type { Kysely } from 'kysely'
import type { DB } from '../../../db/types.ts'

/** How an action puts work in the queue: inside its own transaction, so that work and cause stand or fall together. */
export type Queue = { send(db: Kysely<DB>, name: string, data: object): Promise<void> }

import type pg from 'pg'
import type { Log } from './log.ts'
import { DATABASE, withClient } from './roles.ts'
import type { Connect } from './roles.ts'

/**
 * Indexes of text are kept in the order of the ICU library that came with the server. A later one may order a few
 * words otherwise, and an index in yesterday's order misses rows that are there; so it is rebuilt then, and PostgreSQL
 * notes the new version. PostgreSQL itself only warns.
 */
export async function keepSortingTrue(connect: Connect, log: Log): Promise<void> {
  await withClient(connect('superuser', DATABASE), async (client) => {
    const collations = await outdatedCollations(client)
    const whole = await isOutdated(client)
    if (!whole && collations.length === 0) return
    log.info('The rules for sorting text came in a new version; the indexes are being rebuilt, which may take a while.')
    await client.query(`reindex database ${DATABASE}`)
    for (const collation of collations) await client.query(`alter collation ${collation} refresh version`)
    if (whole) await client.query(`alter database ${DATABASE} refresh collation version`)
  })
}

async function isOutdated(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query('select from pg_database where datname = current_database() and datcollversion <> pg_database_collation_actual_version(oid)')
  return rowCount === 1
}

/** All of them: an index may name any. */
async function outdatedCollations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.collname) as name from pg_collation c join pg_namespace n on n.oid = c.collnamespace
      where c.collversion <> pg_collation_actual_version(c.oid)`,
  )
  return rows.map(({ name }) => name)
}

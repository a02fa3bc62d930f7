import pg from 'pg'
import { inject } from 'vitest'
import { openTestCluster } from '../../kit/postgres/testing.ts'
import type { TestHouse } from '../../kit/testing/house.ts'

/**
 * Puts every row back as it was: cheaper than a database of its own for each request that changes something. Only tables that differ are
 * put back, past references and triggers, which a superuser may leave aside: what is put back was whole before.
 */
export async function openRewind({ owner }: TestHouse): Promise<{ client: pg.Client; rewind(): Promise<void>; close(): Promise<void> }> {
  const client = new pg.Client(openTestCluster(inject('cluster')).connection('superuser', String(owner.database)))
  await client.connect()
  const tables = await namesOf(client)
  await client.query('create schema kept')
  for (const name of tables) await client.query(`create table kept."${name}" as table public."${name}"`)
  const marks = tables.map((name) => `select '${name}' as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as mark from public."${name}" t`).join(' union all ')
  const look = async () => new Map((await client.query<{ name: string; mark: string }>(marks)).rows.map(({ name, mark }) => [name, mark]))
  const before = await look()
  return {
    client,
    rewind: async () => {
      const now = await look()
      const changed = tables.filter((name) => now.get(name) !== before.get(name))
      if (changed.length === 0) return
      const again = changed.flatMap((name) => [`delete from public."${name}"`, `insert into public."${name}" overriding system value select * from kept."${name}"`])
      await client.query(['begin', 'set local session_replication_role = replica', ...again, 'commit'].join('; '))
    },
    close: () => client.end(),
  }
}

async function namesOf(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(`select t.relname as name from pg_class t join pg_namespace n on n.oid = t.relnamespace where n.nspname = 'public' and t.relkind = 'r' and t.relname <> 'migration' order by 1`)
  return rows.map(({ name }) => name)
}

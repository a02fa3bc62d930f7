import pg from 'pg'
import { inject } from 'vitest'
import { openTestCluster } from '../../kit/postgres/testing.ts'
import type { TestHouse } from '../../kit/testing/house.ts'

/** Tables in which merely asking may leave a trace: when someone was seen, what was counted, which key was used. */
const TRACES = new Set(['limit_count', 'request_key', 'session', 'api_token', 'atlas_change', 'worth_a_look', 'worth_a_look_day'])

export type Rewind = {
  readonly client: pg.Client
  /** The tables, traces apart, that no longer hold what they held: none, the same house. */
  changed(): Promise<readonly string[]>
  /** How often each table was written to since, traces apart, as one text: the same text, nothing was done in between. */
  writes(): Promise<string>
  /** Puts every row back as it was. */
  rewind(): Promise<void>
  close(): Promise<void>
}

/**
 * Cheaper than a database of its own for each request that changes something. A trigger on every table notes that somebody wrote to it, so
 * that only those are compared; only those that differ are put back, past references and triggers, which a superuser may leave aside:
 * what is put back was whole before.
 */
export async function openRewind({ owner }: TestHouse): Promise<Rewind> {
  const client = new pg.Client(openTestCluster(inject('cluster')).connection('superuser', String(owner.database)))
  await client.connect()
  const tables = await namesOf(client)
  const columns = await columnsOf(client)
  await client.query('create schema kept')
  await client.query(NOTE_WRITES)
  for (const name of tables) {
    await client.query(`create table kept."${name}" as table public."${name}"`)
    for (const act of ['insert or update or delete', 'truncate']) await client.query(`create trigger "touched by ${act}" after ${act} on public."${name}" for each statement execute function kept.touch()`)
  }
  const look = async (names: readonly string[]) => {
    if (names.length === 0) return new Map<string, string>()
    const marks = names.map((name) => `select '${name}' as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as mark from public."${name}" t`)
    return new Map((await client.query<{ name: string; mark: string }>(marks.join(' union all '))).rows.map(({ name, mark }) => [name, mark]))
  }
  const before = await look(tables)
  let known = 0 // what was noted up to here is undone; emptying the notes would make every connection look all its plans through
  const touchedSince = async () => (await client.query<{ name: string; count: number; last: number }>('select name, count(*)::int as count, max(id)::int as last from kept.touched where id > $1 group by 1 order by 1', [known])).rows
  const differing = async (rows: readonly { name: string }[]) => {
    const touched = rows.map(({ name }) => name)
    const now = await look(touched)
    return touched.filter((name) => now.get(name) !== before.get(name))
  }
  return {
    client,
    changed: async () => (await differing(await touchedSince())).filter((name) => !TRACES.has(name)).sort(),
    writes: async () => (await touchedSince()).filter(({ name }) => !TRACES.has(name)).map(({ name, count }) => `${name} ${count}`).join(', '),
    rewind: async () => {
      const touched = await touchedSince()
      const again = (await differing(touched)).flatMap((name) => [`delete from public."${name}"`, `insert into public."${name}" (${columns.get(name) ?? ''}) overriding system value select ${columns.get(name) ?? ''} from kept."${name}"`])
      if (again.length > 0) await client.query(['begin', 'set local session_replication_role = replica', ...again, 'commit'].join('; '))
      known = Math.max(known, ...touched.map(({ last }) => last))
    },
    close: () => client.end(),
  }
}

const NOTE_WRITES = `
  create table kept.touched (id bigint generated always as identity primary key, name text not null);
  create function kept.touch() returns trigger language plpgsql security definer set search_path = kept as $$
  begin insert into kept.touched (name) values (tg_table_name); return null; end $$`

async function namesOf(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(`select t.relname as name from pg_class t join pg_namespace n on n.oid = t.relnamespace where n.nspname = 'public' and t.relkind = 'r' and t.relname <> 'migration' order by 1`)
  return rows.map(({ name }) => name)
}

/** All but those that PostgreSQL makes of the others. */
async function columnsOf(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string; columns: string }>(`select table_name as name, string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns from information_schema.columns
    where table_schema = 'public' and is_generated = 'NEVER' group by 1`)
  return new Map(rows.map(({ name, columns }) => [name, columns]))
}

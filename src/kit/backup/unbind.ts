import type pg from 'pg'
import { sqlName } from './inventory.ts'
import type { Table } from './inventory.ts'

/**
 * Takes away what stands between tables and rows in any order, and answers with the way to put it back: foreign
 * keys, which may go in circles, and triggers, which must not act twice on rows that have been through them. An
 * owner may do both without being superuser; adding a key again checks all rows at once, which is quicker than one
 * by one at the end. All inside the caller's transaction, so nobody ever sees the tables without them.
 */
export async function unbind(client: pg.ClientBase, schemas: readonly string[]): Promise<() => Promise<void>> {
  const keys = await client.query<Table & { key: string; definition: string; comment: string | null }>(
    `select n.nspname as schema, c.relname as name, quote_ident(k.conname) as key, pg_get_constraintdef(k.oid) as definition,
            quote_literal(obj_description(k.oid, 'pg_constraint')) as comment
       from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where k.contype = 'f' and k.conparentid = 0 and n.nspname = any ($1)
      order by 1, 2, 3`,
    [schemas],
  )
  const triggers = await client.query<Table & { trigger: string; enabled: string }>(
    `select n.nspname as schema, c.relname as name, quote_ident(t.tgname) as trigger, t.tgenabled as enabled
       from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where not t.tgisinternal and t.tgparentid = 0 and t.tgenabled <> 'D' and n.nspname = any ($1)`,
    [schemas],
  )
  for (const { key, ...table } of keys.rows) await client.query(`alter table ${sqlName(table)} drop constraint ${key}`)
  for (const { trigger, ...table } of triggers.rows) await client.query(`alter table ${sqlName(table)} disable trigger ${trigger}`)

  return async () => {
    for (const { key, definition, comment, ...table } of keys.rows) {
      await client.query(`alter table ${sqlName(table)} add constraint ${key} ${definition}`)
      if (comment) await client.query(`comment on constraint ${key} on ${sqlName(table)} is ${comment}`)
    }
    for (const { trigger, enabled, ...table } of triggers.rows) await client.query(`alter table ${sqlName(table)} ${ENABLE[enabled] ?? 'enable'} trigger ${trigger}`)
  }
}

const ENABLE: Readonly<Record<string, string>> = { O: 'enable', A: 'enable always', R: 'enable replica' }

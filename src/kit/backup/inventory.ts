import pg from 'pg'

export type Table = { readonly schema: string; readonly name: string; readonly columns: readonly string[] }

/** Every table with rows of its own, and its columns but for those the database works out itself. */
export async function listTables(client: pg.ClientBase, schemas: readonly string[]): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select n.nspname as schema, c.relname as name,
            coalesce((select json_agg(a.attname order by a.attnum) from pg_attribute a
                       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''), '[]') as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and c.relpersistence <> 't' and n.nspname = any ($1)
        and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
      order by 1, 2`,
    [schemas],
  )
  return rows
}

export type Sequence = { readonly schema: string; readonly name: string }

export async function listSequences(client: pg.ClientBase, schemas: readonly string[]): Promise<Sequence[]> {
  const { rows } = await client.query<Sequence>(
    `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'S' and c.relpersistence <> 't' and n.nspname = any ($1) order by 1, 2`,
    [schemas],
  )
  return rows
}

export const sqlName = ({ schema, name }: { schema: string; name: string }) => `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`

const sqlColumns = (table: Table) => (table.columns.length ? `(${table.columns.map(pg.escapeIdentifier).join(', ')})` : '')

export const copyOut = (table: Table) => `copy ${sqlName(table)} ${sqlColumns(table)} to stdout`
export const copyIn = (table: Table) => `copy ${sqlName(table)} ${sqlColumns(table)} from stdin`

/** The same row is written with the same bytes by every server, whatever its settings; and hidden rows are an error. */
export const PLAIN_TEXT = `
  set local client_encoding = 'UTF8'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local timezone = 'UTC'; set local extra_float_digits = 1; set local bytea_output = 'hex'; set local xmloption = 'content';
  set local synchronize_seqscans = off; set local row_security = off;
  set local statement_timeout = 0; set local lock_timeout = 0; set local idle_in_transaction_session_timeout = 0`

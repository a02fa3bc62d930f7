import pg from 'pg'
import type { TestHouse } from '../../kit/testing/house.ts'

/** Puts every row back as it was: cheaper than a database of its own for each request that changes something. Few rows, so they are deleted; truncating makes files. */
export async function openRewind({ owner }: TestHouse): Promise<{ client: pg.Client; rewind(): Promise<void>; close(): Promise<void> }> {
  const client = new pg.Client(owner)
  await client.connect()
  const tables = await inOrder(client)
  await client.query('create schema kept')
  for (const name of tables) await client.query(`create table kept."${name}" as table public."${name}"`)
  const again = tables.map((name) => `insert into public."${name}" overriding system value select * from kept."${name}"`)
  const clear = tables.toReversed().map((name) => `delete from public."${name}"`)
  return {
    client,
    // What triggers wrote down of all this coming and going is put back last.
    rewind: async () => void (await client.query(['begin', ...clear, ...again, 'delete from atlas_change', 'insert into atlas_change overriding system value select * from kept.atlas_change', 'commit'].join('; '))),
    close: () => client.end(),
  }
}

/** Tables after those they refer to. */
async function inOrder(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; on: string[] }>(`
    select t.relname as name, array(select f.relname::text from pg_constraint c join pg_class f on f.oid = c.confrelid where c.conrelid = t.oid and c.contype = 'f' and f.oid <> t.oid) as on
    from pg_class t join pg_namespace n on n.oid = t.relnamespace where n.nspname = 'public' and t.relkind = 'r' and t.relname <> 'migration' order by 1`)
  const done: string[] = []
  while (done.length < rows.length) {
    const next = rows.filter(({ name, on }) => !done.includes(name) && on.every((one) => done.includes(one)))
    if (next.length === 0) throw new Error('These tables refer to each other in a circle.')
    done.push(...next.map(({ name }) => name))
  }
  return done
}

import pg from 'pg'

type Schema = { readonly schema: string; readonly grants: readonly string[] }

/** What an empty database has all the same: schemas, and who may use them. */
export async function emptyState(client: pg.ClientBase): Promise<readonly Schema[]> {
  const { rows } = await client.query<Schema>(
    `select quote_ident(n.nspname) as schema,
            coalesce((select json_agg(format('grant %s on schema %I to %s', a.privilege_type, n.nspname, coalesce(quote_ident(r.rolname), 'public')))
                        from aclexplode(n.nspacl) a left join pg_roles r on r.oid = a.grantee where a.grantee <> n.nspowner), '[]') as grants
       from pg_namespace n join pg_roles o on o.oid = n.nspowner where o.rolname = current_user`,
  )
  return rows
}

/**
 * It was empty, so all that the owner has there now was made by us and goes again, but for schemas that were there
 * before. On a connection of its own, since the other may be broken.
 */
export async function emptyAgain(connection: pg.ClientConfig, before: readonly Schema[]): Promise<void> {
  const client = new pg.Client(connection)
  client.on('error', () => {}) // the query under way reports it
  await client.connect()
  try {
    await client.query('begin')
    await client.query('drop owned by current_user cascade')
    for (const { schema, grants } of before) {
      await client.query(`create schema ${schema}`)
      for (const grant of grants) await client.query(grant)
    }
    await client.query('commit')
  } finally {
    await client.end()
  }
}

import type pg from 'pg'

/** How many plans a connection keeps. One takes PostgreSQL tens of kilobytes; a house in use asks a few hundred things again and again. */
export const MOST_PLANS = 400

/**
 * Lets PostgreSQL keep the plans of our queries, a connection at a time. Queries under row-level security are quick to run but slow
 * to plan (each table brings its policies along); naming them pays that once. What has not been asked for longest makes room for what is
 * new, so that a list of changing length does not stay in the way of a page that many open. A name is used for one text only: where
 * PostgreSQL cannot forget a statement just then, in a transaction that failed, it stays there under a name nobody says again.
 */
export function rememberPlans(client: pg.PoolClient): void {
  const { parsedStatements } = (client as unknown as { connection: { parsedStatements: Record<string, string> } }).connection // pg notes there what it has sent, untyped
  const names = new Map<string, string>() // the one used last is last
  let made = 0
  const plain = client.query.bind(client) as (...given: unknown[]) => unknown // pg overloads this in a dozen ways; all but one pass through

  const forgetOldest = () => {
    const [oldest] = names
    if (!oldest) return
    const [text, name] = oldest
    names.delete(text)
    const forgotten = plain(`deallocate ${name}`) as Promise<unknown>
    void forgotten.catch(() => undefined).then(() => delete parsedStatements[name])
  }
  const named = (text: string) => {
    const known = names.get(text)
    if (known) names.delete(text)
    else if (names.size >= MOST_PLANS) forgetOldest()
    const name = known ?? `q${(made += 1)}`
    names.set(text, name)
    return name
  }
  client.query = ((...given: unknown[]) => {
    const [text, values, ...more] = given
    return typeof text === 'string' && Array.isArray(values) && values.length > 0 ? plain({ name: named(text), text, values }, ...more) : plain(...given)
  }) as typeof client.query
}

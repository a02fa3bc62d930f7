import { createHash } from 'node:crypto'
import type pg from 'pg'

const MOST = 400

/**
 * Lets PostgreSQL keep the plans of our queries, a connection at a time. Queries under row-level security are quick to run but slow
 * to plan (each table brings its policies along), and there are only a few hundred different ones; naming them pays that once.
 * Texts beyond the first few hundred, such as lists of changing length, are planned each time as before.
 */
export function rememberPlans(client: pg.PoolClient): void {
  const names = new Map<string, string>()
  const plain = client.query.bind(client) as (...given: unknown[]) => unknown // pg overloads this in a dozen ways; all but one pass through
  const named = (text: string) => {
    const known = names.get(text)
    if (known || names.size >= MOST) return known
    const name = `q${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`
    names.set(text, name)
    return name
  }
  client.query = ((...given: unknown[]) => {
    const [text, values, ...more] = given
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? named(text) : undefined
    return name ? plain({ name, text, values }, ...more) : plain(...given)
  }) as typeof client.query
}

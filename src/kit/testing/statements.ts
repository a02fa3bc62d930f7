import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import type pg from 'pg'

/** Where a run of all tests keeps what the house said to its database, so that another PostgreSQL can be asked whether it understands it. */
const kept = process.env.GUILDHALL_STATEMENTS ?? ''
const reads = process.env.GUILDHALL_TEST_DATABASE === 'system'
const noted = new Set<string>()

/** Notes the text of every statement sent over this pool, without its values. */
export function noteStatements(pool: pg.Pool): void {
  if (!kept || reads) return
  pool.on('connect', (client) => {
    const plain = client.query.bind(client) as (...given: unknown[]) => unknown // pg overloads this in a dozen ways; all pass through
    client.query = ((...given: unknown[]) => {
      const [text] = given
      if (typeof text === 'string' && !noted.has(text)) {
        noted.add(text)
        appendFileSync(kept, `${JSON.stringify(text)}\n`)
      }
      return plain(...given)
    }) as typeof client.query
  })
}

/** Every statement noted so far that a database can prepare: all but those that steer a transaction. */
export function statementsNoted(): readonly string[] {
  if (!kept || !reads || !existsSync(kept)) return []
  const texts = readFileSync(kept, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as string)
  return [...new Set(texts)].filter((text) => /^\s*(with|select|insert|update|delete|merge|values)\b/i.test(text))
}

import { CompiledQuery, Kysely } from 'kysely'
import pg from 'pg'
import type { DB } from '../../../db/types.ts'
import type { Actor, Tx } from '../ctx.ts'
import { openDatabase } from '../database/open.ts'
import { Dialect } from '../database/dialect.ts'
import { openCtx } from '../open-ctx.ts'
import type { TestHouse } from './house.ts'

export type Looked = { readonly plans: string; /** Milliseconds, where SHOW_PLANS wants to know; never asserted on. */ readonly p50: number; readonly best: number }
export type Look = (actor: Actor, ask: (tx: Tx) => Promise<unknown>) => Promise<Looked>

/** Asks as a running house does, under row-level security and over one connection that remembers its plans, then has PostgreSQL explain the plans it kept. */
export function openLook(house: TestHouse): { look: Look; close(): Promise<void> } {
  const { pool, close } = openDatabase({ ...house.app, max: 1 }, house.house.log)
  const asked: CompiledQuery[] = []
  const db = new Kysely<DB>({ dialect: new Dialect({ pool }), log: ({ query }) => { if (/^\s*(select|with)/.test(query.sql)) asked.push(query) } })
  const look: Look = async (actor, ask) => {
    const ctx = openCtx({ ...house.house, db }, { actor })
    for (let warm = 0; warm < (process.env.SHOW_PLANS ? 50 : 2); warm += 1) await ctx.read(ask)
    const times: number[] = []
    for (let round = 0; round < (process.env.SHOW_PLANS ? 21 : 0); round += 1) {
      const before = performance.now()
      await ctx.read(ask)
      times.push(performance.now() - before)
    }
    asked.length = 0
    const plans = await ctx.read(async (tx) => {
      await ask(tx)
      const explained: string[] = []
      for (const query of asked.splice(0)) explained.push(await explain(tx, query))
      return explained.join('\n\n')
    })
    const sorted = times.toSorted((one, two) => one - two)
    return { plans, p50: sorted[10] ?? 0, best: sorted[0] ?? 0 }
  }
  return { look, close }
}

async function explain({ db }: Tx, { sql, parameters }: CompiledQuery): Promise<string> {
  const { rows: kept } = await db.executeQuery<{ name: string }>(CompiledQuery.raw('select name from pg_prepared_statements where statement = $1', [sql]))
  const what = kept[0] ? `execute "${kept[0].name}"(${parameters.map(literal).join(', ')})` : sql // without parameters it is planned anew each time
  const { rows } = await db.executeQuery<{ 'QUERY PLAN': string }>(CompiledQuery.raw(`explain (analyze, buffers off) ${what}`))
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

/** As text that PostgreSQL reads into whatever type the place is of. */
function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.map((one) => (one === null ? 'null' : JSON.stringify(`${one}`))).join(',')}}`)
  return pg.escapeLiteral(value instanceof Date ? value.toISOString() : `${value as string | number | boolean}`) // all that our queries are given
}

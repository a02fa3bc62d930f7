import { CompiledQuery, Kysely } from 'kysely'
import pg from 'pg'
import type { DB } from '../../../db/types.ts'
import type { Actor, Tx } from '../ctx.ts'
import { openDatabase } from '../database/open.ts'
import { Dialect } from '../database/dialect.ts'
import { openCtx } from '../open-ctx.ts'
import type { TestHouse } from './house.ts'

export type Looked = { readonly plans: string; /** Pages of eight kilobytes touched, over all statements. */ readonly buffers: number; /** Milliseconds, where SHOW_PLANS wants to know; never asserted on. */ readonly p50: number; readonly best: number }
export type Look = (actor: Actor, ask: (tx: Tx) => Promise<unknown>) => Promise<Looked>

/** Asks as a running house does, under row-level security and over one connection that remembers its plans, then has PostgreSQL explain the plans it kept. */
export function openLook(house: TestHouse): { look: Look; close(): Promise<void> } {
  const { pool, close } = openDatabase({ ...house.app, max: 1 }, house.house.log)
  const asked: CompiledQuery[] = []
  const db = new Kysely<DB>({ dialect: new Dialect({ pool }), log: ({ query }) => { if (/^\s*(select|with|set local guildhall)/.test(query.sql)) asked.push(query) } })
  const look: Look = async (actor, ask) => {
    const ctx = openCtx({ ...house.house, db }, { actor })
    for (let warm = 0; warm < (process.env.SHOW_PLANS ? 8 : 2); warm += 1) await ctx.read(ask)
    const times: number[] = []
    for (let round = 0; round < (process.env.SHOW_PLANS ? 5 : 0); round += 1) {
      const before = performance.now()
      await ctx.read(ask)
      times.push(performance.now() - before)
    }
    asked.length = 0
    const plans = await ctx.read(async (tx) => {
      await ask(tx)
      const explained: string[] = []
      for (const query of asked.splice(0)) {
        if (query.sql.startsWith('set')) await tx.db.executeQuery(query) // what was asked as the house is explained as the house
        else explained.push(await explain(tx, query))
      }
      return explained
    })
    const sorted = times.toSorted((one, two) => one - two)
    return { plans: plans.join('\n\n'), buffers: plans.reduce((sum, plan) => sum + buffersOf(plan), 0), p50: sorted[sorted.length >> 1] ?? 0, best: sorted[0] ?? 0 }
  }
  return { look, close }
}

async function explain({ db }: Tx, { sql, parameters }: CompiledQuery): Promise<string> {
  const { rows: kept } = await db.executeQuery<{ name: string }>(CompiledQuery.raw('select name from pg_prepared_statements where statement = $1', [sql]))
  const what = kept[0] ? `execute "${kept[0].name}"(${parameters.map(literal).join(', ')})` : sql // without parameters it is planned anew each time
  const { rows } = await db.executeQuery<{ 'QUERY PLAN': string }>(CompiledQuery.raw(`explain (analyze) ${what}`))
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

/** Of the whole statement: its first line of buffers counts all that is below. */
function buffersOf(plan: string): number {
  const line = /^ *Buffers: (shared .*)$/m.exec(plan)?.[1] ?? ''
  return [...line.matchAll(/(?:hit|read)=(\d+)/g)].reduce((sum, [, pages]) => sum + Number(pages), 0)
}

/** Those of these tables that a plan reads from one end to the other; what was never begun does not count. */
export function walkedThrough(plans: string, tables: readonly string[]): readonly string[] {
  return [...plans.matchAll(/Seq Scan on (\w+)(?!.*never executed)/g)].map(([, table = '']) => table).filter((table) => tables.includes(table))
}

/** How many rows of a table were looked at: those that passed and those that were turned away. */
export function rowsRead(plans: string, table: string): number {
  const scans = plans.matchAll(new RegExp(`Scan (?:using \\w+ )?on ${table}\\b.*?rows=([\\d.]+) loops=(\\d+)\\)((?:\\n(?!.*->).*)*)`, 'g'))
  return Math.round([...scans].reduce((sum, [, rows, loops, more]) => sum + (Number(rows) + Number(/Rows Removed by (?:Filter|Index Recheck): (\d+)/.exec(more ?? '')?.[1] ?? 0)) * Number(loops), 0))
}

/** As text that PostgreSQL reads into whatever type the place is of. */
function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.map((one) => (one === null ? 'null' : JSON.stringify(`${one}`))).join(',')}}`)
  return pg.escapeLiteral(value instanceof Date ? value.toISOString() : `${value as string | number | boolean}`) // all that our queries are given
}

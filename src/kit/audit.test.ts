import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { audit, checkChain } from './audit.ts'
import type { Tx } from './ctx.ts'
import { openDatabase } from './database/open.ts'
import { codeOf } from './database/transaction.ts'
import { openTestHouse, type TestHouse } from './testing/house.ts'

let town: TestHouse
let owner: pg.Client

beforeAll(async () => {
  town = await openTestHouse()
  owner = new pg.Client(town.owner)
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await town.close()
})

async function fill(chain: string, entries: number): Promise<void> {
  for (let number = 0; number < entries; number += 1) {
    await town.ctx().transaction((tx) => audit(tx, { chain, act: 'joined', subject: `organisation ${number}`, detail: { number, late: false, why: null } }))
  }
}

const state = (chain: string) => town.ctx().read((tx) => checkChain(tx, chain))

test('an untouched record is sound, however many wrote at once', async () => {
  await Promise.all([fill('at once', 5), fill('at once', 5), fill('at once', 5)])

  expect(await state('at once')).toEqual({ chain: 'at once', entries: 15, sound: true, firstBroken: undefined })
})

/** Each is a way to rewrite history with full rights to the database; every one must be noticed. */
const TAMPERINGS: readonly (readonly [string, string, number])[] = [
  ['another act', `update audit set act = 'left' where chain = $1 and number = 3`, 3],
  ['another time', `update audit set at = at + interval '1 millisecond' where chain = $1 and number = 3`, 3],
  ['another detail', `update audit set detail = detail || '{"late": true}' where chain = $1 and number = 3`, 3],
  ['another actor', `update audit set actor = '{"by": "house", "person": null}' where chain = $1 and number = 3`, 3],
  ['an entry taken out', `delete from audit where chain = $1 and number = 3`, 3],
  ['the last entry taken out', `delete from audit where chain = $1 and number = 6`, 6],
  ['two entries swapped', `update audit set number = case number when 3 then -4 when 4 then -3 end where chain = $1 and number in (3, 4); `, 3],
]

test.each(TAMPERINGS)('%s is noticed, and where', async (name, statement, broken) => {
  await fill(name, 6)

  await owner.query(statement, [name])
  await owner.query('update audit set number = -number where number < 0')

  expect(await state(name)).toMatchObject({ sound: false, firstBroken: broken })
})

test('the everyday role cannot rewrite a record at all', async () => {
  await fill('walled', 1)

  const rewriting = town.ctx().transaction((tx) => tx.db.updateTable('audit').set({ act: 'left' }).where('chain', '=', 'walled').execute())

  await expect(rewriting.catch((error: unknown) => codeOf(error))).resolves.toBe('42501')
})

test('of five hundred rewritings, whatever is changed in whichever entry, every one is noticed', async () => {
  await fill('long', 30)
  await owner.query(`create table untouched as select * from audit where chain = 'long'`)
  const { db, close } = openDatabase({ ...town.owner, max: 1 }, town.house.log)
  const reader = { db } as unknown as Tx // it only reads, and past every wall
  const columns = ['act', 'subject', 'at', 'actor', 'detail', 'number', 'hash'] as const
  const rewrite: Readonly<Record<(typeof columns)[number], string>> = {
    act: `act = act || 'x'`, subject: `subject = reverse(subject)`, at: `at = at - interval '1 second'`, actor: `actor = '{"by": "token", "person": null, "organisation": null}'`,
    detail: `detail = jsonb_set(detail, '{number}', '-7')`, number: `number = 1000`, hash: `hash = sha256(hash)`,
  }
  const times = process.env.NIGHT ? 10_000 : 500

  let noticed = 0
  for (let turn = 0; turn < times; turn += 1) {
    const column = columns[turn % columns.length] ?? 'act'
    await owner.query(`update audit set ${rewrite[column]} where chain = 'long' and number = $1`, [1 + (turn * 7) % 30])
    if (!(await checkChain(reader, 'long')).sound) noticed += 1
    await owner.query('begin; delete from audit where chain = $$long$$; insert into audit select * from untouched; commit')
  }

  expect(noticed).toBe(times)
  expect((await checkChain(reader, 'long')).sound, 'control: the same record, not rewritten, is sound').toBe(true)
  await close()
})

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asHouse, nobody, type Actor, type Tx } from '../ctx.ts'
import type { Id } from '../ids.ts'
import { openTestHouse, type TestHouse } from '../testing/house.ts'

let town: TestHouse
beforeAll(async () => { town = await openTestHouse() })
afterAll(() => town.close())

const priya: Actor = { by: 'session', person: '6d9f7c1e-1f2a-4b3c-8d4e-5f6a7b8c9d0e' as Id<'person'> }
const whoAsks = async (tx: Tx) => (await sql<{ person: string | null; house: boolean }>`select asking_person() as person, asking_house() as house`.execute(tx.db)).rows[0]

test('the database is told who asks, for this transaction only', async () => {
  expect(await town.ctx(priya).read(whoAsks)).toEqual({ person: priya.person, house: false })

  expect(await town.ctx(nobody).read(whoAsks)).toEqual({ person: null, house: false })
})

test('an id that is none cannot smuggle words into the question', async () => {
  const sly = { by: 'session', person: `x'; set local guildhall.house = 'yes` as Id<'person'> } as const

  expect(await town.ctx(sly).read(whoAsks)).toEqual({ person: null, house: false })
})

test('the house may act inside the same transaction, and afterwards it is the person again', async () => {
  await town.ctx(priya).transaction(async (tx) => {
    const inside = await asHouse(tx).read(whoAsks)
    expect(inside).toEqual({ person: priya.person, house: true })
    expect(await whoAsks(tx)).toEqual({ person: priya.person, house: false })

    await expect(asHouse(tx).transaction(async () => { throw new Error('the house stumbled') })).rejects.toThrow('stumbled')
    expect(await whoAsks(tx)).toEqual({ person: priya.person, house: false })
  })
})

test('what is written as the house inside a transaction goes with it when it is undone', async () => {
  const undone = town.ctx(priya).transaction(async (tx) => {
    await asHouse(tx).transaction((own) => own.db.insertInto('house_setting').values({ name: 'undone', value: '1', set_at: own.now }).execute())
    throw new Error('changed my mind')
  })
  await expect(undone).rejects.toThrow('changed my mind')

  expect(await town.ctx().read((tx) => tx.db.selectFrom('house_setting').select('name').where('name', '=', 'undone').execute())).toEqual([])
})

test('two that collide come out as one after the other', async () => {
  const count = (tx: Tx) => tx.db.selectFrom('house_setting').select((of) => of.fn.countAll<number>().as('many')).where('name', 'like', 'turn %').executeTakeFirstOrThrow()
  const take = () => town.ctx().transaction(async (tx) => {
    const { many } = await count(tx)
    await tx.db.insertInto('house_setting').values({ name: `turn ${many}`, value: '1', set_at: tx.now }).execute()
    return many
  }, { serializable: true })

  const taken = await Promise.all([take(), take(), take()])

  expect([...taken].sort((a, b) => a - b)).toEqual([0, 1, 2])
})

test('a reader who stumbles before asking anything leaves the line clean for whoever comes next', async () => {
  for (let turn = 0; turn < 10; turn += 1) { // more often than there are lines
    await expect(town.ctx(nobody).read(async () => { throw new Error('stumbled at once') })).rejects.toThrow('stumbled at once')
  }

  for (let turn = 0; turn < 10; turn += 1) {
    expect(await town.ctx(priya).read(whoAsks)).toEqual({ person: priya.person, house: false })
    expect(await town.ctx(priya).transaction(whoAsks)).toEqual({ person: priya.person, house: false })
  }
})

test('many who share few lines, reading, writing and stumbling, are each taken for themselves', async () => {
  const people = Array.from({ length: 12 }, (): Actor => ({ by: 'session', person: randomUUID() as Id<'person'> })) // fresh ids of that kind
  const wrong: string[] = []
  const turn = async (actor: Actor, at: number) => {
    const ctx = town.ctx(actor)
    const look = async (tx: Tx) => {
      for (let time = 0; time < 1 + (at % 3); time += 1) if ((await whoAsks(tx))?.person !== actor.person) wrong.push(`${at}: asked as somebody else`)
      if (at % 5 === 0) throw new Error('stumbled')
    }
    await (at % 2 === 0 ? ctx.read(look) : ctx.transaction(look)).catch((error: unknown) => { if (String(error) !== 'Error: stumbled') wrong.push(String(error)) })
    if (at % 7 === 0) await ctx.read(async () => { throw new Error('at once') }).catch(() => undefined)
  }

  await Promise.all(people.map(async (actor) => { for (let at = 0; at < 60; at += 1) await turn(actor, at) }))

  expect(wrong).toEqual([])
})

test('what was said to be done is done, and what failed half-way is not, whoever shares the line', async () => {
  const add = (name: string, fails: boolean) => town.ctx().transaction(async (tx) => {
    await tx.db.insertInto('house_setting').values({ name, value: '1', set_at: tx.now }).execute()
    if (fails) throw new Error('half-way')
  }).then(() => name, () => undefined)
  const told = (await Promise.all(Array.from({ length: 80 }, (_, at) => add(`kept ${at}`, at % 3 === 0)))).filter((name) => name !== undefined)

  const there = (await town.ctx().read((tx) => tx.db.selectFrom('house_setting').select('name').where('name', 'like', 'kept %').execute())).map(({ name }) => name)
  expect(there.toSorted()).toEqual(told.toSorted())
  expect(told).toHaveLength(53)
})

test('reading cannot write', async () => {
  const writing = town.ctx().read((tx) => tx.db.insertInto('house_setting').values({ name: 'sly', value: '1', set_at: tx.now }).execute())

  await expect(writing).rejects.toThrow('read-only')
})

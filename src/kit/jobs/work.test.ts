import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { Id } from '../ids.ts'
import { openTestHouse, type TestHouse } from '../testing/house.ts'
import { newPerson } from '../../networks/testing/cast.ts'
import { defineJob, type JobKind } from './define.ts'
import { openBoss, prepareQueue, queueIsReady, queueOn } from './queue.ts'
import { cancelWork, listWork, startWork, takePart } from './work.ts'

/** Lets a test hold a piece of work half-way. */
function gate() {
  let open = () => {}
  const passed = new Promise<void>((done) => { open = done })
  return { open, passed }
}

const middle = gate()
const counting = defineJob({
  name: 'test.count', input: z.strictObject({ to: z.number(), pause: z.boolean().optional() }), stages: ['Finding the fingers', 'Counting'],
  run: async (ctx, { to, pause }, progress) => {
    await progress.stage(1, to)
    for (let count = 1; count <= to; count += 1) {
      await progress.done(count)
      if (pause && count === 2) await middle.passed
    }
    return { said: `Counted to ${to} for ${ctx.actor.person ? 'somebody' : 'nobody'}.` }
  },
})
const failing = defineJob({ name: 'test.fail', input: z.strictObject({}), stages: ['Failing'], run: async () => { throw new Error('a secret detail') } })

let town: TestHouse
let priya: Id<'person'>
let stop: () => Promise<void>
beforeAll(async () => {
  town = await openTestHouse()
  priya = await newPerson(town, 'Priya')
  await prepareQueue(town.owner)
  const boss = openBoss(town.app, town.house.log)
  await boss.start()
  await takePart(boss, { ...town.house, queue: queueOn(boss) })
  stop = () => boss.stop({ graceful: false })
})
afterAll(async () => {
  await stop()
  await town.close()
})

const ask = <Input extends object>(work: JobKind<Input>, title: string, input: Input) => town.ctx({ by: 'session', person: priya }).transaction((tx) => startWork(tx, work, title, input))
const look = async (id: Id<'work'>) => (await listWork(town.ctx({ by: 'session', person: priya }))).find((one) => one.id === id)
const ended = (id: Id<'work'>) => expect.poll(async () => (await look(id))?.finished_at, { timeout: 20_000 }).toBeTruthy()

test('every kind of work has its queue, so an ordinary start makes none', async () => {
  expect(await queueIsReady(town.app)).toBe(true)
})

test('work that was asked for is done, in the name of whoever asked, and says how it went', async () => {
  const id = await ask(counting, 'Counting to five', { to: 5 })

  await ended(id)

  expect(await look(id)).toMatchObject({ title: 'Counting to five', stages: ['Finding the fingers', 'Counting'], stage: 1, done: 5, total: 5, said: 'Counted to 5 for somebody.', failed_at: null })
})

test('work whose cause was rolled back is never done', async () => {
  const undone = town.ctx({ by: 'session', person: priya }).transaction(async (tx) => {
    await startWork(tx, counting, 'Never', { to: 1 })
    throw new Error('changed my mind')
  })
  await expect(undone).rejects.toThrow('changed my mind')
  const after = await ask(counting, 'After', { to: 1 })
  await ended(after)

  expect((await listWork(town.ctx({ by: 'session', person: priya }))).map((one) => one.title)).not.toContain('Never')
})

test('Cancel stops work at its next step; only whoever asked can press it', async () => {
  const tom = await newPerson(town, 'Tom')
  const id = await ask(counting, 'A long count', { to: 1000, pause: true })
  await expect.poll(async () => (await look(id))?.done, { timeout: 20_000 }).toBe(2)

  await cancelWork(town.ctx({ by: 'session', person: tom }), id)
  expect((await look(id))?.cancel_asked_at).toBeNull()
  await cancelWork(town.ctx({ by: 'session', person: priya }), id)
  await cancelWork(town.ctx({ by: 'session', person: priya }), id)
  middle.open()
  await ended(id)

  expect(await look(id)).toMatchObject({ said: 'Stopped. Nothing was changed.', done: 3 })
  expect((await look(id))?.cancelled_at).not.toBeNull()
})

test('work that fails says so in a calm sentence that gives nothing away', async () => {
  const id = await ask(failing, 'Failing', {})

  await ended(id)

  expect((await look(id))?.said).toContain('did not work out')
  expect(JSON.stringify(await look(id))).not.toContain('secret detail')
})

test('nobody sees the work of others', async () => {
  const tom = await newPerson(town, 'Tomas')
  await ask(counting, 'Only mine', { to: 1 })

  expect(await listWork(town.ctx({ by: 'session', person: tom }))).toEqual([])
  expect(await town.ctx({ by: 'session', person: tom }).read((tx) => tx.db.selectFrom('work').selectAll().execute())).toEqual([])
})

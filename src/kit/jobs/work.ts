import type { PgBoss } from 'pg-boss'
import { house as theHouse, type Actor, type Ctx, type Tx } from '../ctx.ts'
import { newId, type Id } from '../ids.ts'
import { openCtx, type House } from '../open-ctx.ts'
import { allChores, allJobs, Cancelled, type JobKind, type Progress } from './define.ts'

/** Asks for work; it begins once this transaction has committed. Returns the id under which people can watch it. */
export async function startWork<Input extends object>(tx: Tx, kind: JobKind<Input>, title: string, input: Input): Promise<Id<'work'>> {
  const id = newId<'work'>()
  const { person, organisation, network } = tx.actor
  await tx.db.insertInto('work').values({ id, kind: kind.name, title, stages: [...kind.stages], person_id: person, organisation_id: organisation, network_id: network, asked_at: tx.now }).execute()
  await tx.queue.send(tx.db, kind.name, { work: id, input })
  return id
}

/** Asks running work to stop at its next step. Pressing twice is harmless. False where it is not this person's. */
export function cancelWork(ctx: Ctx, id: Id<'work'>): Promise<boolean> {
  return ctx.transaction(async (tx) => {
    const theirs = await tx.db.selectFrom('work').select('id').where('id', '=', id).where('person_id', '=', tx.actor.person ?? null).executeTakeFirst()
    if (theirs) await tx.db.updateTable('work').set({ cancel_asked_at: tx.now }).where('id', '=', id).where('finished_at', 'is', null).where('cancel_asked_at', 'is', null).execute()
    return !!theirs
  })
}

export async function listWork(ctx: Ctx, most = 20) {
  return ctx.read((tx) => tx.db.selectFrom('work').selectAll().where('person_id', '=', tx.actor.person ?? null).orderBy('asked_at', 'desc').orderBy('id').limit(most).execute())
}

/** Lets this process take part in the work: every kind of job, and the chores by the clock. The database tells of new work; looking is for when it could not. */
export async function takePart(boss: PgBoss, house: House): Promise<void> {
  for (const kind of allJobs()) {
    await boss.work<{ work: Id<'work'>; input: unknown }>(kind.name, { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 30 }, async ([job]) => {
      if (job) await runOne(house, kind, job.data.work, job.data.input)
    })
  }
  for (const chore of allChores()) {
    await boss.schedule(chore.name, chore.cron)
    await boss.work(chore.name, { pollingIntervalSeconds: 5, notifyPollingIntervalSeconds: 60 }, () => chore.run(openCtx(house, { actor: theHouse })))
  }
}

async function runOne(house: House, kind: JobKind<unknown>, id: Id<'work'>, input: unknown): Promise<void> {
  const books = openCtx(house, { actor: theHouse })
  const mark = (set: Parameters<typeof update>[2]) => books.transaction((tx) => update(tx, id, set))
  const row = await books.read((tx) => tx.db.selectFrom('work').selectAll().where('id', '=', id).executeTakeFirst())
  if (!row || row.finished_at || row.cancelled_at) return // delivered twice, or stopped before it began
  await mark({ started_at: house.clock() })
  const actor: Actor = { by: 'session', person: orNone(row.person_id), organisation: orNone(row.organisation_id), network: orNone(row.network_id) }
  try {
    const result = await kind.run(openCtx(house, { actor }), kind.input.parse(input), progressOf(books, id))
    await mark({ finished_at: house.clock(), said: result.said, link: result.link ?? null })
  } catch (error) {
    if (!(error instanceof Cancelled)) house.log.error({ err: error, work: id, kind: kind.name }, 'work failed')
    const { said, link } = await whatStands(openCtx(house, { actor }), kind, input)
    if (error instanceof Cancelled) return void (await mark({ cancelled_at: house.clock(), finished_at: house.clock(), said: `Stopped. ${said}`, link }))
    await mark({ failed_at: house.clock(), finished_at: house.clock(), said: `This did not work out. ${said} Try again, or tell whoever hosts this.`, link })
  }
}

async function whatStands(ctx: Ctx, kind: JobKind<unknown>, input: unknown) {
  return await kind.stands?.(ctx, kind.input.parse(input)).catch(() => ({ said: 'Look at what is there before you try again.', link: undefined })) ?? { said: 'Nothing was changed.', link: undefined }
}

function progressOf(books: Ctx, id: Id<'work'>): Progress {
  const stop = new AbortController()
  return {
    signal: stop.signal,
    stage: (number, total) => books.transaction((tx) => update(tx, id, { stage: number, done: 0, total: total ?? null })),
    done: async (count) => {
      const row = await books.transaction((tx) => tx.db.updateTable('work').set({ done: count }).where('id', '=', id).returning('cancel_asked_at').executeTakeFirst())
      if (!row?.cancel_asked_at) return
      stop.abort()
      throw new Cancelled()
    },
  }
}

type Marks = { started_at?: Date; finished_at?: Date; failed_at?: Date; cancelled_at?: Date; said?: string; link?: string | null; stage?: number; done?: number; total?: number | null }

async function update(tx: Tx, id: Id<'work'>, set: Marks): Promise<void> {
  await tx.db.updateTable('work').set(set).where('id', '=', id).execute()
}

function orNone<Of extends string>(id: string | null): Id<Of> | undefined {
  return (id as Id<Of> | null) ?? undefined // a column of that kind of id
}

import type { Selectable } from 'kysely'
import type { RegisterBrought } from '../../../db/types.ts'
import type { Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import type { StepDone } from './bring-in-register.ts'
import type { Brought, Found } from './brought.ts'
import { NoSuchRegister } from './errors.ts'

export async function saveBrought(tx: Tx, { id, person, folder, title, mostProjects, lookWork }: Pick<Brought, 'id' | 'person' | 'folder' | 'title' | 'mostProjects' | 'lookWork'>): Promise<void> {
  await tx.db.insertInto('register_brought').values({ id, person_id: person, folder, title, most_projects: mostProjects, look_work_id: lookWork, made_at: tx.now }).execute()
}

/** One that this person brought; `hold` keeps others from changing it meanwhile. */
export async function getBrought(tx: Tx, id: Id<'register'>, { hold = false } = {}): Promise<Brought> {
  const asked = tx.db.selectFrom('register_brought').selectAll().where('id', '=', id).where('person_id', '=', tx.actor.person ?? null)
  const row = await (hold ? asked.forUpdate() : asked).executeTakeFirst()
  if (!row) throw new NoSuchRegister()
  return fromRow(row)
}

export async function listBrought(tx: Tx, most = 50): Promise<readonly Brought[]> {
  const rows = await tx.db.selectFrom('register_brought').selectAll().where('person_id', '=', tx.actor.person ?? null).orderBy('made_at', 'desc').orderBy('id').limit(most).execute()
  return rows.map(fromRow)
}

export async function saveFound(tx: Tx, id: Id<'register'>, found: Found | undefined, refused: string | undefined): Promise<void> {
  await tx.db.updateTable('register_brought').set({ found: found && JSON.stringify(found), refused: refused ?? null }).where('id', '=', id).execute()
}

export async function markComingIn(tx: Tx, id: Id<'register'>, network: Id<'network'>, work: Id<'work'>): Promise<void> {
  await tx.db.updateTable('register_brought').set({ network_id: network, work_id: work }).where('id', '=', id).execute()
}

export async function saveSteps(tx: Tx, id: Id<'register'>, steps: readonly StepDone[]): Promise<void> {
  await tx.db.updateTable('register_brought').set({ steps: JSON.stringify(steps) }).where('id', '=', id).execute()
}

export async function markIn(tx: Tx, id: Id<'register'>): Promise<void> {
  await tx.db.updateTable('register_brought').set({ done_at: tx.now }).where('id', '=', id).execute()
}

export async function deleteBrought(tx: Tx, id: Id<'register'>): Promise<void> {
  await tx.db.deleteFrom('register_brought').where('id', '=', id).execute()
}

/** Whether any of these pieces of work is still under way. */
export async function isAtWork(tx: Tx, { work, lookWork }: Pick<Brought, 'work' | 'lookWork'>): Promise<boolean> {
  const id = work ?? lookWork
  return !!id && !!(await tx.db.selectFrom('work').select('id').where('id', '=', id).where('finished_at', 'is', null).executeTakeFirst())
}

function fromRow(row: Selectable<RegisterBrought>): Brought {
  return { // columns of those ids, and of what was written into them above
    id: row.id as Id<'register'>, person: row.person_id as Id<'person'>, folder: row.folder ?? undefined, title: row.title, mostProjects: row.most_projects ?? undefined, madeAt: row.made_at,
    lookWork: (row.look_work_id ?? undefined) as Id<'work'> | undefined, found: (row.found ?? undefined) as Found | undefined, refused: row.refused ?? undefined,
    network: (row.network_id ?? undefined) as Id<'network'> | undefined, work: (row.work_id ?? undefined) as Id<'work'> | undefined, steps: row.steps as unknown as readonly StepDone[], doneAt: row.done_at ?? undefined,
  }
}

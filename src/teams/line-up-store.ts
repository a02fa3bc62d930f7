import type { Tx } from '../kit/ctx.ts'
import { newId, type Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import type { Choices, Did, LineUp } from './line-up.ts'
import { ledByUs } from './scope.ts'
import type { Team } from './team.ts'

type TeamKey = Pick<Team, 'network' | 'id'>

/** The lead's line-ups, each with every step taken, the newest step first. */
export async function listLineUps(tx: Tx, { network, id }: TeamKey): Promise<readonly LineUp[]> {
  const rows = await tx.db.selectFrom('line_up as l').innerJoin('line_up_state as s', (join) => join.onRef('s.network_id', '=', 'l.network_id').onRef('s.team_id', '=', 'l.team_id').onRef('s.line_up_id', '=', 'l.id'))
    .where('l.network_id', '=', network).where('l.team_id', '=', id).where('l.removed_at', 'is', null).where(ledByUs(tx, 'l')).where(ledByUs(tx, 's'))
    .select(['l.id', 'l.name', 's.number', 's.choices', 's.did', 's.made_at']).orderBy('l.position').orderBy('l.id').orderBy('s.number', 'desc').execute()
  const byLine = Map.groupBy(rows, (row) => row.id)
  return [...byLine].flatMap(([line, steps]) => {
    const newest = steps[0]
    if (!newest) return []
    return [{
      id: line as Id<'line-up'>, name: newest.name, number: newest.number, choices: choicesOf(newest.choices),
      steps: steps.map((step) => ({ number: step.number, did: step.did as unknown as Did, at: step.made_at, choices: choicesOf(step.choices) })), // written by saveStep
    }]
  })
}

export async function getLineUp(tx: Tx, team: TeamKey, id: Id<'line-up'>): Promise<LineUp> {
  const found = (await listLineUps(tx, team)).find((one) => one.id === id)
  if (!found) throw new NotFound('There is no such line-up, or it is not shown to you.')
  return found
}

export async function saveLineUp(house: Tx, { network, id }: TeamKey, line: { name: string; position: number; choices: Choices; did: Did }): Promise<Id<'line-up'>> {
  const made = newId<'line-up'>()
  await house.db.insertInto('line_up').values({ network_id: network, team_id: id, id: made, name: line.name, position: line.position, made_at: house.now, made_by: house.actor.person ?? null }).execute()
  await saveStep(house, { network, id }, made, 1, line.choices, line.did)
  return made
}

export async function saveStep(house: Tx, { network, id }: TeamKey, line: Id<'line-up'>, number: number, choices: Choices, did: Did): Promise<void> {
  await house.db.insertInto('line_up_state').values({ network_id: network, team_id: id, line_up_id: line, number, choices: JSON.stringify(choices), did: JSON.stringify(did), made_at: house.now, made_by: house.actor.person ?? null }).execute()
}

export async function markLineUpRemoved(house: Tx, { network, id }: TeamKey, line: Id<'line-up'>, at: Date | null): Promise<void> {
  await house.db.updateTable('line_up').set({ removed_at: at }).where('network_id', '=', network).where('team_id', '=', id).where('id', '=', line).execute()
}

export async function isPutAway(house: Tx, { network, id }: TeamKey, line: Id<'line-up'>): Promise<boolean> {
  return (await house.db.selectFrom('line_up').select('id').where('network_id', '=', network).where('team_id', '=', id).where('id', '=', line).where('removed_at', 'is not', null).executeTakeFirst()) !== undefined
}

/** How many there ever were, removed ones too, so that no name is given twice. */
export async function namesOfLineUps(house: Tx, { network, id }: TeamKey): Promise<readonly string[]> {
  return (await house.db.selectFrom('line_up').select('name').where('network_id', '=', network).where('team_id', '=', id).execute()).map((row) => row.name)
}

/** Written by saveStep and by nothing else. */
const choicesOf = (column: unknown): Choices => column as Choices

import { z } from 'zod'
import type { Ctx } from '../kit/ctx.ts'
import { id as idField, parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { Invalid, NotFound } from '../kit/refusal.ts'
import { TooManyHere } from './errors.ts'
import { CHANGES, changed, MOST_LINE_UPS, nextName, sameChoices, startWith, type Change } from './line-up.ts'
import { getLineUp, isPutAway, listLineUps, markLineUpRemoved, namesOfLineUps, saveLineUp, saveStep } from './line-up-store.ts'
import { leading } from './stand-in.ts'
import { listOf } from './start-team.ts'
import { listParts } from './team-store.ts'

export const changeInput = z.strictObject({
  do: z.enum(CHANGES, 'Choose what to try.'),
  organisation: idField<'organisation'>('That organisation').optional(),
  part: idField<'team part'>('That part').optional(),
  members: listOf<'organisation'>('That organisation', 24),
})

/** One click: the choices after it are kept as a step of their own, whatever else was tried before. */
export function tryChange(ctx: Ctx, id: Id<'team'>, line: Id<'line-up'>, input: unknown): Promise<{ number: number }> {
  return leading(ctx, id, async (house, team) => {
    const change = changeFrom(parse(changeInput, input))
    const { choices, number } = await getLineUp(house, team, line)
    if ('part' in change && !(await listParts(house, team)).some((part) => part.id === change.part)) throw new NotFound()
    const after = changed(choices, change, team.lead)
    if (sameChoices(after, choices)) return { number }
    await saveStep(house, team, line, number + 1, after, { do: change.do, ...('organisation' in change && { organisation: change.organisation }), ...('part' in change && { part: change.part }) })
    return { number: number + 1 }
  })
}

/** Back to an earlier step, as one step more: nothing that was tried is lost. */
export function goBack(ctx: Ctx, id: Id<'team'>, line: Id<'line-up'>, to: number): Promise<{ number: number }> {
  return leading(ctx, id, async (house, team) => {
    const { steps, number, choices } = await getLineUp(house, team, line)
    const step = steps.find((one) => one.number === to)
    if (!step) throw new NotFound('There is no such step in this line-up.')
    if (sameChoices(step.choices, choices)) return { number }
    await saveStep(house, team, line, number + 1, step.choices, { do: 'back', number: to })
    return { number: number + 1 }
  })
}

/** One more line-up beside the others: a copy of one, or the lead alone. */
export function tryAnother(ctx: Ctx, id: Id<'team'>, from?: Id<'line-up'>): Promise<{ line: Id<'line-up'> }> {
  return leading(ctx, id, async (house, team) => {
    const lines = await listLineUps(house, team)
    if (lines.length >= MOST_LINE_UPS) throw new TooManyHere('line-ups', MOST_LINE_UPS)
    const copied = from && await getLineUp(house, team, from)
    const name = nextName(await namesOfLineUps(house, team))
    const line = await saveLineUp(house, team, { name, position: name.charCodeAt(0), choices: copied?.choices ?? startWith(team.lead), did: copied ? { do: 'copy', from: copied.name } : { do: 'start' } })
    return { line }
  })
}

export function removeLineUp(ctx: Ctx, id: Id<'team'>, line: Id<'line-up'>, back = false): Promise<void> {
  return leading(ctx, id, async (house, team) => {
    if (back && !(await isPutAway(house, team, line))) throw new NotFound('There is no such line-up.')
    if (!back) await getLineUp(house, team, line)
    if (!back && (await listLineUps(house, team)).length < 2) throw new Invalid([{ field: '', sentence: 'A team keeps at least one line-up.' }])
    await markLineUpRemoved(house, team, line, back ? null : house.now)
  })
}

function changeFrom(given: z.output<typeof changeInput>): Change {
  if (given.do === 'take') return { do: 'take', members: given.members }
  if (given.do === 'must' || given.do === 'should' || given.do === 'out' || given.do === 'in') {
    if (!given.part) throw new Invalid([{ field: 'part', sentence: 'Say which part.' }])
    return { do: given.do, part: given.part }
  }
  if (!given.organisation) throw new Invalid([{ field: 'organisation', sentence: 'Say which organisation.' }])
  return { do: given.do, organisation: given.organisation }
}

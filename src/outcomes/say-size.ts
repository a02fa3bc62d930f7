import { z } from 'zod'
import { asHouse, type Ctx } from '../kit/ctx.ts'
import { parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { ActForItFirst, getOrganisationToKeep } from '../organisations/index.ts'
import { timesBigger } from './note-outcome.ts'
import { getOutcome, saveSide } from './store.ts'
import { maySayOutcome } from './who-may.ts'

/** How many times bigger than our usual job it was. Ours alone; left empty it is forgotten. */
export function saySize(ctx: Ctx, id: Id<'outcome'>, input: unknown): Promise<void> {
  return ctx.transaction(async (tx) => {
    await getOutcome(tx, id)
    const us = tx.actor.organisation
    if (!us) throw new ActForItFirst('nobody')
    await getOrganisationToKeep(tx, us, maySayOutcome)
    const given = parse(z.strictObject({ timesBigger }), input)
    await asHouse(tx).transaction((house) => saveSide(house, id, us, { times_bigger: given.timesBigger ?? null }))
  })
}

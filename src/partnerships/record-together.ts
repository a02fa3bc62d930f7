import { withdrawAsk } from '../asks/index.ts'
import { asHouse, type Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { namesOfOrganisations } from '../organisations/index.ts'
import type { MomentKind } from './moment.ts'
import { saveMoment } from './moment-store.ts'
import { inOrder, laterOf, type Met, type Pair, type Stage } from './partnership.ts'
import { changeShared, changeSide, holdPair, listSides, savePartnership, saveSide } from './store.ts'

export type Together = {
  readonly between: readonly [Id<'organisation'>, Id<'organisation'>]
  readonly moment: {
    readonly kind: MomentKind
    /** A whole sentence that reads the same to both, without a third person's details. */
    readonly says: string
    /** Whose act it was; whoever gave, where something was given. */
    readonly by?: Id<'organisation'>
    /** The one thing it is about: told of again, it takes the place of what was told before. */
    readonly about?: string
    readonly subject?: Readonly<Record<string, string>>
    readonly at?: Date
    readonly href?: string
    /** Both stand by it: it vouches for the two, and ties them in the atlas. */
    readonly ties?: boolean
    /** It is known that work came of it; counted in give and take. */
    readonly cameOfIt?: boolean
  }
  readonly met?: Met
  /** How far it has grown at least, where both have said so by what they did. */
  readonly stage?: Stage
}

/**
 * What two did together, told by the rooms below. It brings the partnership into being where there is none, since both agreed by their
 * acts, wakes one that rests, and adds a moment to the timeline. Repeating it changes nothing.
 */
export function recordTogether(tx: Tx, { between, moment, met, stage }: Together): Promise<Id<'partnership'>> {
  return asHouse(tx).transaction(async (house) => {
    const at = moment.at ?? house.now
    const id = await together(house, inOrder(...between), { by: moment.by ?? between[0], at, met, stage })
    await saveMoment(house, id, { ...moment, at, tiesAt: moment.ties ? at : undefined, cameOfItAt: moment.cameOfIt ? at : undefined })
    await house.emit('partnership.changed', { partnership: id, between: inOrder(...between) })
    return id
  })
}

async function together(tx: Tx, between: Pair, { by, at, met, stage }: { by: Id<'organisation'>; at: Date; met?: Met; stage?: Stage }): Promise<Id<'partnership'>> {
  const noted = between.includes(by) ? by : between[0]
  await savePartnership(tx, { between, by: noted, at, agreedAt: at, stage: stage ?? 'met', met })
  const row = await holdPair(tx, ...between)
  if (!row) throw new Error('A pair that was just saved is not there.')
  const id = row.id as Id<'partnership'> // a column of partnership ids
  const names = await namesOfOrganisations(tx, between)
  const fresh = !row.agreed_at || (await listSides(tx, id)).length < 2
  for (const us of between) {
    const partner = between[us === between[0] ? 1 : 0]
    await saveSide(tx, { organisation: us, partnership: id, partner, called: names.get(partner) ?? 'A partner', stage: stage ?? (row.stage as Stage) })
  }
  await changeShared(tx, id, {
    agreed_at: row.agreed_at ?? at, stage: stage ? laterOf(row.stage as Stage, stage) : row.stage, // checked by the database
    ...(row.resting_since && at > row.resting_since ? { resting_since: null, resting_by: null } : {}),
    ...(row.ended_at && stage && at > row.ended_at ? { ended_at: null, ended_by: null } : {}), // both chose each other anew
    ...(met && !row.met_what ? { met_through: met.through ?? null, met_what: met.what ?? null, met_by: met.by ?? null, met_on: met.on ?? null } : {}),
  })
  for (const side of await listSides(tx, id)) {
    if (side.ask_id) await withdrawAsk(tx, side.ask_id as Id<'ask'>) // what was asked is answered by what they did
    await changeSide(tx, side.organisation_id as Id<'organisation'>, id, { ask_id: null, declined_at: null, ...(stage ? { said_stage: laterOf(side.said_stage as Stage, stage) } : {}) })
  }
  if (fresh) await tx.emit('partnership.agreed', { partnership: id, between })
  return id
}

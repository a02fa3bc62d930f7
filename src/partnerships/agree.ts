import { AlreadyAnswered, withdrawAsk } from '../asks/index.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { tell } from '../notices/index.ts'
import { namesOfOrganisations, type Sight } from '../organisations/index.ts'
import { saveMoment } from './moment-store.ts'
import { inOrder, STAGE_WORDS, type Stage } from './partnership.ts'
import { changeShared, changeSide, holdPartnership, listSides, saveSide } from './store.ts'

/** The second side says so too: from now on both see it. For the house, once they were asked. */
export async function agree(tx: Tx, id: Id<'partnership'>, { by, stage, shows }: { by: Id<'organisation'>; stage?: Stage; shows?: Sight }): Promise<void> {
  const row = await holdPartnership(tx, id)
  if (!row) return
  const between = inOrder(row.one_id as Id<'organisation'>, row.other_id as Id<'organisation'>) // columns of those ids
  const other = between[by === between[0] ? 1 : 0]
  const names = await namesOfOrganisations(tx, between)
  const said = stage ?? (row.stage as Stage) // checked by the database
  await saveSide(tx, { organisation: by, partnership: id, partner: other, called: names.get(other) ?? 'A partner', stage: said, shows })
  if (shows) await changeSide(tx, by, id, { shows, said_stage: said })
  await changeShared(tx, id, { agreed_at: row.agreed_at ?? tx.now, stage: said, ended_at: null, ended_by: null, resting_since: null, resting_by: null })
  for (const side of await listSides(tx, id)) {
    if (side.ask_id) await withdrawAsk(tx, side.ask_id as Id<'ask'>).catch(ignoreAnswered) // the one just answered is answered; another is settled by this
    await changeSide(tx, side.organisation_id as Id<'organisation'>, id, { ask_id: null, declined_at: null, ended_because: null, resting_because: null })
  }
  await saveMoment(tx, id, { kind: 'stage', says: row.ended_at ? 'You took up your partnership again.' : `You both said yes: ${STAGE_WORDS[said]}.`, by, at: tx.now, subject: { stage: said } })
  await tell(tx, { kind: 'partnerships.agreed', to: other, subject: { partnership: id, partner: by } })
  await tx.emit('partnership.agreed', { partnership: id, between })
}

function ignoreAnswered(error: unknown): void {
  if (!(error instanceof AlreadyAnswered)) throw error
}

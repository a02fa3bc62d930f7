import { z } from 'zod'
import { getAsk, listOpenAsksTo } from '../asks/index.ts'
import type { Ctx, Tx } from '../kit/ctx.ts'
import { parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { Invalid, NotFound } from '../kit/refusal.ts'
import { personOf } from '../organisations/index.ts'

export const snoozeInput = z.strictObject({ untilOn: z.iso.date('Until when is a date. Write it as 2027-03-02.') })
const MOST_DAYS = 90

/** Puts a turn off until a day, for this person alone. It still waits: whoever asked is not told, and its own end does not move. */
export function snooze(ctx: Ctx, ask: Id<'ask'>, input: unknown): Promise<void> {
  return ctx.transaction(async (tx) => {
    const { person } = tx.actor
    const found = await getAsk(tx, ask)
    if (!person || found.state.is !== 'open' || !(found.to.person === person || (!!tx.actor.organisation && found.to.organisation === tx.actor.organisation))) throw new NotFound()
    const { untilOn } = parse(snoozeInput, input)
    const until = new Date(`${untilOn}T00:00:00Z`)
    if (until <= tx.now) throw new Invalid([{ field: 'untilOn', sentence: 'Choose a day that is still to come.' }])
    if (until >= found.answerBy) throw new Invalid([{ field: 'untilOn', sentence: `The question goes away by itself on ${found.answerBy.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', timeZone: 'Europe/London' })}. Choose a day before that.` }])
    if (until.getTime() > tx.now.getTime() + MOST_DAYS * 86_400_000) throw new Invalid([{ field: 'untilOn', sentence: `${MOST_DAYS} days is the longest. Put it off again then, if you must.` }])
    await tx.db.insertInto('snooze').values({ person_id: person, ask_id: ask, until_on: untilOn, snoozed_at: tx.now })
      .onConflict((at) => at.columns(['person_id', 'ask_id']).doUpdateSet({ until_on: untilOn, snoozed_at: tx.now })).execute()
  })
}

/** Brings it back at once. Twice is harmless. */
export function endSnooze(ctx: Ctx, ask: Id<'ask'>): Promise<void> {
  return ctx.transaction(async (tx) => void await tx.db.deleteFrom('snooze').where('person_id', '=', tx.actor.person ?? null).where('ask_id', '=', ask).execute())
}

/** Until when this person has put things off, by ask; only what is still put off today. */
export async function listSnoozed(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.db.selectFrom('snooze').select(['ask_id', 'until_on']).where('person_id', '=', personOf(tx)).where('until_on', '>', tx.now.toISOString().slice(0, 10)).execute()
  return new Map(rows.map((row) => [row.ask_id, row.until_on]))
}

const MOST = 500

/** What waits on this person today, whoever has waited longest first, and what they have put off. */
export async function listTurns(tx: Tx) {
  const [open, snoozed] = await Promise.all([listOpenAsksTo(tx, MOST), listSnoozed(tx)])
  return { due: open.filter((ask) => !snoozed.has(ask.id)), later: open.flatMap((ask) => { const until = snoozed.get(ask.id); return until ? [{ ask, until }] : [] }) }
}

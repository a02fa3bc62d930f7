import { dayOf, BAND_WORDS } from '../answers/index.ts'
import type { Ctx } from '../kit/ctx.ts'
import { writeCsv } from '../kit/tables/write-csv.ts'
import { actingFor } from './acting.ts'
import { listReferrals, VIEWS, VIEW_WORDS, type Filter } from './pipeline.ts'
import { STATE_WORDS, thanksOf, type SeenReferral } from './referral.ts'

const HEAD = ['List', 'From', 'To', 'Who', 'What they need', 'How to reach them', 'Made on', 'Yes on', 'Accepted on', 'How it stands', 'Thanks', 'Value']
const AT_ONCE = 500

/** One view of the pipeline as a table, with what the asker may read on the page and nothing more. */
export function writeReferrals(ctx: Ctx, filter: Filter): Promise<string> {
  return ctx.read(async (tx) => {
    const us = await actingFor(tx, () => true)
    const rows: string[][] = []
    for (let page = 1; ; page += 1) {
      const { referrals } = await listReferrals(tx, us.id, { ...filter, page }, AT_ONCE)
      rows.push(...referrals.map((one) => lineOf(filter.view, one)))
      if (referrals.length < AT_ONCE) return writeCsv(HEAD, rows)
    }
  })
}

function lineOf(view: (typeof VIEWS)[number], one: SeenReferral): string[] {
  return [
    VIEW_WORDS[view], one.giver, one.receiver, one.reach?.name ?? one.shownAs ?? '', one.needs ?? '', one.reach?.reach ?? '', dayOf(one.madeAt), one.yes ? one.yes.on ?? dayOf(one.yes.at) : '',
    one.acceptedAt ? dayOf(one.acceptedAt) : '', STATE_WORDS[one.state.is], thanksOf(one) ?? '', one.value ? BAND_WORDS[one.value] : '',
  ]
}

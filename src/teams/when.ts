import { when } from '../kit/when.ts'

/** The brief has changed: its teams are told so on their page, and take over what is new when they choose to. */
when('brief.changed', 'teams: note that the brief has changed', async (tx, { news }) => {
  await tx.db.updateTable('team').set({ brief_changed_at: tx.now }).where('network_id', '=', news.network).where('brief_id', '=', news.brief).where('finished_at', 'is', null).where('ended_at', 'is', null).execute()
})

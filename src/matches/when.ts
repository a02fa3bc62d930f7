import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { defineChore } from '../kit/jobs/define.ts'
import { asHouse } from '../kit/ctx.ts'
import { when } from '../kit/when.ts'
import { forgetChanges } from './atlas/read-changes.ts'
import { noteToTell } from './tell-of-fits.ts'

/** Whoever can show more than before, or is new here, may be whom somebody posted a need for. */
const look = (tx: Tx, organisation: Id<'organisation'>) => noteToTell(tx, organisation)

when('member.joined', 'matches: see whose need a newcomer answers', (tx, { news }) => look(tx, news.organisation))
when('claim.changed', 'matches: see whose need a changed claim answers', (tx, { news }) => look(tx, news.organisation))
when('proof.confirmed', 'matches: see whose need a proven claim answers', (tx, { news }) => look(tx, news.organisation))
when('sight.changed', 'matches: see whose need somebody now seen answers', (tx, { news }) => look(tx, news.organisation))

defineChore({
  name: 'matches.forget-old', cron: '25 4 * * *',
  run: (ctx) => asHouse(ctx).transaction(forgetChanges),
})

import { when } from '../kit/when.ts'
import { audit } from '../kit/audit.ts'
import { sendMail } from '../kit/mail/send.ts'
import { listOwners } from '../organisations/index.ts'
import { findAccount } from '../people/index.ts'
import { findReason, markMemberLeft, networksToLeave, refreshCopies } from './member-store.ts'
import { withdrawGrantsOf } from './sight-store.ts'

when('organisation.changed', 'networks: keep the member lists true', async (tx, { news }) => refreshCopies(tx, news.organisation))

when('member.left', 'networks: tell a member why they were taken off', async (tx, { news: { network, organisation } }) => {
  const removed = await findReason(tx, network, organisation)
  if (!removed) return
  for (const person of await listOwners(tx, organisation)) {
    const account = await findAccount(tx, person)
    if (account) await sendMail(tx, {
      to: account.email, person, subject: `${removed.organisation} is no longer a member of ${removed.network}`,
      lines: [`An organiser took ${removed.organisation} off the member list of ${removed.network}. They wrote:`, `“${removed.because}”`, 'What you showed to its members is no longer shown to them. If this surprises you, write to an organiser you know.'],
    })
  }
})

when('organisation.closed', 'networks: let a closed organisation go', async (tx, { news: { organisation } }) => {
  await refreshCopies(tx, organisation)
  await withdrawGrantsOf(tx, organisation)
  for (const network of await networksToLeave(tx, organisation)) {
    await markMemberLeft(tx, network, organisation)
    await audit(tx, { chain: `network:${network}`, act: 'member.left', subject: organisation })
    await tx.emit('member.left', { network, organisation })
  }
})

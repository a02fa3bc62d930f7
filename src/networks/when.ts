import { when } from '../kit/when.ts'
import { audit } from '../kit/audit.ts'
import { markMemberLeft, networksToLeave, refreshCopies } from './member-store.ts'
import { withdrawGrantsOf } from './sight-store.ts'

when('organisation.changed', 'networks: keep the member lists true', async (tx, { news }) => refreshCopies(tx, news.organisation))

when('organisation.closed', 'networks: let a closed organisation go', async (tx, { news: { organisation } }) => {
  await refreshCopies(tx, organisation)
  await withdrawGrantsOf(tx, organisation)
  for (const network of await networksToLeave(tx, organisation)) {
    await markMemberLeft(tx, network, organisation)
    await audit(tx, { chain: `network:${network}`, act: 'member.left', subject: organisation })
    await tx.emit('member.left', { network, organisation })
  }
})

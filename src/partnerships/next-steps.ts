import { defineNextSteps } from '../organisations/index.ts'
import { routes } from '../routes.ts'
import { findPartnership } from './store.ts'

/** On every other organisation's page: the way to our partnership with them, or to noting one. */
defineNextSteps({
  name: 'partnerships.ours', place: 10,
  find: async (tx, { id }) => {
    if (!tx.actor.organisation) return []
    const ours = await findPartnership(tx, tx.actor.organisation, id)
    return [ours ? { label: 'Your partnership with them', href: routes.partnership(ours.id) } : { label: 'Note a partnership', href: `${routes.newPartnership}?with=${id}` }]
  },
})

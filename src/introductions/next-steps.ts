import { listNetworksOf } from '../networks/index.ts'
import { defineNextSteps } from '../organisations/index.ts'
import { findPartnership } from '../partnerships/index.ts'
import { routes } from '../routes.ts'

/** On the page of an organisation of our network that we have no bond with yet: the way to be introduced. */
defineNextSteps({
  name: 'introductions.ask', place: 20,
  find: async (tx, { id, standing }) => {
    const us = tx.actor.organisation
    if (!us || standing.is !== 'claimed' || await findPartnership(tx, us, id)) return []
    const ours = new Set((await listNetworksOf(tx, us)).map((one) => one.id))
    return (await listNetworksOf(tx, id)).some((one) => ours.has(one.id)) ? [{ label: 'Ask to be introduced', href: `${routes.newIntroduction}?to=${id}` }] : []
  },
})

import { defineNetworkTab } from '../networks/index.ts'
import { routes } from '../routes.ts'

defineNetworkTab({ name: 'week', label: 'This week', href: routes.networkWeek, place: 5, onlyOrganisers: true })
defineNetworkTab({ name: 'map', label: 'Map', href: routes.networkMap, place: 35 })

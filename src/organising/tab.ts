import { defineNetworkTab } from '../networks/index.ts'
import { routes } from '../routes.ts'

defineNetworkTab({ name: 'map', label: 'Map', href: routes.networkMap, place: 35 })

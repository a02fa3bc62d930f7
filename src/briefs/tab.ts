import { defineNetworkTab } from '../networks/index.ts'
import { routes } from '../routes.ts'

defineNetworkTab({ name: 'briefs', label: 'Briefs', href: routes.briefs, place: 32 })

import { routes } from '../../routes.ts'
import { Tabs } from '../../ui/index.ts'
import type { Network, Place } from '../network.ts'

export type NetworkTab = {
  readonly name: string
  readonly label: string
  readonly href: (slug: string) => string
  /** Where it stands among the others, smallest first: about 10, members 20, directory 30, capabilities 40, invite 80, settings 90. */
  readonly place: number
  readonly onlyOrganisers?: true
}

const tabs: NetworkTab[] = [
  { name: 'about', label: 'About', href: routes.network, place: 10 },
  { name: 'members', label: 'Members', href: routes.members, place: 20 },
  { name: 'directory', label: 'Directory', href: routes.directory, place: 30 },
  { name: 'capabilities', label: 'Capabilities', href: routes.capabilities, place: 40 },
  { name: 'invite', label: 'Invite', href: routes.inviteMember, place: 80, onlyOrganisers: true },
  { name: 'settings', label: 'Settings', href: routes.networkSettings, place: 90, onlyOrganisers: true },
]

/** How rooms below add a view of a network beside those of this room. */
export function defineNetworkTab(tab: NetworkTab): void {
  if (tabs.some((one) => one.name === tab.name)) throw new Error(`Two tabs of a network are called "${tab.name}".`)
  tabs.push(tab)
  tabs.sort((one, other) => one.place - other.place)
}

/** The views of one network; organisers have more. */
export function NetworkTabs({ network: { slug, organises, isMember }, current }: { network: Network & Place; current: string }) {
  if (!organises && !isMember) return null
  const shown = tabs.filter(({ onlyOrganisers }) => organises || !onlyOrganisers)
  return <Tabs label="This network" tabs={shown.map(({ name, label, href }) => ({ label, href: href(slug), current: name === current }))} />
}

export function Above({ network }: { network: Network }) {
  return <a href={routes.network(network.slug)}>{network.name}</a>
}

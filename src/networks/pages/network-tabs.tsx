import { routes } from '../../routes.ts'
import { Tabs } from '../../ui/index.ts'
import type { Network, Place } from '../network.ts'

export type TabName = 'about' | 'members' | 'directory' | 'capabilities' | 'invite' | 'settings'

/** The views of one network; organisers have two more. */
export function NetworkTabs({ network: { slug, organises, isMember }, current }: { network: Network & Place; current: TabName }) {
  if (!organises && !isMember) return null
  const tabs = [
    { name: 'about', label: 'About', href: routes.network(slug) },
    { name: 'members', label: 'Members', href: routes.members(slug) },
    { name: 'directory', label: 'Directory', href: routes.directory(slug) },
    { name: 'capabilities', label: 'Capabilities', href: routes.capabilities(slug) },
    ...(organises ? [{ name: 'invite', label: 'Invite', href: routes.inviteMember(slug) }, { name: 'settings', label: 'Settings', href: routes.networkSettings(slug) }] : []),
  ]
  return <Tabs label="This network" tabs={tabs.map(({ name, label, href }) => ({ label, href, current: name === current }))} />
}

export function Above({ network }: { network: Network }) {
  return <a href={routes.network(network.slug)}>{network.name}</a>
}

import type { Ctx } from '../kit/ctx.ts'
import { findMembers, listMyNetworks } from '../networks/index.ts'
import { routes } from '../routes.ts'
import type { Found } from '../ui/index.ts'

type Item = { readonly label: string; readonly detail?: string; readonly href: string }

const DEEDS: readonly Item[] = [
  { label: 'Start a network', href: routes.newNetwork },
  { label: 'List an organisation', href: routes.newOrganisation },
  { label: 'Your account', detail: 'Name, e-mail, password, passkeys, where you are signed in', href: routes.account },
  { label: 'Your organisations', href: routes.organisations },
  { label: 'Your networks', href: routes.networks },
  { label: 'Work under way', href: routes.work },
  { label: 'Help', href: routes.help },
]

const MOST = 20

/** Anything by a few letters: deeds, networks, and the organisations this person may see. Nothing else is counted or hinted at. */
export async function findAnything(ctx: Ctx, words: string): Promise<Found> {
  const sought = words.trim().slice(0, 100).toLowerCase()
  const fits = ({ label, detail = '' }: Item) => `${label} ${detail}`.toLowerCase().includes(sought)
  if (!ctx.actor.person) return { groups: [] }
  return ctx.read(async (tx) => {
    const networks = (await listMyNetworks(tx)).map((one) => ({ label: one.name, detail: one.purpose, href: routes.network(one.slug) }))
    const organisations = sought ? (await findMembers(tx, sought, MOST)).map((one) => ({ label: one.name, detail: one.line, href: routes.organisation(one.id) })) : []
    const groups = [
      { label: 'Organisations', items: organisations },
      { label: 'Networks', items: networks.filter(fits) },
      { label: 'Do', items: DEEDS.filter(fits) },
    ]
    return { groups: groups.filter((group) => group.items.length > 0) }
  })
}

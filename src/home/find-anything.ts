import type { Ctx } from '../kit/ctx.ts'
import { findMembers, listMyNetworks } from '../networks/index.ts'
import { routes } from '../routes.ts'
import type { Found } from '../ui/index.ts'

type Item = { readonly label: string; readonly detail?: string; readonly href: string }

const DEEDS: readonly Item[] = [
  { label: 'Find partners', detail: 'Someone who fits: a gap, an audience, cover, a cause', href: routes.findPartners },
  { label: 'Pass someone on', detail: 'A referral, with their yes', href: routes.newReferral },
  { label: 'Referrals', detail: 'For you, passed on, finished', href: routes.referrals },
  { label: 'Note a partnership', detail: 'Somebody you recommend already', href: routes.newPartnership },
  { label: 'Your partnerships', href: routes.partnerships },
  { label: 'Introductions', detail: 'Asked, made, past', href: routes.introductions },
  { label: 'Build a team', detail: 'For a brief too big for one', href: routes.newTeam },
  { label: 'Your teams', href: routes.teams },
  { label: 'Your briefs', detail: 'What needs to be done, in parts', href: routes.ourBriefs },
  { label: 'Ask for cover', detail: 'Someone takes work off you', href: routes.newCover },
  { label: 'Cover and associates', detail: 'Your bench', href: routes.cover },
  { label: 'Together', detail: 'Partnerships, teams, briefs, cover, introductions', href: routes.together },
  { label: 'Your turn', detail: 'All that waits for you, and what you put off', href: routes.turns },
  { label: 'Your calendar', detail: 'Your days, and a link for your own calendar program', href: routes.calendar },
  { label: 'Your letter', detail: 'Weekly, monthly or never', href: routes.letters },
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
    const mine = await listMyNetworks(tx)
    const tended = mine.filter((one) => one.organises).map((one) => ({ label: `Introduce two members of ${one.name}`, detail: 'Both are asked at once', href: routes.introduceMembers(one.slug) }))
    const networks = mine.map((one) => ({ label: one.name, detail: one.purpose, href: routes.network(one.slug) }))
    const organisations = sought ? (await findMembers(tx, sought, MOST)).map((one) => ({ label: one.name, detail: one.line, href: routes.organisation(one.id) })) : []
    const groups = [
      { label: 'Organisations', items: organisations },
      { label: 'Networks', items: networks.filter(fits) },
      { label: 'Do', items: [...DEEDS, ...tended].filter(fits) },
    ]
    return { groups: groups.filter((group) => group.items.length > 0) }
  })
}

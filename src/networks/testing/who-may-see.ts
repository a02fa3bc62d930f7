import type { Actor } from '../../kit/ctx.ts'
import { maySee, maySeeMembership, maySeeNetwork, maySeePart, type Facts } from '../sight.ts'
import type { Organisation, World } from './sight-world.ts'

/** What the pure rule says a viewer may see of each table: the keys of its rows, sorted. */
export type Seen = Readonly<Record<string, readonly string[]>>

export function whatTheRuleSays(world: World, actor: Actor): Seen {
  const house = actor.by === 'house'
  const acting = world.staff.find((one) => one.person === actor.person && one.organisation === actor.organisation && !one.left)?.organisation
  const organised = new Set(world.organisers.filter((one) => one.person === actor.person && !one.ended).map((one) => one.network))
  const circles = new Set([...organised, ...world.memberships.filter((one) => acting && one.organisation === acting && !one.left).map((one) => one.network)])
  const counts = (organisation: string) => world.partners.some((one) => one.organisation === organisation && one.partner === acting && !one.ended)
  const shows = (organisation: string, parts: readonly string[]) => world.grants.some((one) => one.organisation === organisation && one.to === acting && one.current && parts.includes(one.part))
  const keeps = (one: Organisation) => one.id === acting || (!one.claimed && one.listedBy === actor.person)
  const factsOf = (one: Organisation): Facts => ({
    ours: keeps(one), partner: counts(one.id), granted: shows(one.id, ['page', 'contact', 'place']),
    sharesNetwork: world.memberships.some((membership) => membership.organisation === one.id && !membership.left && circles.has(membership.network)),
  })
  const page = (one: Organisation) => house || maySee(one.page, factsOf(one))
  const part = (one: Organisation, name: 'contact' | 'place') => house || maySeePart({ word: one.page, facts: factsOf(one) }, { word: one[name], granted: shows(one.id, [name]) })
  const pageOf = new Map(world.organisations.map((one) => [one.id as string, page(one)]))
  const kept = new Set(world.organisations.filter((one) => house || keeps(one)).map((one) => one.id as string))
  return sorted({
    organisation: world.organisations.filter(page).map((one) => one.id),
    organisation_contact: world.organisations.filter((one) => part(one, 'contact')).map((one) => one.id),
    organisation_place: world.organisations.filter((one) => part(one, 'place')).map((one) => one.id),
    identifier: world.identifiers.filter((one) => pageOf.get(one.organisation)).map((one) => one.organisation),
    staff: world.staff.filter((one) => house || one.organisation === acting || one.person === actor.person).map((one) => `${one.organisation} ${one.person}`),
    staff_invitation: world.invitations.filter((one) => kept.has(one.organisation)).map((one) => one.link),
    network: world.networks.filter((one) => house || maySeeNetwork(one.listed, circles.has(one.id))).map((one) => one.id),
    organiser: world.organisers.filter((one) => house || circles.has(one.network) || one.person === actor.person).map((one) => `${one.network} ${one.person}`),
    membership: world.memberships.filter((one) => house || maySeeMembership(one.word, !one.left, {
      own: one.organisation === acting, organises: organised.has(one.network), inCircle: circles.has(one.network),
      partner: counts(one.organisation), granted: shows(one.organisation, ['page', 'contact', 'place']),
    })).map((one) => `${one.network} ${one.organisation}`),
    join_link: world.joinLinks.filter((one) => house || organised.has(one.network)).map((one) => one.id),
    capability: world.capabilities.filter((one) => house || circles.has(one.network)).map((one) => one.id),
    sight_partner: world.partners.filter((one) => house || one.organisation === acting).map((one) => `${one.organisation} ${one.partner}`),
    sight_grant: world.grants.filter((one) => house || one.organisation === acting || one.to === acting).map((one) => one.id),
  })
}

export function sorted(seen: Readonly<Record<string, readonly string[]>>): Seen {
  return Object.fromEntries(Object.entries(seen).map(([table, keys]) => [table, [...keys].sort()]))
}

import type pg from 'pg'
import type { Actor, Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { findOrganisation, listInvitations, listStaff } from '../../organisations/index.ts'
import { listCapabilities } from '../capability-store.ts'
import { listJoinLinks } from '../join-link-store.ts'
import { listMembers } from '../member-store.ts'
import { getNetwork, listOrganisers } from '../network-store.ts'
import { listGrants, listPartnersCounted } from '../sight-store.ts'
import type { World } from './sight-world.ts'
import { sorted, type Seen } from './who-may-see.ts'

/** The key of each table's rows, as the rule writes them. */
export const KEYS: Readonly<Record<string, string>> = {
  organisation: 'id::text', organisation_contact: 'organisation_id::text', organisation_place: 'organisation_id::text', identifier: 'organisation_id::text',
  staff: "organisation_id || ' ' || person_id", staff_invitation: 'link_id', network: 'id::text', organiser: "network_id || ' ' || person_id",
  membership: "network_id || ' ' || organisation_id", join_link: 'id', capability: 'id::text', sight_partner: "organisation_id || ' ' || partner_id", sight_grant: 'id::text',
}

/** The second wall alone: everything there is, asked for without any condition, under the application's own role. */
export async function throughRowSecurity(client: pg.Client, actor: Actor): Promise<Seen> {
  await client.query('begin')
  for (const [name, value] of [['person', actor.person ?? ''], ['organisation', actor.organisation ?? ''], ['house', actor.by === 'house' ? 'yes' : '']]) {
    await client.query('select set_config($1, $2, true)', [`guildhall.${name}`, value])
  }
  const seen: Record<string, string[]> = {}
  for (const [table, key] of Object.entries(KEYS)) seen[table] = (await client.query<{ key: string }>(`select ${key} as key from ${table}`)).rows.map((row) => row.key)
  await client.query('rollback')
  return sorted(seen)
}

/**
 * The first wall alone: what the stores answer when row-level security does not bind them. A store asks for what pages need (current
 * colleagues, open grants), so its answer is compared with that share of what the rule allows.
 */
export async function throughStores(tx: Tx, world: World): Promise<Seen> {
  const seen: Record<string, string[]> = Object.fromEntries(Object.keys(KEYS).map((table) => [table, []]))
  const add = (table: string, ...keys: string[]) => seen[table]?.push(...keys)
  for (const { id } of world.organisations) {
    const found = await findOrganisation(tx, id)
    if (found) add('organisation', id)
    if (found?.contact) add('organisation_contact', id)
    if (found?.place) add('organisation_place', id)
    if (found?.identifiers.length) add('identifier', id)
    add('staff', ...(await listStaff(tx, id)).map((one) => `${id} ${one.person}`))
    add('staff_invitation', ...(await listInvitations(tx, id)).map((one) => one.linkId))
    add('sight_partner', ...(await listPartnersCounted(tx, id)).map((one) => `${id} ${one.organisation}`))
    add('sight_grant', ...(await listGrants(tx, id)).map((one) => one.id))
  }
  for (const { id, slug } of world.networks) {
    const network = id as Id<'network'> // made by the same test
    const found = await getNetwork(tx, slug).catch(() => undefined)
    if (found) add('network', id)
    add('organiser', ...(await listOrganisers(tx, network)).map((one) => `${id} ${one.person}`))
    add('membership', ...(await listMembers(tx, network, { limit: 1000 })).members.map((one) => `${id} ${one.organisation}`))
    add('join_link', ...(await listJoinLinks(tx, network)).map((one) => one.id))
    add('capability', ...(await listCapabilities(tx, network)).map((one) => one.id))
  }
  return sorted(seen)
}

/** The share of what the rule allows that the stores ask for. */
export function asStoresAsk(world: World, actor: Actor, allowed: Seen): Seen {
  const has = (keys: readonly string[]) => { const set = new Set(keys); return (key: string) => set.has(key) }
  const acting = actor.by === 'house' ? undefined : actor.organisation
  const currentStaff = has(world.staff.filter((one) => !one.left && (actor.by === 'house' || one.organisation === acting)).map((one) => `${one.organisation} ${one.person}`))
  const tending = has(world.organisers.filter((one) => !one.ended).map((one) => `${one.network} ${one.person}`))
  const belonging = has(world.memberships.filter((one) => !one.left).map((one) => `${one.network} ${one.organisation}`))
  const counted = has(world.partners.filter((one) => !one.ended).map((one) => `${one.organisation} ${one.partner}`))
  const given = has(world.grants.filter((one) => one.current && (actor.by === 'house' || one.organisation === acting)).map((one) => one.id))
  const share: Readonly<Record<string, (key: string) => boolean>> = { staff: currentStaff, organiser: tending, membership: belonging, sight_partner: counted, sight_grant: given }
  return Object.fromEntries(Object.entries(allowed).map(([table, keys]) => [table, share[table] ? keys.filter(share[table]) : keys]))
}

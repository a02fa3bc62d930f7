import { town } from '../../town/index.ts'
import type { Organisation as TownOrganisation, OrganisationKind, Person } from '../../town/index.ts'
import { savePositions } from '../answers/index.ts'
import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { Refusal } from '../kit/refusal.ts'
import { becomeMember, countPartner, makeOrganiser, sayWhoSees, startNetwork } from '../networks/index.ts'
import { addIdentifier, inNameOf, listOrganisation, listStub, restOrganisation, saveStaff, type Kind } from '../organisations/index.ts'
import { hasHost, welcomePerson } from '../people/index.ts'
import { loadTownAnswers } from './load-town-answers.ts'
import { loadTownBonds } from './load-town-bonds.ts'
import { loadTownBriefs } from './load-town-briefs.ts'
import { loadTownWants } from './load-town-wants.ts'
import { loadTownReferrals } from './load-town-referrals.ts'
import { loadTownCover } from './load-town-cover.ts'
import { loadTownTeams } from './load-town-teams.ts'
import { loadWords } from './load-words.ts'

class HouseLivedIn extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('People already live in this house, so the example town was not put into it.', 'Look at it in an empty folder: DATA_DIR=./data-town npm start') }
}

export const EXAMPLE = 'example town'

type Known = { readonly people: Map<string, Id<'person'>>; readonly organisations: Map<string, Id<'organisation'>>; readonly networks: Map<string, { id: Id<'network'>; slug: string; first: Id<'person'> }> }

/**
 * Puts the example town into an empty house, through the same actions that people use: all of it or none. The house remembers that it
 * is an example, says so on every page, and lets anyone be anyone.
 */
export async function loadTown(ctx: Ctx): Promise<{ organisations: number; networks: number }> {
  if (await hasHost(ctx)) throw new HouseLivedIn()
  return asHouse(ctx).transaction(async (tx) => {
    const lived = await tx.db.selectFrom('person').select('id').limit(1).executeTakeFirst()
    if (lived) throw new HouseLivedIn()
    await tx.db.insertInto('house_setting').values({ name: EXAMPLE, value: JSON.stringify(town.name), set_at: tx.now }).execute()
    const known: Known = { people: new Map(), organisations: new Map(), networks: new Map() }
    for (const person of town.people) await addPerson(tx, known, person)
    for (const organisation of town.organisations) await addOrganisation(tx, known, organisation)
    await openNetworks(tx, known)
    await countPartners(tx, known)
    await loadTownAnswers(tx, known)
    await loadTownBonds(tx, known)
    await loadTownBriefs(tx, known)
    await loadTownWants(tx, known)
    await loadTownReferrals(tx, known)
    await loadTownCover(tx, known)
    await loadTownTeams(tx, known)
    await savePositions(tx, town.districts.map(({ code, name, latitude, longitude }) => ({ code, name, latitude, longitude })), EXAMPLE)
    return { organisations: known.organisations.size, networks: known.networks.size }
  })
}

async function addPerson(tx: Tx, known: Known, person: Person): Promise<void> {
  const id = await welcomePerson(tx, { name: person.name, email: person.email, emailConfirmedAt: tx.now })
  if (id) known.people.set(person.key, id)
}

const KINDS: Readonly<Record<OrganisationKind, Kind>> = {
  'sole-trader': 'sole-trader', partnership: 'partnership', company: 'company', 'community-interest-company': 'community-interest-company',
  'co-operative': 'co-operative', charity: 'charity', 'public-body': 'public-body',
}
const ROLES = { owner: 'owner', helper: 'editor', reader: 'member' } as const
const SCHEMES = { 'company-number': 'GB-COH', 'charity-number': 'GB-CHC' } as const

async function addOrganisation(tx: Tx, known: Known, written: TownOrganisation): Promise<void> {
  const input = {
    name: written.name, kind: KINDS[written.kind], line: written.trade, story: written.story, peopleCount: written.size,
    website: written.contact.website, email: written.contact.email, phone: written.contact.phone,
    district: written.place.district, town: town.districts.find((one) => one.code === written.place.district)?.name,
  }
  const owner = written.staff.find((one) => one.role === 'owner')
  const lister = need(known.people, owner?.person ?? ownerOf(written.listedBy))
  const as = inNameOf(tx, { person: lister })
  const id = owner ? await listOrganisation(as, input) : await listStub(as, input)
  known.organisations.set(written.key, id)
  for (const one of written.staff) if (one !== owner) await saveStaff(tx, id, need(known.people, one.person), ROLES[one.role])
  const acting = inNameOf(tx, { person: lister, organisation: id })
  for (const { scheme, value } of written.identifiers) await addIdentifier(acting, id, { scheme: SCHEMES[scheme], value })
  await sayWhoSees(acting, id, { page: written.contact.sight === 'only_us' ? 'network' : 'anyone', contact: written.contact.sight, place: 'anyone' })
  if (written.state === 'resting') await restOrganisation(acting, id, true)
}

async function openNetworks(tx: Tx, known: Known): Promise<void> {
  for (const network of town.networks) {
    const [first, ...others] = network.organisers
    const person = need(known.people, first?.person)
    const houseRules = network.rules.map(({ says, because }) => (because ? `${says} ${because}` : says)).join('\n\n')
    const opened = await startNetwork(inNameOf(tx, { person }), { name: network.name, purpose: network.about, kind: kindOf(network.key), houseRules, listed: 'anyone' })
    known.networks.set(network.key, { ...opened, first: person })
    for (const member of town.organisations.filter((one) => one.memberships.some((membership) => membership.network === network.key))) {
      await becomeMember(inNameOf(tx, { person }), { network: opened.id, organisation: need(known.organisations, member.key), invitedBy: person })
    }
    for (const other of others) await makeOrganiser(inNameOf(tx, { person }), opened.slug, need(known.people, other.person))
    const words = town.vocabularies.find((one) => one.key === network.vocabulary)
    if (words) await loadWords(inNameOf(tx, { person }), opened.slug, words)
  }
}

const NETWORK_KINDS: Readonly<Record<string, string>> = { 'don-side-park': 'Business park' }

function kindOf(network: string): string {
  return NETWORK_KINDS[network] ?? 'Association'
}

/** Those who trust each other or more count each other as partners, unless one of them keeps it private. */
async function countPartners(tx: Tx, known: Known): Promise<void> {
  const close = town.bonds.filter((bond) => !bond.ended && bond.stage !== 'noted' && bond.stage !== 'met')
  for (const { between: [one, other], hiddenBy = [] } of close) {
    for (const [ours, theirs] of [[one, other], [other, one]] as const) {
      if (hiddenBy.includes(ours)) continue
      const organisation = need(known.organisations, ours)
      await countPartner(inNameOf(tx, { person: need(known.people, ownerOf(ours)), organisation }), organisation, need(known.organisations, theirs))
    }
  }
}

function ownerOf(organisation: string | undefined): string | undefined {
  const found = town.organisations.find((one) => one.key === organisation)
  return found?.staff.find((one) => one.role === 'owner')?.person ?? (found?.listedBy ? ownerOf(found.listedBy) : undefined)
}

function need<T>(known: ReadonlyMap<string, T>, key: string | undefined): T {
  const found = key === undefined ? undefined : known.get(key)
  if (found === undefined) throw new Error(`The town names "${key}", who is not in it.`)
  return found
}

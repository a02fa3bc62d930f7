import { asHouse, type Actor, type Ctx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { getAsk, linkTo } from '../../asks/index.ts'
import { addCapability, countPartner, giveSight, inviteMember, joinLinkAddress, joinNetwork, removeMember, retireCapability, sayWhoSees, shareJoinLink, startNetwork } from '../../networks/index.ts'
import { addIdentifier, closeOrganisation, giveClaimLink, inviteColleague, joinStaff, listOrganisation, listStub, staffLink } from '../../organisations/index.ts'
import { becomeHost, startSession, welcomePerson } from '../../people/index.ts'
import { makeToken } from '../../upkeep/tokens/index.ts'
import type { TestHouse } from '../../kit/testing/house.ts'
import { briefsOfAlder, type AlderBriefs } from './briefs-of-alder.ts'
import { partnershipsOfAlder, type AlderPartnerships } from './partnerships-of-alder.ts'
import { matchesOfAlder, type AlderMatches } from './matches-of-alder.ts'
import { introductionsOfAlder, type AlderIntroductions } from './introductions-of-alder.ts'
import { referralsOfAlder, type AlderReferrals } from './referrals-of-alder.ts'
import { coverOfAlder, type AlderCover } from './cover-of-alder.ts'
import { teamsOfAlder, type AlderTeams } from './teams-of-alder.ts'
import { outcomesOfAlder, type AlderOutcomes } from './outcomes-of-alder.ts'
import { organisingOfAlder, type AlderOrganising } from './organising-of-alder.ts'
import { answerForAlder, type AlderAnswers } from './answers-of-alder.ts'

/** Everyone who may come by. Ann owns Alder, around which all turns; Amy reads for it. */
export const NAMES = ['ann', 'amy', 'pat', 'mel', 'xena', 'una', 'olga', 'hugh', 'quin', 'hal'] as const
export type Name = (typeof NAMES)[number]
type OrganisationName = 'alder' | 'pine' | 'maple' | 'oak' | 'quince' | 'holly' | 'stub' | 'gone'

/** What Alder has in each of the later rooms. */
type Rooms = {
  readonly briefs: AlderBriefs
  readonly partnerships: AlderPartnerships
  readonly matches: AlderMatches
  readonly introductions: AlderIntroductions
  readonly referrals: AlderReferrals
  readonly cover: AlderCover
  readonly teams: AlderTeams
  readonly outcomes: AlderOutcomes
  readonly organising: AlderOrganising
}
/** The world while its rooms are being filled, in the order of the lifecycle. */
export type Before = Omit<World, keyof Rooms> & Partial<Rooms>

export type World = Rooms & {
  readonly house: TestHouse
  readonly people: Readonly<Record<Name, Id<'person'>>>
  readonly organisations: Readonly<Record<OrganisationName, Id<'organisation'>>>
  readonly guild: { readonly id: Id<'network'>; readonly slug: string }
  readonly wide: { readonly id: Id<'network'>; readonly slug: string }
  readonly tokens: Readonly<Record<'read' | 'write', { readonly id: string; readonly text: string }>>
  /** What stands in addresses: ids of things, and the secret ends of links. */
  readonly ids: Readonly<Record<'capability' | 'narrower' | 'retired' | 'invitation' | 'joinLink' | 'grant' | 'staffLink' | 'claimLink' | 'session', string>>
  readonly links: Readonly<Record<'join' | 'invitation' | 'staff' | 'claim', string>>
  /** What Alder answers, claims and can prove. */
  readonly answers: AlderAnswers
  /** Someone's own ctx, acting for their organisation; in a copy of this world where another house is given. */
  ctx(name: Name, house?: TestHouse): Ctx
}

const WORKS: Partial<Record<Name, OrganisationName>> = { ann: 'alder', amy: 'alder', pat: 'pine', mel: 'maple', xena: 'oak', quin: 'quince', hal: 'holly' }

/**
 * Alder is a member of the guild, which only its members may find. Pat is its partner, Mel a fellow member, Quin was shown the contact
 * for a while, Xena belongs to another network, Una to nothing, Olga organises the guild, Hugh hosts the house, Hal hides in the guild.
 * Every private field holds a canary of its own: a word that stands nowhere else.
 */
export async function makeWorld(house: TestHouse): Promise<World> {
  const people = {} as Record<Name, Id<'person'>>
  const sessions = {} as Record<Name, Actor>
  for (const name of NAMES) {
    const { person, session } = await house.ctx().transaction(async (tx) => {
      const id = await welcomePerson(tx, { name: `${title(name)} Canaryname${name}`, email: `${name}.canarymail${name}@example.org`, emailConfirmedAt: tx.now })
      return startSession(tx, { person: id ?? ('' as Id<'person'>), how: 'password', device: `Canarydevice${name} browser` }) // each address is new
    })
    people[name] = person
    sessions[name] = { by: 'session', person, session, provedAt: house.clock.now() }
  }
  const organisations = {} as Record<OrganisationName, Id<'organisation'>>
  const ctx = (name: Name, where = house): Ctx => {
    const works = WORKS[name]
    return where.ctx({ ...sessions[name], organisation: works && organisations[works] })
  }
  const token = (link: string) => link.split('/').at(-1) ?? ''

  await becomeHost(ctx('hugh'))
  for (const [name, organisation] of [['ann', 'alder'], ['pat', 'pine'], ['mel', 'maple'], ['xena', 'oak'], ['quin', 'quince'], ['hal', 'holly'], ['una', 'gone']] as const) {
    organisations[organisation] = await listOrganisation(ctx(name), {
      name: `${title(organisation)} Canaryorg${organisation}`, kind: 'company', line: `Canaryline${organisation}`, story: `Canarystory${organisation}`, website: `https://canarysite${organisation}.example.org`,
      phone: phoneOf(organisation), email: `desk@canarydesk${organisation}.example.org`, district: 'SP2', town: `Canarytown${organisation}`,
    })
  }
  await closeOrganisation(house.ctx({ ...sessions.una, organisation: organisations.gone }), organisations.gone)
  await house.settle()
  await addIdentifier(ctx('ann'), organisations.alder, { scheme: 'GB-COH', value: '09876541' })

  const guild = await startNetwork(ctx('olga'), { name: 'Canaryguild', purpose: 'Canarypurpose', kind: 'Canarykind', houseRules: 'Canaryrules', listed: 'members' })
  const wide = await startNetwork(ctx('xena'), { name: 'Wide circle', purpose: 'For everyone', kind: 'Association', listed: 'anyone', joinToo: true })
  const shared = await shareJoinLink(ctx('olga'), guild.slug, { says: 'Canaryposter' })
  const join = await ctx('olga').read(async (tx) => token(joinLinkAddress(tx, shared.id)))
  for (const name of ['ann', 'mel', 'hal', 'xena'] as const) await joinNetwork(ctx(name), join, { organisation: organisations[WORKS[name] ?? 'alder'] })
  await removeMember(ctx('olga'), guild.slug, organisations.oak, { because: 'Canarybecause' })

  await sayWhoSees(ctx('ann'), organisations.alder, { page: 'network', contact: 'only_us', place: 'partners' })
  await sayWhoSees(ctx('hal'), organisations.holly, { page: 'only_us', contact: 'only_us', place: 'only_us' })
  for (const name of ['pat', 'mel', 'xena', 'quin'] as const) await sayWhoSees(ctx(name), organisations[WORKS[name] ?? 'pine'], { page: 'anyone', contact: 'anyone', place: 'anyone' })
  await countPartner(ctx('ann'), organisations.alder, organisations.pine)
  const grant = await giveSight(ctx('ann'), organisations.alder, { to: organisations.quince, part: 'contact', reason: 'Canaryreason', untilOn: '2027-06-01' })

  organisations.stub = await listStub(ctx('ann'), { name: 'Stub Canaryorgstub', kind: 'charity', line: 'Canarylinestub' })
  const colleague = await inviteColleague(ctx('ann'), organisations.alder, { role: 'member', forWhom: 'Canarycolleague', email: 'colleague@canaryasked.example.org' })
  const forAmy = await inviteColleague(ctx('ann'), organisations.alder, { role: 'member' })
  const claim = await giveClaimLink(ctx('ann'), organisations.stub, { forWhom: 'Canaryclaimer' })
  await joinStaff(house.ctx(sessions.amy), await ctx('ann').read(async (tx) => token(staffLink(tx, forAmy.linkId))))

  const capability = await addCapability(ctx('olga'), guild.slug, { title: 'Canaryskill', synonyms: 'Canarysynonym' })
  const narrower = await addCapability(ctx('olga'), guild.slug, { title: 'Canarynarrower', parent: capability })
  const retired = await addCapability(ctx('olga'), guild.slug, { title: 'Canaryretired' })
  await retireCapability(ctx('olga'), guild.slug, retired)
  const invited = await inviteMember(ctx('olga'), guild.slug, { name: 'Canaryinvitee', email: 'new@canaryinvited.example.org', note: 'Canarynote' })
  const links = {
    join, staff: await ctx('ann').read(async (tx) => token(staffLink(tx, colleague.linkId))), claim: await ctx('ann').read(async (tx) => token(staffLink(tx, claim.linkId))),
    invitation: await asHouse(ctx('olga')).read(async (tx) => token(linkTo(tx, await getAsk(tx, invited.ask)))),
  }
  const made = async (scopes: readonly string[]) => {
    const { token: one, text } = await makeToken(ctx('ann'), { name: 'Canarytoken', scopes, lasts: 'year' })
    return { id: one.id as string, text }
  }
  const tokens = { read: await made(['read']), write: await made(['read', 'write']) }
  const answers = await answerForAlder(ctx('ann'), organisations.alder, guild.id)
  await house.settle()
  const before: Before = {
    house, people, organisations, guild, wide, tokens, links, answers, ctx,
    ids: { capability, narrower, retired, invitation: invited.ask, joinLink: shared.id, grant, staffLink: colleague.linkId, claimLink: claim.linkId, session: sessions.ann.session ?? '' },
  }
  const briefs = await briefsOfAlder({ ...before })
  const partnerships = await partnershipsOfAlder({ ...before, briefs })
  const matches = await matchesOfAlder({ ...before, briefs, partnerships })
  const introductions = await introductionsOfAlder({ ...before, briefs, partnerships, matches })
  const referrals = await referralsOfAlder({ ...before, briefs, partnerships, matches, introductions })
  const cover = await coverOfAlder({ ...before, briefs, partnerships, matches, introductions, referrals })
  const teams = await teamsOfAlder({ ...before, briefs, partnerships, matches, introductions, referrals, cover })
  const outcomes = await outcomesOfAlder({ ...before, briefs, partnerships, matches, introductions, referrals, cover, teams })
  const organising = await organisingOfAlder({ ...before, briefs, partnerships, matches, introductions, referrals, cover, teams, outcomes })
  await house.settle()
  return { ...before, briefs, partnerships, matches, introductions, referrals, cover, teams, outcomes, organising }
}

export const title = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

/** A telephone number of its own for each. */
export function phoneOf(organisation: string): string {
  return `01632 9${String([...organisation].reduce((sum, letter) => sum + letter.charCodeAt(0), 0)).padStart(5, '0')}`
}

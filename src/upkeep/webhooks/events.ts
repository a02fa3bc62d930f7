import type { EventName } from '../../kit/events.ts'

/**
 * What may be told to the outside: each event with the ids it carries, and who it concerns. An organisation's address hears of what
 * concerns that organisation, a network's of what every organiser of it may see. Only ids go out: whoever wants to know more asks the
 * API, and is shown then what they may see then.
 */
export type Told = {
  readonly says: string
  /** The ids in `data`, and what each is. Nothing else of the news goes out. */
  readonly data: Readonly<Record<string, string>>
  /** Where the organisations it concerns are named in the news. */
  readonly organisations: readonly string[]
  /** Whose row says which organisations it concerns, where the news does not. */
  readonly ask?: 'brief' | 'interest' | 'team'
  /** Organisers of the network in `network` hear of it too. */
  readonly network?: true
}

const NETWORK = 'the network', ORGANISATION = 'the organisation it is about'
const ofClaim = (says: string): Told => ({ says, data: { organisation: ORGANISATION, claim: 'the claim' }, organisations: ['organisation'] })
const ofBoth = (says: string, name: string, more: Readonly<Record<string, string>> = {}): Told => ({ says, data: { [name]: `the ${name}`, between: 'the two organisations', ...more }, organisations: ['between'] })
const ofBrief = (says: string): Told => ({ says, data: { network: NETWORK, brief: 'the brief' }, organisations: [], ask: 'brief' })
const ofTeam = (says: string, more: Readonly<Record<string, string>> = {}): Told => ({ says, data: { network: NETWORK, team: 'the team', ...more }, organisations: [], ask: 'team' })

export const EVENTS = {
  'member.joined': { says: 'An organisation joined a network', data: { network: NETWORK, organisation: ORGANISATION }, organisations: ['organisation'], network: true },
  'member.left': { says: 'An organisation left a network', data: { network: NETWORK, organisation: ORGANISATION }, organisations: ['organisation'], network: true },
  'network.changed': { says: 'The network’s page changed', data: { network: NETWORK }, organisations: [], network: true },
  'capability.changed': { says: 'The vocabulary changed', data: { network: NETWORK }, organisations: [], network: true },
  'organisation.changed': { says: 'Our page changed', data: { organisation: ORGANISATION }, organisations: ['organisation'] },
  'answer.saved': { says: 'One of our four answers changed', data: { organisation: ORGANISATION, question: 'the number of the question, 1 to 4' }, organisations: ['organisation'] },
  'claim.changed': ofClaim('One of our claims changed'),
  'proof.added': ofClaim('Something was put behind one of our claims'),
  'proof.confirmed': ofClaim('Something behind one of our claims was confirmed'),
  'proof.removed': ofClaim('Something was taken from behind one of our claims'),
  'job.noted': { says: 'A finished job was noted', data: { organisation: ORGANISATION, job: 'the job' }, organisations: ['organisation'] },
  'recommendation.changed': { says: 'A recommendation about us was given, taken or changed', data: { organisation: ORGANISATION, recommendation: 'the recommendation' }, organisations: ['organisation'] },
  'notice.told': { says: 'We were told something', data: { organisation: ORGANISATION, notice: 'the notice' }, organisations: ['organisation'] },
  'want.posted': { says: 'We posted a need', data: { network: NETWORK, organisation: ORGANISATION, want: 'the need' }, organisations: ['organisation'] },
  'want.ended': { says: 'A need of ours ended', data: { network: NETWORK, organisation: ORGANISATION, want: 'the need' }, organisations: ['organisation'] },
  'brief.published': ofBrief('A brief of ours was published'),
  'brief.changed': ofBrief('A brief of ours changed'),
  'brief.closed': ofBrief('A brief of ours closed'),
  'interest.shown': { says: 'Somebody is interested in a brief of ours', data: { network: NETWORK, brief: 'the brief', interest: 'the interest' }, organisations: [], ask: 'brief' },
  'interest.answered': { says: 'An interest of ours, or in a brief of ours, was answered', data: { network: NETWORK, brief: 'the brief', interest: 'the interest' }, organisations: [], ask: 'interest' },
  'partnership.agreed': ofBoth('A partnership of ours was agreed', 'partnership'),
  'partnership.ended': ofBoth('A partnership of ours ended', 'partnership'),
  'introduction.made': ofBoth('We were introduced', 'introduction', { network: NETWORK }),
  'referral.passed': ofBoth('Somebody was passed on by us or to us', 'referral'),
  'referral.answered': ofBoth('A referral of ours was answered', 'referral'),
  'referral.settled': ofBoth('What came of a referral of ours is known', 'referral'),
  'referral.thanked': ofBoth('A referral of ours was thanked for', 'referral'),
  'team.started': ofTeam('A team we lead was started'),
  'seat.taken': ofTeam('A seat in a team we lead was taken', { seat: 'the seat' }),
  'seat.left': ofTeam('A seat in a team we lead was left', { seat: 'the seat' }),
  'team.finished': ofTeam('A team we lead finished'),
} as const satisfies Partial<Readonly<Record<EventName, Told>>>

export type WebhookEvent = keyof typeof EVENTS
export const EVENT_NAMES = Object.keys(EVENTS) as [WebhookEvent, ...WebhookEvent[]] // the keys of the list above
export const NETWORK_EVENTS = EVENT_NAMES.filter((name) => 'network' in EVENTS[name])
export const ORGANISATION_EVENTS = EVENT_NAMES.filter((name) => EVENTS[name].organisations.length > 0 || 'ask' in EVENTS[name])

/** What goes out of some news: the ids of the list, and nothing else. */
export function dataOf(name: WebhookEvent, news: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.keys(EVENTS[name].data).map((key) => [key, news[key]]))
}

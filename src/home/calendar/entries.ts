import type { Ask } from '../../asks/index.ts'
import type { Brief } from '../../briefs/index.ts'
import type { Cover } from '../../cover/index.ts'
import type { Tx } from '../../kit/ctx.ts'
import type { CalendarEntry } from '../../kit/ical.ts'
import { beganOn, type Partnership } from '../../partnerships/index.ts'
import { routes } from '../../routes.ts'
import type { Team, TeamDate } from '../../teams/index.ts'

/**
 * What has a day, as it is written into somebody's calendar. Calendars are kept by others and read over shoulders, so an entry says as
 * little as still helps: no contact details, nobody's client, and not what somebody wrote to us. The page behind it says the rest.
 */
type At = Pick<Tx, 'url'>

/** By the room a question comes from. Who asks and what they wrote stays on the page. */
const QUESTIONS: Readonly<Record<string, string>> = {
  answers: 'a word about work you did', briefs: 'an offer of help with your brief', cover: 'a question about cover', introductions: 'an introduction', networks: 'an invitation',
  outcomes: 'a word about a job you did', partnerships: 'a partnership', referrals: 'a referral', teams: 'a question about a team',
}

export const ofAsk = (at: At, ask: Ask): CalendarEntry => ({
  uid: uid('ask', ask.id), says: `Last chance to answer: ${QUESTIONS[ask.kind.split('.')[0] ?? ''] ?? 'a question'}`, when: { at: ask.answerBy }, changedAt: ask.askedAt, href: at.url(routes.turns),
  detail: 'Somebody waits for your answer. After this it goes away by itself.',
})

export const ofBrief = (at: At, brief: Brief, slug: string, ours: boolean): CalendarEntry | undefined => brief.answerBy ? {
  uid: uid('brief', brief.id), says: `${ours ? 'Our brief closes' : 'A brief we offered help with closes'}: ${short(brief.title)}`, when: { on: brief.answerBy }, changedAt: brief.changedAt, href: at.url(routes.brief(slug, brief.id)),
} : undefined

export function ofPartnership(at: At, { id, partner, next, lastMomentAt, ...rest }: Partnership): readonly CalendarEntry[] {
  const href = at.url(routes.partnership(id)), name = short(partner.name)
  const began = beganOn({ ...rest, standing: rest.standing })
  return [
    ...(next?.on ? [{ uid: uid('next', id), says: `Next with ${name}: ${short(next.says)}`, when: { on: next.on }, changedAt: lastMomentAt, href }] : []),
    ...(rest.standing.is === 'agreed' ? [{ uid: uid('anniversary', id), says: `${name} and you: partners since ${began.slice(0, 4)}`, when: { on: yearAfter(began), yearly: true as const }, changedAt: rest.standing.at, href }] : []),
  ]
}

/** `says` was written without naming the client; whoever took it sees no more here. */
export const ofCover = (at: At, cover: Cover, ours: boolean): CalendarEntry => ({
  uid: uid('cover', cover.id), says: `${ours ? 'Cover for us' : 'We cover'}: ${short(cover.says)}`, when: { on: cover.startsOn, untilOn: cover.endsOn }, changedAt: cover.takenAt ?? cover.madeAt, href: at.url(ours ? routes.coverOf(cover.id) : routes.cover),
})

export function ofTeam(at: At, team: Team): readonly CalendarEntry[] {
  const href = at.url(routes.team(team.id)), title = short(team.title)
  return [
    ...(team.answerBy ? [{ uid: uid('team-answer', team.id), says: `To be answered: ${title}`, when: { on: team.answerBy }, changedAt: team.madeAt, href }] : []),
    ...(team.startsOn ? [{ uid: uid('team-work', team.id), says: `Work: ${title}`, when: { on: team.startsOn, untilOn: team.endsOn }, changedAt: team.madeAt, href }] : []),
  ]
}

export const ofTeamDate = (at: At, one: TeamDate, kind: 'team-date' | 'team-part'): CalendarEntry => ({
  uid: uid(kind, one.id), says: `${short(one.title)}: ${short(one.says)}`, when: { on: one.on, untilOn: one.untilOn }, changedAt: one.changedAt, href: at.url(routes.team(one.team)),
})

const uid = (what: string, id: string): string => `${what}-${id}@guildhall`

/** The 29th of February comes round on the 28th. */
const yearAfter = (on: string): string => on.slice(5) === '02-29' ? `${Number(on.slice(0, 4)) + 1}-02-28` : `${Number(on.slice(0, 4)) + 1}${on.slice(4)}`

const MOST = 120

/** One line, without addresses and numbers that people have typed among their words. */
export function short(words: string): string {
  const line = withoutContacts(words).replaceAll(/\s+/gu, ' ').trim()
  return line.length > MOST ? `${[...line].slice(0, MOST - 1).join('')}…` : line
}

export function withoutContacts(words: string): string {
  return words.replaceAll(/[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>().,;]+/gu, '…').replaceAll(/(?<![\p{L}\p{N}])(?:\+\s?\d|\(?0\d)[\d\s().-]{6,}\d/gu, '…')
}

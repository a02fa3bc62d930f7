import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { defineNoticeKind, tell, type Told } from '../notices/index.ts'
import { namesOfOrganisations } from '../organisations/index.ts'
import { routes } from '../routes.ts'
import type { Team } from './team.ts'
import { findTeam } from './team-store.ts'

type Kind = 'teams.joined' | 'teams.declined' | 'teams.suggested' | 'teams.silence' | 'teams.left' | 'teams.stands' | 'teams.given-up' | 'teams.words' | 'teams.capacity' | 'teams.proof' | 'teams.gone' | 'teams.agreed' | 'teams.out' | 'teams.over' | 'teams.finished'

/** What this room tells, and need not be answered. Ids only; the words are made when somebody reads them. */
const SAYS: Readonly<Record<Kind, { readonly good: boolean; readonly says: (who: string, team: string) => string; readonly more: string; readonly outside?: true }>> = {
  'teams.joined': { good: true, says: (who, team) => `${who} has joined your team for “${team}”.`, more: 'See the team' },
  'teams.declined': { good: false, says: (who, team) => `${who} cannot join “${team}” this time.`, more: 'See who else could' },
  'teams.suggested': { good: false, says: (who, team) => `${who} cannot join “${team}”, and suggests somebody else.`, more: 'See whom' },
  'teams.silence': { good: false, says: (who, team) => `${who} did not answer your invitation to “${team}”.`, more: 'Ask somebody else' },
  'teams.left': { good: false, says: (who, team) => `${who} has left the team for “${team}”.`, more: 'See what falls open' },
  'teams.stands': { good: true, says: (who, team) => `${who} says that the changed part in “${team}” still stands.`, more: 'See the team' },
  'teams.given-up': { good: false, says: (who, team) => `${who} has given a changed part of “${team}” back.`, more: 'See what falls open' },
  'teams.words': { good: false, says: (who, team) => `${who} suggests other words for purpose and scope in “${team}”.`, more: 'Read them' },
  'teams.capacity': { good: false, says: (who, team) => `${who} has said whether they have room for “${team}”.`, more: 'See the answer' },
  'teams.proof': { good: false, says: (who, team) => `${who} has said whether their proof for “${team}” still stands.`, more: 'See the answer' },
  'teams.gone': { good: false, says: (_, team) => `The seat you were asked to take in “${team}” is no longer open. Nothing is expected of you.`, more: '', outside: true },
  'teams.agreed': { good: true, says: (who, team) => `${who} agrees to your words on purpose and scope in “${team}”. Your seat waits for your yes.`, more: '', outside: true },
  'teams.out': { good: false, says: (who, team) => `${who} has ended your seat in the team for “${team}”.`, more: '', outside: true },
  'teams.over': { good: false, says: (_, team) => `The team for “${team}” has ended.`, more: 'See the team' },
  'teams.finished': { good: true, says: (_, team) => `The job “${team}” is finished. Thank you for your part.`, more: 'See the team' },
}

for (const [name, { good, says, more, outside }] of Object.entries(SAYS)) {
  defineNoticeKind({
    name, good,
    describe: async (tx, notice): Promise<Told | undefined> => {
      const team = await findTeam(tx, notice.subject['team'] as Id<'team'>) // written below
      if (!team) return undefined
      const organisation = notice.subject['organisation'] as Id<'organisation'> | undefined // written below
      const who = organisation ? (await namesOfOrganisations(tx, [organisation])).get(organisation) : undefined
      return { says: says(who ?? notice.subject['name'] ?? 'Somebody', team.title), ...(outside ? {} : { href: hrefOf(notice.subject, team), more }) }
    },
  })
}

function hrefOf(subject: Readonly<Record<string, string>>, team: Team): string {
  return subject['seat'] && subject['seat'] !== '' ? routes.seat(team.id, subject['seat']) : routes.team(team.id)
}

type Subject = { readonly seat?: string; readonly part?: string; readonly organisation?: string }

export function tellLead(house: Tx, team: Team, kind: Kind, subject: Subject): Promise<unknown> {
  return tell(house, { kind, to: team.lead, subject: { team: team.id, ...subject } })
}

export async function tellMember(house: Tx, team: Team, to: Id<'organisation'>, kind: Kind): Promise<void> {
  if (to !== team.lead) await tell(house, { kind, to, subject: { team: team.id, organisation: team.lead } })
}

import { assemble, changedPool, whatIf, type Assembly, type Change as EngineChange, type Pool, type SteadyTeam, type Sure, type Team as EngineTeam } from '../../engine/index.ts'
import type { Choices } from './line-up.ts'
import type { Part } from './team.ts'
import type { Fed } from './pools.ts'

/** Teams the engine proposes for a line-up's choices, in words a lead can weigh and disagree with. */
export type Proposal = {
  readonly kind: 'smallest' | 'one more' | 'two more' | 'different' | 'steady'
  readonly title: string
  readonly members: readonly { readonly organisation: string; readonly parts: readonly string[]; readonly alone: boolean; readonly vouchedBy?: string; /** Somebody outside the team who could take over what they do, or some of it. */ readonly standIn?: { readonly organisation: string; readonly forAll: boolean } }[]
  /** Parts without a holder. */
  readonly open: readonly string[]
  /** "Proven best", or how far below it can be at most. */
  readonly sure: string
  readonly extra?: string
}

export type Proposals =
  | { readonly is: 'proposed'; readonly proposals: readonly Proposal[]; readonly gaps: readonly string[] }
  | { readonly is: 'refused'; readonly says: string }

const now = () => performance.now()
const KINDS = ['smallest', 'one more', 'two more'] as const
const TITLES: Readonly<Record<Proposal['kind'], string>> = {
  smallest: 'The smallest team', 'one more': 'One more organisation', 'two more': 'Two more organisations', different: 'A different team', steady: 'One that survives any departure',
}

/** Everything there is to propose, within the time a page may take. */
export function proposalsFor(fed: Fed, choices: Choices, milliseconds = 350): Proposals {
  const pool = chosenPool(fed, choices)
  if (pool.is === 'refused') return { is: 'refused', says: pool.says }
  return told(assemble(pool.pool, { now, milliseconds, steady: true }), fed.covers)
}

/** One click's answer: who would make the best team now, in a few milliseconds. */
export function quickProposal(fed: Fed, choices: Choices): Proposals {
  if (fed.pool.is === 'refused') return { is: 'refused', says: refusalInWords(fed.pool.because) }
  const answer = whatIf(fed.pool, changesFrom(choices), { now })
  return answer.is === 'refused' ? { is: 'refused', says: refusalInWords(answer.because) } : told(answer, fed.covers)
}

function chosenPool(fed: Fed, choices: Choices): { is: 'pool'; pool: Pool } | { is: 'refused'; says: string } {
  if (fed.pool.is === 'refused') return { is: 'refused', says: refusalInWords(fed.pool.because) }
  const pool = changedPool(fed.pool, changesFrom(choices))
  return pool.is === 'refused' ? { is: 'refused', says: refusalInWords(pool.because) } : { is: 'pool', pool }
}

function changesFrom({ pinned, banned, parts }: Choices): EngineChange[] {
  return [
    ...pinned.map((pin): EngineChange => ({ pin })), ...banned.map((ban): EngineChange => ({ ban })),
    ...Object.entries(parts).map(([id, need]): EngineChange => (need === 'out' ? { withoutPart: id } : { part: { id, need } })),
  ]
}

function told({ teams, gaps, different, steady }: Assembly, covers: Fed['covers']): Proposals {
  const first = teams[0]?.members.length ?? 0
  const sized = teams.flatMap((team) => { const kind = KINDS[team.members.length - first]; return kind ? [proposal(kind, team, covers)] : [] })
  return { is: 'proposed', gaps, proposals: [...sized, ...(different ? [proposal('different', different, covers)] : []), ...(steady ? [{ ...proposal('steady', steady, covers), extra: extraInWords(steady) }] : [])] }
}

function proposal(kind: Proposal['kind'], team: EngineTeam, covers: Fed['covers']): Proposal {
  return {
    kind, title: TITLES[kind], open: team.open, sure: sureInWords(team.sure),
    members: team.members.map((member) => ({ organisation: member.id, parts: member.parts, alone: member.alone.length > 0, vouchedBy: member.vouchedBy?.id, standIn: standInFor(member, covers) })),
  }
}

/** The engine names whoever adds most; that may be somebody known to the others who does none of these parts. */
function standInFor({ parts, substitute }: EngineTeam['members'][number], covers: Fed['covers']): Proposal['members'][number]['standIn'] {
  const could = substitute ? parts.filter((part) => covers.get(part)?.has(substitute.id)) : []
  return substitute && could.length > 0 ? { organisation: substitute.id, forAll: could.length === parts.length } : undefined
}

export function sureInWords(sure: Sure): string {
  if (sure.is === 'proven best') return 'Proven best: no team of this size covers it better.'
  return `At most ${sure.atMostBelow.percent.toLocaleString('en-GB', { maximumFractionDigits: 1 })} % below the best there can be.`
}

function extraInWords({ extraMembers, fewestProven }: SteadyTeam): string {
  const more = extraMembers === 0 ? 'It needs no more organisations than the smallest team.' : extraMembers === 1 ? 'It needs one more organisation than the smallest team.' : `It needs ${extraMembers} more organisations than the smallest team.`
  return fewestProven ? `${more} Fewer would not do.` : more
}

function refusalInWords(because: string): string {
  switch (because) {
    case 'no parts': return 'Every part was left out of this line-up. Put one back, and teams are proposed again.'
    case 'a must-have that is also a must-not': return 'Somebody is wanted and not wanted at once. Undo one of the two.'
    case 'a must-have nobody knows': return 'Somebody who must be in is no longer shown to you. Let them go, and teams are proposed again.'
    case 'more must-haves than the limit': return 'More organisations must be in than a team can hold. Let one go.'
    default: return 'These choices cannot all hold at once. Undo the last one.'
  }
}

/** Parts as this line-up counts them. */
export function partsIn(parts: readonly Part[], choices: Choices): readonly Part[] {
  return parts.flatMap((part) => {
    const word = choices.parts[part.id]
    if (word === 'out') return []
    return [word ? { ...part, need: word } : part]
  })
}

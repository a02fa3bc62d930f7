import { STRENGTH_WORDS, STRENGTHS, type Strength } from '../../answers/index.ts'
import { newId } from '../../kit/ids.ts'
import type { Capability } from '../../networks/index.ts'
import { dayMeant, keptBecause, memberNamed } from './member-named.ts'
import type { KnownMember } from './plan-members.ts'
import { inTurns, type Cells, type Field, type Planned, type SourceRow } from './shape.ts'

export const CLAIM_FIELDS: readonly Field[] = [
  { name: 'id', label: 'Guildhall’s own id', guess: /^(id|guildhall id|claim id)$/, hint: 'Only in tables that came from here' },
  { name: 'member', label: 'Member', needed: true, guess: /^(member|organi[sz]ation|business|company|charity|name|who)( name)?$/ },
  { name: 'capability', label: 'Capability', needed: true, guess: /^(capabilit(y|ies)|skill|service|what|what they can do|competenc(y|e)|code|capability code)$/, hint: 'Its name, another word for it, or its code' },
  { name: 'strength', label: 'How strong', guess: /^(strength|how strong|level|claim|grade)$/, words: Object.values(STRENGTH_WORDS), readAs: STRENGTH_WORDS },
  { name: 'says', label: 'In their words', long: true, guess: /^(says|in their words|details?|description|notes?|about)$/ },
  { name: 'capacity', label: 'How much they can take on', guess: /^(capacity|how much|availability|available)$/ },
  { name: 'from', label: 'From', guess: /^(from|available from|capacity from|starts?( on)?)$/ },
  { name: 'until', label: 'Until', guess: /^(until|available until|to|ends?( on)?)$/ },
]

export type KnownClaim = { readonly id: string; readonly organisation: string; readonly capability?: string; readonly cells: Cells }
export type KnownForClaims = { readonly members: readonly KnownMember[]; readonly claims: readonly KnownClaim[]; readonly capabilities: readonly Capability[] }

/** What a table of claims would do. A row meets a claim by our own id, else by its member and capability. */
export async function planClaims({ members, claims, capabilities }: KnownForClaims, rows: readonly SourceRow[]): Promise<readonly Planned[]> {
  const named = memberNamed(members)
  const byMember = new Map(members.map((one) => [one.id, one]))
  const byId = new Map(claims.map((one) => [one.id, one]))
  const key = (organisation: string, capability: string | undefined, title: string) => `${organisation} ${capability ?? title.toLowerCase()}`
  const byKey = new Map(claims.map((one) => [key(one.organisation, one.capability, one.cells['capability'] ?? ''), one]))
  const words = new Map(capabilities.filter((one) => !one.retiredAt).flatMap((one) => [...one.synonyms, one.code ?? '', one.title].filter(Boolean).map((word) => [word.toLowerCase(), one] as const)))
  const taken = new Map<string, number>()
  return inTurns(rows, (row) => {
    const { said, problems } = readClaim(row)
    const mine = said['id'] ? byId.get(said['id']) : undefined
    if (said['id'] && !mine) problems['id'] = 'No claim in this network has this id. Empty the cell to go by member and capability.'
    const { found: member, problem } = named(said['member'] ?? '')
    if (problem) problems['member'] = problem
    else if (mine && member && mine.organisation !== member.id) problems['member'] = `This claim is ${byMember.get(mine.organisation)?.name ?? 'another member'}’s. A claim cannot be given to somebody else.`
    const capability = words.get((said['capability'] ?? '').toLowerCase())
    const title = capability?.title ?? said['capability'] ?? ''
    const at = key(member?.id ?? '', capability?.id, title)
    const found = mine ?? byKey.get(at)
    const twin = member ? taken.get(found?.id ?? at) : undefined
    if (twin !== undefined) problems['capability'] = `Row ${twin} says the same of this member. Leave one of them out.`
    else taken.set(found?.id ?? at, row.number)
    const { id: _, ...cells }: Record<string, string> = { ...said, member: member?.name ?? said['member'] ?? '', capability: title }
    const name = `${cells['member'] ?? ''}: ${title}`
    const kept = member && keptBecause(member)
    if (!found) {
      const after = { ...cells, strength: cells['strength'] || 'can_do', organisation: member?.id ?? '', capabilityId: capability?.id ?? '' }
      return { number: row.number, name, does: kept ? 'kept' : 'new', because: kept, subject: newId(), changes: kept ? [{ field: 'capability', from: '', to: title }] : [], after, problems }
    }
    const changes = Object.entries(cells).flatMap(([field, to]) => {
      const from = found.cells[field] ?? ''
      return field === 'member' || from === to || (to === '' && (!mine || field === 'strength')) ? [] : [{ field, from, to }]
    })
    const before = { ...found.cells, organisation: found.organisation, capabilityId: found.capability ?? '' }
    const after = { ...before, ...Object.fromEntries(changes.map(({ field, to }) => [field, to])), ...(changes.some(({ field }) => field === 'capability') ? { capabilityId: capability?.id ?? '' } : {}) }
    const does = changes.length === 0 ? 'same' : kept ? 'kept' : 'changed'
    return { number: row.number, name, does, because: does === 'kept' ? kept : undefined, subject: found.id, changes, before, after: does === 'kept' ? before : after, problems }
  })
}

function readClaim({ cells, unreadable }: SourceRow): { said: Cells; problems: Record<string, string> } {
  const problems: Record<string, string> = {}
  const said: Record<string, string> = Object.fromEntries(Object.entries(cells).map(([field, written]) => [field, written.trim()]))
  if (said['id']) said['id'] = said['id'].toLowerCase()
  if (said['strength']) {
    const strength = strengthMeant(said['strength'])
    if (strength) said['strength'] = strength
    else problems['strength'] = `We do not know “${said['strength'].slice(0, 40)}”. Write one of: ${Object.values(STRENGTH_WORDS).join(', ')}.`
  }
  for (const field of ['from', 'until']) {
    if (!said[field]) continue
    const day = dayMeant(said[field])
    if (day) said[field] = day
    else problems[field] = 'This is not a date. Write it as 2027-03-02 or 2 Mar 2027.'
  }
  if (said['from'] && said['until'] && said['until'] < said['from']) problems['until'] = 'This day comes before the one it starts on.'
  if (!said['capability']) problems['capability'] = 'Say what they can do.'
  for (const [field, most] of [['capability', 120], ['says', 300], ['capacity', 160]] as const) if ((said[field] ?? '').length > most) problems[field] = `${most} characters are the most here.`
  return { said, problems: { ...problems, ...unreadable } }
}

function strengthMeant(word: string): Strength | undefined {
  const plain = word.toLowerCase()
  return STRENGTHS.find((one) => one === plain.replaceAll(/[ -]/g, '_') || STRENGTH_WORDS[one].toLowerCase() === plain)
}

import { newId } from '../../kit/ids.ts'
import { dayMeant, keptBecause, memberNamed } from './member-named.ts'
import type { KnownMember } from './plan-members.ts'
import { inTurns, type Cells, type Field, type Planned, type SourceRow } from './shape.ts'
import { findJob, keysOf, type KnownJob } from './same-job.ts'

export const JOB_FIELDS: readonly Field[] = [
  { name: 'id', label: 'Guildhall’s own id', guess: /^(id|guildhall id|job id)$/, hint: 'Only in tables that came from here' },
  { name: 'member', label: 'Member', needed: true, guess: /^(member|organi[sz]ation|business|company|charity|name|who)( name)?$/ },
  { name: 'what', label: 'What the job was', needed: true, guess: /^(what|what the job was|job|project|work|title|description)$/ },
  { name: 'finishedOn', label: 'Finished on', needed: true, guess: /^(finished( on)?|date|completed( on)?|end(ed)?( on| date)?|when)$/ },
  { name: 'forWhom', label: 'For whom', guess: /^(for whom|customer|client|for)$/ },
  { name: 'did', label: 'Their part in it', guess: /^(their part( in it)?|part|role|did)$/ },
  { name: 'partners', label: 'Together with', guess: /^(together with|partners?|with( whom)?|who with whom|others)$/, hint: 'Names of members, with a semicolon between them' },
  { name: 'lead', label: 'Who led it', guess: /^(who led( it)?|lead|leader|led by|co-?ordinator)$/, hint: 'One of those who took part' },
  { name: 'reference', label: 'Number or code of its own', guess: /^(number or code of its own|reference|ref|(job|project|contract|order) (number|no\.?|code|reference|ref))$/, hint: 'Where jobs have one, rows meet by it' },
  { name: 'heard', label: 'Who else says so', guess: /^(who else says so|confirmed by|witness|funder|funded by)$/, hint: 'Somebody who is not here and was there, such as the customer or a funder' },
  { name: 'startedOn', label: 'Began on', guess: /^(began( on)?|started( on)?|start( date)?)$/ },
  { name: 'about', label: 'More about it', long: true, guess: /^(more about it|about|details|long description|abstract|summary|objective)$/ },
  { name: 'keywords', label: 'Keywords', guess: /^(keywords?|tags?|fields?|topics?)$/, hint: 'With a semicolon between them. One that is a capability here stands as proof behind the claims of those who took part' },
]

/** A table may bring work that took many; a form asks for twenty. */
const MOST_PARTNERS = 200
const MOST_KEYWORDS = 60

/**
 * What a table of finished jobs would do. A row meets a job by our own id; else by its own number, where it has one; else by member, what
 * it was and the day it was finished. Of those who took part, whoever is listed by this organiser is spoken for by them.
 */
export async function planJobs(known: { members: readonly KnownMember[]; jobs: readonly KnownJob[]; today: string }, rows: readonly SourceRow[]): Promise<readonly Planned[]> {
  const named = memberNamed(known.members)
  const find = findJob(known.jobs)
  const taken = new Map<string, number>()
  return inTurns(rows, (row) => {
    const { said, problems } = readJob(row, known.today)
    const { found: member, problem } = named(said['member'] ?? '')
    if (problem) problems['member'] = problem
    const { mine, found } = find(member?.id ?? '', said)
    if (said['id'] && !mine) problems['id'] = 'No job in this network has this id. Empty the cell to go by its number, or by member, words and day.'
    else if (mine && member && mine.organisation !== member.id) problems['member'] = 'Another member noted this job. A job cannot be given to somebody else.'
    const others = partnersIn(said, member, named, problems)
    const led = leadersIn(said, member, others, named, problems)
    const { id: _, ...cells }: Record<string, string> = { ...said, member: member?.name ?? said['member'] ?? '', ...('partners' in said ? { partners: namesOf(others) } : {}), ...('lead' in said ? { lead: namesOf(led) } : {}) }
    const at = found?.id ?? keysOf(member?.id ?? '', cells)[0]
    const twin = member ? taken.get(at) : undefined
    if (twin !== undefined) problems['what'] = `Row ${twin} is about the same job. Leave one of them out, or give each its own number.`
    else taken.set(at, row.number)
    const name = `${cells['member'] ?? ''}: ${cells['what'] ?? ''}`
    const kept = member && keptBecause(member)
    const who = { organisation: member?.id ?? '', parties: idsOf(others), spokenFor: idsOf(others.filter((one) => one.ours)), leads: idsOf(led) }
    if (!found) return { number: row.number, name, does: kept ? 'kept' : 'new', because: kept, subject: newId(), changes: kept ? [{ field: 'what', from: '', to: cells['what'] ?? '' }] : [], after: { ...cells, ...who }, problems }
    const changes = Object.entries(cells).flatMap(([field, to]) => {
      const from = found.cells[field] ?? ''
      return field === 'member' || from === to || (to === '' && !mine) ? [] : [{ field, from, to }]
    })
    if (changes.some(({ field }) => field === 'partners') && !kept && found.parties.some((party) => !others.some(({ id }) => id === party))) problems['partners'] ??= 'A table cannot take a partner off a job, since they may have said yes to it. Name them too.'
    const before = { ...found.cells, organisation: found.organisation, parties: found.parties.join(' '), leads: found.leads.join(' ') }
    const after = {
      ...before, ...Object.fromEntries(changes.map(({ field, to }) => [field, to])), ...('partners' in said && others.length > 0 ? { parties: who.parties, spokenFor: who.spokenFor } : {}), ...('lead' in said && (led.length > 0 || mine) ? { leads: who.leads } : {}),
    }
    const does = changes.length === 0 ? 'same' : kept ? 'kept' : 'changed'
    return { number: row.number, name, does, because: does === 'kept' ? kept : undefined, subject: found.id, changes, before, after: does === 'kept' ? before : after, problems }
  })
}

type Named = ReturnType<typeof memberNamed>
type Problems = Record<string, string>
const wordsIn = (cell: string | undefined) => (cell ?? '').split(';').map((one) => one.trim()).filter(Boolean)
const namesOf = (members: readonly KnownMember[]) => members.map(({ name }) => name).join('; ')
const idsOf = (members: readonly KnownMember[]) => members.map(({ id }) => id).join(' ')

/** Everybody besides the one who noted it, each once, by name. */
function partnersIn(said: Cells, member: KnownMember | undefined, named: Named, problems: Problems): readonly KnownMember[] {
  const words = wordsIn(said['partners'])
  if (words.length > MOST_PARTNERS) problems['partners'] = `${MOST_PARTNERS} partners are the most.`
  const partners = words.slice(0, MOST_PARTNERS).map(named)
  const stranger = partners.find((one) => one.problem)?.problem
  if (stranger) problems['partners'] ??= stranger
  return [...new Map(partners.flatMap(({ found }) => (found && found.id !== member?.id ? [[found.id, found] as const] : []))).values()].sort((a, b) => inOrder(a.name, b.name))
}

function leadersIn(said: Cells, member: KnownMember | undefined, others: readonly KnownMember[], named: Named, problems: Problems): readonly KnownMember[] {
  const leaders = wordsIn(said['lead']).slice(0, MOST_PARTNERS).map(named)
  const stranger = leaders.find((one) => one.problem)?.problem
  if (stranger) problems['lead'] = stranger
  const led = [...new Map(leaders.flatMap(({ found }) => (found ? [[found.id, found] as const] : []))).values()].sort((a, b) => inOrder(a.name, b.name))
  if (led.some((one) => one.id !== member?.id && !others.some(({ id }) => id === one.id))) problems['lead'] ??= 'Whoever led it has to be among those who took part.'
  return led
}

const inOrder = new Intl.Collator('en-GB').compare // a collator made once: thirty times as quick as localeCompare over a hundred thousand names

function readJob({ cells, unreadable }: SourceRow, today: string): { said: Cells; problems: Record<string, string> } {
  const problems: Record<string, string> = {}
  const said: Record<string, string> = Object.fromEntries(Object.entries(cells).map(([field, written]) => [field, written.trim()]))
  if (said['id']) said['id'] = said['id'].toLowerCase()
  if (!said['what']) problems['what'] = 'Say what the job was.'
  const day = dayMeant(said['finishedOn'] ?? '')
  if (!day) problems['finishedOn'] = said['finishedOn'] ? 'This is not a date. Write it as 2027-03-02 or 2 Mar 2027.' : 'Say when it was finished.'
  else if (day > today) problems['finishedOn'] = 'That day is still to come. Bring the job once it is finished.'
  else said['finishedOn'] = day
  const began = dayMeant(said['startedOn'] ?? '')
  if (said['startedOn'] && !began) problems['startedOn'] = 'This is not a date. Write it as 2027-03-02 or 2 Mar 2027.'
  else if (began && day && began > day) problems['startedOn'] = 'It cannot begin after it was finished.'
  else if (began) said['startedOn'] = began
  if ('keywords' in said) {
    const keywords = [...new Map(wordsIn(said['keywords']).map((word) => [word.toLowerCase(), word])).values()]
    if (keywords.length > MOST_KEYWORDS || keywords.some((word) => word.length > 120)) problems['keywords'] = `${MOST_KEYWORDS} keywords are the most, of 120 characters each.`
    said['keywords'] = keywords.join('; ')
  }
  for (const [field, most] of [['what', 200], ['forWhom', 120], ['did', 200], ['reference', 60], ['heard', 100], ['about', 4_000]] as const) if ((said[field] ?? '').length > most) problems[field] = `${most} characters are the most here.`
  return { said, problems: { ...problems, ...unreadable } }
}

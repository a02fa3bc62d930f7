import { newId } from '../../kit/ids.ts'
import { dayMeant, keptBecause, memberNamed } from './member-named.ts'
import type { KnownMember } from './plan-members.ts'
import { inTurns, type Cells, type Field, type Planned, type SourceRow } from './shape.ts'

export const JOB_FIELDS: readonly Field[] = [
  { name: 'id', label: 'Guildhall’s own id', guess: /^(id|guildhall id|job id)$/, hint: 'Only in tables that came from here' },
  { name: 'member', label: 'Member', needed: true, guess: /^(member|organi[sz]ation|business|company|charity|name|who)( name)?$/ },
  { name: 'what', label: 'What the job was', needed: true, guess: /^(what|what the job was|job|project|work|title|description)$/ },
  { name: 'finishedOn', label: 'Finished on', needed: true, guess: /^(finished( on)?|date|completed( on)?|end(ed)?( on| date)?|when)$/ },
  { name: 'forWhom', label: 'For whom', guess: /^(for whom|customer|client|for)$/ },
  { name: 'did', label: 'Their part in it', guess: /^(their part( in it)?|part|role|did)$/ },
  { name: 'partners', label: 'Together with', guess: /^(together with|partners?|with( whom)?|who with whom|others)$/, hint: 'Names of members, with a semicolon between them' },
]

/** `partners` in cells are names; `parties` are all who are in it. */
export type KnownJob = { readonly id: string; readonly organisation: string; readonly cells: Cells; readonly parties: readonly string[] }

/** What a table of finished jobs would do. A row meets a job by our own id, else by member, what it was and the day it was finished. */
export async function planJobs(known: { members: readonly KnownMember[]; jobs: readonly KnownJob[]; today: string }, rows: readonly SourceRow[]): Promise<readonly Planned[]> {
  const named = memberNamed(known.members)
  const byId = new Map(known.jobs.map((one) => [one.id, one]))
  const key = (organisation: string, cells: Cells) => `${organisation} ${cells['finishedOn'] ?? ''} ${(cells['what'] ?? '').toLowerCase()}`
  const byKey = new Map(known.jobs.map((one) => [key(one.organisation, one.cells), one]))
  const taken = new Map<string, number>()
  return inTurns(rows, (row) => {
    const { said, problems } = readJob(row, known.today)
    const mine = said['id'] ? byId.get(said['id']) : undefined
    if (said['id'] && !mine) problems['id'] = 'No job in this network has this id. Empty the cell to go by member, words and day.'
    const { found: member, problem } = named(said['member'] ?? '')
    if (problem) problems['member'] = problem
    else if (mine && member && mine.organisation !== member.id) problems['member'] = 'Another member noted this job. A job cannot be given to somebody else.'
    const partners = (said['partners'] ?? '').split(';').map((one) => one.trim()).filter(Boolean).slice(0, 21).map(named)
    const stranger = partners.find((one) => one.problem)?.problem
    if (stranger) problems['partners'] = stranger
    if (partners.length > 20) problems['partners'] = '20 partners are the most.'
    const others = [...new Map(partners.flatMap(({ found }) => (found && found.id !== member?.id ? [[found.id, found.name] as const] : [])))].sort(([, a], [, b]) => a.localeCompare(b, 'en-GB'))
    const { id: _, ...cells }: Record<string, string> = { ...said, member: member?.name ?? said['member'] ?? '', ...('partners' in said ? { partners: others.map(([, name]) => name).join('; ') } : {}) }
    const at = key(member?.id ?? '', cells)
    const found = mine ?? byKey.get(at)
    const twin = member ? taken.get(found?.id ?? at) : undefined
    if (twin !== undefined) problems['what'] = `Row ${twin} is about the same job. Leave one of them out.`
    else taken.set(found?.id ?? at, row.number)
    const name = `${cells['member'] ?? ''}: ${cells['what'] ?? ''}`
    const kept = member && keptBecause(member)
    const parties = others.map(([id]) => id).join(' ')
    if (!found) return { number: row.number, name, does: kept ? 'kept' : 'new', because: kept, subject: newId(), changes: kept ? [{ field: 'what', from: '', to: cells['what'] ?? '' }] : [], after: { ...cells, organisation: member?.id ?? '', parties }, problems }
    const changes = Object.entries(cells).flatMap(([field, to]) => {
      const from = found.cells[field] ?? ''
      return field === 'member' || from === to || (to === '' && !mine) ? [] : [{ field, from, to }]
    })
    if (changes.some(({ field }) => field === 'partners') && !kept && found.parties.some((party) => !others.some(([id]) => id === party))) problems['partners'] ??= 'A table cannot take a partner off a job, since they may have said yes to it. Name them too.'
    const before = { ...found.cells, organisation: found.organisation, parties: found.parties.join(' ') }
    const after = { ...before, ...Object.fromEntries(changes.map(({ field, to }) => [field, to])), ...('partners' in said && others.length > 0 ? { parties } : {}) }
    const does = changes.length === 0 ? 'same' : kept ? 'kept' : 'changed'
    return { number: row.number, name, does, because: does === 'kept' ? kept : undefined, subject: found.id, changes, before, after: does === 'kept' ? before : after, problems }
  })
}

function readJob({ cells, unreadable }: SourceRow, today: string): { said: Cells; problems: Record<string, string> } {
  const problems: Record<string, string> = {}
  const said: Record<string, string> = Object.fromEntries(Object.entries(cells).map(([field, written]) => [field, written.trim()]))
  if (said['id']) said['id'] = said['id'].toLowerCase()
  if (!said['what']) problems['what'] = 'Say what the job was.'
  const day = dayMeant(said['finishedOn'] ?? '')
  if (!day) problems['finishedOn'] = said['finishedOn'] ? 'This is not a date. Write it as 2027-03-02 or 2 Mar 2027.' : 'Say when it was finished.'
  else if (day > today) problems['finishedOn'] = 'That day is still to come. Bring the job once it is finished.'
  else said['finishedOn'] = day
  for (const [field, most] of [['what', 200], ['forWhom', 120], ['did', 200]] as const) if ((said[field] ?? '').length > most) problems[field] = `${most} characters are the most here.`
  return { said, problems: { ...problems, ...unreadable } }
}

import { newId } from '../../kit/ids.ts'
import { SCHEME_CODES } from '../../organisations/index.ts'
import { readMember, type MemberRead } from './read-member.ts'
import { inTurns, type Cells, type Change, type Planned, type SourceRow } from './shape.ts'

/** A member as the organiser may see it: what is not shown to them is not in `cells`. */
export type KnownMember = { readonly id: string; readonly name: string; readonly cells: Cells; /** Listed by this very organiser, and nobody has claimed it. */ readonly ours: boolean; readonly claimed: boolean }

/**
 * What a table of members would do. Rows meet members by our own id, a number of a register, their name, or their e-mail address. A row
 * with our id says all there is, so an empty cell clears; in any other an empty cell only says that somebody did not know.
 */
export async function planMembers(known: readonly KnownMember[], rows: readonly SourceRow[]): Promise<readonly Planned[]> {
  const read = await inTurns(rows, (row) => ({ row, member: readMember(row) }))
  const find = finder(known, read.map(({ member }) => member))
  const takenBy = new Map<string, number>()
  return inTurns(read, ({ row: { number }, member }) => {
    const { found, problem } = find(member)
    const planned = planOne(number, member, found)
    const key = found?.id ?? `${planned.name.toLowerCase()}\n${planned.after['district'] ?? ''}`
    const twin = planned.name === '' ? undefined : takenBy.get(key)
    if (twin === undefined) takenBy.set(key, number)
    const twice: Cells = twin === undefined ? {} : { name: `Row ${twin} is about the same one. Leave one of them out, or say how they differ by name or postcode.` }
    return { ...planned, problems: { ...twice, ...(problem ? { [problem.field]: problem.says } : {}), ...planned.problems } }
  })
}

function planOne(number: number, { cells, problems, kindGuessed }: MemberRead, found: KnownMember | undefined): Planned {
  const { id: _, ...said } = cells
  if (!found) return { number, name: said['name'] ?? '', does: 'new', subject: newId(), changes: [], after: said, problems }
  const clears = cells['id'] === found.id
  const changes = Object.entries(said).flatMap(([field, to]): readonly Change[] => {
    const from = found.cells[field]
    if (from === undefined || from === to || (to === '' && !clears) || (field === 'kind' && kindGuessed)) return []
    return [{ field, from, to }]
  })
  const after = { ...found.cells, ...Object.fromEntries(changes.map(({ field, to }) => [field, to])) }
  const does = changes.length === 0 ? 'same' : found.ours ? 'changed' : 'kept'
  const because = does !== 'kept' ? undefined : found.claimed ? 'Its own people look after this page.' : 'Another organiser listed it and looks after it.'
  return { number, name: found.name, does, because, subject: found.id, changes, before: found.cells, after: does === 'kept' ? found.cells : after, problems }
}

type Found = { found?: KnownMember; problem?: { field: string; says: string } }

function finder(known: readonly KnownMember[], rows: readonly MemberRead[]): (row: MemberRead) => Found {
  const byId = new Map(known.map((one) => [one.id, one]))
  const byName = Map.groupBy(known, (one) => one.name.toLowerCase())
  const byNumber = new Map(known.flatMap((one) => SCHEME_CODES.flatMap((scheme) => numbersIn(one.cells, scheme).map((value) => [`${scheme} ${value}`, one] as const))))
  const byEmail = Map.groupBy(known.filter((one) => one.cells['email']), (one) => one.cells['email'] ?? '')
  const emailsInFile = Map.groupBy(rows, ({ cells }) => cells['email'] ?? '')
  return ({ cells }) => {
    const id = cells['id']
    if (id) return byId.has(id) ? { found: byId.get(id) } : { problem: { field: 'id', says: 'No member of this network has this id. Empty the cell to go by the name.' } }
    for (const scheme of SCHEME_CODES) for (const value of numbersIn(cells, scheme)) { const one = byNumber.get(`${scheme} ${value}`); if (one) return { found: one } }
    const named = byName.get((cells['name'] ?? '').toLowerCase()) ?? []
    if (named.length === 1) return { found: named[0] }
    if (named.length > 1) {
      const near = named.filter((one) => cells['district'] && one.cells['district'] === cells['district'])
      return near.length === 1 ? { found: near[0] } : { problem: { field: 'name', says: 'Several members have this name. Say which one by a company or charity number, or by the postcode.' } }
    }
    const email = cells['email'] ?? ''
    const written = byEmail.get(email) ?? []
    return email !== '' && written.length === 1 && emailsInFile.get(email)?.length === 1 ? { found: written[0] } : {} // an address that several share names none of them
  }
}

function numbersIn(cells: Cells, scheme: string): readonly string[] {
  return (cells[scheme] ?? '').split('; ').filter(Boolean)
}

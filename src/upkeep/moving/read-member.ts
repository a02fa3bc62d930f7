import { identifierInput, KIND_WORDS, organisationInput, SCHEME_CODES, type SchemeCode } from '../../organisations/index.ts'
import { kindFrom, kindMeant } from './member-fields.ts'
import type { Cells, SourceRow } from './shape.ts'

/** A row as it would be kept: each cell in the form in which the house keeps it, or what stands in its way. */
export type MemberRead = { readonly cells: Cells; readonly problems: Cells; /** The kind is our guess, since the row does not say. */ readonly kindGuessed: boolean }

const OWN = ['name', 'line', 'story', 'website', 'peopleCount', 'email', 'phone', 'district', 'town'] as const

export function readMember({ cells, unreadable }: SourceRow): MemberRead {
  const problems: Record<string, string> = {}
  const written = (field: string) => (cells[field] ?? '').trim()
  const kind = written('kind') === '' ? kindFrom(cells) : kindMeant(written('kind'))
  if (!kind) problems['kind'] = `We do not know “${written('kind').slice(0, 40)}”. Write one of: ${Object.values(KIND_WORDS).join(', ')}.`
  const read = organisationInput.safeParse({ ...Object.fromEntries(OWN.map((field) => [field, written(field) || undefined])), kind: kind ?? 'other' })
  const kept: Record<string, string> = {}
  for (const field of OWN) if (field in cells) kept[field] = read.success ? String(read.data[field] ?? '') : written(field) // as written, so that a row with a mistake is still known by its name
  for (const issue of read.success ? [] : read.error.issues) problems[String(issue.path[0] ?? 'name')] ??= issue.message
  if (kind) kept['kind'] = kind
  for (const scheme of SCHEME_CODES) {
    if (!(scheme in cells)) continue
    const { values, problem } = readNumbers(scheme, written(scheme))
    if (problem) problems[scheme] = problem
    kept[scheme] = values.join('; ')
  }
  if ('id' in cells) kept['id'] = written('id').toLowerCase()
  return { cells: kept, problems: { ...problems, ...unreadable }, kindGuessed: written('kind') === '' }
}

/** The numbers of one register, of which somebody may have several. */
function readNumbers(scheme: SchemeCode, written: string): { values: readonly string[]; problem?: string } {
  const read = written.split(/[;,|]/).map((one) => one.trim()).filter(Boolean).slice(0, 10).map((value) => identifierInput.safeParse({ scheme, value }))
  const problem = read.find((one) => !one.success)?.error?.issues[0]?.message
  return { values: [...new Set(read.flatMap((one) => (one.success ? [one.data.value] : [])))].sort(), problem }
}

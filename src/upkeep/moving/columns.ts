import type { Cells, Field, SourceRow } from './shape.ts'

/** The field that each column means, by its place; empty where it is left out. */
export type Columns = readonly string[]

const plainly = (heading: string) => heading.trim().toLowerCase().replaceAll(/[_*:]+/g, ' ').replaceAll(/\s+/g, ' ').trim()

/** The form in which a heading is remembered. */
export const headingKey = (heading: string): string => plainly(heading).slice(0, 200)

/** What the columns mean: what they meant last time, else what their names say. Each field is taken once, by the first that fits. */
export function guessColumns(head: readonly string[], fields: readonly Field[], remembered: ReadonlyMap<string, string> = new Map()): Columns {
  const taken = new Set<string>()
  const take = (name: string | undefined) => {
    if (name === undefined || name === '' || taken.has(name) || !fields.some((field) => field.name === name)) return ''
    taken.add(name)
    return name
  }
  const known = head.map((heading) => (remembered.has(headingKey(heading)) ? take(remembered.get(headingKey(heading))) : undefined))
  return head.map((heading, place) => known[place] ?? take(fields.find((field) => !taken.has(field.name) && (field.label.toLowerCase() === plainly(heading) || field.guess.test(plainly(heading))))?.name))
}

/** What is wrong with a choice of columns, by the name of its field in the form. */
export function problemsWith(columns: Columns, head: readonly string[], fields: readonly Field[]): Cells {
  const problems: Record<string, string> = {}
  columns.forEach((name, place) => {
    const first = columns.indexOf(name)
    if (name !== '' && first !== place) problems[`c${place}`] = `“${fieldLabel(fields, name)}” is already taken from the column “${head[first] ?? ''}”.`
  })
  for (const field of fields) if (field.needed && !columns.includes(field.name)) problems[''] = `Say which column holds “${field.label}”. No row can do without.`
  return problems
}

const fieldLabel = (fields: readonly Field[], name: string) => fields.find((field) => field.name === name)?.label ?? name

/** A row of the file, by what its columns mean. */
export function byField(row: { number: number; cells: readonly string[]; unreadable?: Readonly<Record<string, string>> }, columns: Columns): SourceRow {
  const cells: Record<string, string> = {}
  const unreadable: Record<string, string> = {}
  columns.forEach((field, place) => {
    if (field === '') return
    cells[field] = row.cells[place] ?? ''
    const wrong = row.unreadable?.[place]
    if (wrong !== undefined) unreadable[field] = wrong
  })
  return { number: row.number, cells, ...(Object.keys(unreadable).length > 0 ? { unreadable } : {}) }
}

import { AskedWrongly } from './errors.ts'
import type { NetworkInFiles } from './network-in-files.ts'

/** What a terminal is told: lines for a person, the same as data for a program, and whether there was anything to find. */
export type Answer = { readonly lines: readonly string[]; readonly json: unknown; readonly found: boolean }

/** The id of a member somebody names. */
export function memberMeant({ named }: NetworkInFiles, word: string): string {
  const { found, problem } = named(word)
  if (!found) throw new AskedWrongly(problem?.replace(' Bring it in first, or write its name as the member list does.', '') ?? 'That is nobody’s name.', 'Write the name as the table of members does.')
  return found.id
}

export const nameOf = ({ members }: NetworkInFiles, id: string): string => members.get(id)?.name ?? id

/** Rows in columns as wide as their widest cell; long cells of the last column run on. */
export function inColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const plain = rows.map((cells) => cells.map(printable))
  const widths = (plain[0] ?? []).map((_, column) => Math.min(44, Math.max(...plain.map((cells) => [...cells[column] ?? ''].length))))
  return plain.map((cells) => cells.map((cell, column) => (column === cells.length - 1 ? cell : fitted(cell, widths[column] ?? 0))).join('  ').trimEnd())
}

function fitted(cell: string, width: number): string {
  const letters = [...cell]
  return letters.length > width ? `${letters.slice(0, Math.max(0, width - 1)).join('')}…` : cell + ' '.repeat(width - letters.length)
}

/** A cell of somebody's file may hold what would steer a terminal. */
export function printable(text: string): string {
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, ' ')
}

export function dayMeant(written: string | undefined, today: string): string {
  if (written === undefined) return today
  const date = /^\d{4}-\d{2}-\d{2}$/.test(written) ? new Date(`${written}T00:00:00Z`) : undefined
  if (!date || Number.isNaN(date.getTime()) || !date.toISOString().startsWith(written)) throw new AskedWrongly('That is not a day.', 'Write it as 2027-03-02.')
  return written
}

import type { Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'

/** What can be brought in as a table, and taken out as one. */
export const KINDS = ['members', 'claims', 'jobs'] as const
export type Kind = (typeof KINDS)[number]

/** One thing a column can mean. */
export type Field = {
  readonly name: string
  readonly label: string
  /** What people write over such columns. */
  readonly guess: RegExp
  /** Every row needs it. */
  readonly needed?: boolean
  readonly long?: boolean
  readonly hint?: string
  /** The words we accept, offered while typing. */
  readonly words?: readonly string[]
  /** What we keep for each of them, with the word people read. */
  readonly readAs?: Cells
}

/** Cells by field. Absent: the file has no such column. Empty: it has, and says nothing. */
export type Cells = Readonly<Record<string, string>>

export type SourceRow = {
  readonly number: number
  readonly cells: Cells
  readonly unreadable?: Cells
}

export type Doing = 'new' | 'changed' | 'same' | 'kept'

/** A cell in the words people read and write. */
export function inPlainWords({ readAs }: Pick<Field, 'readAs'>, value: string): string {
  return readAs?.[value] ?? value
}

/** What one row would do. With problems it does nothing, and then no row does. */
export type Planned = {
  readonly number: number
  /** What people call it. */
  readonly name: string
  readonly does: Doing
  /** Why it is left as it is, where the row says otherwise. */
  readonly because?: string
  /** What the row is about: what is there already, or the id it will have. */
  readonly subject: string
  readonly changes: readonly Change[]
  /** How it stands now, and how it will. */
  readonly before?: Cells
  readonly after: Cells
  readonly problems: Cells
}

export type Change = { readonly field: string; readonly from: string; readonly to: string }

/** What was done by a row, as it is kept for taking it back. */
export type Done = { readonly number: number; readonly does: Doing; readonly subject: string; readonly before?: Cells; readonly after: Cells }

/** How far writing has come; throws where somebody pressed Cancel. */
export type Tell = (done: number) => Promise<void>

export type Stays = { readonly name: string; readonly because: string }

/** One kind of table: what its columns mean, what its rows would do, and how that is done and taken back. */
export type Shape = {
  readonly kind: Kind
  /** For many: "members". */
  readonly things: string
  readonly fields: readonly Field[]
  /** What is there already, as the organiser may see it; a plan asks nothing more. */
  readonly planner: (tx: Tx, network: Id<'network'>) => Promise<(rows: readonly SourceRow[]) => Promise<readonly Planned[]>>
  /** Writes new and changed rows. The house does it, once the organiser was asked and the plan was made with their eyes. */
  readonly write: (tx: Tx, network: Id<'network'>, planned: readonly Planned[], tell: Tell) => Promise<void>
  /** Takes back what nobody has touched since, and says what stays. */
  readonly takeBack: (tx: Tx, network: Id<'network'>, done: readonly Done[], tell: Tell) => Promise<readonly Stays[]>
  /** All of it as a table, as the organiser may see it. */
  readonly listAll: (tx: Tx, network: Id<'network'>) => Promise<readonly Cells[]>
}

/** Fifty thousand rows are looked through in parts, so that everybody else's pages get their turn in between. */
export async function inTurns<T, Made>(rows: readonly T[], make: (row: T) => Made): Promise<Made[]> {
  const made: Made[] = []
  for (const row of rows) {
    made.push(make(row))
    if (made.length % 250 === 0) await new Promise((go) => { setImmediate(go) })
  }
  return made
}

/** In parts of a thousand: below PostgreSQL's five seconds for a statement, and often enough for a count and a Cancel. */
export async function inThousands<T>(rows: readonly T[], work: (part: readonly T[]) => Promise<void>, tell: Tell = async () => undefined, from = 0): Promise<void> {
  for (let at = 0; at < rows.length; at += 1_000) {
    await work(rows.slice(at, at + 1_000))
    await tell(from + Math.min(at + 1_000, rows.length))
  }
}

/** What it said before wherever it still says what the table made of it; and what somebody has changed since. */
export function backAgain(there: Cells, { before = {}, after }: Pick<Done, 'before' | 'after'>): { cells: Cells; left: readonly string[] } {
  const stillOurs = (field: string) => there[field] === (after[field] ?? '')
  return {
    cells: Object.fromEntries(Object.entries(there).map(([field, says]) => [field, stillOurs(field) ? before[field] ?? says : says])),
    left: Object.keys(there).filter((field) => before[field] !== after[field] && !stillOurs(field)),
  }
}

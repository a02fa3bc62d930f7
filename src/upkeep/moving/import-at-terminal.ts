import { createHash } from 'node:crypto'
import type { Ctx } from '../../kit/ctx.ts'
import { newId, type Id } from '../../kit/ids.ts'
import { Invalid, Refusal, type Problem } from '../../kit/refusal.ts'
import { readTable } from '../../kit/tables/read-table.ts'
import { LIMITS_AT_A_TERMINAL } from '../../kit/tables/table.ts'
import { listOrganisers } from '../../networks/index.ts'
import { inNameOf } from '../../organisations/index.ts'
import { findAccountByEmail } from '../../people/index.ts'
import { byField, guessColumns, problemsWith, type Columns } from './columns.ts'
import { saveDraft } from './draft-store.ts'
import { readHeadings } from './heading-store.ts'
import { allowTime } from './look-through.ts'
import { countsOf } from './preview-import.ts'
import type { Cells, Doing, Kind } from './shape.ts'
import { shapeOf } from './shapes.ts'
import { takeIn, waitForOtherTables } from './take-in.ts'
import { getNetworkToMove } from './who-may.ts'

export type AtTerminal = {
  readonly kind: Kind
  readonly slug: string
  readonly name: string
  readonly bytes: Buffer
  /** The organiser in whose name it goes in; the first one otherwise. */
  readonly organiser?: string
  /** Rows that cannot be taken are left out rather than refused. */
  readonly leaveOut?: boolean
  /** Only says what it would do. */
  readonly dry?: boolean
}

class NoOrganiser extends Refusal {
  readonly kind = 'not-found'
  constructor() { super('Nobody with that address organises this network.', 'Name one of its organisers by e-mail address: --organiser priya@example.org') }
}

export type TakenIn = { readonly counts: Readonly<Record<Doing, number>>; readonly leftOut: readonly string[] }

/** The same import for whoever hosts this, with as many rows as a whole country's register has. It can be taken back on the network's page. */
export async function importAtTerminal(ctx: Ctx, asked: AtTerminal, tell: (says: string, done: number, of: number) => void | Promise<void>): Promise<TakenIn> {
  const { kind, slug, bytes } = asked
  const shape = shapeOf(kind)
  await tell('Reading', 0, 0)
  const table = await readTable(bytes, LIMITS_AT_A_TERMINAL)
  return ctx.transaction(async (tx) => {
    const network = await getNetworkToMove(tx, slug)
    const organiser = await findOrganiser(tx, network.id, asked.organiser)
    const as = inNameOf(tx, { person: organiser })
    await waitForOtherTables(as, network.id)
    const columns = guessColumns(table.head, shape.fields, await readHeadings(as, network.id, kind))
    mustBeWhole(problemsWith(columns, table.head, shape.fields), table.head, columns)
    await tell('Comparing', 0, table.rows.length)
    await allowTime(as)
    const plan = await shape.planner(as, network.id)
    const planned = await plan(table.rows.map((row) => byField({ number: row.number, cells: row.cells, unreadable: row.problems }, columns)))
    const good = planned.filter((row) => Object.keys(row.problems).length === 0)
    const leftOut = planned.filter((row) => Object.keys(row.problems).length > 0).map((row) => `Row ${row.number}, ${row.name || 'no name'}: ${Object.values(row.problems).join(' ')}`)
    if (leftOut.length > 0 && !asked.leaveOut) throw new Invalid(leftOut.slice(0, 20).map((sentence): Problem => ({ field: 'file', sentence })), `${leftOut.length} rows cannot be taken, so none was.`)
    if (asked.dry) return { counts: countsOf(good), leftOut }
    const draft = { id: newId<'import'>(), network: network.id, kind, fileName: asked.name, sha256: createHash('sha256').update(bytes).digest('hex'), head: table.head, rowCount: table.rows.length }
    await saveDraft(as, draft)
    const work = good.filter((row) => row.does === 'new' || row.does === 'changed').length
    const counts = await takeIn(as, draft, good, async (done) => tell('Taking in', done, work))
    return { counts, leftOut }
  })
}

async function findOrganiser(tx: Parameters<typeof listOrganisers>[0], network: Id<'network'>, email: string | undefined): Promise<Id<'person'>> {
  const organisers = await listOrganisers(tx, network)
  const account = email === undefined ? undefined : await findAccountByEmail(tx, email.trim().toLowerCase())
  const found = email === undefined ? organisers[0] : organisers.find((one) => one.person === account?.person)
  if (!found) throw new NoOrganiser()
  return found.person
}

function mustBeWhole(problems: Cells, head: readonly string[], columns: Columns): void {
  const [sentence] = Object.values(problems)
  if (sentence === undefined) return
  const read = head.map((heading, place) => `${heading || `column ${place + 1}`}: ${columns[place] || 'left out'}`).join('; ')
  throw new Invalid([{ field: 'file', sentence: `${sentence} The columns read as: ${read}.` }], 'The columns of this table are not clear.')
}

import { asHouse } from '../../kit/ctx.ts'
import { MEMBER_FIELDS } from './member-fields.ts'
import { listMembersToMove } from './member-read-store.ts'
import { deleteMembers, insertMembers, listNoLongerOurs, updateMembers } from './member-write-store.ts'
import { planMembers } from './plan-members.ts'
import { inThousands, type Cells, type Done, type Planned, type Shape, type Stays } from './shape.ts'

/** Members as a table: whoever is not here yet is listed by the organiser, to be claimed by their own people. */
export const members: Shape = {
  kind: 'members',
  things: 'members',
  fields: MEMBER_FIELDS,
  planner: async (tx, network) => {
    const known = await listMembersToMove(tx, network)
    return (rows) => planMembers(known, rows)
  },
  write: (tx, network, planned, tell) => asHouse(tx).transaction(async (tx) => {
    const fresh = planned.filter((row) => row.does === 'new'), changed = planned.filter((row) => row.does === 'changed')
    await inThousands(fresh, (part) => insertMembers(tx, network, part.map(rowOf)), tell)
    await inThousands(changed, (part) => updateMembers(tx, part.map(rowOf)), tell, fresh.length)
  }),
  takeBack: async (tx, network, done, tell) => {
    const now = new Map((await listMembersToMove(tx, network)).map((one) => [one.id, one]))
    const touched = await asHouse(tx).read((tx) => listNoLongerOurs(tx, network, done.map((row) => row.subject)))
    const gone: string[] = [], back: { id: string; cells: Cells }[] = [], stays: Stays[] = []
    for (const row of done) {
      const there = now.get(row.subject)
      if (!there) continue // taken off the list since, by hand
      const because = touched.get(row.subject) ?? (row.does === 'new' && differs(there.cells, row.after) ? 'It was changed by hand since.' : undefined)
      if (row.does === 'new' && !because) gone.push(row.subject)
      else if (row.does === 'changed' && there.ours) back.push({ id: row.subject, cells: restored(there.cells, row) })
      const left = row.does === 'changed' && there.ours ? changedSince(there.cells, row) : because ?? (row.does === 'changed' ? 'Its own people look after it now.' : undefined)
      if (left) stays.push({ name: there.name, because: left })
    }
    await asHouse(tx).transaction(async (tx) => {
      await inThousands(gone, (part) => deleteMembers(tx, part), tell)
      await inThousands(back, (part) => updateMembers(tx, part), tell, gone.length)
    })
    return stays
  },
  listAll: async (tx, network) => (await listMembersToMove(tx, network)).map(({ id, cells }) => ({ id, ...cells })).sort((a, b) => inOrder(nameIn(a), nameIn(b))),
}

const inOrder = new Intl.Collator('en-GB', { numeric: true }).compare
const nameIn = (cells: Cells) => cells['name'] ?? ''
const rowOf = ({ subject, after }: Planned) => ({ id: subject, cells: after })

function differs(there: Cells, after: Cells): boolean {
  return Object.entries(there).some(([field, says]) => says !== (after[field] ?? ''))
}

/** What it said before, wherever it still says what the table made of it. */
function restored(there: Cells, { before = {}, after }: Done): Cells {
  return Object.fromEntries(Object.entries(there).map(([field, says]) => [field, says === after[field] ? before[field] ?? says : says]))
}

function changedSince(there: Cells, { before = {}, after }: Done): string | undefined {
  const by = MEMBER_FIELDS.filter(({ name }) => before[name] !== after[name] && there[name] !== after[name] && there[name] !== undefined).map(({ label }) => label.toLowerCase())
  return by.length > 0 ? `Changed by hand since: ${by.join(', ')}.` : undefined
}

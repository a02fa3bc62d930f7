import { saveClaims, STRENGTH_WORDS } from '../../answers/index.ts'
import type { Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { listCapabilities } from '../../networks/index.ts'
import { rowsOf } from './shapes.ts'
import { changesOf, idHere, type Into, type Part, type Step } from './step.ts'
import { readMemberships, readRows } from './store.ts'
import type { Brought, Row } from './read-export.ts'

const FIELDS = { title: 'What', strength: 'How strong', says: 'In our words', capacity_says: 'How much', capacity_from: 'From', capacity_until: 'Until', sight: 'Who sees it' }
const MOST = 200

/** How a claim of the file is met here: by its own id, by the id it was given when it came before, or by its words. */
export function claimsHere(here: readonly Row[], into: Into): (claim: { id: string; title: string }) => Row | undefined {
  const standing = here.filter((row) => row['removed_at'] === null)
  return ({ id, title }) => here.find((row) => row['id'] === id || (into.organisation && row['id'] === idHere(into.organisation, id))) ?? standing.find((row) => String(row['title']).toLowerCase() === title.toLowerCase())
}

/** Where a claim of the file stands here. For what hangs on claims. */
export async function claimIds(tx: Tx, brought: Brought, into: Into): Promise<(id: string) => Id<'claim'>> {
  const find = claimsHere(await readRows(tx, 'claim', into.organisation), into)
  const titles = new Map(rowsOf(brought, 'claim').map((row) => [row.id, row.title]))
  return (id) => (find({ id, title: titles.get(id) ?? '' })?.['id'] as Id<'claim'> | undefined) ?? idHere<'claim'>(into.writeTo(), id) // a column of claim ids
}

/** Claims come in words of their own, in the words of a network where it is in one that has them. They are as old as they were. */
export const claims: Part = {
  name: 'claims', title: 'What we can do', reads: ['claim'],
  plan: async (tx, brought, into) => {
    const here = await readRows(tx, 'claim', into.organisation)
    const find = claimsHere(here, into)
    const [network] = await readMemberships(tx, into.organisation)
    const vocabulary = new Map(network ? (await listCapabilities(tx, network)).map((one) => [one.title.toLowerCase(), one.id]) : [])
    const seen = new Set<string>()
    let room = MOST - here.filter((row) => row['removed_at'] === null).length
    return rowsOf(brought, 'claim').filter((row) => !row.removed_at).map((row): Step => {
      const about = row.title
      if (seen.has(about.toLowerCase())) return { about, does: 'left', because: 'It says the same as another of the file.' }
      seen.add(about.toLowerCase())
      const before = find(row)
      if (before?.['removed_at']) return { about, does: 'left', because: 'It was taken off here.' }
      const fields = before?.['capability_id'] ? { ...FIELDS, title: undefined } : FIELDS // a word of the vocabulary stays the vocabulary's
      const changes = before ? changesOf(Object.fromEntries(Object.entries(fields).flatMap(([column, field]) => (field ? [[column, field]] : []))), before, row) : []
      if (before) return { about, does: changes.length > 0 ? 'changed' : 'same', changes, write: (tx) => change(tx, into.writeTo(), String(before['id']), { ...row, title: before['capability_id'] ? String(before['title']) : row.title }) }
      if (room <= 0) return { about, does: 'left', because: `There is room for ${MOST} claims.` }
      room -= 1
      const capability = vocabulary.get(about.toLowerCase())
      return {
        about, does: 'new', because: STRENGTH_WORDS[row.strength],
        write: async (tx) => void (await saveClaims(tx, [{
          id: idHere<'claim'>(into.writeTo(), row.id), organisation: into.writeTo(), network, capability, title: row.title, strength: row.strength, says: row.says ?? undefined, sight: row.sight,
          capacity: { says: row.capacity_says ?? undefined, from: row.capacity_from ?? undefined, until: row.capacity_until ?? undefined }, confirmedAt: row.confirmed_at < tx.now ? row.confirmed_at : tx.now,
        }])),
      }
    })
  },
}

type Said = ReturnType<typeof rowsOf<'claim'>>[number]

async function change(tx: Tx, organisation: Id<'organisation'>, id: string, row: Said): Promise<void> {
  await tx.db.updateTable('claim').set({ title: row.title, strength: row.strength, sight: row.sight, ...(row.says ? { says: row.says } : {}), ...(row.capacity_says ? { capacity_says: row.capacity_says } : {}), ...(row.capacity_from ? { capacity_from: row.capacity_from } : {}), ...(row.capacity_until ? { capacity_until: row.capacity_until } : {}) })
    .where('organisation_id', '=', organisation).where('id', '=', id).execute()
}

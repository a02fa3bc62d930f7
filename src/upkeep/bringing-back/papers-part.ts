import { keepFile, MOST_BYTES, typeOf } from '../../kit/files.ts'
import type { Tx } from '../../kit/ctx.ts'
import { rowsOf } from './shapes.ts'
import { changesOf, idHere, type Into, type Part, type Step } from './step.ts'
import { readRows } from './store.ts'
import type { Brought, Row } from './read-export.ts'

const PAPER = { name: 'Name', number: 'Number', issued_by: 'Issued by', issued_on: 'Issued on', expires_on: 'Runs out', sight: 'Who sees it' }
const FIGURE = { says: 'Figure', source: 'Where it is from', on_day: 'On', sight: 'Who sees it' }

export const byId = (here: readonly Row[], into: Into, id: string): Row | undefined => here.find((row) => row['id'] === id || (into.organisation && row['id'] === idHere(into.organisation, id)))

/** A paper that is as old as it was, with its file looked at again: its kind by its content, its details of who made it taken out. */
export const certificates: Part = {
  name: 'certificates', title: 'Certificates and their papers', reads: ['certificate'],
  plan: async (tx, brought, into) => {
    const here = await readRows(tx, 'certificate', into.organisation)
    return rowsOf(brought, 'certificate').map((row): Step => {
      const before = byId(here, into, row.id) ?? here.find((one) => one['name'] === row.name && one['number'] === row.number && one['issued_by'] === row.issued_by)
      const file = fileOf(brought, row.id)
      const lost = row.file_id && !file ? 'Its paper is not in the file, or of a kind that is not kept.' : undefined
      const { id: _id, file_id: _file, file_shown_at, added_at, ...words } = row
      const values = { ...words, file_shown_at: file ? file_shown_at : null }
      if (!before) {
        return {
          about: row.name, does: 'new', because: lost ?? (file ? 'With its paper.' : undefined),
          write: async (tx) => void (await tx.db.insertInto('certificate').values({ organisation_id: into.writeTo(), id: idHere(into.writeTo(), row.id), ...values, file_id: file ? await keepFile(tx, file) : null, added_at: added_at < tx.now ? added_at : tx.now, added_by: tx.actor.person ?? null }).execute()),
        }
      }
      const changes = changesOf(PAPER, before, words), gains = !before['file_id'] && file
      return {
        about: row.name, does: changes.length > 0 || gains ? 'changed' : 'same', changes, because: gains ? 'It gains its paper.' : undefined,
        write: async (tx) => void (await tx.db.updateTable('certificate').set({ ...filled(words), ...(gains ? { file_id: await keepFile(tx, gains) } : {}) }).where('organisation_id', '=', into.writeTo()).where('id', '=', String(before['id'])).execute()),
      }
    })
  },
}

function fileOf({ files }: Brought, certificate: string): { name: string; bytes: Buffer } | undefined {
  const [name, bytes] = [...files].find(([path]) => path.startsWith(`files/${certificate}-`)) ?? []
  return name && bytes && bytes.length > 0 && bytes.length <= MOST_BYTES && typeOf(bytes) ? { name: name.slice(`files/${certificate}-`.length), bytes } : undefined
}

export const figures: Part = {
  name: 'figures', title: 'Figures', reads: ['figure'],
  plan: async (tx, brought, into) => {
    const here = await readRows(tx, 'figure', into.organisation)
    return rowsOf(brought, 'figure').map((row): Step => {
      const { id, ...words } = row
      const before = byId(here, into, id)
      const changes = before ? changesOf(FIGURE, before, words) : []
      return {
        about: row.says, does: !before ? 'new' : changes.length > 0 ? 'changed' : 'same', changes,
        write: async (tx) => void (before
          ? await tx.db.updateTable('figure').set(words).where('organisation_id', '=', into.writeTo()).where('id', '=', String(before['id'])).execute()
          : await tx.db.insertInto('figure').values({ organisation_id: into.writeTo(), id: idHere(into.writeTo(), id), ...words, added_at: tx.now, added_by: tx.actor.person ?? null }).execute()),
      }
    })
  },
}

/** What the file says; where it says nothing, what is here stays. */
const filled = <Values extends object>(values: Values): Partial<Values> => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as Partial<Values> // the same without some keys

/** Small things said once: one row each, or one by its name. */
export const habits: Part = {
  name: 'habits', title: 'Habits and statements we keep', reads: ['trade_preference', 'partnership_habit', 'referral_keeping', 'statement_use'],
  plan: async (tx, brought, into) => [
    ...await single(tx, brought, into, 'trade_preference', 'When we meet our own trade', { meets: 'When' }, { said_at: true }),
    ...await single(tx, brought, into, 'partnership_habit', 'Our habit with partners', { shows: 'Who may know', quiet_months: 'Quiet months' }, { said_at: true }),
    ...await single(tx, brought, into, 'referral_keeping', 'How long we keep referrals', { months: 'Months' }, { set_at: true }),
    ...await statements(tx, brought, into),
  ],
}

async function single(tx: Tx, brought: Brought, into: Into, table: 'trade_preference' | 'partnership_habit' | 'referral_keeping', about: string, fields: Readonly<Record<string, string>>, when: { said_at?: true; set_at?: true }): Promise<readonly Step[]> {
  const [before] = await readRows(tx, table, into.organisation)
  return rowsOf(brought, table).slice(0, 1).map((row): Step => {
    const changes = before ? changesOf(fields, before, row) : []
    return {
      about, does: !before ? 'new' : changes.length > 0 ? 'changed' : 'same', changes,
      write: async (tx) => {
        await tx.db.deleteFrom(table).where('organisation_id', '=', into.writeTo()).execute()
        await tx.db.insertInto(table).values({ organisation_id: into.writeTo(), ...row, ...Object.fromEntries(Object.keys(when).map((column) => [column, tx.now])) }).execute()
      },
    }
  })
}

async function statements(tx: Tx, brought: Brought, into: Into): Promise<readonly Step[]> {
  const here = await readRows(tx, 'statement_use', into.organisation)
  return [...new Map(rowsOf(brought, 'statement_use').map((row) => [row.name.toLowerCase(), row])).values()].map((row): Step => {
    const before = here.find((one) => String(one['name']).toLowerCase() === row.name.toLowerCase())
    const changes = before ? changesOf({ parts: 'Parts' }, before, row) : []
    return {
      about: `Statement: ${row.name}`, does: !before ? 'new' : changes.length > 0 ? 'changed' : 'same', changes,
      write: async (tx) => void (before
        ? await tx.db.updateTable('statement_use').set({ parts: row.parts, saved_at: tx.now }).where('organisation_id', '=', into.writeTo()).where('id', '=', String(before['id'])).execute()
        : await tx.db.insertInto('statement_use').values({ organisation_id: into.writeTo(), id: idHere(into.writeTo(), `statement ${row.name.toLowerCase()}`), name: row.name, parts: row.parts, saved_at: tx.now, saved_by: tx.actor.person ?? null }).execute()),
    }
  })
}

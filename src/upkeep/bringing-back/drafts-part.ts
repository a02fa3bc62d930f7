import { routes } from '../../routes.ts'
import { rowsOf } from './shapes.ts'
import { idHere, type Part, type Step } from './step.ts'
import { readMemberships, readRows } from './store.ts'

/** Briefs come in as drafts, whatever they were: nobody is told, and nothing is shown until they are published here. */
export const drafts: Part = {
  name: 'drafts', title: 'Briefs, as drafts', reads: ['brief', 'brief_part'],
  plan: async (tx, brought, into) => {
    const networks = await readMemberships(tx, into.organisation)
    const here = await readRows(tx, 'brief', into.organisation)
    const parts = Map.groupBy(rowsOf(brought, 'brief_part').filter((row) => !row.removed_at), (row) => row.brief_id)
    return rowsOf(brought, 'brief').map((row): Step => {
      const before = here.find((one) => one['id'] === row.id || (into.organisation && one['id'] === idHere(into.organisation, row.id)))
      if (before) return before['published_at'] ? { about: row.title, does: 'same', because: 'It was published here; change it by hand.' } : { about: row.title, does: 'same', because: 'It is here as a draft.' }
      const network = networks.find((one) => one === row.network_id) ?? (networks.length === 1 ? networks[0] : undefined)
      if (!network) return { about: row.title, does: 'left', because: networks.length === 0 ? `A brief is written in a network, and you are in none yet. Join one (${routes.networks}) and bring the file again.` : 'You are in several networks and it was written in none of them.' }
      return {
        about: row.title, does: 'new', because: `As a draft, with ${parts.get(row.id)?.length ?? 0} parts.`,
        write: async (tx) => {
          const id = idHere<'brief'>(into.writeTo(), row.id)
          const { id: _id, network_id: _network, ...words } = row
          await tx.db.insertInto('brief').values({ ...words, network_id: network, id, organisation_id: into.writeTo(), written_at: tx.now, written_by: tx.actor.person ?? null, changed_at: tx.now }).execute()
          const lines = (parts.get(row.id) ?? []).map(({ id: part, brief_id: _brief, removed_at: _removed, ...said }) => ({ ...said, network_id: network, brief_id: id, id: idHere<'brief part'>(into.writeTo(), part) }))
          if (lines.length > 0) await tx.db.insertInto('brief_part').values(lines).execute()
        },
      }
    })
  },
}

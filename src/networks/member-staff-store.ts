import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'

/**
 * People who work for members of a network, by name, for an organiser who looks for a fellow organiser. Runs as the house after asking
 * whether this person organises the network; it tells a name and whom they work for, which their organisation's page would tell too.
 */
export async function listMemberStaff(tx: Tx, network: Id<'network'>, wanted: { person?: Id<'person'>; words?: string; limit?: number } = {}) {
  let query = tx.db.selectFrom('membership as m').innerJoin('staff as s', 's.organisation_id', 'm.organisation_id').innerJoin('person as p', 'p.id', 's.person_id')
    .where('m.network_id', '=', network).where('m.left_at', 'is', null).where('s.left_at', 'is', null)
  if (wanted.person) query = query.where('s.person_id', '=', wanted.person)
  if (wanted.words) query = query.where('p.name', 'ilike', `%${wanted.words.replaceAll(/[\\%_]/g, '\\$&')}%`)
  return query.select(['s.person_id as person', 'p.name', 'm.listed_as as organisation']).orderBy('p.name').orderBy('s.person_id').limit(wanted.limit ?? 20).execute()
}

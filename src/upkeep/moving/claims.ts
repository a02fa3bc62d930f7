import { saveClaims, type Strength } from '../../answers/index.ts'
import { asHouse } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { listCapabilities } from '../../networks/index.ts'
import { deleteClaims, listClaimsToMove, listProvenClaims, updateClaims } from './claim-store.ts'
import { listMembersToMove } from './member-read-store.ts'
import { CLAIM_FIELDS, planClaims } from './plan-claims.ts'
import { backAgain, inThousands, type Cells, type Planned, type Shape, type Stays } from './shape.ts'

/** What members can do, as a table. Only listings that the organiser looks after take claims from it. */
export const claims: Shape = {
  kind: 'claims',
  things: 'claims',
  fields: CLAIM_FIELDS,
  planner: async (tx, network) => {
    const known = { members: await listMembersToMove(tx, network), claims: await listClaimsToMove(tx, network), capabilities: await listCapabilities(tx, network) }
    return (rows) => planClaims(known, rows)
  },
  write: (tx, network, planned, tell) => asHouse(tx).transaction(async (tx) => {
    const fresh = planned.filter((row) => row.does === 'new'), changed = planned.filter((row) => row.does === 'changed')
    await inThousands(fresh, async (part) => void (await saveClaims(tx, part.map((row) => newClaim(network, row)))), tell)
    await inThousands(changed, (part) => updateClaims(tx, network, part.map(({ subject, after }) => ({ id: subject, cells: after }))), tell, fresh.length)
  }),
  takeBack: async (tx, network, done, tell) => {
    const now = new Map((await listClaimsToMove(tx, network)).map((one) => [one.id, one]))
    const ours = new Set((await listMembersToMove(tx, network)).filter((one) => one.ours).map((one) => one.id))
    const proven = await asHouse(tx).read((tx) => listProvenClaims(tx, done.map((row) => row.subject)))
    const gone: string[] = [], back: { id: string; cells: Cells }[] = [], stays: Stays[] = []
    for (const row of done) {
      const there = now.get(row.subject)
      if (!there) continue // taken off since, by hand
      const name = `${there.cells['member'] ?? ''}, ${there.cells['capability'] ?? ''}`
      const { cells, left } = backAgain({ ...there.cells, organisation: there.organisation, capabilityId: there.capability ?? '' }, row)
      if (!ours.has(there.organisation)) stays.push({ name, because: 'Its own people look after it now.' })
      else if (row.does === 'changed') { back.push({ id: row.subject, cells }); if (left.length > 0) stays.push({ name, because: 'Some of it was changed by hand since.' }) }
      else if (proven.has(row.subject)) stays.push({ name, because: 'Something stands behind it by now.' })
      else if (left.length > 0) stays.push({ name, because: 'It was changed by hand since.' })
      else gone.push(row.subject)
    }
    await asHouse(tx).transaction(async (tx) => {
      await inThousands(gone, (part) => deleteClaims(tx, part), tell)
      await inThousands(back, (part) => updateClaims(tx, network, part), tell, gone.length)
    })
    return stays
  },
  listAll: async (tx, network) => (await listClaimsToMove(tx, network)).map(({ id, cells }) => ({ id, ...cells })),
}

function newClaim(network: Id<'network'>, { subject, after }: Planned) {
  return {
    id: subject as Id<'claim'>, organisation: (after['organisation'] ?? '') as Id<'organisation'>, network, capability: (after['capabilityId'] || undefined) as Id<'capability'> | undefined, // the plan took them from columns of those ids
    title: after['capability'] ?? '', strength: (after['strength'] ?? 'can_do') as Strength, says: after['says'] || undefined, sight: 'network' as const, // as the plan read it
    capacity: { says: after['capacity'] || undefined, from: after['from'] || undefined, until: after['until'] || undefined },
  }
}

import { sql } from 'kysely'
import type { Tx } from '../kit/ctx.ts'
import { codeOf } from '../kit/database/transaction.ts'
import { newId, type Id } from '../kit/ids.ts'
import type { Behind, Proof } from './claim.ts'
import { StandsBehindIt } from './errors.ts'
import type { Standing } from './proof.ts'
import { inSightOnPage, oursOf } from './scope.ts'

/** The proofs of these organisations' claims that the asker may see, by claim. Others see none that still waits for somebody's word. */
export async function listProofs(tx: Tx, organisations: readonly Id<'organisation'>[], claims?: readonly Id<'claim'>[]): Promise<ReadonlyMap<string, readonly Proof[]>> {
  if (organisations.length === 0 || claims?.length === 0) return new Map()
  let query = tx.db.selectFrom('proof as p').innerJoin('organisation as o', 'o.id', 'p.organisation_id')
    .innerJoin('claim as c', (join) => join.onRef('c.organisation_id', '=', 'p.organisation_id').onRef('c.id', '=', 'p.claim_id'))
    .where('p.organisation_id', 'in', [...organisations]).where(inSightOnPage(tx, 'o', 'p.sight')).where(inSightOnPage(tx, 'o', 'c.sight'))
    .where(sql<boolean>`((p.stands_at is not null and c.removed_at is null) or ${oursOf(tx, 'o')})`)
  if (claims) query = query.where('p.claim_id', 'in', [...claims])
  const rows = await query.select(['p.claim_id', 'p.id', 'p.job_id', 'p.recommendation_id', 'p.certificate_id', 'p.figure_id', 'p.stands_at', 'p.counts_until']).orderBy('p.added_at').orderBy('p.id').execute()
  const found = Map.groupBy(rows, (row) => row.claim_id)
  return new Map([...found].map(([claim, proofs]) => [claim, proofs.map((row) => ({
    id: row.id as Id<'proof'>, behind: behindOf(row), standsAt: row.stands_at ?? undefined, countsUntil: row.counts_until ?? undefined, // a column of proof ids
  }))]))
}

type Named = { job_id: string | null; recommendation_id: string | null; certificate_id: string | null; figure_id: string | null }

/** The database holds exactly one of the four, each a column of those ids. */
function behindOf(row: Named): Behind {
  if (row.job_id) return { is: 'job', id: row.job_id as Id<'job'> }
  if (row.recommendation_id) return { is: 'recommendation', id: row.recommendation_id as Id<'recommendation'> }
  if (row.certificate_id) return { is: 'certificate', id: row.certificate_id as Id<'certificate'> }
  return { is: 'figure', id: (row.figure_id ?? '') as Id<'figure'> }
}

export type NewProof = { readonly organisation: Id<'organisation'>; readonly claim: Id<'claim'>; readonly behind: Behind; readonly standing: Standing }

export async function saveProofs(tx: Tx, proofs: readonly NewProof[]): Promise<readonly Id<'proof'>[]> {
  const rows = proofs.map(({ organisation, claim, behind, standing }) => ({
    organisation_id: organisation, claim_id: claim, id: newId<'proof'>(), added_at: tx.now, added_by: tx.actor.person,
    job_id: idOf(behind, 'job'), recommendation_id: idOf(behind, 'recommendation'), certificate_id: idOf(behind, 'certificate'), figure_id: idOf(behind, 'figure'), ...columnsOf(standing),
  }))
  try {
    for (let start = 0; start < rows.length; start += 1000) await tx.db.insertInto('proof').values(rows.slice(start, start + 1000)).execute()
  } catch (error) {
    if (codeOf(error) === '23505') throw new StandsBehindIt()
    throw error
  }
  return rows.map((row) => row.id)
}

/** Writes down what the rule says now of everything this stands behind. Returns what has come to stand just now. */
export async function putStanding(tx: Tx, organisation: Id<'organisation'>, behind: Behind, standing: Standing): Promise<readonly { claim: Id<'claim'>; proof: Id<'proof'> }[]> {
  const column = `${behind.is}_id` as const
  const before = await tx.db.selectFrom('proof').select(['id', 'claim_id', 'stands_at']).where('organisation_id', '=', organisation).where(column, '=', behind.id).forUpdate().execute()
  await tx.db.updateTable('proof').set(columnsOf(standing)).where('organisation_id', '=', organisation).where(column, '=', behind.id).execute()
  if (!standing.standsAt) return []
  return before.filter((row) => row.stands_at === null).map((row) => ({ claim: row.claim_id as Id<'claim'>, proof: row.id as Id<'proof'> })) // columns of those ids
}

export async function deleteProof(tx: Tx, organisation: Id<'organisation'>, claim: Id<'claim'>, id: Id<'proof'>): Promise<Behind | undefined> {
  const row = await tx.db.deleteFrom('proof').where('organisation_id', '=', organisation).where('claim_id', '=', claim).where('id', '=', id).returning(['job_id', 'recommendation_id', 'certificate_id', 'figure_id']).executeTakeFirst()
  return row && behindOf(row)
}

const columnsOf = ({ sight, standsAt, countsUntil }: Standing) => ({ sight, stands_at: standsAt ?? null, counts_until: countsUntil ?? null })
const idOf = (behind: Behind, is: Behind['is']) => (behind.is === is ? behind.id : null)

/** How many claims this stands behind. */
export async function countBehind(tx: Tx, organisation: Id<'organisation'>, behind: Behind): Promise<number> {
  const row = await tx.db.selectFrom('proof').where('organisation_id', '=', organisation).where(`${behind.is}_id`, '=', behind.id).select((at) => at.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return Number(row.count)
}

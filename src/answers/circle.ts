import { sql } from 'kysely'
import type { PeerClaim } from '../../engine/clarity/index.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { membershipInSight } from '../networks/index.ts'
import type { Claim, Strength } from './claim.ts'
import { dayOf } from './proof.ts'
import { inSightOfMember } from './scope.ts'

/** How many others in the network claim the same, as far as the asker may see; privately, for whoever claims it. */
export type Circle = { readonly members: number; readonly by: Readonly<Record<Strength, { readonly claimed: number; readonly proven: number }>> }

export async function readCircle(tx: Tx, claim: Pick<Claim, 'organisation' | 'network' | 'capability' | 'title'>): Promise<Circle | undefined> {
  if (!claim.network) return undefined
  const rows = await others(tx, claim.network, claim.organisation)
    .where(claim.capability ? sql<boolean>`c.capability_id = ${claim.capability}::uuid` : sql<boolean>`lower(c.title) = lower(${claim.title})`)
    .select(['c.strength']).select(sql<boolean>`${isProven(tx)}`.as('proven')).execute()
  const count = (strength: Strength) => ({ claimed: rows.filter((row) => row.strength === strength).length, proven: rows.filter((row) => row.strength === strength && row.proven).length })
  return { members: rows.length, by: { only_us: count('only_us'), best_at: count('best_at'), can_do: count('can_do') } }
}

const MOST_PEERS = 300
const STRENGTH_IN_ENGINE = { can_do: 'can', best_at: 'best', only_us: 'only' } as const

/** What others claim of the capabilities we claim, for the engine to read an answer beside. */
export async function listPeers(tx: Tx, organisation: Id<'organisation'>, claims: readonly Claim[]): Promise<readonly PeerClaim[]> {
  const ours = claims.flatMap((claim) => (claim.network && claim.capability ? [{ network: claim.network, capability: claim.capability }] : []))
  const networks = [...new Set(ours.map((one) => one.network))]
  const found: PeerClaim[] = []
  for (const network of networks) {
    const capabilities = ours.filter((one) => one.network === network).map((one) => one.capability)
    const rows = await others(tx, network, organisation).leftJoin('capability as k', (join) => join.onRef('k.network_id', '=', 'c.network_id').onRef('k.id', '=', 'c.capability_id'))
      .where('c.capability_id', 'in', capabilities).select(['c.title', 'c.strength', 'k.synonyms']).select(sql<boolean>`${isProven(tx)}`.as('proven')).limit(MOST_PEERS).execute()
    found.push(...rows.map((row) => ({ about: row.title, alsoCalled: row.synonyms ?? [], strength: STRENGTH_IN_ENGINE[row.strength as Strength], proven: row.proven }))) // checked by the database
  }
  return found
}

function others(tx: Tx, network: Id<'network'>, organisation: Id<'organisation'>) {
  return tx.db.selectFrom('claim as c').innerJoin('membership as m', (join) => join.onRef('m.organisation_id', '=', 'c.organisation_id').onRef('m.network_id', '=', 'c.network_id'))
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .where('c.network_id', '=', network).where('c.removed_at', 'is', null).where('m.left_at', 'is', null).where('c.organisation_id', '<>', organisation)
    .where(membershipInSight(tx, 'm')).where(inSightOfMember(tx, 'o', 'c.sight'))
}

const isProven = (tx: Tx) => sql<boolean>`exists (select 1 from proof p where p.organisation_id = c.organisation_id and p.claim_id = c.id
  and p.stands_at is not null and p.counts_until >= ${dayOf(tx.now)}::date and ${inSightOfMember(tx, 'o', 'p.sight')})`

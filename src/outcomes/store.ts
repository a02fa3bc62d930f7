import type { Tx } from '../kit/ctx.ts'
import { newId, type Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import type { Customer, Ending, Outcome, OutcomePart } from './outcome.ts'
import { isOurs, outcomeInSight, partInSight } from './scope.ts'

export type NewOutcome = { readonly job: Id<'job'>; readonly by: Id<'organisation'>; readonly network?: Id<'network'>; readonly team?: Id<'team'>; readonly ending: Ending; readonly parts: readonly OutcomePart[] }

/** The house writes it: one note reaches into several organisations. */
export async function saveOutcome(house: Tx, made: NewOutcome): Promise<Id<'outcome'>> {
  const id = newId<'outcome'>()
  await house.db.insertInto('outcome').values({ id, job_id: made.job, noted_by_organisation: made.by, noted_by: house.actor.person, noted_at: house.now, network_id: made.network, team_id: made.team, ending: made.ending }).execute()
  if (made.parts.length > 0) await house.db.insertInto('outcome_part').values(made.parts.map((part, position) => ({
    outcome_id: id, position, organisation_id: part.organisation, says: part.says, network_id: part.capability ? part.network : null, capability_id: part.capability, apart_at: part.apart ? house.now : null,
  }))).execute()
  return id
}

export async function hasOutcome(house: Tx, team: Id<'team'>): Promise<boolean> {
  return !!(await house.db.selectFrom('outcome').select('id').where('team_id', '=', team).executeTakeFirst())
}

export async function findOutcome(tx: Tx, id: Id<'outcome'>): Promise<Outcome | undefined> {
  return (await read(tx, (query) => query.where('o.id', '=', id)))[0]
}

export async function getOutcome(tx: Tx, id: Id<'outcome'>): Promise<Outcome> {
  const outcome = await findOutcome(tx, id)
  if (!outcome) throw new NotFound('There is no such outcome, or you had no part in it.')
  return outcome
}

/** What came of the jobs in which ours had a part, the newest first. */
export function listOutcomes(tx: Tx, { most = 50, past = 0 }: { most?: number; past?: number } = {}): Promise<readonly Outcome[]> {
  return read(tx, (query) => query.orderBy('o.noted_at', 'desc').orderBy('o.id').limit(most).offset(past))
}

const seen = (tx: Tx) => tx.db.selectFrom('outcome as o').selectAll('o').where(outcomeInSight(tx, 'o'))

async function read(tx: Tx, narrow: (query: ReturnType<typeof seen>) => ReturnType<typeof seen>): Promise<readonly Outcome[]> {
  const rows = await narrow(seen(tx)).execute()
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const parts = await tx.db.selectFrom('outcome_part as p').innerJoin('outcome as o', 'o.id', 'p.outcome_id').where('p.outcome_id', 'in', ids).where(partInSight(tx, 'p', 'o')).selectAll('p').orderBy('p.position').execute()
  const customers = await tx.db.selectFrom('outcome_customer as c').innerJoin('outcome as o', 'o.id', 'c.outcome_id').where('c.outcome_id', 'in', ids).where(outcomeInSight(tx, 'o')).selectAll('c').execute()
  const sides = await tx.db.selectFrom('outcome_side as s').where('s.outcome_id', 'in', ids).where(isOurs(tx, 's.organisation_id')).select(['s.outcome_id', 's.organisation_id', 's.times_bigger']).execute()
  return rows.map((row) => {
    const size = sides.find((side) => side.outcome_id === row.id && (tx.actor.by !== 'house' || side.organisation_id === row.noted_by_organisation))?.times_bigger
    return {
      id: row.id as Id<'outcome'>, job: row.job_id as Id<'job'>, notedBy: row.noted_by_organisation as Id<'organisation'>, notedAt: row.noted_at, // columns of those ids
      network: (row.network_id ?? undefined) as Id<'network'> | undefined, team: (row.team_id ?? undefined) as Id<'team'> | undefined, ending: row.ending as Ending, // checked by the database
      parts: parts.filter((part) => part.outcome_id === row.id).map((part) => ({
        organisation: part.organisation_id as Id<'organisation'>, says: part.says ?? undefined, network: (part.network_id ?? undefined) as Id<'network'> | undefined,
        capability: (part.capability_id ?? undefined) as Id<'capability'> | undefined, apart: part.apart_at !== null,
      })),
      customer: customerOf(customers.find((one) => one.outcome_id === row.id)), timesBigger: size === null || size === undefined ? undefined : Number(size),
    }
  })
}

type CustomerRow = { name: string; asked_at: Date; ask_id: string | null; says: string | null; said_at: Date | null; shown_at: Date | null; declined_at: Date | null }

function customerOf(row: CustomerRow | undefined): Customer | undefined {
  if (!row) return undefined
  const known = { name: row.name, askedAt: row.asked_at, ask: (row.ask_id ?? undefined) as Id<'ask'> | undefined } // a column of ask ids
  if (row.said_at) return { ...known, state: { is: 'said', at: row.said_at, says: row.says ?? '', shown: row.shown_at !== null } }
  return { ...known, state: row.declined_at ? { is: 'declined', at: row.declined_at } : { is: 'asked' } }
}

export async function saveEnding(house: Tx, outcome: Id<'outcome'>, ending: Ending): Promise<void> {
  await house.db.updateTable('outcome').set({ ending }).where('id', '=', outcome).execute()
}

/** Who is still asked about it: parties, and the customer. For the house. */
export async function listOpenAsksAbout(house: Tx, outcome: Id<'outcome'>): Promise<readonly Id<'ask'>[]> {
  const rows = await house.db.selectFrom('ask as a').select('a.id').where('a.answered_at', 'is', null).where('a.withdrawn_at', 'is', null).where('a.ended_at', 'is', null)
    .where((at) => at.or([
      at('a.id', 'in', house.db.selectFrom('outcome_side as s').select('s.ask_id').where('s.outcome_id', '=', outcome).where('s.ask_id', 'is not', null)),
      at('a.id', 'in', house.db.selectFrom('outcome_customer as c').select('c.ask_id').where('c.outcome_id', '=', outcome).where('c.ask_id', 'is not', null)),
    ])).orderBy('a.id').execute()
  return rows.map((row) => row.id as Id<'ask'>) // a column of ask ids
}

export async function saveSide(house: Tx, outcome: Id<'outcome'>, organisation: Id<'organisation'>, set: { times_bigger?: number | null; ask_id?: Id<'ask'> }): Promise<void> {
  await house.db.insertInto('outcome_side').values({ outcome_id: outcome, organisation_id: organisation, ...set }).onConflict((at) => at.columns(['organisation_id', 'outcome_id']).doUpdateSet(set)).execute()
}

export async function saveCustomer(house: Tx, outcome: Id<'outcome'>, made: { name: string; witness: Id<'witness'>; ask: Id<'ask'> }): Promise<void> {
  await house.db.insertInto('outcome_customer').values({ outcome_id: outcome, name: made.name, witness_id: made.witness, ask_id: made.ask, asked_at: house.now }).execute()
}

/** Held until the end of the transaction. For the house, once the customer answers. */
export async function getCustomerToHear(house: Tx, outcome: Id<'outcome'>): Promise<{ name: string; witness: Id<'witness'> } | undefined> {
  const row = await house.db.selectFrom('outcome_customer').select(['name', 'witness_id']).where('outcome_id', '=', outcome).forUpdate().executeTakeFirst()
  return row && { name: row.name, witness: row.witness_id as Id<'witness'> } // a column of witness ids
}

export async function markCustomer(house: Tx, outcome: Id<'outcome'>, set: { says?: string; said_at?: Date; shown_at?: Date; declined_at?: Date }): Promise<void> {
  await house.db.updateTable('outcome_customer').set(set).where('outcome_id', '=', outcome).execute()
}

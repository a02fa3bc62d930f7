import { sql, type Selectable } from 'kysely'
import type { Referral as Row } from '../../db/types.ts'
import type { ValueBand } from '../answers/index.ts'
import { asHouse, type Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { NotFound, SignInFirst } from '../kit/refusal.ts'
import { namesOfOrganisations } from '../organisations/index.ts'
import type { Referral, ReferralState, SeenReferral, Thanks, ThanksPhrase } from './referral.ts'
import { personInSight, reachInSight, referralInSight, valueInSight, wordsInSight } from './scope.ts'

/** A referral with all that the asker may read of the person beside it. What they may not see is simply not joined. */
export function seen(tx: Tx) {
  return tx.db.selectFrom('referral as r')
    .leftJoin('referral_person as p', (join) => join.onRef('p.id', '=', 'r.person_id').on(personInSight(tx, 'p')))
    .leftJoin('referral_reach as h', (join) => join.onRef('h.person_id', '=', 'r.person_id').on(reachInSight(tx, 'h')))
    .leftJoin('referral_words as w', (join) => join.onRef('w.referral_id', '=', 'r.id').on(wordsInSight(tx, 'r')))
    .leftJoin('referral_value as v', (join) => join.onRef('v.referral_id', '=', 'r.id').on(valueInSight(tx, 'r')))
    .where(referralInSight(tx, 'r'))
}

const BESIDE = ['p.shown_as', 'p.needs', 'h.name', 'h.reach', 'h.email', 'w.says', 'w.yes_says', 'w.declined_says', 'w.lost_says', 'w.thanks_says', 'v.band'] as const

export async function getReferral(tx: Tx, id: Id<'referral'>): Promise<SeenReferral> {
  if (tx.actor.by === 'nobody') throw new SignInFirst()
  const row = await seen(tx).where('r.id', '=', id).selectAll('r').select(BESIDE).executeTakeFirst()
  if (!row) throw new NotFound()
  const [referral] = await named(tx, [row])
  if (!referral) throw new NotFound()
  return referral
}

/** Held until the end of the transaction, so that of two at once one comes after the other. For the house, once the asker has seen it. */
export async function holdReferral(tx: Tx, id: Id<'referral'>): Promise<Referral> {
  const row = await tx.db.selectFrom('referral').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound()
  return fromRow(row)
}

export type Beside = { readonly [Column in 'shown_as' | 'needs' | 'name' | 'reach' | 'email' | 'says' | 'yes_says' | 'declined_says' | 'lost_says' | 'thanks_says' | 'band']: string | null }

/** Puts the two sides' names to them. Whoever is part of a referral knows the other side by it, whatever their pages show. */
export async function named(tx: Tx, rows: readonly (Selectable<Row> & Beside)[]): Promise<readonly SeenReferral[]> {
  const ids = [...new Set(rows.flatMap((row) => [row.given_by, row.given_to]))] as Id<'organisation'>[] // columns of those ids
  const names = await asHouse(tx).read((house) => namesOfOrganisations(house, ids))
  return rows.map((row) => ({
    ...fromRow(row), giver: names.get(row.given_by) ?? 'Somebody', receiver: names.get(row.given_to) ?? 'Somebody',
    shownAs: row.shown_as ?? undefined, needs: row.needs ?? undefined,
    reach: row.name === null || row.reach === null ? undefined : { name: row.name, reach: row.reach, email: row.email ?? undefined },
    says: row.says ?? undefined, yesSays: row.yes_says ?? undefined, declinedSays: row.declined_says ?? undefined, lostSays: row.lost_says ?? undefined, thanksSays: row.thanks_says ?? undefined,
    value: (row.band ?? undefined) as ValueBand | undefined, // checked by the database
  }))
}

export type ReferralChange = Partial<Omit<Selectable<Row>, 'id' | 'given_by' | 'given_to' | 'begun_by' | 'made_at'>>

export async function markReferral(tx: Tx, id: Id<'referral'>, set: ReferralChange): Promise<void> {
  await tx.db.updateTable('referral').set({ touched_at: tx.now, ...set }).where('id', '=', id).execute()
}

export type WordsChange = { readonly says?: string; readonly yes_says?: string; readonly declined_says?: string; readonly lost_says?: string; readonly thanks_says?: string }

/** What was written about it, kept with the person so that it goes with them. Nothing where there is nobody any more. */
export async function writeWords(tx: Tx, { id, person }: Pick<Referral, 'id' | 'person'>, words: WordsChange): Promise<void> {
  if (!person || Object.values(words).every((one) => one === undefined)) return
  await tx.db.insertInto('referral_words').values({ referral_id: id, person_id: person, ...words }).onConflict((on) => on.column('referral_id').doUpdateSet(words)).execute()
}

export async function saveValue(tx: Tx, id: Id<'referral'>, band: ValueBand): Promise<void> {
  await tx.db.insertInto('referral_value').values({ referral_id: id, band }).onConflict((on) => on.column('referral_id').doUpdateSet({ band })).execute()
}

export type NewReferral = Pick<Referral, 'id' | 'person' | 'givenBy' | 'givenTo' | 'begunBy' | 'passedFrom' | 'network' | 'capability'>

export async function saveReferral(tx: Tx, one: NewReferral): Promise<void> {
  await tx.db.insertInto('referral').values({
    id: one.id, person_id: one.person, given_by: one.givenBy, given_to: one.givenTo, begun_by: one.begunBy, passed_from: one.passedFrom,
    network_id: one.capability ? one.network : null, capability_id: one.capability, made_at: tx.now, made_by: tx.actor.person, touched_at: tx.now,
  }).execute()
}

export type Line = { readonly id: string; readonly by: Id<'organisation'>; readonly words: string; readonly at: Date }

/** The short thread of a referral, the oldest first, for whoever may read its words. */
export async function listLines(tx: Tx, id: Id<'referral'>): Promise<readonly Line[]> {
  const rows = await tx.db.selectFrom('referral_line as l').innerJoin('referral as r', 'r.id', 'l.referral_id').where('l.referral_id', '=', id).where(wordsInSight(tx, 'r'))
    .select(['l.id', 'l.organisation_id', 'l.words', 'l.said_at']).orderBy('l.said_at').orderBy('l.id').limit(100).execute()
  return rows.map((row) => ({ id: row.id, by: row.organisation_id as Id<'organisation'>, words: row.words, at: row.said_at })) // a column of organisation ids
}

/** All referrals of one person, the first made first. */
export async function listReferralsOf(tx: Tx, person: Id<'referral-person'>): Promise<readonly SeenReferral[]> {
  return named(tx, await seen(tx).where('r.person_id', '=', person).selectAll('r').select(BESIDE).orderBy('r.made_at').orderBy('r.id').execute())
}

/** How a referral came about: from the first giver to this one, as far as the asker may see. */
export async function listChain(tx: Tx, id: Id<'referral'>): Promise<readonly SeenReferral[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive back as (
      select r.id, r.passed_from, 0 as step from referral r where r.id = ${id}::uuid
      union all select r.id, r.passed_from, back.step + 1 from referral r join back on r.id = back.passed_from where back.step < 20
    ), forth as (
      select r.id, 0 as step from referral r where r.id = ${id}::uuid
      union all select r.id, forth.step + 1 from referral r join forth on r.passed_from = forth.id where forth.step < 20
    ) select id from (select id, -step as place from back union select id, step from forth) every order by place`.execute(tx.db)
  const found = await seen(tx).where('r.id', 'in', rows.map((row) => row.id)).selectAll('r').select(BESIDE).execute()
  const byId = new Map(found.map((row) => [row.id, row]))
  return named(tx, rows.flatMap((row) => byId.get(row.id) ?? []))
}

export { BESIDE }

export function fromRow(row: Selectable<Row>): Referral {
  // Ids come from columns of that kind; words are checked by the database.
  return {
    id: row.id as Id<'referral'>, person: (row.person_id ?? undefined) as Id<'referral-person'> | undefined, givenBy: row.given_by as Id<'organisation'>, givenTo: row.given_to as Id<'organisation'>,
    begunBy: row.begun_by as Id<'organisation'>, passedFrom: (row.passed_from ?? undefined) as Id<'referral'> | undefined,
    network: (row.network_id ?? undefined) as Id<'network'> | undefined, capability: (row.capability_id ?? undefined) as Id<'capability'> | undefined,
    madeAt: row.made_at, offeredAt: row.offered_at ?? undefined, acceptedAt: row.accepted_at ?? undefined, laterUntil: row.later_until ?? undefined, touchedAt: row.touched_at,
    askedAfterAt: row.asked_after_at ?? undefined, noticedAt: row.noticed_at ?? undefined, erasedAt: row.erased_at ?? undefined, quotedAt: row.quoted_at ?? undefined, stopped: row.stopped_by_person_at ? true : undefined,
    yes: row.yes_at ? { at: row.yes_at, how: row.yes_how === 'word' ? 'word' : 'own', on: row.yes_on ?? undefined } : undefined,
    state: stateOf(row),
  }
}

function stateOf(row: Selectable<Row>): ReferralState {
  const thanks: Thanks | undefined = row.thanked_at ? { at: row.thanked_at, phrase: row.thanks as ThanksPhrase } : undefined // checked by the database
  if (row.won_at) return { is: 'won', at: row.won_at, thanks }
  if (row.lost_at) return { is: 'lost', at: row.lost_at, thanks }
  if (row.stopped_by_person_at) return { is: 'stopped', at: row.stopped_by_person_at }
  if (row.taken_back_at) return { is: 'taken-back', at: row.taken_back_at }
  if (row.unknown_at) return { is: 'unknown', at: row.unknown_at }
  if (row.declined_at) return { is: 'declined', at: row.declined_at }
  if (row.unanswered_at) return { is: 'unanswered', at: row.unanswered_at }
  if (row.passed_on_at) return { is: 'passed-on', at: row.passed_on_at }
  if (row.talking_at) return { is: 'talking', at: row.talking_at }
  if (row.accepted_at) return { is: 'accepted', at: row.accepted_at }
  if (row.offered_at) return { is: 'offered', at: row.offered_at }
  if (row.refused_at) return { is: 'refused', at: row.refused_at }
  return row.unsaid_at ? { is: 'unsaid', at: row.unsaid_at } : { is: 'waiting' }
}

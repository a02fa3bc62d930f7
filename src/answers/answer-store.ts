import type { Tx } from '../kit/ctx.ts'
import { newId, type Id } from '../kit/ids.ts'
import { asSight, type Sight } from '../organisations/index.ts'
import { type Answer, type Question, type Version } from './answer.ts'
import { inSightOnPage, oursOf } from './scope.ts'

/** The answers of an organisation that the asker may see, in the order of the questions. */
export async function listAnswers(tx: Tx, organisation: Id<'organisation'>): Promise<readonly Answer[]> {
  const rows = await tx.db.selectFrom('answer as a').innerJoin('organisation as o', 'o.id', 'a.organisation_id')
    .where('a.organisation_id', '=', organisation).where('a.words', '<>', '').where(inSightOnPage(tx, 'o', 'a.sight'))
    .select(['a.question', 'a.words', 'a.sight', 'a.saved_at']).orderBy('a.question').execute()
  return rows.map((row) => ({ question: row.question as Question, words: row.words, sight: asSight(row.sight), savedAt: row.saved_at })) // checked by the database
}

/** Held until the end of the transaction, so that two colleagues who save at once do so one after the other. */
export async function findAnswerToSave(tx: Tx, organisation: Id<'organisation'>, question: Question) {
  return tx.db.selectFrom('answer as a').innerJoin('organisation as o', 'o.id', 'a.organisation_id')
    .where('a.organisation_id', '=', organisation).where('a.question', '=', question).where(oursOf(tx, 'o'))
    .select(['a.words', 'a.sight', 'a.saved_at', 'a.saved_by']).forUpdate('a').executeTakeFirst()
}

export async function putAnswer(tx: Tx, organisation: Id<'organisation'>, answer: { question: Question; words: string; sight?: Sight }): Promise<void> {
  const fresh = { words: answer.words, saved_at: tx.now, saved_by: tx.actor.person ?? null, ...(answer.sight ? { sight: answer.sight } : {}) }
  await tx.db.insertInto('answer').values({ organisation_id: organisation, question: answer.question, ...fresh })
    .onConflict((at) => at.columns(['organisation_id', 'question']).doUpdateSet(fresh)).execute()
}

export async function putSight(tx: Tx, organisation: Id<'organisation'>, question: Question, sight: Sight): Promise<void> {
  await tx.db.updateTable('answer').set({ sight }).where('organisation_id', '=', organisation).where('question', '=', question).execute()
}

export async function keepVersion(tx: Tx, organisation: Id<'organisation'>, question: Question, before: { words: string; saved_at: Date; saved_by: string | null }): Promise<void> {
  await tx.db.insertInto('answer_version').values({ organisation_id: organisation, question, id: newId<'version'>(), ...before, replaced_at: tx.now }).execute()
}

/** What it said before, the latest first, with the colleague who wrote it. Only for its own people. */
export async function listVersions(tx: Tx, organisation: Id<'organisation'>, question: Question, most = 50): Promise<readonly Version[]> {
  const rows = await tx.db.selectFrom('answer_version as v').innerJoin('organisation as o', 'o.id', 'v.organisation_id').leftJoin('person as p', 'p.id', 'v.saved_by')
    .where('v.organisation_id', '=', organisation).where('v.question', '=', question).where(oursOf(tx, 'o'))
    .select(['v.id', 'v.words', 'v.saved_at', 'v.replaced_at', 'p.name']).orderBy('v.replaced_at', 'desc').orderBy('v.id').limit(most).execute()
  return rows.map((row) => ({ id: row.id as Id<'version'>, words: row.words, savedAt: row.saved_at, savedBy: row.name ?? undefined, replacedAt: row.replaced_at })) // a column of version ids
}

export type Dismissed = { readonly kind: string; readonly words: string }

/** Notes put away for good. Only for its own people. */
export async function listDismissed(tx: Tx, organisation: Id<'organisation'>, question: Question): Promise<readonly Dismissed[]> {
  return tx.db.selectFrom('dismissed_note as d').innerJoin('organisation as o', 'o.id', 'd.organisation_id')
    .where('d.organisation_id', '=', organisation).where('d.question', '=', question).where(oursOf(tx, 'o'))
    .select(['d.kind', 'd.words']).orderBy('d.kind').orderBy('d.words').execute()
}

export async function putDismissed(tx: Tx, organisation: Id<'organisation'>, question: Question, note: Dismissed): Promise<void> {
  await tx.db.insertInto('dismissed_note').values({ organisation_id: organisation, question, ...note, dismissed_at: tx.now, dismissed_by: tx.actor.person })
    .onConflict((at) => at.doNothing()).execute()
}

export async function takeDismissed(tx: Tx, organisation: Id<'organisation'>, question: Question, note: Dismissed): Promise<void> {
  await tx.db.deleteFrom('dismissed_note').where('organisation_id', '=', organisation).where('question', '=', question).where('kind', '=', note.kind).where('words', '=', note.words).execute()
}

export type Suggestion = { readonly id: Id<'suggestion'>; readonly question: Question; readonly from: string; readonly words: string; readonly note?: string; readonly madeAt: Date }

/** Words that partners suggested and that still wait for a look. Only for its own people. */
export async function listSuggestions(tx: Tx, organisation: Id<'organisation'>, question?: Question): Promise<readonly Suggestion[]> {
  let query = tx.db.selectFrom('suggestion as s').innerJoin('organisation as o', 'o.id', 's.organisation_id')
    .where('s.organisation_id', '=', organisation).where('s.taken_at', 'is', null).where('s.put_away_at', 'is', null).where(oursOf(tx, 'o'))
  if (question) query = query.where('s.question', '=', question)
  const rows = await query.select(['s.id', 's.question', 's.from_name', 's.words', 's.note', 's.made_at']).orderBy('s.made_at').orderBy('s.id').execute()
  return rows.map((row) => ({ id: row.id as Id<'suggestion'>, question: row.question as Question, from: row.from_name, words: row.words, note: row.note ?? undefined, madeAt: row.made_at })) // columns of those kinds
}

export async function putSuggestion(tx: Tx, organisation: Id<'organisation'>, made: { question: Question; from: string; words: string; note?: string }): Promise<void> {
  await tx.db.insertInto('suggestion').values({ organisation_id: organisation, id: newId<'suggestion'>(), question: made.question, from_name: made.from, words: made.words, note: made.note, made_at: tx.now }).execute()
}

export async function markSuggestion(tx: Tx, organisation: Id<'organisation'>, id: Id<'suggestion'>, set: { taken_at?: Date; put_away_at?: Date }): Promise<void> {
  await tx.db.updateTable('suggestion').set(set).where('organisation_id', '=', organisation).where('id', '=', id).execute()
}

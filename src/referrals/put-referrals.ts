import type { Insertable } from 'kysely'
import type { Referral as Row } from '../../db/types.ts'
import type { ValueBand } from '../answers/index.ts'
import type { Tx } from '../kit/ctx.ts'
import { newId, type Id } from '../kit/ids.ts'
import { makeLink } from '../kit/one-time-link.ts'
import { askPerson } from './ask-person.ts'
import { askReceiver } from './offer.ts'
import { LINK_FOR_PERSON } from './pass-someone-on.ts'
import { savePerson } from './person-store.ts'
import { THANKS_WORDS, type ThanksPhrase } from './referral.ts'
import { noteTogether } from './settle.ts'
import { holdReferral, saveValue, writeWords } from './store.ts'
import { tellOf } from './tell-of-it.ts'
import { emailIn, shownAs } from './third-person.ts'

/** A referral as it stands, with its days: for the example town. */
export type PutReferral = {
  readonly by: Id<'organisation'>
  readonly to: Id<'organisation'>
  readonly who: string
  readonly needs: string
  readonly reach: string
  readonly says?: string
  readonly madeAt: Date
  readonly yes?: { readonly at: Date; readonly how: 'own' | 'word'; readonly says?: string }
  readonly acceptedAt?: Date
  readonly talkingAt?: Date
  readonly declined?: { readonly at: Date; readonly says?: string }
  readonly won?: { readonly at: Date; readonly value?: ValueBand }
  readonly lost?: { readonly at: Date; readonly says?: string }
  readonly thanked?: { readonly at: Date; readonly phrase?: Exclude<ThanksPhrase, 'own'>; readonly says?: string }
  /** Whom the receiver passed them on to. */
  readonly onTo?: Omit<PutReferral, 'by' | 'who' | 'needs' | 'reach'>
}

/** Puts referrals in as they stand. What still waits is asked; what came of it is told to their partnership. As the house. */
export async function putReferrals(tx: Tx, all: readonly PutReferral[]): Promise<void> {
  for (const one of all) {
    const person = newId<'referral-person'>()
    const { id: linkId } = await makeLink(tx, { act: LINK_FOR_PERSON, subject: { person }, endsAt: new Date(tx.now.getTime() + 10 * 365 * 86_400_000) })
    await savePerson(tx, { id: person, keptFor: one.by, shownAs: shownAs(one.who), needs: one.needs, name: one.who, reach: one.reach, email: emailIn(one.reach), linkId })
    await put(tx, person, one.by, one)
  }
}

async function put(tx: Tx, person: Id<'referral-person'>, begunBy: Id<'organisation'>, one: Omit<PutReferral, 'who' | 'needs' | 'reach'>, from?: Id<'referral'>): Promise<void> {
  const id = newId<'referral'>()
  await tx.db.insertInto('referral').values(rowOf(id, person, begunBy, one, from)).execute()
  const referral = await holdReferral(tx, id)
  await writeWords(tx, referral, { says: one.says, yes_says: one.yes?.says, declined_says: one.declined?.says, lost_says: one.lost?.says, thanks_says: one.thanked?.says })
  if (one.won?.value) await saveValue(tx, id, one.won.value)
  if (!one.yes) await askPerson(tx, referral)
  else if (referral.state.is === 'offered') await askReceiver(tx, referral)
  if (one.acceptedAt) await noteTogether(tx, referral, one.thanked && one.won ? 'thanked' : one.won ? 'won' : 'accepted', one.won?.at ?? one.acceptedAt)
  if (one.thanked) await tellOf(tx, one.by, 'thanked', id)
  if (one.onTo) await put(tx, person, begunBy, { ...one.onTo, by: one.to }, id)
}

function rowOf(id: Id<'referral'>, person: Id<'referral-person'>, begunBy: Id<'organisation'>, one: Omit<PutReferral, 'who' | 'needs' | 'reach'>, from: Id<'referral'> | undefined): Insertable<Row> {
  const passedOnAt = one.onTo?.yes?.at
  const endedAt = one.declined?.at ?? one.won?.at ?? one.lost?.at ?? passedOnAt
  return {
    id, person_id: person, given_by: one.by, given_to: one.to, begun_by: begunBy, passed_from: from, made_at: one.madeAt,
    yes_at: one.yes?.at, yes_how: one.yes?.how, yes_on: one.yes?.how === 'word' ? one.yes.at.toISOString().slice(0, 10) : null, offered_at: one.yes?.at,
    accepted_at: one.acceptedAt, talking_at: one.talkingAt, declined_at: one.declined?.at, passed_on_at: passedOnAt, won_at: one.won?.at, lost_at: one.lost?.at,
    thanked_at: one.thanked?.at, thanks: one.thanked && (one.thanked.phrase ?? (one.thanked.says ? 'own' : Object.keys(THANKS_WORDS)[0])), ended_at: endedAt,
    touched_at: endedAt ?? one.talkingAt ?? one.acceptedAt ?? one.yes?.at ?? one.madeAt,
  }
}

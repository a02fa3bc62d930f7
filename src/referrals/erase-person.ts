import { createHmac, randomInt } from 'node:crypto'
import { forgetLettersWith, forgetWordsOfAsks, withdrawAsk } from '../asks/index.ts'
import { audit } from '../kit/audit.ts'
import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { NotAllowed } from '../kit/refusal.ts'
import { actingForSeen } from './answer-referral.ts'
import { listAsks, listOpenAsks } from './ask-store.ts'
import { Erased } from './errors.ts'
import { deletePerson, holdPerson, saveErasure, type ErasedBecause, type ThirdPerson } from './person-store.ts'
import { isOver } from './referral.ts'
import { getReferral, listReferralsOf, markReferral } from './store.ts'
import { tellOfErasure } from './tell-of-it.ts'

/** They told one of the two sides that they want to be forgotten. Whoever sees how to reach them can do it for them. */
export function eraseForThem(ctx: Ctx, id: Id<'referral'>): Promise<{ reference: string }> {
  return ctx.transaction(async (tx) => {
    await actingForSeen(tx, id)
    const { person, reach } = await getReferral(tx, id)
    if (!person) throw new Erased()
    if (!reach) throw new NotAllowed('You do not hold their details.', 'Whoever passed them on can erase them, and so can they by their own link.')
    return asHouse(tx).transaction((house) => erasePerson(house, person, 'told-us'))
  })
}

/**
 * Takes away everything of a person: their row and all that hangs on it, the letters to and about them, the notes on asks. All who
 * received them are told. What stays is a reference, and a fingerprint that proves, to whoever has the details in hand, that it was these.
 */
export async function erasePerson(tx: Tx, id: Id<'referral-person'>, because: ErasedBecause): Promise<{ reference: string }> {
  const person = await holdPerson(tx, id)
  if (!person) throw new Erased()
  const referrals = await listReferralsOf(tx, id)
  for (const referral of referrals) {
    for (const open of await listOpenAsks(tx, referral.id)) await withdrawAsk(tx, open)
    await markReferral(tx, referral.id, { erased_at: tx.now, later_until: null, ...(isOver(referral) ? { touched_at: referral.touchedAt } : { stopped_by_person_at: tx.now, ended_at: tx.now }) })
  }
  await forgetWordsOfAsks(tx, await listAsks(tx, referrals.map((one) => one.id)))
  await forgetLettersWith(tx, [person.linkId])
  await deletePerson(tx, id)

  const reference = newReference()
  const fingerprint = fingerprintOf(tx.keys.links, person)
  const holders = [...new Map(referrals.flatMap((one) => [[one.givenBy, one.id] as const, ...(one.offeredAt ? [[one.givenTo, one.id] as const] : [])]))]
  for (const [organisation, referral] of holders) await tellOfErasure(tx, organisation, { reference, because, referral })
  await saveErasure(tx, id, { reference, fingerprint, because, told: holders.length })
  await audit(tx, { chain: 'referrals erased', act: 'referral.person-erased', subject: reference, detail: { because, told: holders.length, fingerprint: fingerprint.toString('hex') } })
  await tx.emit('referral.erased', { reference })
  return { reference }
}

/** Salted with a key outside the database, so that nobody who reads the fingerprints can try addresses against them. */
export function fingerprintOf(key: Buffer, { id, name, reach }: Pick<ThirdPerson, 'id' | 'name' | 'reach'>): Buffer {
  return createHmac('sha256', key).update(JSON.stringify(['referral erasure', id, name.trim().toLowerCase(), reach.trim().toLowerCase()])).digest()
}

/** Short enough to read out over the telephone, without letters that are mistaken for others. */
function newReference(): string {
  const letters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
  const some = (count: number) => Array.from({ length: count }, () => letters[randomInt(letters.length)]).join('')
  return `R-${some(4)}-${some(4)}`
}

import { answerByLink, getAsk, withdrawAsk } from '../asks/index.ts'
import { linkTo } from '../asks/index.ts'
import { audit } from '../kit/audit.ts'
import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import { parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { readLink } from '../kit/one-time-link.ts'
import { NotFound } from '../kit/refusal.ts'
import { findOpenAsk, listOpenAsks } from './ask-store.ts'
import { Erased } from './errors.ts'
import { erasePerson } from './erase-person.ts'
import { correctingInput } from './input.ts'
import { LINK_FOR_PERSON } from './pass-someone-on.ts'
import { correctPersonRow, findErasure, findPerson, holdPerson, type Erasure, type ThirdPerson } from './person-store.ts'
import { isOver, type SeenReferral } from './referral.ts'
import { getReferral, holdReferral, listReferralsOf, markReferral } from './store.ts'
import { tellOf } from './tell-of-it.ts'
import { emailIn, shownAs } from './third-person.ts'

/** Who holds this person's details, from whom and why, as they see it by their own link. */
export type TheirPage =
  | { readonly is: 'kept'; readonly person: ThirdPerson; readonly referrals: readonly (SeenReferral & { readonly contact?: { readonly email?: string; readonly phone?: string } })[]; readonly waiting: ReadonlySet<string> }
  | { readonly is: 'erased'; readonly erasure: Erasure }

/** Looks without changing anything, as often as they like: the link is theirs for good. */
export function readTheirPage(ctx: Ctx, token: string): Promise<TheirPage> {
  return asHouse(ctx).read(async (tx) => {
    const id = await personOf(tx, token)
    const person = await findPerson(tx, id)
    if (!person) {
      const erasure = await findErasure(tx, id)
      if (!erasure) throw new NotFound()
      return { is: 'erased', erasure }
    }
    const referrals = (await listReferralsOf(tx, id)).filter((one) => one.state.is !== 'taken-back' || one.offeredAt)
    const waiting = new Set<string>()
    for (const one of referrals) if (one.state.is === 'waiting' && await findOpenAsk(tx, one.id, 'person')) waiting.add(one.id)
    return { is: 'kept', person, waiting, referrals: await withContacts(tx, referrals) }
  })
}

/** Whoever has accepted must say how they are reached: the law wants it, and so does the person. */
async function withContacts(tx: Tx, referrals: readonly SeenReferral[]) {
  const ids = referrals.filter((one) => one.acceptedAt).map((one) => one.givenTo)
  const rows = ids.length === 0 ? [] : await tx.db.selectFrom('organisation_contact').select(['organisation_id', 'email', 'phone']).where('organisation_id', 'in', ids).execute()
  return referrals.map((one) => {
    const found = one.acceptedAt && rows.find((row) => row.organisation_id === one.givenTo)
    return { ...one, contact: found ? { email: found.email ?? undefined, phone: found.phone ?? undefined } : undefined }
  })
}

/** A yes or no to what waits, on their own page. */
export async function answerOnTheirPage(ctx: Ctx, token: string, referral: Id<'referral'>, word: string): Promise<void> {
  const asked = await asHouse(ctx).read(async (tx) => {
    await mustBeTheirs(tx, token, referral)
    const open = await findOpenAsk(tx, referral, 'person')
    if (!open) throw new NotFound('This question is no longer open.', 'Open your page again and see how it stands.')
    return linkTo(tx, await getAsk(tx, open)).split('/').at(-1) ?? ''
  })
  await answerByLink(ctx, asked, word)
}

/** Not any more: this receiver loses sight of them at once, and both sides are told. */
export function endOnTheirPage(ctx: Ctx, token: string, id: Id<'referral'>): Promise<void> {
  return asHouse(ctx).transaction(async (tx) => {
    await mustBeTheirs(tx, token, id)
    const referral = await holdReferral(tx, id)
    const seen = await getReferral(tx, id)
    if (!referral.offeredAt || seen.state.is === 'stopped') return
    for (const open of await listOpenAsks(tx, id)) await withdrawAsk(tx, open)
    await markReferral(tx, id, { stopped_by_person_at: tx.now, later_until: null, ...(isOver(referral) ? {} : { ended_at: tx.now }) })
    await audit(tx, { chain: `referral ${id}`, act: 'referral.stopped-by-person', subject: id })
    await tellOf(tx, referral.givenTo, 'stopped', id)
    await tellOf(tx, referral.givenBy, 'stopped', id)
  })
}

/** They put their own details right; everyone who may read them is told, and reads the new ones. */
export function correctOnTheirPage(ctx: Ctx, token: string, input: unknown): Promise<void> {
  return asHouse(ctx).transaction(async (tx) => {
    const person = await holdPerson(tx, await personOf(tx, token))
    if (!person) throw new Erased()
    const given = parse(correctingInput, input)
    if (given.name === person.name && given.needs === person.needs && given.reach === person.reach) return
    await correctPersonRow(tx, person.id, { ...given, shownAs: shownAs(given.name), email: emailIn(given.reach) })
    const told = new Set<string>()
    for (const one of await listReferralsOf(tx, person.id)) {
      if (isOver(one)) continue
      for (const to of [one.givenBy, ...(one.offeredAt ? [one.givenTo] : [])]) if (!told.has(to)) { told.add(to); await tellOf(tx, to, 'corrected', one.id) }
    }
  })
}

export function eraseOnTheirPage(ctx: Ctx, token: string): Promise<{ reference: string }> {
  return asHouse(ctx).transaction(async (tx) => {
    const id = await personOf(tx, token)
    const before = await findErasure(tx, id)
    return before ? { reference: before.reference } : erasePerson(tx, id, 'asked')
  })
}

async function personOf(tx: Tx, token: string): Promise<Id<'referral-person'>> {
  return (await readLink<{ person: Id<'referral-person'> }>(tx, LINK_FOR_PERSON, token)).subject.person
}

async function mustBeTheirs(tx: Tx, token: string, referral: Id<'referral'>): Promise<void> {
  const person = await personOf(tx, token)
  const found = await tx.db.selectFrom('referral').select('id').where('id', '=', referral).where('person_id', '=', person).executeTakeFirst()
  if (!found) throw new NotFound()
}

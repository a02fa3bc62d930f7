import { ask, withdrawAsk } from '../asks/index.ts'
import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import { id as idField, parse } from '../kit/fields.ts'
import { newId, type Id } from '../kit/ids.ts'
import { Invalid, NotFound } from '../kit/refusal.ts'
import { findOrganisation, inNameOf } from '../organisations/index.ts'
import { otherSide, termsInForce, termsWaiting, type BenchPlace } from './bench.ts'
import { getPlace, holdPlace, listPlaces, markPlaceEnded, markTerms, savePlace, saveTerms } from './bench-store.ts'
import { NotItsTurn, OnTheBenchAlready, PlaceEnded } from './errors.ts'
import { termsFrom, termsInput, whatChanged, type Terms } from './terms.ts'
import { askedOf } from './who-is-asked.ts'
import { getOursToKeep } from './who-may.ts'

export const BENCH = 'cover.bench'
const DAYS = 14

export const placeInput = termsInput.extend({ associate: idField<'organisation'>('That organisation') })

/** Invites somebody to our bench, on terms: they say yes, or say why not. */
export function inviteToBench(ctx: Ctx, input: unknown): Promise<Id<'bench place'>> {
  return ctx.transaction(async (tx) => {
    const organisation = await getOursToKeep(tx)
    const { associate, ...given } = parse(placeInput, input)
    if (associate === organisation) throw new Invalid([{ field: 'associate', sentence: 'That is yourself. Choose somebody else.' }])
    const seen = await findOrganisation(tx, associate)
    if (!seen) throw new NotFound('There is no such organisation, or it is not shown to you.', 'Choose one from your networks.')
    if (seen.standing.is !== 'claimed') throw new Invalid([{ field: 'associate', sentence: seen.standing.is === 'resting' ? 'They are resting just now and ask not to be disturbed.' : 'Nobody speaks for them here yet, so nobody could say yes.' }])
    const terms = termsFrom(given)
    mustEndAfterStart(terms)
    return asHouse(tx).transaction(async (house) => {
      const as = inNameOf(house, ctx.actor)
      const place = { id: newId<'bench place'>(), organisation, associate }
      if (!(await savePlace(as, place))) throw new OnTheBenchAlready()
      await propose(as, place, { version: 1, terms, says: given.says, by: organisation })
      return place.id
    })
  })
}

/** Changed terms want a fresh yes of the other side; until then those agreed before still count. Either side may suggest them. */
export function changeTerms(ctx: Ctx, id: Id<'bench place'>, input: unknown): Promise<void> {
  return ctx.transaction(async (tx) => {
    const us = await getOursToKeep(tx)
    await getPlace(tx, id)
    const given = parse(termsInput, input)
    const terms = termsFrom(given)
    mustEndAfterStart(terms)
    await asHouse(tx).transaction(async (house) => {
      const as = inNameOf(house, ctx.actor)
      const place = await holdPlace(as, id)
      if (place.ended) throw new PlaceEnded()
      const agreed = termsInForce(place)
      if (agreed && whatChanged(agreed.terms, terms).length === 0) throw new NotItsTurn('These are the terms you both agreed to already.', 'Change something, or go back.')
      const waiting = termsWaiting(place)
      if (waiting) await takeBack(as, place.id, waiting)
      await propose(as, place, { version: (place.versions[0]?.version ?? 0) + 1, terms, says: given.says, by: us })
    })
  })
}

/** Takes terms back that nobody has answered. Twice is harmless. */
export function withdrawTerms(ctx: Ctx, id: Id<'bench place'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    const us = await getOursToKeep(tx)
    await getPlace(tx, id)
    await asHouse(tx).transaction(async (house) => {
      const place = await holdPlace(house, id)
      const waiting = termsWaiting(place)
      if (!waiting) return
      if (waiting.proposedBy !== us) throw new NotItsTurn('These are theirs to take back. You can say no to them.')
      await takeBack(house, id, waiting)
      if (!termsInForce(place)) await markPlaceEnded(inNameOf(house, ctx.actor), id, us)
    })
  })
}

/** Either side may leave. What is under way goes on under the terms it began with. Twice is harmless. */
export function endPlace(ctx: Ctx, id: Id<'bench place'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    const us = await getOursToKeep(tx)
    await getPlace(tx, id)
    await asHouse(tx).transaction(async (house) => {
      const place = await holdPlace(house, id)
      if (place.ended) return
      const waiting = termsWaiting(place)
      if (waiting) await takeBack(house, id, waiting)
      await markPlaceEnded(inNameOf(house, ctx.actor), id, us)
      await house.emit('bench.ended', { place: id, organisation: place.organisation, associate: place.associate })
    })
  })
}

async function propose(tx: Tx, place: Pick<BenchPlace, 'id' | 'organisation' | 'associate'>, { version, terms, says, by }: { version: number; terms: Terms; says?: string; by: Id<'organisation'> }): Promise<void> {
  await saveTerms(tx, { place, version, terms, says, proposedBy: by })
  const made = await ask(tx, {
    kind: BENCH, from: { person: tx.actor.person, organisation: by }, to: await askedOf(tx, otherSide(place, by)),
    subject: { place: place.id, version: String(version) }, answerBy: new Date(tx.now.getTime() + DAYS * 86_400_000),
  })
  await markTerms(tx, place.id, version, { ask_id: made.id })
}

async function takeBack(tx: Tx, place: Id<'bench place'>, waiting: { version: number; ask?: Id<'ask'> }): Promise<void> {
  await markTerms(tx, place, waiting.version, { withdrawn_at: tx.now })
  if (waiting.ask) await withdrawAsk(tx, waiting.ask)
}

function mustEndAfterStart({ dates }: Terms): void {
  if (dates.from && dates.until && dates.until < dates.from) throw new Invalid([{ field: 'until', sentence: 'This day comes before the one it starts on.' }])
}

/** The bench that can be asked today: places with terms in force. */
export async function listBench(tx: Tx, organisation: Id<'organisation'>): Promise<readonly BenchPlace[]> {
  return (await listPlaces(tx, { organisation })).filter((place) => termsInForce(place))
}

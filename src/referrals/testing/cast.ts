import type { Ctx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import type { TestHouse } from '../../kit/testing/house.ts'
import { joins, openNetwork, someone, type Character } from '../../networks/testing/cast.ts'
import { sayWhoSees } from '../../networks/index.ts'
import { editOrganisation } from '../../organisations/index.ts'
import { passSomeoneOn } from '../index.ts'
import { findPerson } from '../person-store.ts'
import { showLink } from '../../kit/one-time-link.ts'

export type Trades = Readonly<Record<'tom' | 'priya' | 'asha' | 'nell', Character>> & { readonly network: { readonly id: Id<'network'>; readonly slug: string } }

/** The wedding trades: Tom hires out tipis, Priya ties flowers, Asha bakes, Nell sews. All are members of one network and have an address. */
export async function weddingTrades(town: TestHouse): Promise<Trades> {
  const [tom, priya, asha, nell] = [await someone(town, 'Tom', 'Tom’s Tipis'), await someone(town, 'Priya', 'The Wild Bouquet'), await someone(town, 'Asha', 'Asha’s Cakes'), await someone(town, 'Nell', 'Nell Dress Co')]
  const network = await openNetwork(tom, 'Haverstow Weddings')
  for (const one of [priya, asha, nell]) await joins(town, network.id, one)
  for (const [one, name, email] of [[tom, 'Tom’s Tipis', 'hello@tipis.example.org'], [priya, 'The Wild Bouquet', 'hello@bouquet.example.org'], [asha, 'Asha’s Cakes', 'hello@cakes.example.org'], [nell, 'Nell Dress Co', 'hello@nell.example.org']] as const) {
    await editOrganisation(one.ctx, one.organisation, { name, kind: 'sole-trader', email })
    await sayWhoSees(one.ctx, one.organisation, { page: 'network', contact: 'only_us', place: 'only_us' })
  }
  await town.settle()
  return { tom, priya, asha, nell, network }
}

export const ANNA = { who: 'Anna Bellweather', needs: 'June wedding, about 120 guests, wild flowers', reach: 'anna@bellweather.example.org or 07700 900321', says: 'They loved the tipi. The budget is fair.' }
export const SAID_YES = { how: 'send', agreed: true, yesOn: '2027-03-01', yesSays: 'Yes please, after six.' }

/** Anna is passed on to somebody, with her yes in the giver’s word. */
export const passAnna = (giver: Character, to: Character, more: Readonly<Record<string, unknown>> = {}) => passSomeoneOn(giver.ctx, { ...ANNA, ...SAID_YES, to: to.organisation, ...more })

/** The secret end of the person’s own lasting link. */
export function theirLink(house: Ctx, referral: Id<'referral'>): Promise<string> {
  return house.read(async (tx) => {
    const { person_id } = await tx.db.selectFrom('referral').select('person_id').where('id', '=', referral).executeTakeFirstOrThrow()
    const person = await findPerson(tx, person_id ?? undefined)
    if (!person) throw new Error('There is nobody any more.')
    return showLink(tx, person.linkId)
  })
}

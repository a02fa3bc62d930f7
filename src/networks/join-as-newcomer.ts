import { z } from 'zod'
import type { Ctx } from '../kit/ctx.ts'
import { email, parse, text } from '../kit/fields.ts'
import { Invalid } from '../kit/refusal.ts'
import { byTheHouse, inNameOf, kindField, listOrganisation, optionalDistrict } from '../organisations/index.ts'
import { hashPassword, limit, newPassword, refuseOwnWords, welcomePerson } from '../people/index.ts'
import { takeUp, type Joined } from './join-network.ts'
import { readOffer } from './offer.ts'

const newcomerInput = z.strictObject({
  name: text('Your name', 100),
  email,
  password: newPassword,
  organisation: text('The name of your organisation', 120),
  kind: kindField,
  district: optionalDistrict,
})

/**
 * A newcomer with a link: account, organisation and membership in one transaction, so that nobody is left half-way with an account
 * and nowhere to go. The address is unproven until they follow a letter; the link they hold is what lets them in.
 */
export async function joinAsNewcomer(ctx: Ctx, token: string, input: unknown): Promise<Joined> {
  await readOffer(ctx, token) // a dead link says so before anything is asked of the person
  const wanted = parse(newcomerInput, input)
  refuseOwnWords(wanted.password, wanted)
  await limit(ctx, 'sign up', wanted.email)
  const passwordHash = await hashPassword(wanted.password)
  return byTheHouse(ctx).transaction(async (tx) => {
    const person = await welcomePerson(tx, { name: wanted.name, email: wanted.email, passwordHash })
    if (!person) throw new Invalid([{ field: 'email', sentence: 'We could not make a new account with this address. If you already have one, sign in and open this link again.' }])
    const organisation = await listOrganisation(inNameOf(tx, { person }), { name: wanted.organisation, kind: wanted.kind, district: wanted.district })
    return takeUp(inNameOf(tx, { person, organisation }), token, organisation)
  })
}

import type { Actor, Ctx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import type { TestHouse } from '../../kit/testing/house.ts'
import { byTheHouse, listOrganisation } from '../../organisations/index.ts'
import { welcomePerson } from '../../people/index.ts'
import { becomeMember } from '../become-member.ts'
import { startNetwork } from '../start-network.ts'

export type Character = { readonly ctx: Ctx; readonly person: Id<'person'>; readonly organisation: Id<'organisation'> }

/** Somebody with an organisation of their own, acting for it. */
export async function someone(house: TestHouse, name: string, organisationName = `${name}’s firm`): Promise<Character> {
  const person = await newPerson(house, name)
  const organisation = await listOrganisation(house.ctx({ by: 'house', person }), { name: organisationName, kind: 'sole-trader', line: 'Wedding flowers', phone: '01722 123456', district: 'SP2', town: 'Salisbury' })
  return { person, organisation, ctx: house.ctx({ by: 'session', person, organisation }) }
}

export async function newPerson(house: TestHouse, name: string): Promise<Id<'person'>> {
  const person = await house.ctx().transaction((tx) => welcomePerson(tx, { name, email: `${name.toLowerCase().replaceAll(/[^a-z]/g, '.')}.${Math.random().toString(36).slice(2)}@example.org` }))
  if (!person) throw new Error('Two of the cast have one address.')
  return person
}

export const actingFor = (house: TestHouse, actor: Omit<Actor, 'by'>): Ctx => house.ctx({ by: 'session', ...actor })

/** A network whose organiser is also its first member. */
export async function openNetwork(organiser: Character, name = 'Salisbury Makers'): Promise<{ id: Id<'network'>; slug: string }> {
  return startNetwork(organiser.ctx, { name, purpose: 'To find each other', kind: 'Town trades', houseRules: 'Be kind.', joinToo: true })
}

export async function joins(house: TestHouse, network: Id<'network'>, { organisation, person }: Pick<Character, 'organisation' | 'person'>): Promise<void> {
  await byTheHouse(house.ctx({ by: 'house', person })).transaction((tx) => becomeMember(tx, { network, organisation }))
}

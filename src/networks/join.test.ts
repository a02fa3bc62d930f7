import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linkTo, listAsksMadeIn } from '../asks/index.ts'
import { checkChain } from '../kit/audit.ts'
import type { Id } from '../kit/ids.ts'
import { Invalid, NotAllowed, NotFound } from '../kit/refusal.ts'
import { openTestHouse, type TestHouse } from '../kit/testing/house.ts'
import { closeOrganisation, editOrganisation, listWorkingFor } from '../organisations/index.ts'
import { AlreadyMember, JoinLinkRefused, LastOrganiser, NotAMember } from './errors.ts'
import { INVITATION, inviteMember } from './invite-member.ts'
import { joinAsNewcomer } from './join-as-newcomer.ts'
import './when.ts'
import { declineOffer, joinNetwork } from './join-network.ts'
import { leaveNetwork, removeMember } from './leave-network.ts'
import { countMembers, listMembers } from './member-store.ts'
import { getNetwork } from './network-store.ts'
import { readOffer } from './offer.ts'
import { endOrganiser, makeOrganiser } from './organisers.ts'
import { joinLinkAddress, shareJoinLink, withdrawJoinLink } from './share-join-link.ts'
import { actingFor, joins, newPerson, openNetwork, someone, type Character } from './testing/cast.ts'

let house: TestHouse
let priya: Character
beforeAll(async () => {
  house = await openTestHouse()
  house.clock.forward(Date.now() - house.clock.now().getTime())
  priya = await someone(house, 'Priya', 'The Wild Bouquet')
})
afterAll(() => house.close())

const newcomer = (more: Record<string, unknown> = {}) => ({
  name: 'Asha Patel', email: `asha${Math.random().toString(36).slice(2)}@example.org`, password: 'seven quiet otters', organisation: 'Asha’s Cakes', kind: 'sole-trader', district: 'sp4 7ab', ...more,
})
const tokenIn = (address: string) => address.split('/').at(-1) ?? ''
const linkForMany = async (slug: string) => tokenIn(joinLinkAddress(priya.ctx, (await shareJoinLink(priya.ctx, slug, { says: 'Noticeboard' })).id))
const namesIn = async (who: Character, slug: string) => who.ctx.read(async (tx) => (await listMembers(tx, (await getNetwork(tx, slug)).id)).members.map((one) => one.name))

async function invitation(slug: string, to: Record<string, string> = {}): Promise<string> {
  await inviteMember(priya.ctx, slug, to)
  const { id } = await priya.ctx.read((tx) => getNetwork(tx, slug))
  const [asked] = await priya.ctx.read((tx) => listAsksMadeIn(tx, id, INVITATION))
  if (!asked) throw new Error('No invitation was made.')
  return tokenIn(linkTo(house.ctx(), asked))
}

describe('joining by a link', () => {
  test('a newcomer gets an account, an organisation and a membership at once, and appears in the list', async () => {
    const { slug, id } = await openNetwork(priya)
    const token = await linkForMany(slug)

    const joined = await joinAsNewcomer(house.ctx({ by: 'nobody' }), token, newcomer())

    expect(joined.slug).toBe(slug)
    expect(await namesIn(priya, slug)).toEqual(['Asha’s Cakes', 'The Wild Bouquet'])
    expect((await house.ctx().read((tx) => checkChain(tx, `network:${id}`))).sound).toBe(true)
  })

  test('everything that stands in the way is said at once, and nobody is left half-way', async () => {
    const { slug } = await openNetwork(priya, 'Half-way')
    const token = await linkForMany(slug)
    const before = await people()

    await expect(joinAsNewcomer(house.ctx({ by: 'nobody' }), token, { name: '', email: 'asha', password: 'short', organisation: '', kind: 'shop', district: 'nowhere', colour: 'red' }))
      .rejects.toMatchObject({ problems: expect.arrayContaining(['name', 'email', 'password', 'organisation', 'kind', 'district', 'colour'].map((field) => expect.objectContaining({ field }))) })
    expect(await people()).toBe(before)
  })

  test('an address that already has an account gets no second one, and no organisation either', async () => {
    const { slug } = await openNetwork(priya, 'Taken addresses')
    const token = await linkForMany(slug)
    const known = newcomer()
    await joinAsNewcomer(house.ctx({ by: 'nobody' }), token, known)
    const organisations = await count('organisation')

    await expect(joinAsNewcomer(house.ctx({ by: 'nobody' }), token, { ...known, organisation: 'Another' })).rejects.toThrow(Invalid)
    expect(await count('organisation')).toBe(organisations)
  })

  test('an invitation works once; the second to use it is told so', async () => {
    const { slug } = await openNetwork(priya, 'Invited')
    const token = await invitation(slug, { name: 'Asha', email: 'asha@example.org', note: 'Do come.' })
    expect(await readOffer(house.ctx({ by: 'nobody' }), token)).toMatchObject({ invitedBy: 'Priya', by: { note: 'Do come.', email: 'asha@example.org' } })

    await joinAsNewcomer(house.ctx({ by: 'nobody' }), token, newcomer())

    await expect(readOffer(house.ctx({ by: 'nobody' }), token)).rejects.toThrow(/already been used/)
    await expect(joinAsNewcomer(house.ctx({ by: 'nobody' }), token, newcomer())).rejects.toThrow(/already been used/)
  })

  test('the invitation goes by mail where an address is given', async () => {
    const { slug } = await openNetwork(priya, 'Mailed')
    await invitation(slug, { email: 'nell@example.org' })
    expect((await house.mails()).some((mail) => mail.to_address === 'nell@example.org' && mail.subject.includes('Mailed'))).toBe(true)
  })

  test('“No, thanks” takes one tap and no account', async () => {
    const { slug } = await openNetwork(priya, 'Declined')
    const token = await invitation(slug, { name: 'Nell' })

    await declineOffer(house.ctx({ by: 'nobody' }), token)

    await expect(readOffer(house.ctx({ by: 'nobody' }), token)).rejects.toThrow(/already been used/)
    expect(await namesIn(priya, slug)).toEqual(['The Wild Bouquet'])
  })

  test('someone signed in chooses which of their organisations joins', async () => {
    const { slug } = await openNetwork(priya, 'Chosen')
    const tom = await someone(house, 'Tom', 'Tom’s Tipis')

    await joinNetwork(actingFor(house, { person: tom.person }), await linkForMany(slug), { organisation: tom.organisation })

    expect(await namesIn(tom, slug)).toEqual(['The Wild Bouquet', 'Tom’s Tipis'])
  })

  test('nobody brings in an organisation they do not work for', async () => {
    const { slug } = await openNetwork(priya, 'Not yours')
    const tom = await someone(house, 'Tom')
    await expect(joinNetwork(tom.ctx, await linkForMany(slug), { organisation: priya.organisation })).rejects.toThrow(NotAllowed)
  })

  test('a forged, withdrawn or ended link says what happened', async () => {
    const { slug } = await openNetwork(priya, 'Dead links')
    const { id } = await shareJoinLink(priya.ctx, slug, { days: 1 })
    const token = tokenIn(joinLinkAddress(priya.ctx, id))
    await withdrawJoinLink(priya.ctx, slug, id)

    await expect(readOffer(house.ctx(), token)).rejects.toThrow(/withdrawn/)
    await expect(joinAsNewcomer(house.ctx({ by: 'nobody' }), token, newcomer())).rejects.toThrow(JoinLinkRefused)
    await expect(readOffer(house.ctx(), `${token.slice(0, -1)}x`)).rejects.toThrow(/not one of ours/)
    await expect(readOffer(house.ctx(), 'gh_link_nonsense')).rejects.toThrow(/not one of ours/)
    await expect(readOffer(house.ctx(), '')).rejects.toThrow(/not one of ours/)
  })
})

describe('leaving', () => {
  test('a member who left sees neither the list nor what was shown to the network', async () => {
    const { slug, id } = await openNetwork(priya, 'Left behind')
    const tom = await someone(house, 'Tom', 'Tom’s Tipis')
    await joins(house, id, tom)
    expect(await namesIn(tom, slug)).toHaveLength(2)

    await leaveNetwork(tom.ctx, slug)

    expect(await tom.ctx.read((tx) => listMembers(tx, id))).toEqual({ members: [], more: false })
    expect(await tom.ctx.read((tx) => countMembers(tx, id))).toBe(0)
    await expect(leaveNetwork(tom.ctx, slug)).rejects.toThrow(NotAllowed)
  })

  test('only organisers take a member off, with a reason', async () => {
    const { slug, id } = await openNetwork(priya, 'Taken off')
    const tom = await someone(house, 'Tom'), nell = await someone(house, 'Nell')
    await joins(house, id, tom)
    await joins(house, id, nell)

    await expect(removeMember(tom.ctx, slug, nell.organisation, { because: 'I do not like them' })).rejects.toThrow(NotAllowed)
    await expect(removeMember(priya.ctx, slug, nell.organisation, { because: ' ' })).rejects.toThrow(Invalid)
    await removeMember(priya.ctx, slug, nell.organisation, { because: 'Closed its doors' })
    await expect(removeMember(priya.ctx, slug, nell.organisation, { because: 'Again' })).rejects.toThrow(NotAMember)

    await house.settle()
    expect((await house.mails()).filter((mail) => mail.text.includes('Closed its doors'))).toHaveLength(1)
  })

  test('a network of members only is not there for others, nor told apart from one that does not exist', async () => {
    const nell = await someone(house, 'Nell')
    const { startNetwork } = await import('./start-network.ts')
    const { slug } = await startNetwork(priya.ctx, { name: 'Quiet circle', purpose: 'To talk', kind: 'Circle', listed: 'members' })
    expect(slug).toMatch(/^quiet-circle-[a-z0-9]{5}$/)
    const refusal = async (of: string) => nell.ctx.read((tx) => getNetwork(tx, of)).catch((error: unknown) => error)
    const [hidden, absent] = [await refusal(slug), await refusal('quiet-circle-zzzzz')]
    expect(hidden).toBeInstanceOf(NotFound)
    expect(String(hidden)).toBe(String(absent))
  })
})

describe('two at once', () => {
  test('joining twice makes one member and one clear no, twenty times', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { slug } = await openNetwork(priya, `Race ${round}`)
      const token = await linkForMany(slug)
      const tom = await someone(house, 'Tom')

      const results = await Promise.allSettled([1, 2, 3].map(() => joinNetwork(tom.ctx, token, { organisation: tom.organisation })))

      expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
      for (const one of results) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(AlreadyMember)
    }
  })

  test('one invitation taken up twice makes one member, ten times', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { slug } = await openNetwork(priya, `Invited race ${round}`)
      const token = await invitation(slug)
      const [tom, nell] = [await someone(house, 'Tom'), await someone(house, 'Nell')]

      const results = await Promise.allSettled([tom, nell].map((one) => joinNetwork(one.ctx, token, { organisation: one.organisation })))

      expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
      expect(await namesIn(priya, slug)).toHaveLength(2)
    }
  })

  test('of two organisers who both stop, one stays, twenty times', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { slug, id } = await openNetwork(priya, `Last organiser ${round}`)
      const tom = await someone(house, 'Tom')
      await joins(house, id, tom)
      await makeOrganiser(priya.ctx, slug, tom.person)

      const results = await Promise.allSettled([endOrganiser(priya.ctx, slug, priya.person), endOrganiser(tom.ctx, slug, tom.person)])

      expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
      expect(results.find((one) => one.status === 'rejected')).toMatchObject({ reason: expect.any(LastOrganiser) })
    }
  })

  test('withdrawing a link while someone joins by it ends either way, never half', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { slug } = await openNetwork(priya, `Withdrawn race ${round}`)
      const { id } = await shareJoinLink(priya.ctx, slug, {})
      const tom = await someone(house, 'Tom')
      const [, joined] = await Promise.allSettled([withdrawJoinLink(priya.ctx, slug, id), joinNetwork(tom.ctx, tokenIn(joinLinkAddress(priya.ctx, id)), { organisation: tom.organisation })])
      expect(await namesIn(priya, slug)).toHaveLength(joined?.status === 'fulfilled' ? 2 : 1)
    }
  })
})

describe('organisers', () => {
  test('only who works for a member can become one, and a stranger cannot make one', async () => {
    const { slug } = await openNetwork(priya, 'Organised')
    const tom = await someone(house, 'Tom')
    await expect(makeOrganiser(priya.ctx, slug, tom.person)).rejects.toThrow(NotFound)
    await expect(makeOrganiser(tom.ctx, slug, tom.person)).rejects.toThrow(NotAllowed)
  })
})

async function people(): Promise<number> {
  return count('person')
}

async function count(table: 'person' | 'organisation'): Promise<number> {
  return house.ctx().read(async (tx) => (await tx.db.selectFrom(table).select((at) => at.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count)
}

test('a person without any organisation has none to act for', async () => {
  const person: Id<'person'> = await newPerson(house, 'Sam')
  expect(await actingFor(house, { person }).read((tx) => listWorkingFor(tx))).toEqual([])
})

test('a new name stands in the member list once the news has gone round, and a closed organisation no longer does', async () => {
  const { slug, id } = await openNetwork(priya, 'Renamed')
  const tom = await someone(house, 'Tom', 'Tom’s Tipis')
  await joins(house, id, tom)

  await editOrganisation(tom.ctx, tom.organisation, { name: 'Aardvark Tents', kind: 'company' })
  await house.settle()
  expect(await namesIn(priya, slug)).toEqual(['Aardvark Tents', 'The Wild Bouquet'])

  await closeOrganisation(tom.ctx, tom.organisation)
  await house.settle()
  expect(await namesIn(priya, slug)).toEqual(['The Wild Bouquet'])
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NotAllowed, NotFound, SignInFirst } from '../kit/refusal.ts'
import type { Ctx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { openTestHouse, type TestHouse } from '../kit/testing/house.ts'
import { welcomePerson } from '../people/index.ts'
import { changeRole, leaveStaff, removeStaff } from './change-staff.ts'
import { closeOrganisation } from './close-organisation.ts'
import { editOrganisation } from './edit-organisation.ts'
import { ActForItFirst, AlreadyClaimed, LastOwner, OrganisationClosed } from './errors.ts'
import { giveClaimLink, inviteColleague, staffLink, withdrawInvitation } from './invite-colleague.ts'
import { joinStaff, readStaffLink } from './join-staff.ts'
import { addIdentifier } from './keep-identifiers.ts'
import { listOrganisation, listStub } from './list-organisation.ts'
import { listStaff } from './staff-store.ts'
import { findOrganisation, getOrganisation } from './store.ts'

let house: TestHouse
beforeAll(async () => { house = await openTestHouse() })
afterAll(() => house.close())

type Who = { person: Id<'person'>; ctx: (organisation?: Id<'organisation'>) => Ctx }
let made = 0
async function person(name: string): Promise<Who> {
  const id = await house.ctx().transaction((tx) => welcomePerson(tx, { name, email: `${(made += 1)}@example.org` }))
  if (!id) throw new Error('Two of one address.')
  return { person: id, ctx: (organisation) => house.ctx({ by: 'session', person: id, organisation }) }
}
const list = (who: Who, name = 'The Wild Bouquet') => listOrganisation(who.ctx(), { name, kind: 'sole-trader' })
const tokenOf = (linkId: string) => staffLink(house.ctx(), linkId).split('/').at(-1) ?? ''

async function withColleague(role: string): Promise<{ organisation: Id<'organisation'>; owner: Who; other: Who }> {
  const owner = await person('Priya'), other = await person('Tom')
  const organisation = await list(owner)
  const { linkId } = await inviteColleague(owner.ctx(organisation), organisation, { role })
  await joinStaff(other.ctx(), tokenOf(linkId))
  return { organisation, owner, other }
}

describe('listing', () => {
  test('one’s own organisation has one owner, who may change it at once', async () => {
    const priya = await person('Priya')
    const id = await list(priya)
    await editOrganisation(priya.ctx(id), id, { name: 'Wilder Bouquet', kind: 'company', phone: '01722 123456', district: 'SP2 7AB' })
    expect(await priya.ctx(id).read((tx) => getOrganisation(tx, id))).toMatchObject({ name: 'Wilder Bouquet', contact: { phone: '01722 123456' }, place: { district: 'SP2' }, standing: { is: 'claimed' } })
  })

  test('nobody lists without having signed in', async () => {
    await expect(listOrganisation(house.ctx({ by: 'nobody' }), { name: 'X', kind: 'company' })).rejects.toThrow(SignInFirst)
  })

  test('a stranger does not see it, and changing it says only that there is nothing', async () => {
    const priya = await person('Priya'), tom = await person('Tom')
    const id = await list(priya)
    expect(await tom.ctx().read((tx) => findOrganisation(tx, id))).toBeUndefined()
    await expect(editOrganisation(tom.ctx(), id, { name: 'Mine', kind: 'company' })).rejects.toThrow(NotFound)
    await expect(addIdentifier(tom.ctx(), id, { scheme: 'GB-COH', value: '01234567' })).rejects.toThrow(NotFound)
  })

  test('its owner, acting for another, is asked to act for it first where it can be seen', async () => {
    const priya = await person('Priya')
    const first = await list(priya), second = await list(priya, 'Other')
    await house.ctx().transaction((tx) => tx.db.updateTable('organisation').set({ sight: 'anyone' }).where('id', '=', first).execute())
    await expect(editOrganisation(priya.ctx(second), first, { name: 'X', kind: 'company' })).rejects.toThrow(ActForItFirst)
  })
})

describe('claiming what somebody listed', () => {
  test('its own people claim it once, and the lister keeps nothing', async () => {
    const lister = await person('Nell'), owner = await person('Asha')
    const id = await listStub(lister.ctx(), { name: 'Asha’s Cakes', kind: 'sole-trader' })
    const { linkId } = await giveClaimLink(lister.ctx(), id)
    expect(await readStaffLink(house.ctx({ by: 'nobody' }), tokenOf(linkId))).toMatchObject({ claims: true, organisation: { name: 'Asha’s Cakes' } })

    await joinStaff(owner.ctx(), tokenOf(linkId))

    expect(await owner.ctx(id).read((tx) => listStaff(tx, id))).toMatchObject([{ name: 'Asha', role: 'owner' }])
    expect(await lister.ctx().read((tx) => findOrganisation(tx, id))).toBeUndefined()
  })

  test('of two with a claim link each, one becomes the owner, ten times', async () => {
    for (let round = 0; round < 10; round += 1) {
      const lister = await person('Nell'), one = await person('One'), two = await person('Two')
      const id = await listStub(lister.ctx(), { name: 'Contested', kind: 'company' })
      const tokens = [tokenOf((await giveClaimLink(lister.ctx(), id)).linkId), tokenOf((await giveClaimLink(lister.ctx(), id)).linkId)]
      const results = await Promise.allSettled([joinStaff(one.ctx(), tokens[0] ?? ''), joinStaff(two.ctx(), tokens[1] ?? '')])
      expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
      expect(results.find((result) => result.status === 'rejected')).toMatchObject({ reason: expect.any(AlreadyClaimed) })
    }
  })
})

describe('colleagues', () => {
  test('a link works once, and not after it was withdrawn or its maker lost the right', async () => {
    const { organisation, owner, other } = await withColleague('owner')
    const sam = await person('Sam')
    const { linkId } = await inviteColleague(other.ctx(organisation), organisation, { role: 'member', forWhom: 'Sam', email: 'sam@example.org' })
    expect((await house.mails()).at(-1)).toMatchObject({ to_address: 'sam@example.org' })
    await removeStaff(owner.ctx(organisation), organisation, other.person)
    await expect(joinStaff(sam.ctx(), tokenOf(linkId))).rejects.toThrow(/no longer stands/)

    const { linkId: second } = await inviteColleague(owner.ctx(organisation), organisation, { role: 'member' })
    await withdrawInvitation(owner.ctx(organisation), organisation, second)
    await expect(joinStaff(sam.ctx(), tokenOf(second))).rejects.toThrow(/withdrawn/)
  })

  test('editors and members do not choose staff', async () => {
    const { organisation, owner, other } = await withColleague('editor')
    await expect(inviteColleague(other.ctx(organisation), organisation, { role: 'owner' })).rejects.toThrow(NotAllowed)
    await expect(changeRole(other.ctx(organisation), organisation, owner.person, { role: 'member' })).rejects.toThrow(NotAllowed)
    await expect(closeOrganisation(other.ctx(organisation), organisation)).rejects.toThrow(NotAllowed)
  })

  test('the last owner neither leaves nor steps down', async () => {
    const { organisation, owner } = await withColleague('editor')
    await expect(leaveStaff(owner.ctx(), organisation)).rejects.toThrow(LastOwner)
    await expect(changeRole(owner.ctx(organisation), organisation, owner.person, { role: 'editor' })).rejects.toThrow(LastOwner)
  })

  test('of two owners who both leave at once, one stays, twenty times', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { organisation, owner, other } = await withColleague('owner')
      const results = await Promise.allSettled([leaveStaff(owner.ctx(organisation), organisation), round % 2 ? leaveStaff(other.ctx(), organisation) : removeStaff(other.ctx(organisation), organisation, other.person)])
      expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
      expect(results.find((result) => result.status === 'rejected')).toMatchObject({ reason: expect.any(LastOwner) })
    }
  })

  test('who leaves sees nothing of it from then on, whatever their session says', async () => {
    const { organisation, other } = await withColleague('member')
    expect(await other.ctx(organisation).read((tx) => findOrganisation(tx, organisation))).toBeDefined()
    await leaveStaff(other.ctx(organisation), organisation)
    expect(await other.ctx(organisation).read((tx) => findOrganisation(tx, organisation))).toBeUndefined()
  })
})

describe('closing', () => {
  test('its page is kept for its own people and nothing more can be changed', async () => {
    const priya = await person('Priya')
    const id = await list(priya)
    await closeOrganisation(priya.ctx(id), id)
    expect(await priya.ctx(id).read((tx) => getOrganisation(tx, id))).toMatchObject({ standing: { is: 'closed' }, sight: 'only_us' })
    await expect(editOrganisation(priya.ctx(id), id, { name: 'X', kind: 'company' })).rejects.toThrow(OrganisationClosed)
  })
})

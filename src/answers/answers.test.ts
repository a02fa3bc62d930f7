import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listCapabilities, addCapability } from '../networks/index.ts'
import { openTestHouse, type TestHouse } from '../kit/testing/house.ts'
import { joins, openNetwork, someone, type Character } from '../networks/testing/cast.ts'
import { addClaim, listClaims, listClaimsIn, noteJob, readPublicFace, saveAnswer } from './index.ts'
import { listVersions } from './answer-store.ts'

let town: TestHouse
let priya: Character, asha: Character, stranger: Character
let network: Awaited<ReturnType<typeof openNetwork>>

beforeAll(async () => {
  town = await openTestHouse()
  priya = await someone(town, 'Priya', 'The Wild Bouquet')
  asha = await someone(town, 'Asha', 'Asha’s Cakes')
  stranger = await someone(town, 'Stan')
  network = await openNetwork(priya)
  await joins(town, network.id, asha)
  await addCapability(priya.ctx, network.slug, { title: 'Wedding flowers', synonyms: 'bridal flowers' })
})
afterAll(() => town?.close())

describe('answers', () => {
  test('an answer saves itself while one types; what stood there before this sitting is kept once', async () => {
    await saveAnswer(priya.ctx, priya.organisation, 4, { words: 'Only we grow every stem.' })
    town.clock.forward(3_600_000)
    const later = town.ctx(priya.ctx.actor)
    for (const words of ['Only we grow', 'Only we grow and arrange', 'Only we grow and arrange every stem within 12 miles.']) await saveAnswer(later, priya.organisation, 4, { words, sight: 'anyone' })

    const { answers } = await town.ctx({ by: 'nobody' }).read((tx) => readPublicFace(tx, priya.organisation)).catch(() => ({ answers: undefined }))
    expect(answers).toBeUndefined() // the page itself is for the network
    const seen = await town.ctx(asha.ctx.actor).read((tx) => readPublicFace(tx, priya.organisation))
    expect(seen.answers.map((one) => one.words)).toEqual(['Only we grow and arrange every stem within 12 miles.'])
    expect((await later.read((tx) => listVersions(tx, priya.organisation, 4))).map((one) => one.words)).toEqual(['Only we grow every stem.'])
  })

  test('nobody else writes an answer', async () => {
    await expect(saveAnswer(asha.ctx, priya.organisation, 4, { words: 'We do not.' })).rejects.toThrow('not yours')
    await expect(saveAnswer(stranger.ctx, priya.organisation, 4, { words: 'We do not.' })).rejects.toThrow()
  })
})

describe('claims', () => {
  test('a synonym finds the capability of the network, other words stay free, and a job waits for a word', async () => {
    const claim = await addClaim(priya.ctx, priya.organisation, { network: network.id, words: 'Bridal flowers', strength: 'best_at', says: '14 weddings' })
    await addClaim(priya.ctx, priya.organisation, { network: network.id, words: 'Compost', strength: 'can_do', sight: 'only_us' })
    const [capability] = await priya.ctx.read((tx) => listCapabilities(tx, network.id))
    await noteJob(priya.ctx, priya.organisation, { what: 'Lowe wedding', finishedOn: '2026-07-18', partners: asha.organisation, claim, value: '1k_5k' })

    const own = await priya.ctx.read((tx) => listClaims(tx, priya.organisation))
    expect(own.map(({ title, level, capability: of }) => [title, level, of])).toEqual([['Wedding flowers', 'claimed', capability?.id], ['Compost', 'claimed', undefined]])
    const found = await asha.ctx.read((tx) => listClaimsIn(tx, network.id))
    expect(found.members.map((one) => [one.name, one.claims.map((each) => each.title)])).toEqual([['The Wild Bouquet', ['Wedding flowers']]])
  })

  test('the same capability is not claimed twice', async () => {
    await expect(addClaim(priya.ctx, priya.organisation, { network: network.id, words: 'wedding flowers', strength: 'can_do' })).rejects.toThrow('already claim')
  })
})

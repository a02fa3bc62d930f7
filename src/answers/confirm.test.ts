import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answerAsk, answerByLink, listOpenAsksTo } from '../asks/index.ts'
import { tendAsks } from '../asks/jobs.ts'
import type { Id } from '../kit/ids.ts'
import { openTestHouse, type TestHouse } from '../kit/testing/house.ts'
import { joins, openNetwork, someone, type Character } from '../networks/testing/cast.ts'
import { addClaim, askRecommendation, getClaim, listClaims, listJobs, listRecommendations, noteJob, readPublicFace, removeProof } from './index.ts'
import { remindToConfirm } from './remind-to-confirm.ts'

let town: TestHouse
let priya: Character, asha: Character, tom: Character
let network: Id<'network'>

beforeAll(async () => {
  town = await openTestHouse()
  priya = await someone(town, 'Priya', 'The Wild Bouquet')
  asha = await someone(town, 'Asha', 'Asha’s Cakes')
  tom = await someone(town, 'Tom', 'Tom’s Tipis')
  network = (await openNetwork(priya)).id
  for (const one of [asha, tom]) await joins(town, network, one)
})
afterAll(() => town?.close())

let claim: Id<'claim'>
let number = 0
beforeEach(async () => { claim = await addClaim(priya.ctx, priya.organisation, { network, words: `Wedding flowers ${number += 1}`, strength: 'best_at' }) })

const levelSeenBy = async (who: Character) => (await who.ctx.read((tx) => listClaims(tx, priya.organisation))).find((one) => one.id === claim)?.level
const turnsOf = async (who: Character, kind: string) => (await who.ctx.read((tx) => listOpenAsksTo(tx))).filter((ask) => ask.kind === kind)
const tokenOf = (link: string) => link.split('/').at(-1) ?? ''

describe('a job', () => {
  test('a partner says yes by one tap, and the claim turns proven for everyone who sees both', async () => {
    await noteJob(priya.ctx, priya.organisation, { what: 'Lowe wedding', finishedOn: '2026-07-18', partners: [asha.organisation], claim })
    expect(await levelSeenBy(tom)).toBe('claimed')

    const [turn] = await turnsOf(asha, 'answers.job-confirmation')
    await answerAsk(asha.ctx, turn?.id ?? ('' as Id<'ask'>), 'yes')

    expect(await levelSeenBy(tom)).toBe('proven')
    const face = await tom.ctx.read((tx) => readPublicFace(tx, priya.organisation))
    expect(face.jobs[0]?.with.map((one) => one.name)).toEqual(['Asha’s Cakes'])
  })

  test('"not how I remember it" leaves it claimed, and its note is shown to whoever asked and to nobody else', async () => {
    const { job } = await noteJob(priya.ctx, priya.organisation, { what: 'Crake arch', finishedOn: '2026-09-06', partners: [asha.organisation], claim })
    const turn = (await turnsOf(asha, 'answers.job-confirmation')).find((ask) => ask.subject.job === job)
    await answerAsk(asha.ctx, turn?.id ?? ('' as Id<'ask'>), 'no', 'We were not there that day.')

    expect(await levelSeenBy(priya)).toBe('claimed')
    const parties = async (who: Character) => (await who.ctx.read((tx) => listJobs(tx, priya.organisation))).find((one) => one.id === job)?.parties.map((one) => one.declined?.note)
    expect(await parties(priya)).toContain('We were not there that day.')
    expect(await parties(tom)).toEqual([undefined]) // only Priya’s own part
  })

  test('a customer without an account says yes by link; the link works once', async () => {
    const { links } = await noteJob(priya.ctx, priya.organisation, { what: 'Okoro wedding', finishedOn: '2026-05-30', witnessName: 'Sarah', witnessEmail: 'sarah@example.org', claim })
    const token = tokenOf(links[0]?.link ?? '')
    expect((await town.mails()).some((mail) => mail.to_address === 'sarah@example.org')).toBe(true)

    await answerByLink(town.ctx({ by: 'nobody' }), token, 'yes')

    expect(await levelSeenBy(tom)).toBe('proven')
    await expect(answerByLink(town.ctx({ by: 'nobody' }), token, 'no')).rejects.toThrow('already been used')
    const seen = (await tom.ctx.read((tx) => listJobs(tx, priya.organisation))).find((one) => one.what === 'Okoro wedding')
    expect([seen?.witnesses, seen?.value]).toEqual([undefined, undefined])
  })

  test('two who confirm at once both count, and the claim is told of once', async () => {
    const { job } = await noteJob(priya.ctx, priya.organisation, { what: 'Two at once', finishedOn: '2026-05-30', partners: [asha.organisation, tom.organisation], claim })
    const turns = await Promise.all([asha, tom].map(async (who) => ({ who, ask: (await turnsOf(who, 'answers.job-confirmation')).find((one) => one.subject.job === job) })))
    await Promise.all(turns.map(({ who, ask }) => answerAsk(who.ctx, ask?.id ?? ('' as Id<'ask'>), 'yes')))

    const seen = (await priya.ctx.read((tx) => listJobs(tx, priya.organisation))).find((one) => one.id === job)
    expect(seen?.parties.every((one) => one.confirmedAt)).toBe(true)
    const news = await town.ctx().read((tx) => tx.db.selectFrom('outbox').select('news').where('name', '=', 'proof.confirmed').execute())
    expect(news.filter((one) => (one.news as { claim?: string }).claim === claim)).toHaveLength(1)
  })

  test('a job in a rival’s name, a day to come, and a partner one may not see are refused', async () => {
    const hidden = await someone(town, 'Hal', 'Hidden')
    await expect(noteJob(asha.ctx, priya.organisation, { what: 'x', finishedOn: '2026-05-30' })).rejects.toThrow('not yours')
    await expect(noteJob(priya.ctx, priya.organisation, { what: 'x', finishedOn: '2030-05-30' })).rejects.toMatchObject({ problems: [{ field: 'finishedOn' }] })
    await expect(noteJob(priya.ctx, priya.organisation, { what: 'x', finishedOn: '2026-05-30', partners: [hidden.organisation] })).rejects.toThrow('not shown to you')
  })
})

describe('a recommendation', () => {
  const quote = { basis: 'delivered_together', words: 'Faultless.', saidOn: '2027-01-10' }

  test('nobody else reads it before the giver stands by it; members only keeps it from strangers', async () => {
    const { id } = await askRecommendation(priya.ctx, priya.organisation, { ...quote, from: tom.organisation, public: true, claim })
    const readBy = async (who: Character) => (await who.ctx.read((tx) => listRecommendations(tx, priya.organisation))).some((one) => one.id === id)
    expect([await readBy(asha), await readBy(tom), await readBy(priya)]).toEqual([false, true, true])

    const turn = (await turnsOf(tom, 'answers.recommendation')).find((ask) => ask.subject.recommendation === id)
    await answerAsk(tom.ctx, turn?.id ?? ('' as Id<'ask'>), 'members')

    expect(await readBy(asha)).toBe(true)
    const kept = await priya.ctx.read((tx) => listRecommendations(tx, priya.organisation))
    expect(kept.find((one) => one.id === id)?.sight).toBe('network')
    expect(await levelSeenBy(asha)).toBe('proven')
  })

  test('somebody who is not here answers by link; taking the proof away takes the quotation with it', async () => {
    const { id, link } = await askRecommendation(priya.ctx, priya.organisation, { ...quote, fromName: 'Sarah Lowe', public: true, claim })
    await answerByLink(town.ctx({ by: 'nobody' }), tokenOf(link?.link ?? ''), 'anyone')
    expect((await priya.ctx.read((tx) => listRecommendations(tx, priya.organisation))).find((one) => one.id === id)?.sight).toBe('anyone')

    const [proof] = (await priya.ctx.read((tx) => getClaim(tx, priya.organisation, claim))).proofs
    await removeProof(priya.ctx, priya.organisation, claim, proof?.id ?? ('' as Id<'proof'>))

    expect((await priya.ctx.read((tx) => listRecommendations(tx, priya.organisation))).some((one) => one.id === id)).toBe(false)
  })
})

test('after a year its people are asked once, kindly; one tap gives all claims a fresh date', async () => {
  town.clock.forward(370 * 86_400_000)
  await remindToConfirm(town.ctx())
  await remindToConfirm(town.ctx())
  const later = { ...priya, ctx: town.ctx(priya.ctx.actor) }
  const turns = await turnsOf(later, 'answers.still-true')
  expect(turns).toHaveLength(1)

  await answerAsk(later.ctx, turns[0]?.id ?? ('' as Id<'ask'>), 'yes')

  const claims = await later.ctx.read((tx) => listClaims(tx, priya.organisation))
  expect(claims.every((one) => one.confirmedAt.getTime() === town.clock.now().getTime())).toBe(true)
  await tendAsks(town.ctx())
})

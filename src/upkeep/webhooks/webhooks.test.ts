import { Webhook as Checker } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addClaim } from '../../answers/index.ts'
import type { Ctx } from '../../kit/ctx.ts'
import { newId } from '../../kit/ids.ts'
import { openReceiver, type Receiver } from '../../kit/testing/receiver.ts'
import { openTestHouse, type TestHouse } from '../../kit/testing/house.ts'
import { addCapability } from '../../networks/index.ts'
import { joins, openNetwork, someone, type Character } from '../../networks/testing/cast.ts'
import '../index.ts'
import { changeSecret, makeWebhook, pauseWebhook, readDeliveries, readWebhooks, removeWebhook, sendAgain } from './keep-webhooks.ts'
import { sendWebhooks } from './send-webhooks.ts'
import { nextTry } from './webhook.ts'

const DAY = 86_400_000
let receiver: Receiver, house: TestHouse
let priya: Character, tom: Character
let guild: Awaited<ReturnType<typeof openNetwork>>
beforeAll(async () => {
  receiver = await openReceiver()
  house = await openTestHouse({ OUTSIDE_PRIVATE: 'yes', OUTSIDE_CERTIFICATES: receiver.certificates })
  ;[priya, tom] = [await someone(house, 'Priya', 'The Wild Bouquet'), await someone(house, 'Tom', 'Tom’s Tipis')]
  guild = await openNetwork(priya)
  await joins(house, guild.id, tom)
  await house.settle()
})
afterAll(async () => { await house.close(); await receiver.close() })
beforeEach(() => { receiver.received.length = 0; receiver.answers(() => ({ status: 204 })) })

const fresh = ({ ctx }: Character): Ctx => house.ctx({ ...ctx.actor, session: newId<'session'>(), provedAt: house.clock.now() })
const address = (path: string) => `https://localhost:${receiver.port}${path}`
const claims = (who: Character, title: string) => addClaim(fresh(who), who.organisation, { network: guild.id, words: title, strength: 'can_do', sight: 'only_us' })
const send = async () => { await house.settle(); return sendWebhooks(house.house) }

test('an organisation hears of its own, signed so that the standard’s own library believes it, and of nobody else’s', async () => {
  const { secret, webhook } = await makeWebhook(fresh(priya), {}, { address: address('/priya'), events: ['claim.changed', 'member.joined'] })
  const theirs = await makeWebhook(fresh(tom), {}, { address: address('/tom'), events: ['claim.changed'] })

  const claim = await claims(priya, 'Garlands')
  await send()

  const [one, ...more] = receiver.received
  expect(more).toEqual([])
  expect(one?.path).toBe('/priya')
  const headers = Object.fromEntries(Object.entries(one?.headers ?? {}).map(([name, value]) => [name, String(value)]))
  const past = Number(headers['webhook-timestamp']) * 1000
  expect(past).toBe(Math.floor(house.clock.now().getTime() / 1000) * 1000)
  const check = () => new Checker(secret).sign(headers['webhook-id'] ?? '', new Date(past), one?.body ?? '')
  expect(headers['webhook-signature']).toBe(check())
  expect(JSON.parse(one?.body ?? '')).toEqual({ type: 'claim.changed', timestamp: house.clock.now().toISOString(), data: { organisation: priya.organisation, claim } })
  expect(one?.body).not.toContain('Garlands')
  expect((await readDeliveries(priya.ctx, {}, webhook.id)).deliveries).toMatchObject([{ event: 'claim.changed', tries: 1, lastStatus: 204 }])
  await expect(readDeliveries(tom.ctx, {}, webhook.id)).rejects.toMatchObject({ kind: 'not-found' })
  expect(JSON.stringify(await house.ctx().read((tx) => tx.db.selectFrom('webhook').selectAll().execute()))).not.toContain(secret.slice(6))
  await removeWebhook(priya.ctx, {}, webhook.id)
  await removeWebhook(tom.ctx, {}, theirs.webhook.id)
})

test('organisers hear of their network, members cannot listen in on it, and only what is on the list is told', async () => {
  const { webhook } = await makeWebhook(fresh(priya), { slug: guild.slug }, { address: address('/guild'), events: ['capability.changed', 'member.joined'] })
  await expect(makeWebhook(fresh(tom), { slug: guild.slug }, { address: address('/tom'), events: ['member.joined'] })).rejects.toMatchObject({ kind: 'not-allowed' })
  await expect(makeWebhook(fresh(priya), { slug: guild.slug }, { address: address('/guild'), events: ['claim.changed'] })).rejects.toMatchObject({ kind: 'invalid' })
  await expect(makeWebhook(fresh(priya), {}, { address: address('/x'), events: ['person.signed-in'] })).rejects.toMatchObject({ kind: 'invalid' })
  await expect(makeWebhook(fresh(priya), {}, { address: 'http://example.org/', events: ['claim.changed'] })).rejects.toMatchObject({ kind: 'invalid' })

  await addCapability(priya.ctx, guild.slug, { title: 'Bunting' })
  const newcomer = await someone(house, 'Mel', 'Mel’s Bread')
  await joins(house, guild.id, newcomer)
  await send()

  expect(receiver.received.map(({ body }) => (JSON.parse(body) as { type: string }).type).sort()).toEqual(['capability.changed', 'member.joined'])
  await removeWebhook(priya.ctx, { slug: guild.slug }, webhook.id)
})

test('a receiver that fails three times in ten is told everything in the end, each under one id', async () => {
  let asked = 0
  receiver.answers(() => { asked += 1; return asked % 10 < 3 ? (asked % 10 === 0 ? undefined : { status: asked % 10 === 1 ? 500 : 302 }) : { status: 200 } })
  const { webhook } = await makeWebhook(fresh(priya), {}, { address: address('/flaky'), events: ['claim.changed'] })
  const made = new Set<string>()
  for (let at = 0; at < 25; at += 1) made.add(await claims(priya, `Work ${at}`))

  await house.settle()
  for (let round = 0; round < 10; round += 1) { await Promise.all([sendWebhooks(house.house), sendWebhooks(house.house)]); house.clock.forward(3 * 3_600_000) }

  const taken = new Map(receiver.received.map(({ headers, body }) => [String(headers['webhook-id']), (JSON.parse(body) as { data: { claim: string } }).data.claim]))
  expect(new Set(taken.values())).toEqual(made)
  expect(taken.size).toBe(25)
  const left = await house.ctx().read((tx) => tx.db.selectFrom('webhook_delivery').select('id').where('webhook_id', '=', webhook.id).where('taken_at', 'is', null).execute())
  expect(left).toEqual([])
  await removeWebhook(priya.ctx, {}, webhook.id)
})

test('paused, nothing is sent and nothing is lost; one that takes nothing for five days is stopped, its keeper is told, and it begins again by hand', async () => {
  const { webhook } = await makeWebhook(fresh(tom), {}, { address: address('/down'), events: ['claim.changed'] })
  await pauseWebhook(fresh(tom), {}, webhook.id, true)
  await claims(tom, 'Poles')
  expect(await send()).toBe(0)
  await pauseWebhook(fresh(tom), {}, webhook.id, false)
  receiver.answers(() => ({ status: 503, body: 'We are <b>closed</b>\u0007' }))
  for (let day = 0; day < 7; day += 1) { await claims(tom, `Canvas ${day}`); await send(); house.clock.forward(DAY) }

  const [stopped] = (await readWebhooks(fresh(tom), {})).webhooks
  expect(stopped?.disabledAt).toBeInstanceOf(Date)
  const { deliveries } = await readDeliveries(fresh(tom), {}, webhook.id)
  expect(deliveries[0]).toMatchObject({ lastStatus: 503, lastSaid: 'We are <b>closed</b>' })
  const told = await house.ctx().read((tx) => tx.db.selectFrom('notice').select('kind').where('to_organisation', '=', tom.organisation).where('kind', '=', 'upkeep.webhook-stopped').execute())
  expect(told).toHaveLength(1)

  receiver.answers(() => ({ status: 200 }))
  await pauseWebhook(fresh(tom), {}, webhook.id, false)
  const last = deliveries.at(-1)
  if (last) await sendAgain(fresh(tom), {}, webhook.id, last.id)
  await send()
  expect((await readDeliveries(fresh(tom), {}, webhook.id)).deliveries.at(-1)?.takenAt).toBeInstanceOf(Date)
})

test('a changed secret signs beside the one before for a day, and alone from then on', async () => {
  const { secret, webhook } = await makeWebhook(fresh(priya), {}, { address: address('/turning'), events: ['claim.changed'] })
  const changed = await changeSecret(fresh(priya), {}, webhook.id)
  await expect(changeSecret(fresh(tom), {}, webhook.id)).rejects.toMatchObject({ kind: 'not-found' })
  const signaturesOf = async (title: string) => {
    receiver.received.length = 0
    await claims(priya, title)
    await send()
    const { headers = {}, body = '' } = receiver.received[0] ?? {}
    const by = (known: string) => new Checker(known).sign(String(headers['webhook-id']), new Date(Number(headers['webhook-timestamp']) * 1000), body)
    return { sent: String(headers['webhook-signature']).split(' '), both: [by(changed.secret), by(secret)] }
  }

  const soon = await signaturesOf('Wreaths')
  house.clock.forward(DAY)
  const later = await signaturesOf('Posies')

  expect(changed.secret).not.toBe(secret)
  expect(soon.sent).toEqual(soon.both)
  expect(later.sent).toEqual(later.both.slice(0, 1))
  await removeWebhook(priya.ctx, {}, webhook.id)
})

test('the schedule is the standard’s: ten tries over three days and a bit', () => {
  const start = new Date('2027-03-02T09:00:00Z')
  const waits = Array.from({ length: 10 }, (_, tries) => { const next = nextTry(start, tries + 1); return next ? (next.getTime() - start.getTime()) / 1000 : undefined })

  expect(waits).toEqual([5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400, undefined])
})

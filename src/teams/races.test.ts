import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerByLink, getAsk, linkTo } from '../asks/index.ts'
import { asHouse, type Ctx } from '../kit/ctx.ts'
import { openDatabase } from '../kit/database/open.ts'
import type { Id } from '../kit/ids.ts'
import { openCtx, type House } from '../kit/open-ctx.ts'
import { Refusal } from '../kit/refusal.ts'
import { openTestHouse, type TestHouse } from '../kit/testing/house.ts'
import { changePart, removePart } from './change-part.ts'
import { inviteToSeat } from './invite-to-seat.ts'
import { getSeat, listSeats } from './seat-store.ts'
import { takeSeat } from './take-seat.ts'
import { leaveSeat, takeOwnParts, withdrawSeat } from './tend-seat.ts'
import { openBench, teamOf, type Bench } from './testing/bench.ts'
import type { Seat } from './seat.ts'
import './index.ts'

/** Two at the same moment, each at a node of its own, on the real database. However they meet, one clear outcome, and nobody is told two things. */
const ROUNDS = process.env.NIGHT ? 4_000 : 200
let town: TestHouse
let other: { house: House; close(): Promise<void> }
let bench: Bench

beforeAll(async () => {
  town = await openTestHouse()
  bench = await openBench(town)
  const opened = openDatabase({ ...town.app, max: 8 }, town.house.log)
  other = { house: { ...town.house, db: opened.db }, close: () => opened.close() }
})
afterAll(async () => {
  await other?.close()
  await town?.close()
})

type Said = 'done' | string
const there = (ctx: Ctx): Ctx => openCtx(other.house, { actor: ctx.actor, address: '127.0.0.1' })

/** Both wait at the barrier until the other is there too. */
async function race(one: () => Promise<unknown>, another: () => Promise<unknown>): Promise<readonly [Said, Said]> {
  let open: () => void = () => undefined
  const barrier = new Promise<void>((resolve) => { open = resolve })
  const run = async (work: () => Promise<unknown>): Promise<Said> => {
    await barrier
    try {
      await work()
      return 'done'
    } catch (error) {
      if (error instanceof Refusal) return error.kind
      throw error
    }
  }
  const both = Promise.all([run(one), run(another)])
  open()
  return both
}

const said = (answers: readonly Said[]) => [...answers].sort().join(' ')
const key = (team: Id<'team'>) => ({ network: bench.network.id, id: team })
const tokenOf = (team: Id<'team'>, seat: Id<'seat'>) => asHouse(town.ctx()).read(async (tx) => linkTo(tx, await getAsk(tx, (await getSeat(tx, key(team), seat)).ask ?? ('' as Id<'ask'>))).split('/').at(-1) ?? '') // each was just invited
const seatsOf = (team: Id<'team'>) => asHouse(town.ctx()).read((tx) => listSeats(tx, key(team)))
const asksOpen = (team: Id<'team'>) => asHouse(town.ctx()).read(async (tx) => (await tx.db.selectFrom('ask').select(['id', 'subject']).where('answered_at', 'is', null).where('withdrawn_at', 'is', null).where('ended_at', 'is', null).execute()).filter((row) => (row.subject as { team?: string }).team === team)) // written by this room
const holders = (seats: readonly Seat[], part: Id<'team part'>) => seats.filter((seat) => seat.state.is === 'taken' && seat.parts.some((one) => one.part === part && one.heldAt && !one.givenUpAt))
/** How often somebody was told each kind of thing about this team. */
const toldOf = (team: Id<'team'>, to: Id<'organisation'>) => asHouse(town.ctx()).read(async (tx) => (await tx.db.selectFrom('notice').select(['kind', 'subject']).where('to_organisation', '=', to).execute()).filter((row) => (row.subject as { team?: string }).team === team).map((row) => row.kind)) // likewise

async function scene() {
  const { team, parts } = await teamOf(bench)
  const part = parts[1]
  if (!part) throw new Error('The bench has four parts.')
  const invite = async (who: typeof bench.moorside) => { const { seat } = await inviteToSeat(bench.kestrel.ctx, team, { organisation: who.organisation, parts: [part.id] }); return { seat, token: await tokenOf(team, seat) } }
  return { team, part, invite }
}

const RACES: Readonly<Record<string, () => Promise<readonly string[]>>> = {
  'two invitations to one seat, accepted at once': async () => {
    const { team, part, invite } = await scene()
    const [one, two] = [await invite(bench.moorside), await invite(bench.donside)]

    const told = await race(() => takeSeat(bench.moorside.ctx, one.token, {}), () => takeSeat(there(bench.donside.ctx), two.token, {}))

    const seats = await seatsOf(team), held = holders(seats, part.id), loser = held[0]?.organisation === bench.moorside.organisation ? bench.donside.organisation : bench.moorside.organisation
    return [
      ...(held.length === 1 ? [] : [`${held.length} hold it`]), ...(/^(conflict|gone) done|done gone$/.test(said(told)) ? [] : [`told ${said(told)}`]),
      ...((await asksOpen(team)).length === 0 ? [] : ['a question is still open']), ...((await toldOf(team, loser)).join() === 'teams.gone' ? [] : [`the other was told ${(await toldOf(team, loser)).join()}`]),
    ]
  },
  'the lead takes an invitation back while it is accepted': async () => {
    const { team, part, invite } = await scene()
    const { seat, token } = await invite(bench.moorside)

    const told = await race(() => takeSeat(bench.moorside.ctx, token, {}), () => withdrawSeat(there(bench.kestrel.ctx), team, seat))

    const after = (await seatsOf(team))[0], taken = holders(await seatsOf(team), part.id).length === 1
    return [
      ...(taken === (told[0] === 'done') && taken !== (told[1] === 'done') ? [] : [`told ${told.join(' ')}, yet ${after?.state.is}`]),
      ...((await toldOf(team, bench.moorside.organisation)).length === (taken ? 0 : 1) ? [] : ['told two things']),
    ]
  },
  'a kind no while somebody else takes the part': async () => {
    const { team, part, invite } = await scene()
    const [one, two] = [await invite(bench.moorside), await invite(bench.donside)]

    const told = await race(() => takeSeat(bench.moorside.ctx, one.token, {}), () => answerByLink(there(bench.donside.ctx), two.token, 'decline'))

    const seats = await seatsOf(team), second = seats.find((seat) => seat.id === two.seat)
    return [
      ...(holders(seats, part.id).length === 1 && told[0] === 'done' ? [] : [`told ${told.join(' ')}`]),
      ...(second?.state.is === (told[1] === 'done' ? 'declined' : 'closed') ? [] : [`told ${told[1]}, yet ${second?.state.is}`]),
      ...((await toldOf(team, bench.donside.organisation)).length === (told[1] === 'done' ? 0 : 1) ? [] : ['told two things']),
    ]
  },
  'a part changed while its invitation is accepted': async () => {
    const { team, part, invite } = await scene()
    const { token } = await invite(bench.moorside)

    const told = await race(() => takeSeat(bench.moorside.ctx, token, {}), () => changePart(there(bench.kestrel.ctx), team, part.id, { says: 'Another thing altogether', need: 'must' }))

    // Either they took what was changed after, and are asked about the change; or they never had it, and the question went away.
    const seat = (await seatsOf(team))[0], asks = await asksOpen(team), taken = seat?.state.is === 'taken'
    return [
      ...(told[1] === 'done' && taken === (told[0] === 'done') ? [] : [`told ${told.join(' ')}, yet ${seat?.state.is}`]), ...(asks.length === (taken ? 1 : 0) ? [] : [`${asks.length} questions open`]),
      ...(taken === (seat?.parts[0]?.changedAt !== undefined) ? [] : ['the change was lost']), ...((await toldOf(team, bench.moorside.organisation)).length === (taken ? 0 : 1) ? [] : ['told two things']),
    ]
  },
  'a member leaves while the part it holds is changed': async () => {
    const { team, part, invite } = await scene()
    const { seat, token } = await invite(bench.moorside)
    await takeSeat(bench.moorside.ctx, token, {})

    const told = await race(() => leaveSeat(bench.moorside.ctx, team, seat, {}), () => changePart(there(bench.kestrel.ctx), team, part.id, { says: 'Another thing altogether', need: 'must' }))

    const seats = await seatsOf(team)
    return [...(said(told) === 'done done' ? [] : [`told ${said(told)}`]), ...(seats[0]?.state.is === 'left' && holders(seats, part.id).length === 0 ? [] : ['still held'])]
  },
  'the lead takes a part itself while it is accepted': async () => {
    const { team, part, invite } = await scene()
    const { token } = await invite(bench.moorside)

    const told = await race(() => takeSeat(bench.moorside.ctx, token, {}), () => takeOwnParts(there(bench.kestrel.ctx), team, { parts: [part.id] }))

    const held = holders(await seatsOf(team), part.id)
    return [...(held.length === 1 ? [] : [`${held.length} hold it`]), ...(told.filter((one) => one === 'done').length === 1 ? [] : [`told ${said(told)}`]), ...((await asksOpen(team)).length === 0 ? [] : ['a question is still open'])]
  },
  'one link, two organisations': async () => {
    const { team, part } = await scene()
    const { seat } = await inviteToSeat(bench.kestrel.ctx, team, { name: 'Whoever comes', parts: [part.id] })
    const token = await tokenOf(team, seat)

    const told = await race(() => takeSeat(bench.moorside.ctx, token, {}), () => takeSeat(there(bench.donside.ctx), token, {}))

    const held = holders(await seatsOf(team), part.id)
    return [...(held.length === 1 ? [] : [`${held.length} hold it`]), ...(told.filter((one) => one === 'done').length === 1 ? [] : [`told ${said(told)}`])]
  },
  'a part taken away while it is accepted': async () => {
    const { team, part, invite } = await scene()
    const { token } = await invite(bench.moorside)

    const told = await race(() => takeSeat(bench.moorside.ctx, token, {}), () => removePart(there(bench.kestrel.ctx), team, part.id))

    const seat = (await seatsOf(team))[0]
    return [...(holders(await seatsOf(team), part.id).length === 0 ? [] : ['held, though it is gone']), ...(told[1] === 'done' && (seat?.state.is === 'taken') === (told[0] === 'done') ? [] : [`told ${told.join(' ')}, yet ${seat?.state.is}`]), ...((await asksOpen(team)).length === 0 ? [] : ['a question is still open'])]
  },
}

const kinds = Object.entries(RACES)
const each = Math.ceil(ROUNDS / kinds.length)

test.each(kinds)(`%s: ${each} times at once on two nodes, and always one clear outcome`, { timeout: each * 10_000 }, async (_, run) => {
  const wrong: string[] = []
  for (let round = 0; round < each; round += 4) {
    for (const outcome of await Promise.all(Array.from({ length: Math.min(4, each - round) }, run))) wrong.push(...outcome)
  }

  expect(wrong).toEqual([])
})

test('control: two who look first whether the part is free and take it then, holding nothing, are caught', async () => {
  let violations = 0
  for (let round = 0; round < 10; round += 1) {
    const { team, part } = await scene()
    const seats = [await inviteToSeat(bench.kestrel.ctx, team, { name: 'One', parts: [part.id] }), await inviteToSeat(bench.kestrel.ctx, team, { name: 'Two', parts: [part.id] })]
    // Past the turn and past the index by which a part is held by one.
    const take = async (ctx: Ctx, seat: Id<'seat'>, who: Id<'organisation'>) => {
      const free = await asHouse(ctx).read(async (tx) => (await listSeats(tx, key(team))).every((one) => one.state.is !== 'taken'))
      if (free) await asHouse(ctx).transaction((tx) => tx.db.updateTable('seat').set({ taken_at: tx.now, organisation_id: who }).where('network_id', '=', bench.network.id).where('team_id', '=', team).where('id', '=', seat).execute())
    }
    await Promise.all([take(bench.moorside.ctx, seats[0]?.seat ?? ('' as Id<'seat'>), bench.moorside.organisation), take(there(bench.donside.ctx), seats[1]?.seat ?? ('' as Id<'seat'>), bench.donside.organisation)])
    if ((await seatsOf(team)).filter((seat) => seat.state.is === 'taken').length !== 1) violations += 1
  }

  expect(violations).toBeGreaterThan(0)
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getAsk, linkTo } from '../asks/index.ts'
import { asHouse, type Ctx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { openTestHouse, type TestHouse } from '../kit/testing/house.ts'
import { allProposals, lineView, openDesk, viewTeam, without } from './builder.ts'
import { changePart } from './change-part.ts'
import { ScopeFirst } from './errors.ts'
import { inviteToSeat } from './invite-to-seat.ts'
import { getSeat, listSeats } from './seat-store.ts'
import { listShares, readKeptRecord } from './share-store.ts'
import { sayShare } from './say-share.ts'
import { agreeWords, suggestWords, takeSeat } from './take-seat.ts'
import { askProof, leaveSeat, nudgeSeat, takeOwnParts } from './tend-seat.ts'
import { openBench, teamOf, type Bench } from './testing/bench.ts'
import { goBack, tryAnother, tryChange } from './try-line-up.ts'
import { readSheet } from './sheet.ts'
import { answerByLink } from '../asks/index.ts'
import { finishTeam } from './finish-team.ts'
import './index.ts'

let town: TestHouse
let bench: Bench
beforeAll(async () => {
  town = await openTestHouse()
  bench = await openBench(town)
  await bench.claims(bench.kestrel, 'Design of the bench', '2026-05-01')
  await bench.claims(bench.moorside, 'Titanium machining', '2026-06-01')
  await bench.claims(bench.donside, 'Titanium machining')
  await bench.claims(bench.donside, 'Controls software', '2026-04-01')
  await bench.claims(bench.ravensgill, 'Design of the bench', '2020-01-01')
  await bench.claims(bench.ravensgill, 'Controls software')
})
afterAll(() => town?.close())

/** The secret end of an invitation's link, as the lead copies it. */
const tokenOf = (ctx: Ctx, team: Id<'team'>, seat: Id<'seat'>) => asHouse(ctx).read(async (tx) => {
  const { ask } = await getSeat(tx, { network: bench.network.id, id: team }, seat)
  return linkTo(tx, await getAsk(tx, ask ?? ('' as Id<'ask'>))).split('/').at(-1) ?? '' // every invitation has one
})

describe('the builder', () => {
  test('shows who covers what and how well, what is open and what rests on one', async () => {
    const { team, line } = await teamOf(bench)
    await tryChange(bench.kestrel.ctx, team, line, { do: 'add', organisation: bench.moorside.organisation })
    await tryChange(bench.kestrel.ctx, team, line, { do: 'add', organisation: bench.donside.organisation })

    const desk = await openDesk(bench.kestrel.ctx, team)
    const view = lineView(desk, desk.lines[0]!) // eslint-disable-line no-non-null-assertion -- a team starts with one

    expect(view.says).toBe('Cover: 3 of 4 proven, 1 gap, 2 rest on one organisation.')
    expect(view.rows.map((row) => row.says)).toEqual(['Proven by 1', 'Proven by 1, claimed by 1', 'Proven by 1', 'Gap: no one yet'])
  })

  test('proposes the smallest team and others, each proven best or with its bound, and never a part nobody can do', async () => {
    const { team, parts, line } = await teamOf(bench)
    const desk = await openDesk(bench.kestrel.ctx, team)

    const found = allProposals(desk, desk.lines[0]!) // eslint-disable-line no-non-null-assertion -- a team starts with one

    expect(found).toMatchObject({ is: 'proposed', gaps: [parts[3]?.id] })
    const [smallest] = found.is === 'proposed' ? found.proposals : []
    expect(smallest).toMatchObject({ kind: 'smallest', sure: 'Proven best: no team of this size covers it better.' })
    expect(smallest?.members.map((member) => member.organisation)).toContain(bench.kestrel.organisation)
    expect(line).toBeTruthy()
  })

  test('says what falls open before an organisation is removed, and every step can be gone back to', async () => {
    const { team, line } = await teamOf(bench)
    await tryChange(bench.kestrel.ctx, team, line, { do: 'add', organisation: bench.moorside.organisation })
    await tryChange(bench.kestrel.ctx, team, line, { do: 'add', organisation: bench.donside.organisation })
    const desk = await openDesk(bench.kestrel.ctx, team)

    const falls = without(desk, desk.lines[0]!, bench.moorside.organisation) // eslint-disable-line no-non-null-assertion -- as above
    expect(falls.opens).toEqual([])
    expect(falls.weakens.map(({ part, from, to }) => [part.says, from, to])).toEqual([['Titanium machining', 'proven', 'claimed']])

    await tryChange(bench.kestrel.ctx, team, line, { do: 'ban', organisation: bench.moorside.organisation })
    const { line: second } = await tryAnother(bench.kestrel.ctx, team, line)
    await goBack(bench.kestrel.ctx, team, line, 3)
    const after = await openDesk(bench.kestrel.ctx, team)
    expect(after.lines.map((one) => [one.name, one.choices.members.length, one.choices.banned.length])).toEqual([['A', 3, 0], ['B', 2, 1]])
    expect(after.lines[0]?.steps).toHaveLength(5)
    expect(second).toBe(after.lines[1]?.id)
  })

  test('only the lead has a desk; a stranger does not learn that the team is there', async () => {
    const { team } = await teamOf(bench)

    await expect(openDesk(bench.moorside.ctx, team)).rejects.toMatchObject({ kind: 'not-found' })
  })
})

describe('seats', () => {
  test('one takes the seat by the link, the promise is confirmed with it, and what others were asked for is asked no longer', async () => {
    const { team, parts } = await teamOf(bench)
    const [design, titanium] = parts
    await takeOwnParts(bench.kestrel.ctx, team, { parts: [design?.id] })
    const first = await inviteToSeat(bench.kestrel.ctx, team, { organisation: bench.moorside.organisation, parts: [titanium?.id], unit: 'percent', shares: [{ part: titanium?.id, figure: 30 }] })
    const second = await inviteToSeat(bench.kestrel.ctx, team, { organisation: bench.donside.organisation, parts: [titanium?.id] })

    await takeSeat(bench.moorside.ctx, await tokenOf(bench.kestrel.ctx, team, first.seat), {})

    const key = { network: bench.network.id, id: team }
    const seats = await bench.kestrel.ctx.read((tx) => listSeats(tx, key))
    expect(seats.find((seat) => seat.id === second.seat)?.state).toMatchObject({ is: 'closed', because: 'taken' })
    expect(await bench.moorside.ctx.read((tx) => listShares(tx, key))).toMatchObject([{ unit: 'percent', promised: { lead: 30, holder: 30 } }])
    await expect(takeSeat(bench.donside.ctx, await tokenOf(bench.kestrel.ctx, team, second.seat), {})).rejects.toMatchObject({ kind: 'gone' })
    expect((await viewTeam(bench.moorside.ctx, team)).members).toEqual([bench.kestrel.organisation, bench.moorside.organisation])
  })

  test('rivals agree on the words first: other words from one side wait for the other', async () => {
    const { team, parts } = await teamOf(bench)
    const { seat } = await inviteToSeat(bench.kestrel.ctx, team, { organisation: bench.ravensgill.organisation, parts: [parts[2]?.id], rivals: true, purpose: 'One bid', scope: 'They do the leak tests.' })
    const token = await tokenOf(bench.kestrel.ctx, team, seat)

    await expect(takeSeat(bench.ravensgill.ctx, token, {})).rejects.toMatchObject({ kind: 'invalid' })
    await suggestWords(bench.ravensgill.ctx, token, { seen: 1, purpose: 'One bid', scope: 'We do the leak tests and nothing else.', neverDiscussed: 'Prices' })
    await expect(takeSeat(bench.ravensgill.ctx, token, {})).rejects.toThrow(ScopeFirst)
    await expect(agreeWords(bench.kestrel.ctx, team, seat, { seen: 1 })).rejects.toMatchObject({ kind: 'conflict' })
    await agreeWords(bench.kestrel.ctx, team, seat, { seen: 2 })
    await takeSeat(bench.ravensgill.ctx, token, {})

    const chain = await asHouse(town.ctx()).read((tx) => tx.db.selectFrom('audit').select('act').where('chain', '=', `team:${team}`).orderBy('number').execute())
    expect(chain.map((row) => row.act)).toEqual(['team.started', 'seat.asked', 'scope.proposed', 'scope.agreed', 'seat.taken'])
  })

  test('a part kept to its holder is not there for the others, not even in a count', async () => {
    const { team, parts } = await teamOf(bench)
    const [, titanium, controls] = parts
    for (const [who, part] of [[bench.moorside, titanium], [bench.donside, controls]] as const) {
      const { seat } = await inviteToSeat(bench.kestrel.ctx, team, { organisation: who.organisation, parts: [part?.id] })
      await takeSeat(who.ctx, await tokenOf(bench.kestrel.ctx, team, seat), {})
    }
    await changePart(bench.kestrel.ctx, team, controls?.id ?? ('' as Id<'team part'>), { says: controls?.says, capability: controls?.capability, need: 'must', size: controls?.size, needToKnow: true })

    expect((await viewTeam(bench.donside.ctx, team)).parts).toHaveLength(4)
    const seen = await viewTeam(bench.moorside.ctx, team)
    expect(seen.parts.map((part) => part.says)).not.toContain('Controls software')
    expect(seen.says).toContain('of 3 proven')
    expect((await readSheet(bench.kestrel.ctx, team, ['proof'])).lines.map((line) => line.part)).not.toContain('Controls software')
  })

  test('a part changed under its holder is theirs until they say otherwise; saying no opens it', async () => {
    const { team, parts } = await teamOf(bench)
    const titanium = parts[1]
    const { seat } = await inviteToSeat(bench.kestrel.ctx, team, { organisation: bench.moorside.organisation, parts: [titanium?.id] })
    await takeSeat(bench.moorside.ctx, await tokenOf(bench.kestrel.ctx, team, seat), {})
    for (const size of ['Two lots', 'Three lots']) await changePart(bench.kestrel.ctx, team, titanium?.id ?? ('' as Id<'team part'>), { says: titanium?.says, capability: titanium?.capability, need: 'must', size })

    const asked = await asHouse(town.ctx()).read((tx) => tx.db.selectFrom('ask').selectAll().where('kind', '=', 'teams.change').where('to_organisation', '=', bench.moorside.organisation).where('withdrawn_at', 'is', null).execute())
    expect(asked).toHaveLength(1)
    const token = await asHouse(town.ctx()).read(async (tx) => linkTo(tx, await getAsk(tx, asked[0]?.id as Id<'ask'>)).split('/').at(-1) ?? '')
    await answerByLink(bench.moorside.ctx, token, 'no')

    const after = await bench.kestrel.ctx.read((tx) => getSeat(tx, { network: bench.network.id, id: team }, seat))
    expect(after.parts[0]?.givenUpAt).toBeTruthy()
  })

  test('what was promised and delivered is each side’s own word; the record counts only what both confirm', async () => {
    const { team, parts } = await teamOf(bench)
    const titanium = parts[1]?.id ?? ('' as Id<'team part'>)
    const { seat } = await inviteToSeat(bench.kestrel.ctx, team, { organisation: bench.moorside.organisation, parts: [titanium], unit: 'hours', shares: [{ part: titanium, figure: 100 }] })
    await takeSeat(bench.moorside.ctx, await tokenOf(bench.kestrel.ctx, team, seat), {})
    await askProof(bench.kestrel.ctx, team, seat, titanium)
    await finishTeam(bench.kestrel.ctx, team)
    const before = await asHouse(town.ctx()).read((tx) => readKeptRecord(tx, bench.kestrel.organisation))

    await sayShare(bench.kestrel.ctx, team, seat, titanium, { what: 'delivered', figure: 100 })
    expect(await asHouse(town.ctx()).read((tx) => readKeptRecord(tx, bench.kestrel.organisation))).toEqual(before)
    await sayShare(bench.moorside.ctx, team, seat, titanium, { what: 'delivered', figure: 100 })

    expect(await asHouse(town.ctx()).read((tx) => readKeptRecord(tx, bench.kestrel.organisation))).toEqual({ kept: before.kept + 1, settled: before.settled + 1 })
  })

  test('nobody is reminded twice, and whoever left sees nothing of the team from then on', async () => {
    const { team, parts } = await teamOf(bench)
    const { seat } = await inviteToSeat(bench.kestrel.ctx, team, { organisation: bench.moorside.organisation, parts: [parts[1]?.id] })
    await nudgeSeat(bench.kestrel.ctx, team, seat)
    await expect(nudgeSeat(bench.kestrel.ctx, team, seat)).rejects.toMatchObject({ kind: 'too-soon' })
    await takeSeat(bench.moorside.ctx, await tokenOf(bench.kestrel.ctx, team, seat), {})

    await leaveSeat(bench.moorside.ctx, team, seat, { because: 'Too busy' })

    await expect(viewTeam(bench.moorside.ctx, team)).rejects.toMatchObject({ kind: 'not-found' })
    const desk = await openDesk(bench.kestrel.ctx, team)
    expect(desk.fed.pool.is === 'prepared' && desk.fed.pool.brief.mustNot).toEqual([bench.moorside.organisation])
  })
})

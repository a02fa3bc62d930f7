import { listOpenAsksTo } from '../../asks/index.ts'
import { isOpen, listBriefsById, listOurBriefs, listOurInterests, type Brief } from '../../briefs/index.ts'
import { findCover, listAskedOf, listCovers } from '../../cover/index.ts'
import { asHouse, type Ctx, type Tx } from '../../kit/ctx.ts'
import type { CalendarEntry } from '../../kit/ical.ts'
import type { Id } from '../../kit/ids.ts'
import { NotFound } from '../../kit/refusal.ts'
import { getNetworkById } from '../../networks/index.ts'
import { inNameOf, listWorkingFor } from '../../organisations/index.ts'
import { listPartnershipsOf } from '../../partnerships/index.ts'
import { listDatesOfOurParts, listRoomDates, listTeams } from '../../teams/index.ts'
import { ofAsk, ofBrief, ofCover, ofPartnership, ofTeam, ofTeamDate } from './entries.ts'
import { findLinkHolder } from './link-store.ts'

const MOST = 200
/** What is over stays a while, so that a date does not vanish the morning after. */
const DAYS_BACK = 30

/** All that has a day, for everything this person works for today, each with the eyes of that organisation. Whoever has left it sees nothing of it. */
export async function readCalendar(ctx: Ctx, person: Id<'person'>): Promise<readonly CalendarEntry[]> {
  const working = await asHouse(ctx).read((house) => listWorkingFor(inNameOf(house, { person })))
  const entries: CalendarEntry[] = []
  for (const organisation of [undefined, ...working.map((one) => one.organisation)]) entries.push(...await ctx.as({ by: 'session', person, organisation }).read(listEntries)) // one after the other: a calendar is in no hurry
  return inOrder(entries)
}

/** By the secret link, with no one signed in: the rights are looked up anew each time. */
export async function readCalendarByLink(ctx: Ctx, token: string): Promise<readonly CalendarEntry[]> {
  const person = await asHouse(ctx).read((house) => findLinkHolder(house, token))
  if (!person) throw new NotFound('This calendar is not there any more.', 'Whoever it belongs to finds its new address under Calendar.')
  return readCalendar(ctx, person)
}

/** What the organisation acted for just now has in its calendar, and what waits for this very person. */
export async function listEntries(tx: Tx): Promise<readonly CalendarEntry[]> {
  const { organisation } = tx.actor
  const asks = (await listOpenAsksTo(tx, MOST)).map((ask) => ofAsk(tx, ask))
  if (!organisation) return asks
  return inOrder([...asks, ...await briefEntries(tx), ...await partnershipEntries(tx, organisation), ...await coverEntries(tx, organisation), ...await teamEntries(tx)])
}

async function briefEntries(tx: Tx): Promise<readonly CalendarEntry[]> {
  const slugs = new Map<Id<'network'>, string>()
  const slugIn = async (network: Id<'network'>) => slugs.get(network) ?? slugs.set(network, (await getNetworkById(tx, network)).slug).get(network) ?? ''
  const entries: (CalendarEntry | undefined)[] = []
  const { briefs } = await listOurBriefs(tx, { limit: MOST })
  for (const brief of briefs.filter(isOpen)) entries.push(ofBrief(tx, brief, await slugIn(brief.network), true))
  for (const [network, briefsIn] of Map.groupBy((await listOurInterests(tx, MOST)).filter(({ state }) => state.is !== 'declined'), (one) => one.network)) {
    const found: readonly Brief[] = await listBriefsById(tx, network, [...new Set(briefsIn.map((one) => one.brief))])
    for (const brief of found.filter(isOpen)) entries.push(ofBrief(tx, brief, briefsIn[0]?.slug ?? '', false))
  }
  return entries.filter((entry) => entry !== undefined)
}

async function partnershipEntries(tx: Tx, us: Id<'organisation'>): Promise<readonly CalendarEntry[]> {
  return (await listPartnershipsOf(tx, us)).flatMap((one) => ofPartnership(tx, one)).filter(({ when }) => !('on' in when) || when.yearly || when.on >= firstDay(tx))
}

async function coverEntries(tx: Tx, us: Id<'organisation'>): Promise<readonly CalendarEntry[]> {
  const ours = (await listCovers(tx, us, { over: false, limit: MOST })).map((cover) => ofCover(tx, cover, true))
  const taken = (await listAskedOf(tx, us, MOST)).filter((one) => one.chosen && !one.back && !one.sightEndedAt)
  const theirs: CalendarEntry[] = []
  for (const { cover: id } of taken) {
    const cover = await findCover(tx, id)
    if (cover && !cover.withdrawnAt && !cover.finishedAt) theirs.push(ofCover(tx, cover, false))
  }
  return [...ours, ...theirs]
}

async function teamEntries(tx: Tx): Promise<readonly CalendarEntry[]> {
  const from = firstDay(tx)
  const [teams, dates, parts] = [await listTeams(tx, { most: MOST }), await listRoomDates(tx, from, MOST), await listDatesOfOurParts(tx, from, MOST)]
  return [...teams.flatMap((team) => ofTeam(tx, team)), ...dates.map((one) => ofTeamDate(tx, one, 'team-date')), ...parts.map((one) => ofTeamDate(tx, one, 'team-part'))]
}

const firstDay = (tx: Tx): string => new Date(tx.now.getTime() - DAYS_BACK * 86_400_000).toISOString().slice(0, 10)

const startOf = ({ when }: CalendarEntry): string => ('at' in when ? when.at.toISOString() : when.on)

/** Each thing once, however many of our organisations it belongs to; in the same order every time. */
function inOrder(entries: readonly CalendarEntry[]): readonly CalendarEntry[] {
  return [...new Map(entries.map((entry) => [entry.uid, entry])).values()].toSorted((one, other) => startOf(one).localeCompare(startOf(other)) || one.uid.localeCompare(other.uid))
}

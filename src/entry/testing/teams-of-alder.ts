import { answerByLink, getAsk, linkTo } from '../../asks/index.ts'
import { saveBriefs } from '../../briefs/index.ts'
import { asHouse, nobody } from '../../kit/ctx.ts'
import { newId, type Id } from '../../kit/ids.ts'
import { inviteToSeat, startTeam, takeOwnParts, takeSeat } from '../../teams/index.ts'
import { askCapacity } from '../../teams/ask-capacity.ts'
import { addPart } from '../../teams/change-part.ts'
import { addEntry } from '../../teams/keep-room.ts'
import { listLineUps } from '../../teams/line-up-store.ts'
import { getSeat } from '../../teams/seat-store.ts'
import { saveCapacityAnswer } from '../../teams/share-store.ts'
import { listParts } from '../../teams/team-store.ts'
import { removeLineUp, tryAnother, tryChange } from '../../teams/try-line-up.ts'
import type { Canary } from './canaries.ts'
import type { Before, World } from './world.ts'

/** Ids that stand in addresses, and the secret ends of links. */
export type AlderTeams = Readonly<Record<'brief' | 'team' | 'line' | 'awayLine' | 'openPart' | 'needPart' | 'askedPart' | 'freePart' | 'mapleSeat' | 'linkSeat' | 'seatLink' | 'capacityLink' | 'entry' | 'needEntry', string>>

/**
 * Alder leads a team for a brief of its own: Maple sits in it, one part is kept to Alder alone, a rival is asked by a link that nobody has
 * used, somebody has declined, and Maple was asked about its room.
 */
export async function teamsOfAlder({ house, organisations, guild, ctx }: Before): Promise<AlderTeams> {
  const ann = ctx('ann'), part = (says: string) => ({ id: newId<'part'>(), says, need: 'must' as const })
  const [brief] = await asHouse(house.ctx()).transaction((tx) => saveBriefs(tx, [{ network: guild.id, organisation: organisations.alder, title: 'Canaryteambrief', openToRivals: true, sight: 'only_us', parts: ['Canarypartopen', 'Canarypartasked', 'Canarypartfree'].map(part) }]))
  const team = await startTeam(ann, { network: guild.id, brief, title: 'Canaryteamtitle', says: 'Canaryteamsays' })
  const key = { network: guild.id, id: team }
  const needPart = await addPart(ann, team, { says: 'Canarypartneed', need: 'must', details: 'Canarydetails', needToKnow: true })
  const [openPart, askedPart, freePart] = await ann.read(async (tx) => (await listParts(tx, key)).map((one) => one.id))
  const tokenOf = (seat: Id<'seat'>) => asHouse(house.ctx()).read(async (tx) => linkTo(tx, await getAsk(tx, (await getSeat(tx, key, seat)).ask ?? ('' as Id<'ask'>))).split('/').at(-1) ?? '') // each was just invited

  await takeOwnParts(ann, team, { parts: [needPart] })
  const maple = await inviteToSeat(ann, team, { organisation: organisations.maple, parts: [openPart], note: 'Canaryseatnote', unit: 'hours', shares: [{ part: openPart, figure: 40 }] })
  await takeSeat(ctx('mel'), await tokenOf(maple.seat), {})
  const link = await inviteToSeat(ann, team, { name: 'Canaryseatname', parts: [askedPart], rivals: true, purpose: 'Canaryscopepurpose', scope: 'Canaryscopewords', neverDiscussed: 'Canarynever' })
  const declined = await inviteToSeat(ann, team, { name: 'Somebody', parts: [freePart] })
  await answerByLink(house.ctx(nobody), await tokenOf(declined.seat), 'decline', 'Canaryanswernote')
  await askCapacity(ann, team, { organisation: organisations.pine })
  await askCapacity(ann, team, { organisation: organisations.maple })
  const [first] = await ann.read((tx) => listLineUps(tx, key))
  const { line: awayLine } = await tryAnother(ann, team)
  await removeLineUp(ann, team, awayLine)
  await tryChange(ann, team, first?.id ?? awayLine, { do: 'add', organisation: organisations.maple })
  const entry = await addEntry(ctx('mel'), team, { kind: 'decision', says: 'Canaryentryall' })
  const needEntry = await addEntry(ann, team, { kind: 'word', says: 'Canaryentryneed', part: needPart })
  return asHouse(house.ctx()).transaction(async (tx) => {
    const capacities = await tx.db.selectFrom('team_capacity').select(['id', 'ask_id', 'organisation_id']).where('team_id', '=', team).execute()
    const answered = capacities.find((one) => one.organisation_id === organisations.maple), waiting = capacities.find((one) => one.organisation_id === organisations.pine)
    await saveCapacityAnswer(tx, answered?.id as Id<'team capacity'>, { answered_at: tx.now, answer: 'partly', says: 'Canaryroom' }) // a column of those ids, like those below
    return {
      brief: brief ?? '', team, line: first?.id ?? '', awayLine, openPart: openPart ?? '', needPart, askedPart: askedPart ?? '', freePart: freePart ?? '', mapleSeat: maple.seat, linkSeat: link.seat, seatLink: await tokenOf(link.seat),
      capacityLink: linkTo(tx, await getAsk(tx, waiting?.ask_id as Id<'ask'>)).split('/').at(-1) ?? '', entry, needEntry,
    }
  })
}

/** A word that stands in one private field and nowhere else, and the only people who may ever be shown it. */
export function teamsCanaries({ teams }: World): readonly Canary[] {
  const each = (words: readonly string[], ...may: Canary['may'][number][]): Canary[] => words.map((word) => ({ word, may }))
  return [
    ...each(['Canaryteambrief'], 'ann', 'amy'),
    ...each(['Canaryteamtitle', 'Canaryteamsays'], 'ann', 'amy', 'mel', 'pat', 'hugh'), // Pat was asked about his room; whoever hosts the house can read the letters
    ...each(['Canarypartopen'], 'ann', 'amy', 'mel', 'hugh'), ...each(['Canarypartasked', 'Canarypartfree', 'Canaryentryall'], 'ann', 'amy', 'mel'),
    ...each(['Canarypartneed', 'Canarydetails', 'Canaryentryneed', 'Canaryseatname', 'Canaryscopepurpose', 'Canaryscopewords', 'Canarynever', 'Canaryanswernote'], 'ann', 'amy'),
    ...each(['Canaryseatnote'], 'ann', 'amy', 'mel', 'hugh'), ...each(['Canaryroom'], 'ann', 'amy', 'mel'),
    ...each([teams.seatLink], 'ann', 'amy'), ...each([teams.capacityLink], 'pat', 'hugh'),
  ]
}

/** Statements that change what Xena, Una and nobody were not told of. */
export function teamsSecrets({ teams }: World): readonly ((word: string) => readonly [string, readonly unknown[]])[] {
  return [
    (word) => ['update team set title = $1, says = $1 where id = $2', [word, teams.team]],
    (word) => ['update team_part set says = $1, details = $1 where id = $2', [word, teams.needPart]],
    (word) => ['update seat_word set note = $1, answer_note = $1 where team_id = $2', [word, teams.team]],
    (word) => ['update seat_scope set scope = $1 where team_id = $2', [word, teams.team]],
    (word) => ['update team_entry set says = $1 where team_id = $2', [word, teams.team]],
    (word) => ['update team_capacity set says = $1 where team_id = $2', [word, teams.team]],
  ]
}

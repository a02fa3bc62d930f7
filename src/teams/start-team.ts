import { z } from 'zod'
import { getBrief, type BriefPart } from '../briefs/index.ts'
import { audit } from '../kit/audit.ts'
import { asHouse, type Ctx } from '../kit/ctx.ts'
import { id as idField, optionalText, parse } from '../kit/fields.ts'
import { newId, type Id } from '../kit/ids.ts'
import { Invalid, NotAllowed, NotFound } from '../kit/refusal.ts'
import { getNetworkById } from '../networks/index.ts'
import { findRole } from '../organisations/index.ts'
import { startWith } from './line-up.ts'
import { saveLineUp } from './line-up-store.ts'
import { MOST_PARTS, type Part } from './team.ts'
import { saveParts, saveTeam } from './team-store.ts'

export const listOf = <Of extends string>(name: string, most: number) =>
  z.preprocess((value) => [value].flat().filter((each) => each !== undefined && each !== ''), z.array(idField<Of>(name)).max(most, `${most} are the most.`))

export const teamInput = z.strictObject({
  network: idField<'network'>('That network'),
  brief: idField<'brief'>('That brief'),
  title: optionalText('The name', 120),
  says: optionalText('What the team is for', 600),
  /** The parts to take over; all of them where none is named. */
  parts: listOf<'part'>('That part', 200),
})

/** Starts a team for a brief: its parts are taken over as they stand, and the first line-up holds the lead alone. */
export function startTeam(ctx: Ctx, input: unknown): Promise<Id<'team'>> {
  return ctx.transaction(async (tx) => {
    const given = parse(teamInput, input)
    const brief = await getBrief(tx, given.network, given.brief)
    const us = tx.actor.organisation
    if (!us || !(await getNetworkById(tx, given.network)).isMember) throw new NotFound('There is no such brief, or you are not a member there.', 'Choose the organisation you act for at the top of the page.')
    const role = tx.actor.person && await findRole(tx, us, tx.actor.person)
    if (role !== 'owner' && role !== 'editor') throw new NotAllowed('Leading a team speaks for your whole organisation.', 'Ask one of its owners or editors.')
    const wanted = given.parts.length > 0 ? brief.parts.filter((part) => given.parts.includes(part.id)) : brief.parts
    if (wanted.length === 0) throw new Invalid([{ field: 'parts', sentence: 'This brief has no parts yet. Add them first, then build the team.' }])
    if (wanted.length > MOST_PARTS) throw new Invalid([{ field: 'parts', sentence: `A team can hold ${MOST_PARTS} parts; choose those you mean to bid for.` }])

    const team = {
      network: brief.network, id: newId<'team'>(), lead: us, brief: brief.id, title: given.title ?? brief.title, says: given.says ?? `To answer “${brief.title}” together.`,
      answerBy: brief.answerBy, startsOn: brief.startsOn, endsOn: brief.endsOn, madeAt: tx.now,
    }
    await asHouse(tx).transaction(async (house) => {
      await saveTeam(house, team)
      await saveParts(house, team, wanted.map(partFrom))
      await saveLineUp(house, team, { name: 'A', position: 0, choices: startWith(us), did: { do: 'start' } })
      await audit(house, { chain: `team:${team.id}`, act: 'team.started', subject: team.id, detail: { brief: brief.id } })
      await house.emit('team.started', { network: team.network, team: team.id })
    })
    return team.id
  })
}

export const partFrom = (part: BriefPart): Part => ({
  id: newId<'team part'>(), says: part.says, capability: part.capability, need: part.need, size: part.size, startsOn: part.startsOn, endsOn: part.endsOn, district: part.district,
  version: 1, briefPart: part.id, needToKnow: false,
})

import { z } from 'zod'
import { answerByLink, ask, defineAskKind, readAskByLink, type Answered, type Ask } from '../asks/index.ts'
import { asHouse, type Ctx } from '../kit/ctx.ts'
import { id as idField, optionalDay, optionalText, parse } from '../kit/fields.ts'
import { newId, type Id } from '../kit/ids.ts'
import { Invalid, NotFound } from '../kit/refusal.ts'
import { findOrganisation, namesOfOrganisations } from '../organisations/index.ts'
import { routes } from '../routes.ts'
import { dayInWords } from '../ui/index.ts'
import { mustSpeakFor } from './answering.ts'
import { AlreadySits } from './errors.ts'
import { listCapacities, saveCapacityAnswer, saveCapacityAsk, type CapacityAnswer } from './share-store.ts'
import { leading } from './stand-in.ts'
import { getTeam } from './team-store.ts'
import { tellLead } from './word-to.ts'

export const CAPACITY = 'teams.capacity'
const DAYS = 7

/** Have you room? Asked before anyone is invited, so a no costs nobody anything. */
export function askCapacity(ctx: Ctx, id: Id<'team'>, input: unknown): Promise<void> {
  const { organisation } = parse(z.strictObject({ organisation: idField<'organisation'>('That organisation') }), input)
  return leading(ctx, id, async (house, team, us) => {
    const found = ctx.actor.by === 'house' ? await findOrganisation(house, organisation) : await house.as(ctx.actor).read((tx) => findOrganisation(tx, organisation))
    if (!found || organisation === us) throw new NotFound('There is no such organisation, or it is not shown to you.')
    const before = (await listCapacities(house, team)).get(organisation)
    if (before && !before.answer && !before.endedAt) throw new AlreadySits()
    const capacity = newId<'team capacity'>()
    const made = await ask(house, {
      kind: CAPACITY, network: team.network, from: { person: house.actor.person, organisation: us }, to: { organisation }, subject: { team: team.id, capacity },
      answerBy: new Date(house.now.getTime() + DAYS * 86_400_000),
    })
    await saveCapacityAsk(house, team, { id: capacity, organisation, ask: made.id })
  })
}

defineAskKind({
  name: CAPACITY,
  words: { yes: 'Yes, we have room', from: 'Yes, from a later day', partly: 'Partly', no: 'No, not this time' },
  describe: async (tx, asked) => {
    const team = await getTeam(tx, teamIn(asked))
    const lead = (await namesOfOrganisations(tx, [team.lead])).get(team.lead) ?? 'The lead'
    const when = team.startsOn ? `from ${dayInWords(team.startsOn)}${team.endsOn ? ` to ${dayInWords(team.endsOn)}` : ''}` : 'when it starts'
    return { title: `${lead} asks: would you have room for “${team.title}”?`, lines: [team.says, `The work runs ${when}.`, 'It binds you to nothing; you would be invited, with the terms, afterwards.'], seenBy: lead }
  },
  answered: async (tx, asked, answer) => {
    if (asked.to.organisation) await mustSpeakFor(tx, asked.to.organisation, answer.by)
    const [from, says] = answer.word === 'from' ? [answer.note?.slice(0, 10), answer.note?.slice(11)] : [undefined, answer.note]
    await saveCapacityAnswer(tx, capacityIn(asked), { answered_at: tx.now, answer: answer.word as CapacityAnswer, from_on: from, says: says || undefined }) // one of this kind's own words
    await tellLead(tx, await getTeam(tx, teamIn(asked)), 'teams.capacity', asked.to.organisation ? { organisation: asked.to.organisation } : {})
  },
  ended: async (tx, asked) => saveCapacityAnswer(tx, capacityIn(asked), { ended_at: tx.now }),
  needsPage: { from: (_, token) => routes.capacityAnswer(token, 'from'), partly: (_, token) => routes.capacityAnswer(token, 'partly') },
})

const teamIn = (asked: Ask) => asked.subject['team'] as Id<'team'> // written by askCapacity
const capacityIn = (asked: Ask) => asked.subject['capacity'] as Id<'team capacity'> // likewise

/** The answers that need more than a tap: from which day, or how much. */
export async function answerCapacity(ctx: Ctx, token: string, word: string, input: unknown): Promise<Answered> {
  const given = parse(z.strictObject({ fromOn: optionalDay('The day'), says: optionalText('What you can take on', 300) }), input)
  if (word !== 'from' && word !== 'partly') throw new NotFound()
  if (word === 'from' && !given.fromOn) throw new Invalid([{ field: 'fromOn', sentence: 'Say from which day.' }])
  if (word === 'partly' && !given.says) throw new Invalid([{ field: 'says', sentence: 'Say in a few words what you could take on.' }])
  return answerByLink(ctx, token, word, word === 'from' ? `${given.fromOn} ${given.says ?? ''}`.trim() : given.says)
}

export async function readCapacityAsk(ctx: Ctx, token: string) {
  const seen = await asHouse(ctx).read((house) => readAskByLink(house, token))
  if (seen.ask.kind !== CAPACITY) throw new NotFound()
  return seen
}

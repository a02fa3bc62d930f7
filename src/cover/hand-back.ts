import { z } from 'zod'
import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import { optionalText, parse, text } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import { tell } from '../notices/index.ts'
import { inNameOf } from '../organisations/index.ts'
import { recordTogether } from '../partnerships/index.ts'
import { routes } from '../routes.ts'
import { dayInWords } from '../ui/index.ts'
import { hours } from './ask-for-cover.ts'
import { writeToClient } from './ask-client.ts'
import { findPlace } from './bench-store.ts'
import { findClient } from './client-store.ts'
import { getCover, holdCover, listAsked, markAsked, markCover } from './cover-store.ts'
import { DAYS_TO_SEE, hoursInWords, stateOf, type Asked, type Cover } from './cover.ts'
import { NotItsTurn } from './errors.ts'
import { namesOf } from './names.ts'
import { getOursToKeep } from './who-may.ts'

export const returnInput = z.strictObject({ done: text('What was done', 2000), hours: hours('The hours worked') })

/** The associate hands the work back, with a note of what was done. Their sight of the client ends some days later. Twice is harmless. */
export function handBack(ctx: Ctx, id: Id<'cover'>, input: unknown): Promise<void> {
  return ctx.transaction(async (tx) => {
    const us = await getOursToKeep(tx)
    await getCover(tx, id)
    const mine = (await listAsked(tx, [id])).find((one) => one.associate === us && one.chosen)
    if (!mine) throw new NotFound()
    const given = parse(returnInput, input)
    await asHouse(tx).transaction(async (house) => {
      const as = inNameOf(house, ctx.actor)
      const cover = await holdCover(as, id)
      const asked = await listAsked(as, [id])
      const line = asked.find((one) => one.associate === us)
      if (!line || line.back) return
      if (stateOf(cover) !== 'handed_over') throw new NotItsTurn('There is nothing to hand back yet.')
      await markAsked(as, id, us, { handed_back_at: as.now, done: given.done, worked_minutes: given.hours, sees_until: new Date(as.now.getTime() + (await daysToSee(as, line)) * 86_400_000) })
      await tell(as, { kind: 'cover.handed-back', to: cover.organisation, subject: { cover: id, by: us } })
      if (asked.some((one) => one.chosen && !one.back && one.associate !== us)) return
      await markCover(as, id, { handed_back_at: as.now })
      await inviteTheClientsWord(as, cover)
      await as.emit('cover.handed-back', { cover: id, organisation: cover.organisation })
    })
  })
}

async function daysToSee(tx: Tx, line: Asked): Promise<number> {
  const place = line.place && (await findPlace(tx, line.place))
  return (place && place.versions.find((one) => one.version === line.termsVersion)?.terms.data.deletesWithinDays) || DAYS_TO_SEE
}

async function inviteTheClientsWord(tx: Tx, cover: Cover): Promise<void> {
  const client = await findClient(tx, cover.id)
  const link = cover.clientAsked?.link
  if (!client?.email || !link) return
  const chosen = (await listAsked(tx, [cover.id])).filter((one) => one.chosen)
  const name = await namesOf(tx, [cover.organisation, ...chosen.map((one) => one.associate)])
  const who = chosen.map((one) => name(one.associate)).join(' and ')
  await writeToClient(tx, { to: client.email, link, subject: `How was it with ${who}?`, lines: [`The time in which ${who} covered for ${name(cover.organisation)} is over, and everything is back in the usual hands.`, 'One line on how it was means a good deal to both of them.'], says: 'Say how it was' })
}

export const thanksInput = z.strictObject({ says: optionalText('Your thanks', 500) })

/** The owner agrees that it is back, and thanks. Both have now said that it was so, which ties the two. Twice is harmless. */
export function thankForCover(ctx: Ctx, id: Id<'cover'>, input: unknown): Promise<void> {
  return ctx.transaction(async (tx) => {
    const us = await getOursToKeep(tx)
    if ((await getCover(tx, id)).organisation !== us) throw new NotFound()
    const { says } = parse(thanksInput, input)
    await asHouse(tx).transaction(async (house) => {
      const as = inNameOf(house, ctx.actor)
      const cover = await holdCover(as, id)
      if (cover.finishedAt) return
      if (!cover.handedBackAt) throw new NotItsTurn('The work has not come back yet.', 'Thank them once it has.')
      await markCover(as, id, { finished_at: as.now, finished_by: ctx.actor.person ?? null })
      for (const one of (await listAsked(as, [id])).filter((each) => each.chosen)) {
        await markAsked(as, id, one.associate, { thanked_at: as.now, thanks: says ?? 'Thank you.' })
        await tell(as, { kind: 'cover.thanked', to: one.associate, subject: { cover: id } })
        await rememberTogether(as, cover, one)
      }
      await as.emit('cover.finished', { cover: id, organisation: us })
    })
  })
}

/** In the timeline both share. The client does not stand in it. */
export async function rememberTogether(tx: Tx, cover: Cover, one: Asked): Promise<void> {
  const name = await namesOf(tx, [cover.organisation, one.associate])
  const days = cover.startsOn === cover.endsOn ? `on ${dayInWords(cover.startsOn)}` : `from ${dayInWords(cover.startsOn)} to ${dayInWords(cover.endsOn)}`
  await recordTogether(tx, {
    between: [one.associate, cover.organisation],
    moment: {
      kind: 'cover', says: `${name(one.associate)} covered for ${name(cover.organisation)} ${days}: ${hoursInWords(one.back?.minutes ?? cover.minutes)}.`, by: one.associate, about: cover.id,
      subject: { cover: cover.id }, at: one.back?.at, href: routes.coverOf(cover.id), ties: true, cameOfIt: true,
    },
  })
}

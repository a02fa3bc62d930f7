import { z } from 'zod'
import { answerByLink, defineAskKind, readAskByLink, type Answer, type Ask } from '../asks/index.ts'
import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import { optionalText, parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { LinkRefused } from '../kit/one-time-link.ts'
import { Invalid } from '../kit/refusal.ts'
import { tell } from '../notices/index.ts'
import { routes } from '../routes.ts'
import { dayInWords, momentInWords, moneyInWords } from '../ui/index.ts'
import { hours } from './ask-for-cover.ts'
import { ASSOCIATE, askNext } from './ask-next.ts'
import { findPlace } from './bench-store.ts'
import { findCover, holdCover, listAsked, markAsked, markCover } from './cover-store.ts'
import { hoursInWords, type Cover } from './cover.ts'
import { NoLongerLookedFor, TakenByNow } from './errors.ts'
import { capabilityName, nameOf, namesOf } from './names.ts'
import { inWords } from './terms.ts'
import { mustSpeakFor } from './who-may.ts'

/** Yes, partly, no thanks. The first full yes takes it; nobody hears who the client is before the client has agreed. */
defineAskKind({
  name: ASSOCIATE,
  words: { yes: 'Yes, I will take it', partly: 'Partly', no: 'No thanks, not this time' },
  describe: async (tx, asked) => {
    const { cover: id, associate } = subjectOf(asked)
    const cover = await findCover(tx, id)
    if (!cover) return { title: 'A cover that was taken away', lines: [], seenBy: 'Nobody any more' }
    const owner = await nameOf(tx, cover.organisation)
    return { title: `${owner} asks: can you take this off us?`, lines: await coverLines(tx, cover, associate), seenBy: `Only the people of ${owner}` }
  },
  answered: async (tx, asked, answer) => {
    const { cover: id, associate } = subjectOf(asked)
    await mustSpeakFor(tx, associate, answer)
    const cover = await holdCover(tx, id)
    if (cover.withdrawnAt) throw new NoLongerLookedFor()
    if (answer.word === 'no') return declines(tx, cover, associate, answer)
    if (cover.takenAt) throw new TakenByNow()
    if (answer.word === 'partly') return takesPart(tx, cover, associate, answer)
    await markAsked(tx, id, associate, { answered_at: tx.now, answer: 'yes', note: answer.note, chosen_at: tx.now, chosen_minutes: cover.minutes })
    await markTaken(tx, cover, [associate])
    return answer.by.person ? { goTo: routes.coverOf(id) } : undefined
  },
  ended: async (tx, asked) => {
    const { cover: id, associate } = subjectOf(asked)
    const cover = await holdCover(tx, id)
    const [line] = (await listAsked(tx, [id])).filter((one) => one.associate === associate)
    if (!line || line.answer || line.closedAt) return
    await markAsked(tx, id, associate, { silent_at: tx.now, closed_at: tx.now })
    await askNext(tx, cover)
  },
  needsPage: { partly: (_, token) => routes.coverPartly(token) },
})

async function declines(tx: Tx, cover: Cover, associate: Id<'organisation'>, { note }: Answer): Promise<void> {
  await markAsked(tx, cover.id, associate, { answered_at: tx.now, answer: 'no', note, closed_at: tx.now })
  await askNext(tx, cover)
}

async function takesPart(tx: Tx, cover: Cover, associate: Id<'organisation'>, { note }: Answer): Promise<void> {
  const part = readPart(note)
  if (part.minutes >= cover.minutes) throw new Invalid([{ field: 'hours', sentence: `That is all of it: ${hoursInWords(cover.minutes)}. Say yes instead, or fewer hours.` }])
  await markAsked(tx, cover.id, associate, { answered_at: tx.now, answer: 'partly', offered_minutes: part.minutes, note: part.note })
  await tell(tx, { kind: 'cover.offered', to: cover.organisation, subject: { cover: cover.id, by: associate } })
  await askNext(tx, cover)
}

/** It is taken: the owner hears it, and whoever else was asked is thanked at once by what hears this news (see `when.ts`). */
export async function markTaken(tx: Tx, cover: Cover, by: readonly Id<'organisation'>[]): Promise<void> {
  await markCover(tx, cover.id, { taken_at: tx.now, run_out_at: null })
  for (const associate of by) await tell(tx, { kind: 'cover.taken', to: cover.organisation, subject: { cover: cover.id, by: associate } })
  await tx.emit('cover.taken', { cover: cover.id, organisation: cover.organisation })
}

export const partInput = z.strictObject({ hours: hours('The hours'), note: optionalText('The note', 300) })
const partShape = z.object({ minutes: z.int().min(15), note: z.string().max(300).optional() })

function readPart(note: string | undefined): z.output<typeof partShape> {
  try {
    return partShape.parse(JSON.parse(note ?? ''))
  } catch {
    throw new Invalid([{ field: 'hours', sentence: 'Say how many of the hours you can do.' }])
  }
}

/** What somebody sees who can do a part: the same as on the ask itself. */
export async function readForPart(ctx: Ctx, token: string) {
  const { ask: asked, described } = await readAskByLink(ctx, token)
  if (asked.kind !== ASSOCIATE) throw new LinkRefused('This link is for something else.', 'Open it as it was sent to you.')
  return described
}

/** "Partly": so many of the hours, with a word on which. By the link, signed in or not. */
export async function offerPart(ctx: Ctx, token: string, input: unknown): Promise<void> {
  await readForPart(ctx, token)
  const given = parse(partInput, input)
  await answerByLink(ctx, token, 'partly', JSON.stringify({ minutes: given.hours, note: given.note }))
}

/** What an associate is told of it before the client has agreed: all but who it is. As the house. */
export async function coverLines(tx: Tx, cover: Cover, associate: Id<'organisation'>): Promise<readonly string[]> {
  const capability = await capabilityName(tx, cover)
  const [line] = (await listAsked(tx, [cover.id])).filter((one) => one.associate === associate)
  const place = line?.place ? await asHouse(tx).read((house) => findPlace(house, line.place ?? ('' as Id<'bench place'>))) : undefined // read above
  const terms = place?.versions.find((one) => one.version === line?.termsVersion)?.terms
  const name = await namesOf(tx, [cover.organisation, associate])
  const clauses = terms ? inWords(terms, { owner: name(cover.organisation), associate: name(associate) }) : []
  return [
    `“${cover.says}”`,
    [whenInWords(cover), `${hoursInWords(cover.minutes)} in all`].join(' · '),
    ...(capability || cover.skills ? [`What it takes: ${[capability, cover.skills].filter(Boolean).join('; ')}.`] : []),
    rateInWords(cover, clauses.find((clause) => clause.key === 'rate')?.short),
    `${{ us: `${name(cover.organisation)} speaks to the client.`, associate: 'You would speak to the client, as cover.', both: 'You would both speak to the client.' }[cover.whoSpeaks]} The client stays theirs${terms && terms.client.noTakingMonths > 0 ? `: no work from them for ${terms.client.noTakingMonths} months` : ''}.`,
    cover.client === 'asked' ? 'Who the client is, you learn once you have said yes and the client has too.' : `The client is not named; the work goes through ${name(cover.organisation)}.`,
    `${cover.how === 'in_turn' ? 'You are asked in turn' : 'Several are asked at once, and the first full yes takes it'}; please say by ${momentInWords(cover.answerBy)} at the latest.`,
  ]
}

export function whenInWords(cover: Pick<Cover, 'startsOn' | 'endsOn' | 'whenSays'>): string {
  const days = cover.startsOn === cover.endsOn ? longDay(cover.startsOn) : `${longDay(cover.startsOn)} to ${longDay(cover.endsOn)}`
  return cover.whenSays ? `${days}, ${cover.whenSays}` : days
}

function longDay(on: string): string {
  return `${new Date(`${on}T12:00:00Z`).toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' })} ${dayInWords(on)}`
}

export function rateInWords({ rate }: Pick<Cover, 'rate'>, agreed?: string): string {
  if (!rate) return agreed ?? 'At the rate you agreed on.'
  return `${moneyInWords(rate.pence)} ${{ hour: 'an hour', day: 'a day', all: 'for all of it' }[rate.per]}.`
}

function subjectOf(asked: Ask): { cover: Id<'cover'>; associate: Id<'organisation'> } {
  return asked.subject as { cover: Id<'cover'>; associate: Id<'organisation'> } // written by askNext for this kind
}

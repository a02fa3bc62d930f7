import { z } from 'zod'
import { asHouse, type Ctx } from '../kit/ctx.ts'
import { choice, id as idField, optionalDay, optionalText, parse, text } from '../kit/fields.ts'
import { newId, type Id } from '../kit/ids.ts'
import { Invalid } from '../kit/refusal.ts'
import { getCapability, listNetworksOf } from '../networks/index.ts'
import { inNameOf } from '../organisations/index.ts'
import { termsInForce, type BenchPlace } from './bench.ts'
import { askNext } from './ask-next.ts'
import { saveAsked, saveCover } from './cover-store.ts'
import type { Cover } from './cover.ts'
import { NobodyToAsk } from './errors.ts'
import { listBench } from './propose-terms.ts'
import { pounds, WHO_SPEAKS } from './terms.ts'
import { getOursToKeep } from './who-may.ts'

const noneIsEmpty = (value: unknown) => (value === '' ? undefined : value)
const day = (name: string) => z.preprocess((value) => (typeof value === 'string' ? value.trim() : value), z.iso.date(`${name} is not a date. Write it as 2027-03-02.`))

/** Hours as people write them: 4, 4.5, 4,5. Kept as whole minutes. */
export const hours = (name: string) => z.preprocess((value) => (typeof value === 'string' ? value.trim().replace(',', '.') : typeof value === 'number' ? String(value) : ''),
  z.string().min(1, `${name} are missing.`).regex(/^\d{1,4}(\.\d{1,2})?$/, `${name} are a number, such as 4 or 4.5.`).transform((said) => Math.round(Number(said) * 60)).refine((minutes) => minutes >= 15, `${name} are a quarter of an hour at least.`))

const ids = z.preprocess((value) => [value].flat().filter((each) => each !== undefined && each !== ''), z.array(idField<'organisation'>('That associate')).max(20, 'Twenty are the most to ask.'))

/** What is asked; forms and the API share it. */
export const coverInput = z.strictObject({
  says: text('What it is', 500), skills: optionalText('Skills', 300),
  network: z.preprocess(noneIsEmpty, idField<'network'>('That network').optional()), capability: z.preprocess(noneIsEmpty, idField<'capability'>('That capability').optional()),
  startsOn: day('The first day'), endsOn: optionalDay('The last day'), whenSays: optionalText('When in the day', 120), hours: hours('The hours'),
  rate: z.preprocess(noneIsEmpty, pounds('The rate').optional()), per: z.enum(['hour', 'day', 'all'], 'Choose what the rate is for.').default('hour'),
  client: choice('whether the client is asked', ['asked', 'unnamed']).default('asked'), whoSpeaks: choice('who speaks to the client', WHO_SPEAKS).default('associate'),
  how: choice('how to ask', ['in_turn', 'all_at_once']).default('in_turn'), turnHours: z.preprocess((value) => (value === '' || value === undefined ? undefined : Number(value)), z.number('Choose how long each has.').int().min(1).max(96).default(4)),
  answerBy: optionalDay('The day to know by'),
  who: ids.default([]), first: z.preprocess(noneIsEmpty, idField<'organisation'>('That associate').optional()),
})

/** "Can someone take this off me?" The bench is asked at once or in turn; nobody hears who the client is. */
export function askForCover(ctx: Ctx, input: unknown): Promise<Id<'cover'>> {
  return ctx.transaction(async (tx) => {
    const organisation = await getOursToKeep(tx)
    const given = parse(coverInput, input)
    const bench = await listBench(tx, organisation)
    if (bench.length === 0) throw new NobodyToAsk()
    const answerBy = given.answerBy ? endOf(given.answerBy) : defaultAnswerBy(ctx.now, given.startsOn)
    const endsOn = given.endsOn ?? given.startsOn
    const problems = [
      ...(endsOn < given.startsOn ? [{ field: 'endsOn', sentence: 'The last day comes before the first.' }] : []),
      ...(endsOn < dayOf(ctx.now) ? [{ field: 'startsOn', sentence: 'That day has passed.' }] : []),
      ...(answerBy <= ctx.now ? [{ field: 'answerBy', sentence: 'That day has passed. Choose today or later.' }] : []),
      ...(given.answerBy && given.answerBy > endsOn ? [{ field: 'answerBy', sentence: 'That is after the work ends. Choose an earlier day.' }] : []),
      ...(given.capability && !given.network ? [{ field: 'capability', sentence: 'Say which network this capability belongs to.' }] : []),
      ...given.who.filter((one) => !bench.some((place) => place.associate === one)).slice(0, 1).map(() => ({ field: 'who', sentence: 'One of those is not on your bench today. Choose from the list.' })),
    ]
    if (problems.length > 0) throw new Invalid(problems)
    if (given.capability && given.network) {
      if (!(await listNetworksOf(tx, organisation)).some((one) => one.id === given.network)) throw new Invalid([{ field: 'capability', sentence: 'You are not a member of that network. Choose one of yours.' }])
      await getCapability(tx, given.network, given.capability)
    }
    const cover: Cover = {
      id: newId<'cover'>(), organisation, network: given.network, capability: given.capability, says: given.says, skills: given.skills, startsOn: given.startsOn, endsOn, whenSays: given.whenSays, minutes: given.hours,
      rate: given.rate === undefined ? undefined : { pence: given.rate, per: given.per }, client: given.client, whoSpeaks: given.whoSpeaks, how: given.how, turnHours: given.turnHours, answerBy, madeAt: ctx.now,
    }
    await asHouse(tx).transaction(async (house) => {
      const as = inNameOf(house, ctx.actor)
      await saveCover(as, cover)
      await saveAsked(as, inLine(bench, given).map(({ place, version }, position) => ({ cover: cover.id, organisation, associate: place.associate, position, place: place.id, termsVersion: version })))
      await askNext(as, cover)
      await as.emit('cover.asked', { cover: cover.id, organisation })
    })
    return cover.id
  })
}

/** Those chosen, in the order they were named; whoever is to be asked first, first. Nobody chosen means everybody. */
function inLine(bench: readonly BenchPlace[], { who, first }: { who: readonly Id<'organisation'>[]; first?: Id<'organisation'> }): readonly { place: BenchPlace; version: number }[] {
  const named = who.length > 0 ? [...new Set(who)] : bench.map((place) => place.associate)
  const ordered = first && named.includes(first) ? [first, ...named.filter((one) => one !== first)] : named
  return ordered.flatMap((one) => bench.filter((place) => place.associate === one)).map((place) => ({ place, version: termsInForce(place)?.version ?? 1 }))
}

export const dayOf = (at: Date): string => at.toISOString().slice(0, 10)
/** Late in the evening of that day, by the clock of these islands. */
export const endOf = (on: string): Date => new Date(`${on}T22:00:00Z`)

/** In two days, or the evening before it starts; where that is past, this evening, or a few hours from now. */
export function defaultAnswerBy(now: Date, startsOn: string): Date {
  const [sooner] = [endOf(dayOf(new Date(now.getTime() + 2 * DAY))), endOf(dayOf(new Date(endOf(startsOn).getTime() - DAY)))].toSorted((a, b) => a.getTime() - b.getTime())
  return sooner && sooner > now ? sooner : new Date(Math.max(endOf(dayOf(now)).getTime(), now.getTime() + 3 * 3_600_000))
}

const DAY = 86_400_000

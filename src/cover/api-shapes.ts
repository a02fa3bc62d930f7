import { z } from '@hono/zod-openapi'
import { COVER_STATES, stateOf, type Asked, type Client, type Cover, type Pack } from './cover.ts'
import type { BenchPlace } from './bench.ts'
import type { FullCover, OneCover, Overview } from './read-cover.ts'
import { inWords, termsShape, WHO_SPEAKS } from './terms.ts'

/** What programs are given and may send, as documented. What is absent or not shown is null. */
const instant = z.iso.datetime()
const rate = z.object({ pence: z.int(), per: z.enum(['hour', 'day', 'all']) })

export const placeShape = z.object({
  id: z.uuid(), organisation: z.uuid(), associate: z.uuid(), name: z.string(), madeAt: instant, endedAt: instant.nullable(),
  versions: z.array(z.object({ version: z.int(), state: z.enum(['waiting', 'agreed', 'declined', 'lapsed', 'withdrawn']), proposedBy: z.uuid(), proposedAt: instant, says: z.string().nullable(), terms: termsShape, inWords: z.array(z.object({ clause: z.string(), title: z.string(), short: z.string(), full: z.array(z.string()) })) })),
}).openapi('BenchPlace')

export const askedShape = z.object({
  associate: z.uuid(), name: z.string(), position: z.int(), because: z.string().nullable(), askedAt: instant.nullable(), answer: z.enum(['yes', 'partly', 'no']).nullable(), answeredAt: instant.nullable(), offeredMinutes: z.int().nullable(), note: z.string().nullable(),
  silentAt: instant.nullable(), closedAt: instant.nullable(), chosenAt: instant.nullable(), chosenMinutes: z.int().nullable(), handedBackAt: instant.nullable(), done: z.string().nullable(), workedMinutes: z.int().nullable(), seesUntil: instant.nullable(), thankedAt: instant.nullable(), thanks: z.string().nullable(),
}).openapi('CoverAsked')

const coverFields = {
  id: z.uuid(), organisation: z.uuid(), name: z.string(), state: z.enum(COVER_STATES), network: z.uuid().nullable(), capability: z.uuid().nullable(), says: z.string(), skills: z.string().nullable(), startsOn: z.iso.date(), endsOn: z.iso.date(), whenSays: z.string().nullable(),
  minutes: z.int(), rate: rate.nullable(), client: z.enum(['asked', 'unnamed']), whoSpeaks: z.enum(WHO_SPEAKS), how: z.enum(['in_turn', 'all_at_once']), answerBy: instant, madeAt: instant, takenAt: instant.nullable(), clientAgreedAt: instant.nullable(), clientErasedAt: instant.nullable(),
  clientWord: z.string().nullable(), handedOverAt: instant.nullable(), handedBackAt: instant.nullable(), finishedAt: instant.nullable(), withdrawnAt: instant.nullable(), asked: z.array(askedShape),
}
export const coverShape = z.object(coverFields).openapi('Cover')
export const fullShape = z.object({
  ...coverFields, clientLink: z.string().nullable(),
  clientDetails: z.object({ name: z.string(), email: z.string().nullable(), phone: z.string().nullable(), contact: z.string().nullable(), talk: z.array(z.object({ by: z.enum(['client', 'owner']), says: z.string(), at: instant })) }).nullable(),
  pack: z.object({ contact: z.string().nullable(), promises: z.string().nullable(), dates: z.string().nullable(), how: z.string().nullable(), access: z.string().nullable(), writtenAt: instant }).nullable(),
}).openapi('CoverInFull')
const given = z.object({ times: z.int(), minutes: z.int() })
export const overviewShape = z.object({ bench: z.array(placeShape), held: z.array(placeShape), ours: z.array(coverShape), forOthers: z.array(coverShape), past: z.array(coverShape), morePast: z.boolean(), giveAndTake: z.array(z.object({ with: z.uuid(), name: z.string(), gave: given, took: given })) }).openapi('CoverOverview')

const termsWordsFields = {
  rate: z.union([z.string(), z.number()]), per: z.enum(['hour', 'day']), paidWithinDays: z.int().optional(), dates: z.string().optional(), from: z.iso.date().optional(), until: z.iso.date().optional(), mayKnow: z.enum(['yes', 'no']), whoSpeaks: z.enum(WHO_SPEAKS), noTakingMonths: z.int().optional(),
  insured: z.boolean().optional(), insurance: z.string().optional(), insuredUntil: z.iso.date().optional(), deletesWithinDays: z.int().optional(), tellsWithinHours: z.int().optional(), data: z.string().optional(), says: z.string().optional(),
}
export const termsWords = z.strictObject(termsWordsFields).openapi('TermsWords')
export const placeWords = z.strictObject({ ...termsWordsFields, associate: z.uuid() }).openapi('BenchPlaceWords')
export const coverWords = z.strictObject({
  says: z.string(), skills: z.string().optional(), network: z.uuid().optional(), capability: z.uuid().optional(), startsOn: z.iso.date(), endsOn: z.iso.date().optional(), whenSays: z.string().optional(), hours: z.union([z.string(), z.number()]), rate: z.union([z.string(), z.number()]).optional(), per: z.enum(['hour', 'day', 'all']).optional(),
  client: z.enum(['asked', 'unnamed']).optional(), whoSpeaks: z.enum(WHO_SPEAKS).optional(), how: z.enum(['in_turn', 'all_at_once']).optional(), turnHours: z.int().optional(), answerBy: z.iso.date().optional(), who: z.array(z.uuid()).optional(), first: z.uuid().optional(),
}).openapi('CoverWords')
const hours = z.union([z.string(), z.number()])
export const clientWords = z.strictObject({ name: z.string(), email: z.string().optional(), phone: z.string().optional(), contact: z.string().optional() }).openapi('CoverClientWords')
export const packWords = z.strictObject({ contact: z.string().optional(), promises: z.string().optional(), dates: z.string().optional(), how: z.string().optional(), access: z.string().optional() }).openapi('CoverPackWords')
export const partsWords = z.strictObject({ parts: z.array(z.strictObject({ associate: z.uuid(), hours })) }).openapi('CoverPartsWords')
export const wideningWords = z.strictObject({ associate: z.uuid(), answerBy: z.iso.date().optional() }).openapi('CoverWideningWords')
export const returnWords = z.strictObject({ done: z.string(), hours }).openapi('CoverReturnWords')
export const thanksWords = z.strictObject({ says: z.string().optional() }).openapi('CoverThanksWords')
export const replyWords = z.strictObject({ says: z.string() }).openapi('CoverReplyWords')
export const answerWords = z.strictObject({ word: z.enum(['yes', 'partly', 'no']), hours: hours.optional(), note: z.string().optional() }).openapi('CoverAnswerWords')
export const freeWords = z.strictObject({ claim: z.uuid().optional(), says: z.string().optional(), from: z.iso.date().optional(), until: z.iso.date().optional() }).openapi('FreeWords')

type Names = (id: string) => string
const at = (when: Date | undefined) => when?.toISOString() ?? null

export function presentPlace(place: BenchPlace, name: Names, us: string) {
  return {
    id: place.id as string, organisation: place.organisation as string, associate: place.associate as string, name: name(place.organisation === us ? place.associate : place.organisation), madeAt: place.madeAt.toISOString(), endedAt: at(place.ended?.at), // ids go out as text
    versions: place.versions.map(({ version, state, proposedBy, proposedAt, says, terms }) => ({
      version, state: state.is, proposedBy: proposedBy as string, proposedAt: proposedAt.toISOString(), says: says ?? null, terms,
      inWords: inWords(terms, { owner: name(place.organisation), associate: name(place.associate) }).map(({ key, title, short, full }) => ({ clause: key, title, short, full: [...full] })),
    })),
  }
}

function presentAsked(one: Asked, name: Names) {
  return {
    associate: one.associate as string, name: name(one.associate), position: one.position, because: one.because ?? null, askedAt: at(one.askedAt), answer: one.answer?.is ?? null, answeredAt: at(one.answer?.at), offeredMinutes: one.answer?.minutes ?? null, note: one.answer?.note ?? null, // ids go out as text
    silentAt: at(one.silentAt), closedAt: at(one.closedAt), chosenAt: at(one.chosen?.at), chosenMinutes: one.chosen?.minutes ?? null, handedBackAt: at(one.back?.at), done: one.back?.done ?? null, workedMinutes: one.back?.minutes ?? null, seesUntil: at(one.seesUntil), thankedAt: at(one.thanked?.at), thanks: one.thanked?.says ?? null,
  }
}

/** An associate is not told in which order or how others were asked. */
function presentCover(cover: Cover, asked: readonly Asked[], name: Names) {
  return {
    id: cover.id as string, organisation: cover.organisation as string, name: name(cover.organisation), state: stateOf(cover, asked), network: (cover.network ?? null) as string | null, capability: (cover.capability ?? null) as string | null, says: cover.says, skills: cover.skills ?? null, // ids go out as text
    startsOn: cover.startsOn, endsOn: cover.endsOn, whenSays: cover.whenSays ?? null, minutes: cover.minutes, rate: cover.rate ?? null, client: cover.client, whoSpeaks: cover.whoSpeaks, how: cover.how, answerBy: cover.answerBy.toISOString(), madeAt: cover.madeAt.toISOString(), takenAt: at(cover.takenAt),
    clientAgreedAt: at(cover.clientAsked?.agreedAt), clientErasedAt: at(cover.clientErasedAt), clientWord: cover.clientWord?.says ?? null, handedOverAt: at(cover.handedOverAt), handedBackAt: at(cover.handedBackAt), finishedAt: at(cover.finishedAt), withdrawnAt: at(cover.withdrawnAt),
    asked: asked.map((one) => presentAsked(one, name)),
  }
}

export function presentFull({ cover, asked, client, clientLink, pack, us, name }: FullCover) {
  return { ...presentCover(cover, asked, name), clientLink: clientLink ?? null, clientDetails: client ? presentClient(client, us === 'owner') : null, pack: pack ? presentPack(pack) : null }
}

/** What was said between the client and us is ours. */
function presentClient({ name, email, phone, contact, talk }: Client, ours: boolean) {
  return { name, email: email ?? null, phone: phone ?? null, contact: contact ?? null, talk: ours ? talk.map(({ by, says, at: when }) => ({ by, says, at: when })) : [] }
}

function presentPack({ contact, promises, dates, how, access, writtenAt }: Pack) {
  return { contact: contact ?? null, promises: promises ?? null, dates: dates ?? null, how: how ?? null, access: access ?? null, writtenAt: writtenAt.toISOString() }
}

export function presentOverview(seen: Overview) {
  const present = (one: OneCover) => presentCover(one.cover, one.asked, seen.name)
  return {
    bench: seen.bench.map((place) => presentPlace(place, seen.name, seen.us)), held: seen.held.map((place) => presentPlace(place, seen.name, seen.us)), ours: seen.ours.map(present), forOthers: seen.forOthers.map(present), past: seen.past.map(present), morePast: seen.morePast,
    giveAndTake: seen.withOthers.map(({ other, gave, took }) => ({ with: other as string, name: seen.name(other), gave, took })), // ids go out as text
  }
}

import { z } from '@hono/zod-openapi'
import { next } from '../kit/web/api.ts'
import type { Caution, Reason } from '../../engine/index.ts'
import { SIGHT_WORDS } from '../organisations/index.ts'
import type { Suggestion } from './fits/find-fits.ts'
import type { FriendlyPath } from './paths/friendly-paths.ts'
import { LENSES, MEETS, NOT_FOR_US, type Want } from './want.ts'

/** What programs are given and may send, as documented. What is absent or not shown is null. There is no score: a fit is a word. */
const named = z.object({ id: z.uuid(), name: z.string() })
const path = z.object({ introducer: named.nullable(), steps: z.array(z.object({ from: named, to: named, words: z.array(z.string()) })) }).openapi('FriendlyPath')
/** One of the engine's facts: what it is, what it is about, and the ids of the rows behind it. */
const fact = z.object({ is: z.string(), capability: z.string().nullable(), level: z.string().nullable(), km: z.number().nullable(), behind: z.array(z.string()) }).openapi('FitFact')
const suggestion = z.object({
  organisation: z.uuid(), name: z.string(), line: z.string().nullable(), people: z.number().int().nullable(), town: z.string().nullable(), district: z.string().nullable(),
  fit: z.enum(['Good', 'Possible', 'Long shot']), bothWays: z.boolean(), why: z.array(z.object({ is: z.string(), says: z.string(), behind: z.array(z.string()) })), care: z.string().nullable(), reasons: z.array(fact), cautions: z.array(fact), paths: z.array(path),
}).openapi('Suggestion')
const needShape = z.object({
  id: z.uuid(), lens: z.enum(LENSES), says: z.string(), capability: z.uuid().nullable(), from: z.iso.date().nullable(), until: z.iso.date().nullable(), sight: z.enum(SIGHT_WORDS), postedAt: z.iso.datetime(), endsOn: z.iso.date(),
}).openapi('Need')

export const fits = z.object({ found: z.number().int(), suggestions: z.array(suggestion), refused: z.enum(['no-such-brief', 'nothing-asked', 'not-a-question']).nullable(), next })
export const paths = z.object({ paths: z.array(path) })
export const needs = z.object({ needs: z.array(needShape), next })
export const others = z.object({ organisations: z.array(z.uuid()), next })
export const dismissed = z.object({ organisations: z.array(z.object({ organisation: z.uuid(), reason: z.enum(NOT_FOR_US), note: z.string().nullable(), until: z.iso.date().nullable() })), next })
export const meets = z.strictObject({ meets: z.enum(MEETS) }).openapi('OwnTrade')
export const needWords = z.strictObject({ lens: z.enum(LENSES), says: z.string(), capability: z.uuid().optional(), from: z.string().optional(), until: z.string().optional(), sight: z.enum(SIGHT_WORDS).optional() }).openapi('NeedWords')
export const notForUsWords = z.strictObject({ reason: z.enum(NOT_FOR_US), note: z.string().optional() }).openapi('NotForUs')

export const presentPath = ({ introducer, steps }: FriendlyPath) => ({
  introducer: introducer ? one(introducer) : null, steps: steps.map(({ from, to, words }) => ({ from: one(from), to: one(to), words: [...words] })),
})
const one = ({ id, name }: { id: string; name: string }) => ({ id, name })

export function presentSuggestion({ organisation, member, word, why, facts, paths: ways }: Suggestion) {
  return {
    organisation: organisation as string, name: member.name, line: member.line ?? null, people: member.peopleCount ?? null, town: member.town ?? null, district: member.district ?? null, // ids go out as text
    fit: word, bothWays: why.bothWays, why: why.reasons.map(({ is, says, behind }) => ({ is: is as string, says, behind: [...behind] })), care: why.care ?? null,
    reasons: facts.reasons.map(presentFact), cautions: facts.cautions.map(presentFact), paths: ways.map(presentPath),
  }
}

function presentFact(fact: Reason | Caution) {
  const ids = ['claim', 'proof', 'work', 'want'].flatMap((key) => { const id: unknown = Reflect.get(fact, key); return typeof id === 'string' ? [id] : [] })
  return {
    is: fact.is as string, capability: 'capability' in fact ? (fact.capability ?? null) : null, level: 'level' in fact ? (fact.level as string) : null, km: 'km' in fact ? (fact.km ?? null) : null,
    behind: [...ids, ...('works' in fact ? fact.works : [])],
  }
}

export function presentNeed(want: Want) {
  return {
    id: want.id as string, lens: want.lens, says: want.says, capability: (want.capability ?? null) as string | null, from: want.from ?? null, until: want.until ?? null, // ids go out as text
    sight: want.sight, postedAt: want.postedAt.toISOString(), endsOn: want.endsOn,
  }
}

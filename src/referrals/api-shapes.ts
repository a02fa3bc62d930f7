import { z } from '@hono/zod-openapi'
import { next } from '../kit/web/api.ts'
import { VALUE_BANDS } from '../answers/index.ts'
import type { Figures } from './figures.ts'
import { OUTCOMES, STATES, THANKS, thanksOf, type SeenReferral } from './referral.ts'
import type { Line } from './store.ts'
import type { Suggestion } from './suggest.ts'

/** What programs are given and may send, as documented. What is absent or not shown is null. */
export const referralShape = z.object({
  id: z.uuid(), from: z.object({ organisation: z.uuid(), name: z.string() }), to: z.object({ organisation: z.uuid(), name: z.string() }), begunBy: z.uuid(), passedFrom: z.uuid().nullable(),
  state: z.enum(STATES), since: z.iso.datetime().nullable(), madeAt: z.iso.datetime(), acceptedAt: z.iso.datetime().nullable(), laterUntil: z.iso.date().nullable(), erased: z.boolean(),
  yes: z.object({ at: z.iso.datetime(), how: z.enum(['own', 'word']), on: z.iso.date().nullable(), says: z.string().nullable() }).nullable(),
  shownAs: z.string().nullable(), needs: z.string().nullable(), says: z.string().nullable(),
  reach: z.object({ name: z.string(), reach: z.string() }).nullable().openapi({ description: 'Whoever passed them on, and a receiver who accepted and has them in hand' }),
  declinedSays: z.string().nullable(), lostSays: z.string().nullable(), thanks: z.string().nullable(), value: z.enum(VALUE_BANDS).nullable(),
}).openapi('Referral')
export const oneShape = referralShape.extend({ lines: z.array(z.object({ by: z.uuid(), words: z.string(), at: z.iso.datetime() })) }).openapi('ReferralInFull')
export const listShape = z.object({ referrals: z.array(referralShape), total: z.number().int(), next })
export const suggestionsShape = z.object({ suggestions: z.array(z.object({ organisation: z.uuid(), name: z.string(), partner: z.boolean(), reasons: z.array(z.string()), cautions: z.array(z.string()) })) })
export const figuresShape = z.object({
  months: z.array(z.object({ month: z.string(), passed: z.number().int(), received: z.number().int(), accepted: z.number().int(), known: z.number().int(), won: z.number().int(), thanked: z.number().int() })),
  partners: z.array(z.object({ organisation: z.uuid(), name: z.string(), passed: z.number().int(), passedWon: z.number().int(), received: z.number().int(), receivedWon: z.number().int(), howMet: z.string().nullable() })),
  chains: z.array(z.object({ begunBy: z.string(), from: z.string(), to: z.string(), count: z.number().int(), won: z.number().int() })),
})

const consent = { how: z.enum(['send', 'ask']).optional(), agreed: z.boolean().optional(), yesOn: z.string().optional(), yesSays: z.string().optional() }
export const passingWords = z.strictObject({ who: z.string(), needs: z.string(), reach: z.string(), to: z.string(), says: z.string().optional(), network: z.string().optional(), capability: z.string().optional(), ...consent }).openapi('PassSomeoneOn')
export const furtherWords = z.strictObject({ to: z.string(), says: z.string().optional(), ...consent }).openapi('PassFurther')
export const declineWords = z.strictObject({ note: z.string().optional() })
export const lineWords = z.strictObject({ words: z.string() })
export const laterWords = z.strictObject({ until: z.string() })
export const outcomeWords = z.strictObject({ word: z.enum(OUTCOMES), value: z.enum(VALUE_BANDS).optional(), because: z.string().optional() })
export const thanksWords = z.strictObject({ phrase: z.enum(THANKS), words: z.string().optional() })
export const quoteWords = z.strictObject({ claim: z.string(), public: z.boolean().optional() })
export const keepingWords = z.strictObject({ months: z.number().int() }).openapi('HowLongReferralsAreKept')

export function presentReferral(one: SeenReferral) {
  return {
    id: one.id as string, from: { organisation: one.givenBy as string, name: one.giver }, to: { organisation: one.givenTo as string, name: one.receiver }, begunBy: one.begunBy as string, passedFrom: (one.passedFrom ?? null) as string | null, // ids go out as text
    state: one.state.is, since: 'at' in one.state ? one.state.at.toISOString() : null, madeAt: one.madeAt.toISOString(), acceptedAt: one.acceptedAt?.toISOString() ?? null, laterUntil: one.laterUntil ?? null, erased: !!one.erasedAt,
    yes: one.yes ? { at: one.yes.at.toISOString(), how: one.yes.how, on: one.yes.on ?? null, says: one.yesSays ?? null } : null,
    shownAs: one.shownAs ?? null, needs: one.needs ?? null, says: one.says ?? null, reach: one.reach ? { name: one.reach.name, reach: one.reach.reach } : null,
    declinedSays: one.declinedSays ?? null, lostSays: one.lostSays ?? null, thanks: thanksOf(one) ?? null, value: one.value ?? null,
  }
}

export const presentOne = (one: SeenReferral, lines: readonly Line[]) => ({ ...presentReferral(one), lines: lines.map(({ by, words, at }) => ({ by: by as string, words, at: at.toISOString() })) }) // ids go out as text

export const presentSuggestions = (found: readonly Suggestion[]) => ({ suggestions: found.map((one) => ({ organisation: one.organisation as string, name: one.name, partner: one.known, reasons: [...one.reasons], cautions: [...one.cautions] })) }) // ids go out as text

export function presentFigures({ months, partners, chains }: Figures) {
  return {
    months: months.map(({ month, passed, received, settled, known, won, thanked }) => ({ month, passed, received, accepted: settled, known, won, thanked })),
    partners: partners.map(({ partner, name, passed, passedWon, received, receivedWon, howMet }) => ({ organisation: partner as string, name, passed, passedWon, received, receivedWon, howMet: howMet ?? null })), // ids go out as text
    chains: chains.map(({ began, from, to, count, won }) => ({ begunBy: began, from, to, count, won })),
  }
}

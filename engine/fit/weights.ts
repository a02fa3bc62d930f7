/**
 * Everything the ranking weighs, in one table. A list is ranked by the sum over its parts of
 * weight * log(1 + 100 * part / largest part): each part can be shown as a reason, and none can drown the rest.
 * Refit with `node engine/evaluate/refit.ts`, which climbs one weight at a time straight on the measure.
 */
export const WEIGHTS_VERSION = 2

/** What past works, ties and places say about an organisation. */
export const PARTS = [
  'similar', 'similarWords', 'similarTags', 'ownWords', 'ownTags', 'trusted', 'trustedSum', 'ties', 'around', 'between',
  'jointSimilar', 'jointLed', 'joint', 'company', 'sameCountry', 'sameTown', 'newcomer', 'experience',
] as const
export type PartName = (typeof PARTS)[number]
export type PartWeights = Readonly<Partial<Record<PartName, number>>>

/** Which list is being ranked: everybody, only those one has not worked with, or only small ones with little past work. */
export type ListName = 'all' | 'new' | 'small'

/** The first pass, which only finds the company the final pass looks around in. */
export const FIRST_PASS: PartWeights = { trusted: 1, similar: 0.3, between: 0.3, ownWords: 0.3, jointSimilar: 0.3 }

type Row = ListName | 'stranger' | 'topic'

/**
 * A viewer with no ties yet, and a brief that comes from no member in particular, are ranked for by the row of the
 * stranger; an audience or a cause by the row of the topic, where what is said counts for more than who is known. The last row was not
 * fitted, for want of data: it only puts the parts in the order the lens asks for.
 */
export const WEIGHTS: Readonly<Record<Row, PartWeights>> = {
  all: {
    trusted: 0.9, between: 0.77, ownWords: 0.6, ownTags: 0.5, ties: 0.5, company: 0.45, jointLed: 0.4, jointSimilar: 0.375, sameTown: 0.35,
    sameCountry: 0.242, similarWords: 0.22, around: 0.15, similar: -0.02, similarTags: -0.02, newcomer: -0.13, joint: -0.198,
  },
  new: {
    ties: 1.215, company: 1.1, ownWords: 0.8, trusted: 0.75, sameTown: 0.495, similar: 0.405, around: 0.33, sameCountry: 0.275, between: 0.247,
    similarTags: 0.2, similarWords: -0.07, ownTags: -0.165, newcomer: -0.5,
  },
  small: {
    company: 1.2, trusted: 0.45, between: 0.3, ownWords: 0.15, jointLed: 0.15, sameTown: 0.12, sameCountry: 0.06, ties: 0.05, similarTags: 0.04,
    ownTags: -0.02, around: -0.02, jointSimilar: -0.02, newcomer: -0.1, experience: -0.15, similar: -0.225,
  },
  stranger: { trustedSum: 1, similar: 0.742, similarWords: 0.44, similarTags: 0.36, between: 0.33, company: 0.2 },
  topic: { ownWords: 1, similar: 0.6, similarWords: 0.4, sameTown: 0.2, around: 0.1, ties: 0.1 },
}

/**
 * How much evidence can bring where capabilities are asked for by name: less than a bare claim, so that being well
 * connected never stands in for saying one can do it.
 */
export const EVIDENCE_BESIDE_ASKS = 0.3

/** The row of the table for this list, by whether the viewer has ties to look along. Small firms keep a row of their own. */
export const weightsFor = (table: typeof WEIGHTS, list: ListName, known: boolean): PartWeights =>
  known || list === 'small' ? table[list] : table.stranger

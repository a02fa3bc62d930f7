import type { Fit, Word } from '../../../engine/index.ts'
import { findBrief } from '../../briefs/index.ts'
import { listAnswers } from '../../answers/index.ts'
import type { Ctx, Tx } from '../../kit/ctx.ts'
import { isId, type Id } from '../../kit/ids.ts'
import { NotFound } from '../../kit/refusal.ts'
import { jobOf } from '../atlas/rows-of-job.ts'
import { isAnswer } from '../atlas/rows-of-organisation.ts'
import { withAtlas } from '../atlas/with-atlas.ts'
import { findPathsToEach, type FriendlyPath } from '../paths/friendly-paths.ts'
import { sayWhy, type Said } from '../sentences.ts'
import { readBehind } from '../shown/read-behind.ts'
import { readShown, type ShownMember } from '../shown/read-shown.ts'
import { getOwnWant, listWants, listWantsById } from '../want-store.ts'
import { readAsker, type Asker } from './asker.ts'
import type { FitQuestion, QuestionBrief } from './fit-question.ts'
import { think, type Thought } from './think.ts'

/** One who might complete us, with a word and never a number, and why, in whole sentences. */
export type Suggestion = {
  readonly organisation: Id<'organisation'>
  readonly member: ShownMember
  readonly word: Word
  readonly why: Said
  /** Who could introduce us, the best first. */
  readonly paths: readonly FriendlyPath[]
  /** The engine's own facts, with the ids of the rows behind them: for programs. */
  readonly facts: Pick<Fit, 'reasons' | 'cautions' | 'keptPlace'>
}

export type Fits = {
  readonly asker: Asker
  readonly us?: ShownMember
  /** How many fit at all, to two hundred. */
  readonly found: number
  /** All of them by id, best first. */
  readonly everyone: readonly Id<'organisation'>[]
  readonly suggestions: readonly Suggestion[]
  /** Why there is nobody, where there is more to say than that nobody fits. */
  readonly refused?: Thought['refused']
}

const PAGE = 20

/** Who completes us, best first, asked with the eyes of whoever acts. `offset` and `limit` cut the page of which reasons are read. */
export async function findFits(ctx: Ctx | Tx, network: Id<'network'>, question: FitQuestion, { offset = 0, limit = PAGE } = {}): Promise<Fits> {
  const { asker, brief } = await ctx.read(async (tx) => {
    const found = await readAsker(tx, network, question.near)
    return { asker: found, brief: await readHand(tx, found, question) }
  })
  const thought = await withAtlas(ctx, network, (atlas) => think(atlas, asker, question, brief))
  const fits = thought.fits.slice(offset, offset + limit)
  return { asker, found: thought.fits.length, everyone: thought.fits.map((one) => one.organisation as Id<'organisation'>), ...await explain(ctx, asker, question, thought, fits), ...(thought.refused ? { refused: thought.refused } : {}) }
}

/** The same for these members alone, whoever else fits: for what was saved, and to compare. */
export async function findFitsOf(ctx: Ctx | Tx, network: Id<'network'>, question: FitQuestion, organisations: readonly Id<'organisation'>[]): Promise<Fits> {
  const asker = await ctx.read((tx) => readAsker(tx, network, question.near))
  const thought = await withAtlas(ctx, network, (atlas) => think(atlas, { ...asker, notForUs: [] }, question))
  const fits = organisations.map((id) => thought.fits.find((one) => one.organisation === id) ?? notAmong(id))
  return { asker, found: fits.length, everyone: organisations, ...await explain(ctx, asker, question, thought, fits) }
}

/** One that does not come up for this question: still a member, and no more than a long shot. */
const notAmong = (organisation: string): Fit => ({ organisation, word: 'Long shot', score: 0, theyBring: 0, reasons: [], cautions: [], keptPlace: false, pieces: { coverage: 0, evidence: 0, parts: {} } })

/** A brief, a capability or a need of ours, as the engine reads a brief in hand. Each is read with the asker's own sight first. */
async function readHand(tx: Tx, asker: Asker, { brief, need, capability, want, lens }: FitQuestion): Promise<QuestionBrief | undefined> {
  const network = asker.network.id
  if (brief !== undefined) {
    const found = isId<'brief'>(brief) ? await findBrief(tx, network, brief) : undefined
    if (!found) throw new NotFound('There is no such brief, or it is not shown to you.')
    return {
      text: [found.title, found.says, want].filter(Boolean).join('. '), openToRivals: found.openToRivals,
      parts: found.parts.map((part) => ({ id: part.id, text: [part.says, part.wants].filter(Boolean).join(': '), must: part.need === 'must', ...(part.capability ? { capability: part.capability } : {}) })),
    }
  }
  if (need !== undefined) {
    const found = isId<'want'>(need) ? await getOwnWant(tx, network, need) : undefined
    if (!found) throw new NotFound('There is no such need.')
    return { text: found.says, ...(found.capability ? { parts: [{ id: found.id, text: found.says, capability: found.capability, must: true }] } : {}) }
  }
  if (capability !== undefined) return { text: want ?? '', parts: [{ id: capability, capability, must: true }] }
  return lens === 'cause' && !want?.trim() && asker.organisation ? ourCause(tx, network, asker.organisation) : undefined
}

/** What needs to be done, in our own words: question 1, and needs posted for a cause. Each is a wish apart. */
async function ourCause(tx: Tx, network: Id<'network'>, organisation: Id<'organisation'>): Promise<QuestionBrief | undefined> {
  const needs = (await listWants(tx, network, organisation)).filter((want) => want.lens === 'cause')
  const answer = (await listAnswers(tx, organisation)).find(({ question }) => question === 1)
  const text = [answer?.words, ...needs.map(({ says }) => says)].filter(Boolean).join('\n')
  const parts = needs.flatMap((want) => (want.capability ? [{ id: want.id, text: want.says, capability: want.capability }] : []))
  return text ? { text, parts, anyOf: true } : undefined
}

async function explain(ctx: Ctx | Tx, asker: Asker, question: FitQuestion, thought: Thought, fits: readonly Fit[]): Promise<Pick<Fits, 'suggestions' | 'us'>> {
  const { organisation, network } = asker
  const ids = fits.map((one) => one.organisation as Id<'organisation'>) // ids of the atlas's organisations
  const read = () => ctx.read(async (tx) => {
    const all = await readShown(tx, network.id, organisation ? [organisation, ...ids] : ids)
    const shown = [...all.values()].flatMap(({ claims }) => claims.flatMap(({ proofs }) => proofs.map((proof) => proof.behind)))
    const works = fits.flatMap(({ reasons }) => reasons.flatMap((reason) => ('works' in reason ? reason.works : 'work' in reason && reason.work ? [reason.work] : []))).filter((work) => !isAnswer(work)).map(jobOf)
    const named = [...thought.asks.values()].flatMap(({ from }) => (from?.is === 'want' ? [from.id] : []))
    const needs = [...named, ...[...thought.asks.keys()].filter((id) => isId(id)), ...fits.flatMap(({ reasons }) => reasons.flatMap((reason) => (reason.is === 'wants-what-you-bring' ? [reason.want] : [])))].filter((id) => !isAnswer(id))
    return { members: all, behind: await readBehind(tx, shown, works), wants: new Map((await listWantsById(tx, network.id, [...new Set(needs)])).map((want) => [want.id as string, want])) } // ids are text to a map
  })
  const ways = async () => (organisation ? findPathsToEach(ctx, network.id, { from: organisation, to: ids }) : new Map<string, readonly FriendlyPath[]>())
  // A transaction has one identity at a time, so inside one they go one after the other.
  const [{ members, wants, behind }, paths] = 'db' in ctx ? [await read(), await ways()] : await Promise.all([read(), ways()])
  const us = organisation ? members.get(organisation) : undefined
  const suggestions = fits.flatMap((one): Suggestion[] => {
    const member = members.get(one.organisation)
    if (!member) return [] // out of sight since the engine was asked
    const mine = paths.get(one.organisation) ?? []
    const why = sayWhy({
      lens: question.lens, us, them: member, fit: one, asks: thought.asks, titles: thought.titles, naming: thought.naming, wants, behind, path: mine[0], topic: thought.topic, rarity: thought.rarity, near: question.near, today: asker.today,
    })
    return [{ organisation: member.id, member, word: one.word, why, paths: mine, facts: { reasons: one.reasons, cautions: one.cautions, keptPlace: one.keptPlace } }]
  })
  return { suggestions, ...(us ? { us } : {}) }
}

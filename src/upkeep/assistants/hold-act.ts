import { z } from 'zod'
import { getBrief } from '../../briefs/index.ts'
import { askInput, askIntroduction } from '../../introductions/index.ts'
import { asHouse, type Ctx, type Tx } from '../../kit/ctx.ts'
import { choice, parse } from '../../kit/fields.ts'
import type { Id } from '../../kit/ids.ts'
import { defineChore } from '../../kit/jobs/define.ts'
import { Refusal } from '../../kit/refusal.ts'
import { getNetwork } from '../../networks/index.ts'
import { ActForItFirst, getOrganisation } from '../../organisations/index.ts'
import { mustBeSignedIn, mustBeSomeone } from '../../people/index.ts'
import { startTeam, teamInput } from '../../teams/index.ts'
import { HELD_KINDS, MOST_HELD, type HeldAct, type HeldKind } from './held-act.ts'
import { answerHeld, forgetHeld, getHeld, listHeld, noteMade, saveHeld, takeBackAnswer } from './store.ts'

class EnoughHeld extends Refusal {
  readonly kind = 'conflict'
  constructor() { super(`${MOST_HELD} things wait for your yes already.`, 'Look through them first, under Account, Prepared for you.') }
}
class NoLongerHeld extends Refusal {
  readonly kind = 'gone'
  constructor() { super('This was answered already, or has waited too long.', 'Ask your assistant to prepare it again.') }
}

/** What each kind is, in words for its person, and how it is done once they said yes. */
type Kind = {
  readonly words: z.ZodType<Readonly<Record<string, unknown>>>
  readonly says: string
  describe(tx: Tx, words: Readonly<Record<string, unknown>>): Promise<readonly Line[]>
  readonly run: (ctx: Ctx, words: unknown) => Promise<string>
}
export type Line = { readonly label: string; readonly says: string }

const nameOf = async (tx: Tx, id: unknown) => (await getOrganisation(tx, id as Id<'organisation'>)).name // read by its schema before it was held
const text = (value: unknown) => (typeof value === 'string' ? value : '')

export const KINDS: Readonly<Record<HeldKind, Kind>> = {
  introduction: {
    words: askInput, says: 'Ask for an introduction', run: askIntroduction,
    describe: async (tx, words) => [
      { label: 'Whom you would meet', says: await nameOf(tx, words['to']) }, { label: 'Who would introduce you', says: await nameOf(tx, words['through']) },
      { label: 'Your note to them', says: text(words['toIntroducer']) }, { label: 'What the other side reads', says: text(words['toOther']) },
    ],
  },
  team: {
    words: teamInput, says: 'Start a team', run: startTeam,
    describe: async (tx, words) => {
      const brief = await getBrief(tx, words['network'] as Id<'network'>, words['brief'] as Id<'brief'>) // read by its schema before it was held
      return [{ label: 'For the brief', says: brief.title }, { label: 'The team’s name', says: text(words['title']) || brief.title }, { label: 'Who leads it', says: tx.actor.organisation ? await nameOf(tx, tx.actor.organisation) : '' }]
    },
  },
}

const input = z.strictObject({ kind: choice('what it is', HELD_KINDS), words: z.record(z.string(), z.unknown(), 'The words are missing.') })

/** Keeps what an assistant prepared, words and all, until its person says yes. Nothing is sent and nobody else learns of it. */
export function holdAct(ctx: Ctx, given: unknown): Promise<HeldAct> {
  return ctx.transaction(async (tx) => {
    const person = mustBeSomeone(tx.actor)
    if (!tx.actor.organisation) throw new ActForItFirst()
    const { kind, words } = parse(input, given)
    const read = parse(KINDS[kind].words, words)
    if (kind === 'introduction') await getNetwork(tx, text(read['network']))
    await KINDS[kind].describe(tx, read)
    if ((await listHeld(tx, person, { most: MOST_HELD, open: true })).length >= MOST_HELD) throw new EnoughHeld()
    return saveHeld(tx, person, tx.actor.organisation, kind, read)
  })
}

export type HeldInWords = { readonly act: HeldAct; readonly says: string; readonly lines: readonly Line[] }

export function readHeld(ctx: Ctx, id: Id<'held act'>): Promise<HeldInWords> {
  return ctx.read(async (tx) => {
    const act = await getHeld(tx, mustBeSomeone(tx.actor), id)
    return { act, says: KINDS[act.kind].says, lines: await KINDS[act.kind].describe(inItsName(tx, act), act.words) }
  })
}

export function listHeldActs(ctx: Ctx, wanted: { most: number; past?: number } = { most: 50 }): Promise<readonly HeldAct[]> {
  return ctx.read((tx) => listHeld(tx, mustBeSomeone(tx.actor), wanted))
}

/** Yes or no, by the person themselves, signed in: no program says it for them. What is held is then done as if they had typed it. */
export async function answerHeldAct(ctx: Ctx, id: Id<'held act'>, yes: boolean): Promise<HeldInWords> {
  const { person } = mustBeSignedIn(ctx.actor)
  const held = await readHeld(ctx, id)
  if (held.act.state.is !== 'waits') throw new NoLongerHeld()
  if (!yes) {
    if (!await ctx.transaction((tx) => answerHeld(tx, person, id, 'no'))) throw new NoLongerHeld()
    return held
  }
  if (!await ctx.transaction((tx) => answerHeld(tx, person, id, 'yes'))) throw new NoLongerHeld()
  const made = await KINDS[held.act.kind].run(ctx.as({ ...ctx.actor, organisation: held.act.organisation }), held.act.words).catch(async (error: unknown) => {
    await ctx.transaction((tx) => takeBackAnswer(tx, person, id)) // it waits on, with what is in the way said
    throw error
  })
  await ctx.transaction((tx) => noteMade(tx, person, id, made))
  return { ...held, act: { ...held.act, state: { is: 'done', at: ctx.now, made } } }
}

const inItsName = (tx: Tx, act: HeldAct): Tx => ({ ...tx, actor: { ...tx.actor, organisation: act.organisation } })

const KEPT_MS = 30 * 86_400_000
defineChore({ name: 'upkeep.forget-held', cron: '50 3 * * *', run: (ctx) => asHouse(ctx).transaction((tx) => forgetHeld(tx, new Date(tx.now.getTime() - KEPT_MS))) })

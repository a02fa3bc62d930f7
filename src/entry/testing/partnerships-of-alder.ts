import { giveRecommendation } from '../../answers/index.ts'
import { answerAsk, listOpenAsksTo } from '../../asks/index.ts'
import type { Ctx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { addLine, endPartnership, notePartnership } from '../../partnerships/index.ts'
import type { Canary } from './canaries.ts'
import type { Before, World } from './world.ts'

/** Ids that stand in addresses, and the secret ends of links. */
export type AlderPartnerships = Readonly<Record<'bond' | 'noted' | 'listed' | 'ended' | 'moment' | 'note' | 'claimLink', string>>

/**
 * Alder and Pine are partners, and Pine recommends Alder. Alder has noted one with Maple, who has not answered, and with somebody who is
 * not here. With Quince it has ended.
 */
export async function partnershipsOfAlder({ ctx, organisations }: Before): Promise<AlderPartnerships> {
  const ann = ctx('ann')
  const { partnership: bond } = await notePartnership(ann, { with: organisations.pine, stage: 'work_together', through: 'place', what: 'Canarymetwhat', metBy: organisations.maple, aim: 'Canaryaim', nextSays: 'Canarynextstep', shows: 'network' })
  await sayYes(ctx('pat'))
  const moment = await addLine(ann, bond, { says: 'Canarysharedline', for: 'both' })
  const note = await addLine(ann, bond, { says: 'Canaryownnote', for: 'us' })
  await addLine(ctx('pat'), bond, { says: 'Canarypinenote', for: 'us' })
  await giveRecommendation(ctx('pat'), organisations.pine, organisations.alder, { basis: 'referred', words: 'Canaryrecommended' })
  const { partnership: noted } = await notePartnership(ann, { with: organisations.maple, stage: 'met', what: 'Canaryjottedwhat' })
  const { partnership: listed, claimLink } = await notePartnership(ann, { newName: 'Canarylistedname', newKind: 'charity', stage: 'met', what: 'Canarylistedwhat' })
  const { partnership: ended } = await notePartnership(ann, { with: organisations.quince, stage: 'met', what: 'Canaryendedwhat' })
  await sayYes(ctx('quin'))
  await endPartnership(ann, ended, { because: 'Canaryendedbecause', words: 'Canaryendedwords' })
  return { bond, noted, listed, ended, moment: moment.id, note: note.id, claimLink: claimLink?.split('/').at(-1) ?? '' }
}

async function sayYes(ctx: Ctx): Promise<void> {
  const asked = await ctx.read((tx) => listOpenAsksTo(tx))
  const ask = asked.find((one) => one.kind === 'partnerships.partner')
  await answerAsk(ctx, ask?.id ?? ('' as Id<'ask'>), 'members') // asked just above
}

/** A word that stands in one private field and nowhere else, and the only people who may ever be shown it. */
export function partnershipsCanaries({ partnerships }: World): readonly Canary[] {
  const each = (words: readonly string[], ...may: Canary['may'][number][]): Canary[] => words.map((word) => ({ word, may }))
  return [
    ...each(['Canarysharedline', 'Canarynextstep'], 'ann', 'amy', 'pat'), ...each(['Canarymetwhat', 'Canaryaim', 'Canaryrecommended'], 'ann', 'amy', 'pat', 'hugh'), // they went by mail
    ...each(['Canaryownnote', 'Canarylistedname', 'Canarylistedwhat', 'Canaryendedbecause'], 'ann', 'amy'), ...each(['Canarypinenote'], 'pat'),
    ...each(['Canaryjottedwhat'], 'ann', 'amy', 'mel', 'hugh'), ...each(['Canaryendedwhat'], 'ann', 'amy', 'quin', 'hugh'), ...each(['Canaryendedwords'], 'ann', 'amy', 'quin'),
    ...each([partnerships.claimLink], 'ann'),
  ]
}

/** Statements that change what Xena, Una and nobody were not told of. */
export function partnershipsSecrets({ partnerships: { bond, noted } }: World): readonly ((word: string) => readonly [string, readonly unknown[]])[] {
  return [
    (word) => ['update partnership set aim = $1, next_says = $1, met_what = $1 where id in ($2, $3)', [word, bond, noted]],
    (word) => ['update partnership_moment set says = $1 where partnership_id = $2', [word, bond]],
    (word) => ['update partnership_note set says = $1 where partnership_id = $2', [word, bond]],
    () => ['update partnership_side set shows = $1, said_stage = $2 where partnership_id = $3', ['partners', 'agreement', bond]],
    () => ['update partnership set stage = $1, resting_since = now() where id = $2', ['agreement', bond]],
    () => ['delete from partnership where id = $1', [noted]],
  ]
}

import { postWant, saveMatch, sayNotForUs, sayOwnTrade } from '../../matches/index.ts'
import type { Canary } from './canaries.ts'
import type { Before, World } from './world.ts'

/** Ids that stand in addresses, and the secret ends of links. */
export type AlderMatches = Readonly<Record<'need' | 'hidden', string>>

/** What Alder has in this room: one of everything, a canary in each private field. */
export async function matchesOfAlder({ ctx, guild, organisations, ids }: Before): Promise<AlderMatches> {
  const ann = ctx('ann')
  const need = await postWant(ann, guild.id, { lens: 'gap', says: 'Canaryneedshown', capability: ids.capability, sight: 'network' })
  const hidden = await postWant(ann, guild.id, { lens: 'cause', says: 'Canaryneedhidden', sight: 'only_us' })
  await sayNotForUs(ann, guild.id, organisations.maple, { reason: 'other', note: 'Canarynotforus' })
  await saveMatch(ann, guild.id, organisations.maple)
  await sayOwnTrade(ann, organisations.alder, { meets: 'cover' })
  return { need, hidden }
}

/** A word that stands in one private field and nowhere else, and the only people who may ever be shown it. */
export function matchesCanaries(_world: World): readonly Canary[] {
  return [
    { word: 'Canaryneedshown', may: ['ann', 'amy', 'mel', 'hal', 'olga'] },
    { word: 'Canaryneedhidden', may: ['ann', 'amy'] },
    { word: 'Canarynotforus', may: ['ann', 'amy'] },
  ]
}

/** Statements that change what Xena, Una and nobody were not told of. */
export function matchesSecrets(world: World): readonly ((word: string) => readonly [string, readonly unknown[]])[] {
  return [
    (word) => ['update want set says = $2 where id = $1', [world.matches.need, word]],
    () => ["update trade_preference set meets = 'never' where organisation_id = $1", [world.organisations.alder]],
    (word) => ['update not_for_us set note = $2 where organisation_id = $1', [world.organisations.alder, word]],
    () => ['delete from match_saved where organisation_id = $1', [world.organisations.alder]],
  ]
}

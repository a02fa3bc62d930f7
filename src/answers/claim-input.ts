import { z } from 'zod'
import type { Tx } from '../kit/ctx.ts'
import { choice, id as idField, optionalDay, optionalText } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { Invalid } from '../kit/refusal.ts'
import { getCapability, listCapabilities, listNetworksOf } from '../networks/index.ts'
import { SIGHT_WORDS } from '../organisations/index.ts'
import { STRENGTHS } from './claim.ts'
import type { ClaimWords } from './claim-store.ts'

const noneIsEmpty = (value: unknown) => (value === '' ? undefined : value)

/** What is asked of a claim; forms, the API and imports share it. A capability by its id, or by what one calls it. */
export const claimInput = z.strictObject({
  network: z.preprocess(noneIsEmpty, idField<'network'>('That network').optional()),
  capability: z.preprocess(noneIsEmpty, idField<'capability'>('That capability').optional()),
  words: optionalText('What you can do', 120),
  strength: choice('how strong the claim is', STRENGTHS),
  says: optionalText('What you say about it', 300),
  capacitySays: optionalText('How much you can take on', 160),
  capacityFrom: optionalDay('From when'),
  capacityUntil: optionalDay('Until when'),
  sight: z.enum(SIGHT_WORDS, 'Choose who sees this claim.').default('network'),
})
export type ClaimInput = z.output<typeof claimInput>

/**
 * Finds the capability that is meant: by id, or by a name or synonym of the network's vocabulary. Words it does not know stay free
 * words, which an organiser may adopt.
 */
export async function claimWords(tx: Tx, organisation: Id<'organisation'>, input: ClaimInput): Promise<ClaimWords> {
  const { network, words, strength, says, sight, capacitySays, capacityFrom, capacityUntil } = input
  if (capacityFrom && capacityUntil && capacityUntil < capacityFrom) throw new Invalid([{ field: 'capacityUntil', sentence: 'This day comes before the one it starts on.' }])
  const rest = { strength, says, sight, capacity: { says: capacitySays, from: capacityFrom, until: capacityUntil } }
  if (network && !(await listNetworksOf(tx, organisation)).some((one) => one.id === network)) throw new Invalid([{ field: 'network', sentence: 'You are not a member of that network. Choose one of yours.' }])
  if (input.capability) {
    if (!network) throw new Invalid([{ field: 'network', sentence: 'Say which network this capability belongs to.' }])
    const known = await getCapability(tx, network, input.capability)
    if (known.retiredAt) throw new Invalid([{ field: 'words', sentence: 'That capability is no longer in use. Choose another.' }])
    return { ...rest, network, capability: known.id, title: known.title }
  }
  if (!words) throw new Invalid([{ field: 'words', sentence: 'Say what you can do.' }])
  const called = words.toLowerCase()
  const known = network ? (await listCapabilities(tx, network)).find((one) => one.title.toLowerCase() === called || one.synonyms.some((synonym) => synonym.toLowerCase() === called)) : undefined
  return { ...rest, network, capability: known?.id, title: known?.title ?? words }
}

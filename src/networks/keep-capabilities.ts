import { z } from 'zod'
import type { Ctx } from '../kit/ctx.ts'
import { id as idField, optionalText, parse, text } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { Invalid } from '../kit/refusal.ts'
import { MOST_CAPABILITIES, MOST_SYNONYMS, synonymsOf, wouldGoRound } from './capability.ts'
import { getCapability, holdVocabulary, listCapabilities, markRetired, saveCapability, saveNewCapabilities, type CapabilityWords } from './capability-store.ts'
import { HasNarrower, VocabularyFull, WouldGoRound } from './errors.ts'
import { getNetworkTo } from './tend.ts'
import { mayKeepVocabulary } from './who-may.ts'

const noneIsEmpty = (value: unknown) => (value === '' ? undefined : value)

const capabilityInput = z.strictObject({
  title: text('The name', 120),
  parent: z.preprocess(noneIsEmpty, idField<'capability'>('That place in the tree').optional()),
  code: optionalText('The code', 40),
  codeScheme: optionalText('The scheme of the code', 60),
  synonyms: z.preprocess((value) => (Array.isArray(value) ? value.join('\n') : value), optionalText('Other words', 2000)),
})

/** Adds a capability to the network's vocabulary. */
export function addCapability(ctx: Ctx, slug: string, input: unknown): Promise<Id<'capability'>> {
  return ctx.transaction(async (tx) => {
    const { id: network } = await getNetworkTo(tx, slug, mayKeepVocabulary)
    const words = wordsOf(parse(capabilityInput, input))
    await holdVocabulary(tx, network)
    if ((await listCapabilities(tx, network)).length >= MOST_CAPABILITIES) throw new VocabularyFull()
    if (words.parent) await mustBeInUse(tx, network, words.parent)
    const [id] = await saveNewCapabilities(tx, network, [words])
    if (!id) throw new Error('One capability was saved, yet none came back.')
    await tx.emit('capability.changed', { network })
    return id
  })
}

/** Renames it, moves it in the tree, or changes its code and synonyms. Claims that use it follow, since they keep its id. */
export function changeCapability(ctx: Ctx, slug: string, id: Id<'capability'>, input: unknown): Promise<void> {
  return ctx.transaction(async (tx) => {
    const { id: network } = await getNetworkTo(tx, slug, mayKeepVocabulary)
    const words = wordsOf(parse(capabilityInput, input))
    await getCapability(tx, network, id)
    await holdVocabulary(tx, network)
    if (words.parent) await mustBeInUse(tx, network, words.parent)
    if (wouldGoRound(await listCapabilities(tx, network), id, words.parent)) throw new WouldGoRound()
    await saveCapability(tx, network, id, words)
    await tx.emit('capability.changed', { network })
  })
}

/** Takes it out of use, or back into use. What was said with it stays said. */
export function retireCapability(ctx: Ctx, slug: string, id: Id<'capability'>, back = false): Promise<void> {
  return ctx.transaction(async (tx) => {
    const { id: network } = await getNetworkTo(tx, slug, mayKeepVocabulary)
    const capability = await getCapability(tx, network, id)
    await holdVocabulary(tx, network)
    if (!back && (await listCapabilities(tx, network)).some((one) => one.parent === id)) throw new HasNarrower()
    if (back && capability.parent) await mustBeInUse(tx, network, capability.parent)
    await markRetired(tx, network, id, back ? null : tx.now)
    await tx.emit('capability.changed', { network })
  })
}

async function mustBeInUse(tx: Parameters<typeof getCapability>[0], network: Id<'network'>, id: Id<'capability'>): Promise<void> {
  if ((await getCapability(tx, network, id)).retiredAt) throw new Invalid([{ field: 'parent', sentence: 'That capability is no longer in use. Choose another place.' }])
}

function wordsOf(input: z.output<typeof capabilityInput>): CapabilityWords {
  const synonyms = synonymsOf(input.synonyms ?? '')
  if (synonyms.length > MOST_SYNONYMS) throw new Invalid([{ field: 'synonyms', sentence: `${MOST_SYNONYMS} other words are the most.` }])
  return { title: input.title, parent: input.parent, code: input.code, codeScheme: input.codeScheme, synonyms }
}

import { asHouse, type Ctx } from '../kit/ctx.ts'
import { parse, text, id as idField } from '../kit/fields.ts'
import { z } from 'zod'
import { addCapability, getCapability, getNetwork, listCapabilities } from '../networks/index.ts'
import { NotAllowed } from '../kit/refusal.ts'
import { adoptFreeWords } from './claim-store.ts'

const input = z.strictObject({ words: text('The words', 120), capability: z.preprocess((value) => value || undefined, idField<'capability'>('That capability').optional()) })

/** An organiser makes members' own words a capability of the network, or says which one they mean. Their claims follow. */
export function adoptWords(ctx: Ctx, slug: string, given: unknown): Promise<number> {
  return ctx.transaction(async (tx) => {
    const network = await getNetwork(tx, slug)
    if (!network.organises) throw new NotAllowed('Organisers tend the words of a network.', 'Ask one of them; they are named on its page.')
    const { words, capability } = parse(input, given)
    const known = (await listCapabilities(tx, network.id)).find((one) => one.title.toLowerCase() === words.toLowerCase())
    const id = capability ?? known?.id ?? (await addCapability(tx, slug, { title: words }))
    const { title } = await getCapability(tx, network.id, id)
    return asHouse(tx).transaction((house) => adoptFreeWords(house, network.id, words, { id, title }))
  })
}

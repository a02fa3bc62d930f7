import { z } from 'zod'
import { audit } from '../kit/audit.ts'
import type { Ctx } from '../kit/ctx.ts'
import { parse } from '../kit/fields.ts'
import { saveNetworkWords } from './network-store.ts'
import { networkWords } from './start-network.ts'
import { getNetworkTo } from './tend.ts'
import { mayTend } from './who-may.ts'

const networkInput = z.strictObject(networkWords)

/** Changes what a network says of itself, its house rules and who may find it. Its address stays, since it is on posters. */
export function changeNetwork(ctx: Ctx, slug: string, input: unknown): Promise<void> {
  return ctx.transaction(async (tx) => {
    const { id, listed } = await getNetworkTo(tx, slug, mayTend)
    const words = parse(networkInput, input)
    await saveNetworkWords(tx, id, words)
    if (words.listed !== listed) await audit(tx, { chain: `network:${id}`, act: 'network.listed', subject: id, detail: { listed: words.listed } })
    await tx.emit('network.changed', { network: id })
  })
}

import { z } from 'zod'
import { audit } from '../kit/audit.ts'
import type { Ctx } from '../kit/ctx.ts'
import { choice, optionalText, parse, text, tick } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { SignInFirst } from '../kit/refusal.ts'
import { byTheHouse } from '../organisations/index.ts'
import { becomeMember } from './become-member.ts'
import { saveNewNetwork, saveOrganiser } from './network-store.ts'

export const networkWords = {
  name: text('The name', 100),
  purpose: text('What it is for', 500),
  kind: text('What kind of network it is', 80),
  houseRules: optionalText('The house rules', 4000),
  listed: choice('who may find it', ['anyone', 'members']),
}

const newNetworkInput = z.strictObject({ ...networkWords, listed: networkWords.listed.default('anyone'), joinToo: tick.default(false) })

/** Starts a network. Whoever starts it is its first organiser; their organisation may be its first member. */
export function startNetwork(ctx: Ctx, input: unknown): Promise<{ id: Id<'network'>; slug: string }> {
  const { joinToo, ...words } = parse(newNetworkInput, input)
  // By the house: nobody may see a members-only network before it has its first organiser.
  return byTheHouse(ctx).transaction(async (tx) => {
    const { person, organisation } = tx.actor
    if (!person) throw new SignInFirst()
    const { id, slug } = await saveNewNetwork(tx, words)
    await saveOrganiser(tx, id, person)
    await audit(tx, { chain: `network:${id}`, act: 'network.opened', subject: id })
    await tx.emit('network.opened', { network: id })
    if (joinToo && organisation) await becomeMember(tx, { network: id, organisation })
    return { id, slug }
  })
}

import { z } from 'zod'
import { asHouse, type Ctx } from '../kit/ctx.ts'
import { email, parse, text } from '../kit/fields.ts'
import { shareJoinLink, startNetwork } from '../networks/index.ts'
import { inNameOf } from '../organisations/index.ts'
import { signUpAsHost, startSession, type Started } from '../people/index.ts'

export const startMineInput = z.strictObject({
  name: text('Your name', 100),
  email,
  password: z.string('Choose a password.'),
  network: text('The name of your network', 100),
  purpose: text('What it is for', 500),
})

/** First run, "start mine": the host's account, the first network with a link to join it, and signed in, all at once or not at all. */
export function startMine(ctx: Ctx, input: unknown, device: string): Promise<{ started: Started; slug: string }> {
  const { network, purpose, ...you } = parse(startMineInput, input)
  return asHouse(ctx).transaction(async (tx) => {
    const person = await signUpAsHost(tx, you)
    const asThem = inNameOf(tx, { person })
    const { slug } = await startNetwork(asThem, { name: network, purpose, kind: 'Network', listed: 'anyone' })
    await shareJoinLink(asThem, slug, { says: 'Your first link' })
    return { started: await startSession(tx, { person, how: 'password', device }), slug }
  }, { serializable: true, keepResult: false })
}

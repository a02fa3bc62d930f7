import { asHouse, type Ctx } from '../../kit/ctx.ts'
import { newId, type Id } from '../../kit/ids.ts'
import { Refusal } from '../../kit/refusal.ts'
import { inNameOf } from '../../organisations/index.ts'
import { findAccountByEmail } from '../../people/index.ts'
import { getNetwork } from '../../networks/index.ts'
import { countsOf, inWords, takeBackIn, type Counts } from './bring-back.ts'
import { cameInto, livesHere, saveBrought } from './brought-store.ts'
import { NothingToTakeIn } from './errors.ts'
import { bringNetwork } from './network-back.ts'
import { planOrganisation, type Section } from './parts.ts'
import { readExport } from './read-export.ts'

class NobodyThere extends Refusal {
  readonly kind = 'not-found'
  constructor() { super('Nobody with that address has an account here.', 'Name the person it is for by e-mail address: --person priya@example.org') }
}

export type BackAtTerminal = { readonly name: string; readonly bytes: Buffer; readonly person: string; readonly network?: string; readonly anew?: boolean; readonly dry?: boolean }
class Dry extends Error {
  readonly sections: readonly Section[]
  constructor(sections: readonly Section[]) { super('Rolled back on purpose.'); this.sections = sections }
}

/** The same for whoever hosts this: in the name of a person who has an account, into what is theirs or anew. */
export async function bringBackAtTerminal(ctx: Ctx, { name, bytes, person: email, network: slug, anew, dry }: BackAtTerminal, tell: (says: string) => void): Promise<{ said: string; counts: Counts; sections: readonly Section[] }> {
  tell('Reading')
  const brought = await readExport(bytes)
  try {
    return await asHouse(ctx).transaction(async (tx) => {
      const account = await findAccountByEmail(tx, email.trim().toLowerCase())
      if (!account) throw new NobodyThere()
      const as = inNameOf(tx, { person: account.person })
      const [lives, before] = [await livesHere(as, brought.of.id, brought.kind), await cameInto(as, brought.of.id)]
      const same = lives && !lives.closed ? brought.of.id : undefined
      const organisation = brought.kind === 'organisation' && !anew ? (same as Id<'organisation'> | undefined) ?? before.organisation : undefined // an id of that kind
      const network = brought.kind === 'network' && !anew ? (slug ? (await getNetwork(as, slug)).id : (same as Id<'network'> | undefined) ?? before.network) : undefined // and of this one
      const id = newId<'brought'>()
      const acting = organisation ? inNameOf(tx, { person: account.person, organisation }) : as
      tell(dry ? 'Looking' : 'Taking in')
      if (dry) throw new Dry(brought.kind === 'organisation' ? await planOrganisation(acting, brought, { organisation, writeTo: () => organisation ?? ('' as Id<'organisation'>) }) : (await bringNetwork(acting, brought, network, async () => undefined)).sections) // nothing is written to it
      const sections = brought.kind === 'organisation' ? await planOrganisation(acting, brought, { organisation, writeTo: () => organisation ?? ('' as Id<'organisation'>) }) : []
      await saveBrought(acting, { id, kind: brought.kind, from: brought.of.id, title: brought.of.name, fileName: name, sha256: brought.sha256, bytes, organisation, network })
      return { said: await takeBackIn(acting, id, bytes, async () => undefined), counts: countsOf(sections), sections }
    })
  } catch (error) {
    if (error instanceof Dry) return { said: inWords(countsOf(error.sections)), counts: countsOf(error.sections), sections: error.sections }
    if (error instanceof NothingToTakeIn) return { said: 'Everything in it is here already, or stays out.', counts: { new: 0, changed: 0, same: 0, left: 0 }, sections: [] }
    throw error
  }
}

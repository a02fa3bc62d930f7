import { asHouse, type Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { sendMail } from '../kit/mail/send.ts'
import { showLink } from '../kit/one-time-link.ts'
import { listOwners } from '../organisations/index.ts'
import { findAccount } from '../people/index.ts'
import { routes } from '../routes.ts'
import { getKind } from './kinds.ts'
import type { StoredAsk } from './store.ts'

/** The letter that carries an ask, or reminds of it once. */
export async function tellThem(tx: Tx, ask: StoredAsk, which: 'first' | 'reminder'): Promise<void> {
  const kind = getKind(ask.kind)
  const readers = await readersOf(tx, ask, await kind.reach?.(tx, ask))
  if (readers.length === 0) return // it stands under "Your turn" on their Home
  const described = await kind.describe(tx, ask)
  const until = ask.answerBy.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'Europe/London' })
  for (const { email, name, person } of readers) await sendMail(tx, {
    to: email, person,
    subject: which === 'first' ? described.title : `Still waiting for your word: ${described.title}`,
    lines: [...(name ? [`Hello ${name},`] : []), ...described.lines],
    link: { says: 'See it and answer', url: linkTo(tx, ask) },
    after: [`No account is needed. The link works once, until ${until}. ${which === 'reminder' ? 'We will not remind you again.' : 'If we hear nothing we will remind you once.'}`],
  })
}

type Reader = { readonly email: string; readonly name?: string; readonly person?: Id<'person'> }

/** Who gets the letter: the address that was asked or that the kind knows, or the owners of an organisation here. Whoever asks never learns their addresses. */
async function readersOf(tx: Tx, { to }: StoredAsk, reached: { email?: string; name?: string } = to): Promise<readonly Reader[]> {
  const { email, name } = reached, { person, organisation } = to
  if (email) return [{ email, name, person }]
  const house = asHouse(tx)
  return house.read(async (within) => {
    const people = person ? [person] : organisation ? await listOwners(within, organisation) : []
    const accounts = await Promise.all(people.map((one) => findAccount(within, one)))
    return accounts.flatMap((account, at): Reader[] => (account ? [{ email: account.email, name: account.name, person: people[at] }] : []))
  })
}

/** The address that answers this ask, for mails and for copying. Only for whoever asked or is asked. */
export function linkTo(tx: Pick<Tx, 'keys' | 'url'>, ask: Pick<StoredAsk, 'linkId'>): string {
  return tx.url(routes.answerByLink(showLink(tx, ask.linkId)))
}

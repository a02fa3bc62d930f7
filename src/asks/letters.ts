import type { Tx } from '../kit/ctx.ts'
import { sendMail } from '../kit/mail/send.ts'
import { showLink } from '../kit/one-time-link.ts'
import { routes } from '../routes.ts'
import { getKind } from './kinds.ts'
import type { StoredAsk } from './store.ts'

/** The letter that carries an ask, or reminds of it once. */
export async function tellThem(tx: Tx, ask: StoredAsk, which: 'first' | 'reminder'): Promise<void> {
  const kind = getKind(ask.kind)
  const to = (await kind.reach?.(tx, ask)) ?? ask.to
  if (!to.email) return // asked of someone here: it stands under "Your turn" on their Home
  const described = await kind.describe(tx, ask)
  const until = ask.answerBy.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'Europe/London' })
  await sendMail(tx, {
    to: to.email, person: ask.to.person,
    subject: which === 'first' ? described.title : `Still waiting for your word: ${described.title}`,
    lines: [...(to.name ? [`Hello ${to.name},`] : []), ...described.lines],
    link: { says: 'See it and answer', url: linkTo(tx, ask) },
    after: [`No account is needed. The link works once, until ${until}. ${which === 'reminder' ? 'We will not remind you again.' : 'If we hear nothing we will remind you once.'}`],
  })
}

/** The address that answers this ask, for mails and for copying. Only for whoever asked or is asked. */
export function linkTo(tx: Pick<Tx, 'keys' | 'url'>, ask: Pick<StoredAsk, 'linkId'>): string {
  return tx.url(routes.answerByLink(showLink(tx, ask.linkId)))
}

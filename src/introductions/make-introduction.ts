import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { sendMail } from '../kit/mail/send.ts'
import { giveSight } from '../networks/index.ts'
import { findOrganisation, inNameOf, listOwners } from '../organisations/index.ts'
import { recordTogether } from '../partnerships/index.ts'
import { tell } from '../notices/index.ts'
import { findAccount } from '../people/index.ts'
import { routes } from '../routes.ts'
import { listContacts, type Contact } from './contact.ts'
import type { Introduction } from './introduction.ts'
import { readNames, type Names } from './names.ts'
import { MADE } from './notices.ts'
import { markIntroduction } from './store.ts'

const DAYS_SHOWN = 364

/**
 * Both have said yes: each is shown how to reach the other, their partnership comes into being, and all three are told. One transaction
 * with the last yes. As the house.
 */
export async function makeIntroduction(tx: Tx, introduction: Introduction): Promise<void> {
  await markIntroduction(tx, introduction, { made_at: tx.now })
  const names = await readNames(tx, introduction)
  const contacts = await listContacts(tx, introduction)
  const sides = [[introduction.asker, introduction.other], [introduction.other, introduction.asker]] as const
  for (const [ours, theirs] of sides) {
    if (contacts.get(ours)?.way === 'page') await showContact(tx, ours, theirs, names)
  }
  await recordTogether(tx, {
    between: [introduction.asker, introduction.other],
    moment: { kind: 'introduced', says: `${names.introducerInFull} introduced you`, about: introduction.id, at: tx.now, href: routes.introduction(introduction.id), by: introduction.asker },
    met: { through: 'person', what: names.introducerInFull, by: introduction.by.is === 'member' ? introduction.by.organisation : undefined, on: tx.now.toISOString().slice(0, 10) },
    stage: 'met',
  })
  for (const [ours, theirs] of sides) await writeTo(tx, introduction, ours, theirs, contacts.get(theirs), names)
  for (const to of [introduction.asker, introduction.other, ...(introduction.by.is === 'member' ? [introduction.by.organisation] : [])]) await tell(tx, { kind: MADE, to, subject: { introduction: introduction.id } })
  await tx.emit('introduction.made', { introduction: introduction.id, network: introduction.network, between: [introduction.asker, introduction.other] })
}

/** Shows one the contact on the other’s page, with the reason, for a year less a day. */
async function showContact(tx: Tx, ours: Id<'organisation'>, to: Id<'organisation'>, names: Names): Promise<void> {
  const untilOn = new Date(tx.now.getTime() + DAYS_SHOWN * 86_400_000).toISOString().slice(0, 10)
  await giveSight(inNameOf(tx, { organisation: ours }), ours, { to, part: 'contact', reason: `Introduced by ${names.introducerInFull}`.slice(0, 300), untilOn })
}

async function writeTo(tx: Tx, introduction: Introduction, us: Id<'organisation'>, them: Id<'organisation'>, contact: Contact | undefined, names: Names): Promise<void> {
  const their = them === introduction.asker ? names.asker : names.other
  const reach = await wayToReach(tx, them, contact)
  for (const owner of await listOwners(tx, us)) {
    const account = await findAccount(tx, owner)
    if (account) await sendMail(tx, {
      to: account.email, person: owner, subject: `You and ${their} have been introduced`,
      lines: [
        `Hello ${account.name},`, `You have both said yes: ${names.introducerInFull} has introduced you to ${their}.`, ...reach,
        'Whoever has a minute first says hello. Your partnership is there, with how you met written down.',
      ],
      link: { says: 'See it', url: tx.url(routes.introduction(introduction.id)) },
    })
  }
}

/** How the other side may be reached, in lines for a letter. */
async function wayToReach(tx: Tx, of: Id<'organisation'>, contact: Contact | undefined): Promise<readonly string[]> {
  const found = contact?.way === 'page' ? (await findOrganisation(tx, of))?.contact : contact
  return [
    ...(contact?.askFor ? [`Ask for ${contact.askFor}.`] : []), ...(found?.phone ? [`Telephone: ${found.phone}`] : []), ...(found?.email ? [`E-mail: ${found.email}`] : []),
  ]
}

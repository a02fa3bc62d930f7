import { defineAskKind, type Ask } from '../../asks/index.ts'
import type { Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { sendMail } from '../../kit/mail/send.ts'
import { NotFound } from '../../kit/refusal.ts'
import { namesOfOrganisations } from '../../organisations/index.ts'
import { routes } from '../../routes.ts'
import type { Enquiry } from './enquiry.ts'
import { findEnquiry, markEnquiry } from './enquiry-store.ts'
import { addressesOf } from './address-store.ts'

export const ENQUIRY = 'answers.enquiry'

/** A stranger wants to meet: the organisation says yes or a kind no, and the stranger hears of either, and of silence. */
defineAskKind({
  name: ENQUIRY,
  words: { yes: 'Let’s talk', no: 'Not for us, but thank you' },
  describe: async (tx, ask) => {
    const { who, could, reach } = await enquiryOf(tx, ask)
    return { title: `${short(who)} says: That’s us`, lines: [`“${could}”`, `Who they are: ${who}`, `How to reach them: ${reach}`], seenBy: 'You and whoever wrote to you. They are told your answer, not who gave it.' }
  },
  answered: async (tx, ask, { word, note }) => {
    const enquiry = await enquiryOf(tx, ask)
    const said = word === 'yes' ? 'yes' : 'no'
    await markEnquiry(tx, enquiry, { word: said, note })
    await tell(tx, enquiry, (name) => said === 'yes'
      ? { subject: `${name} would like to talk`, lines: [`${name} read what you wrote and would like to talk. They have what you gave them to reach you.`] }
      : { subject: `An answer from ${name}`, lines: [`${name} thanks you for writing. It is not one for them just now.`] }, note)
  },
  ended: async (tx, ask) => {
    const enquiry = await findEnquiry(tx, ask.subject['organisation'] ?? '', ask.subject['enquiry'] ?? '')
    if (enquiry) await tell(tx, enquiry, (name) => ({ subject: `No answer from ${name} yet`, lines: [`You wrote to ${name} two weeks ago, and they have not answered. We no longer ask them. You are welcome to write again another time.`] }))
  },
})

async function enquiryOf(tx: Tx, ask: Ask): Promise<Enquiry> {
  const found = await findEnquiry(tx, ask.subject['organisation'] ?? '', ask.subject['enquiry'] ?? '')
  if (!found) throw new NotFound('This enquiry is no longer kept.', 'Enquiries are forgotten after a year.')
  return found
}

/** By mail where they gave an address. Nothing in it that the public page does not show. */
async function tell(tx: Tx, enquiry: Enquiry, words: (name: string) => { subject: string; lines: readonly string[] }, note?: string): Promise<void> {
  if (!enquiry.email) return
  const id: Id<'organisation'> = enquiry.organisation
  const name = (await namesOfOrganisations(tx, [id])).get(id) ?? 'They'
  const slug = (await addressesOf(tx, [id])).get(id)
  const { subject, lines } = words(name)
  await sendMail(tx, {
    to: enquiry.email, subject, lines: [...lines, ...(note ? [`“${note}”`] : [])],
    link: slug ? { says: 'See their page', url: tx.url(routes.publicPage(slug)) } : undefined,
    after: ['You get this because you wrote to them on their public page. We keep no list, and will not write again about it.'],
  })
}

const short = (words: string): string => (words.length > 60 ? `${[...words].slice(0, 59).join('')}…` : words)

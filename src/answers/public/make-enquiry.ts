import { ask } from '../../asks/index.ts'
import { asHouse, type Ctx } from '../../kit/ctx.ts'
import { defineChore } from '../../kit/jobs/define.ts'
import { takeTurn } from '../../kit/limit.ts'
import { makeLink, readLink } from '../../kit/one-time-link.ts'
import { NotFound } from '../../kit/refusal.ts'
import { namesOfOrganisations } from '../../organisations/index.ts'
import { NobodyThereYet, PageRests } from './errors.ts'
import { DAYS_TO_ANSWER, KEPT_DAYS, LIMITS, parseEnquiry, type Enquiry } from './enquiry.ts'
import { ENQUIRY } from './enquiry-kind.ts'
import { findEnquiry, findWhereToWrite, forgetEnquiries, saveEnquiry } from './enquiry-store.ts'
import { readPage } from './read-page.ts'

const LINK = 'read-enquiry'
const DAY = 86_400_000

/**
 * Sends "That’s us". Whoever may see the page may write; the answer is the same whether a mail goes out, to whom, or to nobody. Nothing
 * is mailed to an address the visitor types, until somebody has answered: no stranger can have us write to another.
 */
export async function makeEnquiry(ctx: Ctx, slug: string, input: unknown): Promise<{ token: string }> {
  const words = parseEnquiry(input)
  const page = await ctx.read((tx) => readPage(tx, slug))
  const { id: organisation, standing } = page.face.organisation
  if (standing.is === 'resting') throw new PageRests()
  if (standing.is !== 'claimed') throw new NobodyThereYet()
  await takeTurn(ctx, `enquiry from ${ctx.address}`, LIMITS.byAddress)
  await takeTurn(ctx, `enquiry to ${organisation}`, LIMITS.toOne)
  return asHouse(ctx).transaction(async (tx) => {
    const enquiry = await saveEnquiry(tx, organisation, words)
    const { name, email } = await findWhereToWrite(tx, organisation)
    await ask(tx, {
      kind: ENQUIRY, from: { person: ctx.actor.person, organisation: ctx.actor.organisation }, to: { organisation, email, name },
      subject: { organisation, enquiry }, answerBy: new Date(tx.now.getTime() + DAYS_TO_ANSWER * DAY),
    })
    const link = await makeLink(tx, { act: LINK, subject: { organisation, enquiry }, endsAt: new Date(tx.now.getTime() + KEPT_DAYS * DAY) })
    return { token: link.token }
  })
}

/** What came of it, for whoever holds the link of the thanks page. */
export function readEnquiry(ctx: Ctx, token: string): Promise<{ enquiry: Enquiry; name: string }> {
  return asHouse(ctx).read(async (tx) => {
    const { subject } = await readLink<{ organisation: Enquiry['organisation']; enquiry: string }>(tx, LINK, token)
    const enquiry = await findEnquiry(tx, subject.organisation, subject.enquiry)
    if (!enquiry) throw new NotFound('This enquiry is no longer kept.', 'Enquiries are forgotten after a year.')
    return { enquiry, name: (await namesOfOrganisations(tx, [subject.organisation])).get(subject.organisation) ?? 'They' }
  })
}

defineChore({ name: 'answers.forget-enquiries', cron: '20 3 * * *', run: (ctx) => ctx.transaction((tx) => forgetEnquiries(tx, new Date(tx.now.getTime() - KEPT_DAYS * DAY))) })

import { readAskByLink } from '../../asks/index.ts'
import { asHouse } from '../../kit/ctx.ts'
import { isId, type Id } from '../../kit/ids.ts'
import { LinkRefused } from '../../kit/one-time-link.ts'
import { NotAllowed, NotFound, SignInFirst } from '../../kit/refusal.ts'
import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { formPage, freshForm, goTo, sendForm, type FormState, type Values } from '../../kit/web/form.ts'
import { getNetwork, listMembers } from '../../networks/index.ts'
import { getOrganisation } from '../../organisations/index.ts'
import { routes } from '../../routes.ts'
import { Empty, Good, Heading, LinkButton } from '../../ui/index.ts'
import { answerIntroduction, answerWithDetails } from '../answer-introduction.ts'
import { askIntroduction } from '../ask-introduction.ts'
import { SIDE } from '../ask-side.ts'
import { hasContactOnPage } from '../contact.ts'
import { draftForTwo, readAskDesk } from '../draft.ts'
import { introduceMembers } from '../introduce-members.ts'
import { subjectOf } from '../kinds.ts'
import { readIntroduction } from '../read-introduction.ts'
import { VIEWS, type View } from '../store.ts'
import { listWays } from '../ways.ts'
import { withdrawIntroduction } from '../withdraw-introduction.ts'
import { DetailsPage } from './details-page.tsx'
import { ChooseTwoPage, IntroduceMembersPage } from './introduce-page.tsx'
import { readLines } from './lines.ts'
import { IntroductionsPage } from './list-page.tsx'
import { NewIntroductionPage } from './new-page.tsx'
import { IntroductionPage } from './one-page.tsx'

export function introductionsPages(pages: Pages): void {
  pages.get(routes.introductions, async (c) => {
    mustBeSignedIn(c)
    const view = VIEWS.find((one) => one === c.req.query('view')) ?? 'asked_by_us'
    const { lines, next } = await readLines(c.var.ctx, view, c.req.query('after'))
    return show(c, { title: 'Introductions', body: <IntroductionsPage view={view} lines={lines} nextHref={next && hrefOf(view, next)} now={c.var.ctx.now} /> })
  })
  formPage(pages, routes.newIntroduction, {
    show: newPage,
    send: async (c, values) => {
      mustBeSignedIn(c)
      const id = await askIntroduction(c.var.ctx, values)
      return goTo(c, routes.introduction(id), { says: 'Asked. You will hear from us.' })
    },
  })
  pages.get(routes.introduction(':id'), async (c) => show(c, await onePage(c, freshForm())))
  pages.post(routes.introductionAnswer(':id'), (c) => sendForm(c, {
    show: onePage,
    send: async (again, values) => {
      mustBeSignedIn(again)
      await answerIntroduction(again.var.ctx, idFrom(again), values)
      return goTo(again, routes.introduction(idFrom(again)), { says: 'Your answer is on its way.' })
    },
  }))
  pages.post(routes.introductionWithdrawal(':id'), async (c) => {
    mustBeSignedIn(c)
    await withdrawIntroduction(c.var.ctx, idFrom(c))
    return goTo(c, routes.introductions, { says: 'Taken back. Nobody is asked any longer.' })
  })
  formPage(pages, routes.introductionContact(':token'), {
    show: detailsPage,
    send: async (c, values) => {
      await answerWithDetails(c.var.ctx, c.req.param('token') ?? '', values)
      return show(c, { title: 'Thank you', frame: 'plain', width: 'reading', status: 201, body: <><Heading>Thank you</Heading><Good>You said yes. Your details pass once both of you have said so.</Good></> })
    },
  })
  formPage(pages, routes.introduceMembers(':slug'), {
    show: membersPage,
    send: async (c, values) => {
      const id = await introduceMembers(c.var.ctx, c.req.param('slug') ?? '', values)
      return goTo(c, routes.introduction(id), { says: 'Both are asked.' })
    },
  })
}

const hrefOf = (view: View, after: string) => `${routes.introductions}?${new URLSearchParams({ view, after })}`

async function newPage(c: WebContext, form: FormState): Promise<Shown> {
  mustBeSignedIn(c)
  const to = wantedFrom<'organisation'>(c, form.values, 'to')
  if (!to) return { title: 'An introduction', body: <><Heading>Whom would you like to meet?</Heading><Empty title="Choose them first." action={<LinkButton variant="main" href={routes.findPartners}>Find partners</LinkButton>}>Each of those you find shows who could introduce you.</Empty></> }
  const desk = await readAskDesk(c.var.ctx, { to, through: wantedFrom(c, form.values, 'through'), network: textOf(form.values['network']) ?? c.req.query('network') })
  return { title: `Meet ${desk.other.name}`, width: 'reading', body: <NewIntroductionPage desk={desk} form={form} /> }
}

async function onePage(c: WebContext, form: FormState): Promise<Shown> {
  mustBeSignedIn(c)
  const { ctx } = c.var
  const seen = await readIntroduction(ctx, idFrom(c))
  const { introduction, part, own } = seen
  const ways = part === 'asker' && introduction.state.is === 'no_answer' ? await listWays(ctx, { id: introduction.network }, introduction.asker, introduction.other) : []
  const contactOnPage = own ? await ctx.read((tx) => hasContactOnPage(tx, own.organisation)) : false
  const address = ctx.url(routes.introduction(introduction.id))
  return { title: 'Introduction', width: 'reading', body: <IntroductionPage seen={seen} ways={ways} contactOnPage={contactOnPage} form={form} now={ctx.now} address={address} /> }
}

async function detailsPage(c: WebContext, form: FormState): Promise<Shown> {
  const token = c.req.param('token') ?? ''
  const seen = await readAskByLink(c.var.ctx, token)
  if (seen.ask.kind !== SIDE) throw new LinkRefused('This link is for something else.', 'Open it as it was sent to you.')
  const onPage = await asHouse(c.var.ctx).read((tx) => hasContactOnPage(tx, subjectOf(seen.ask).asked))
  return { title: 'How may they reach you?', frame: 'plain', width: 'reading', body: <DetailsPage seen={seen} token={token} onPage={onPage} form={form} /> }
}

async function membersPage(c: WebContext, form: FormState): Promise<Shown> {
  mustBeSignedIn(c)
  const { ctx } = c.var
  const network = await ctx.read((tx) => getNetwork(tx, c.req.param('slug') ?? ''))
  if (!network.organises) throw new NotAllowed('Only organisers bring two members together this way.', 'Ask somebody who knows you both to introduce you instead.')
  const [one, other] = [wantedFrom<'organisation'>(c, form.values, 'one'), wantedFrom<'organisation'>(c, form.values, 'other')]
  if (one && other && one !== other) return { title: 'Introduce two members', width: 'reading', body: <IntroduceMembersPage network={network} two={await draftForTwo(ctx, one, other)} form={form} /> }
  const words = (c.req.query('q') ?? '').slice(0, 100)
  const { first, found } = await ctx.read(async (tx) => ({ first: one && await getOrganisation(tx, one), found: (await listMembers(tx, network.id, { words, limit: 50 })).members }))
  return { title: 'Introduce two members', width: 'reading', body: <ChooseTwoPage network={network} one={first} words={words} found={found.filter((member) => member.organisation !== one && !member.unclaimed)} /> }
}

function mustBeSignedIn(c: WebContext): void {
  if (!c.var.ctx.actor.person) throw new SignInFirst()
}

function idFrom(c: WebContext): Id<'introduction'> {
  const text = c.req.param('id')
  if (!isId<'introduction'>(text)) throw new NotFound()
  return text
}

/** An id out of what was sent or the address; what is no id is not there. */
function wantedFrom<Of extends string>(c: WebContext, values: Values, name: string): Id<Of> | undefined {
  const text = textOf(values[name]) ?? c.req.query(name)
  return isId<Of>(text) ? text : undefined
}

function textOf(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

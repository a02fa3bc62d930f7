import type { ReactNode } from 'react'
import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, type FormState } from '../../kit/web/form.ts'
import { Above, NetworkTabs } from '../../networks/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Ago, Button, Empty, Form, Heading, LinkButton, Note, Row, Rows, Section, Table, Ticks, Words } from '../../ui/index.ts'
import { nudgeMembers, nudgeWords } from '../nudge-members.ts'
import { readWeek, type AskedFor, type Week } from '../read-week.ts'
import { DAYS_BETWEEN, type Somebody } from '../week-store.ts'
import { reportOf } from './report-words.ts'

const slugOf = (c: WebContext): string => c.req.param('slug') ?? ''

/** The organiser’s week: who could do with a hand, what is asked for and not offered, and what came of it. */
export function weekPages(pages: Pages): void {
  pages.get(routes.networkWeek(':slug'), async (c) => show(c, await week(c)))
  formPage(pages, routes.nudges(':slug'), {
    show: (c, form) => nudge(c, form),
    send: async (c, values) => {
      const asked = await nudgeMembers(c.var.ctx, slugOf(c), { members: values['members'] })
      return goTo(c, routes.networkWeek(slugOf(c)), { says: asked === 0 ? 'They had been asked already.' : asked === 1 ? 'One member is asked, on their Home.' : `${asked.toLocaleString('en-GB')} members are asked, each on their Home.` })
    },
  })
}

async function week(c: WebContext): Promise<Shown> {
  const read = await readWeek(c.var.ctx, slugOf(c))
  const { network, asked, quarter } = read
  const report = reportOf(read, c.var.ctx.now)
  return {
    title: `This week in ${network.name}`, width: 'work',
    body: (
      <>
        <Heading above={<Above network={network} />} intro="What you might do today, and what came of it. Only organisers see this page." actions={<LinkButton href={routes.inviteMember(network.slug)} variant="main">Invite a member</LinkButton>}>This week</Heading>
        <NetworkTabs network={network} current="week" />
        <NeedsYou week={read} now={c.var.ctx.now} />
        {asked.length > 0 && <Section title="Asked for, not offered" intro="From needs and open briefs that you may see. Whom could you invite?"><Asked network={network.slug} asked={asked} /></Section>}
        <Section title="The last three months" intro="Totals, never whose. Written so that you can copy it into a report or a newsletter, or print this page." id="report">
          <Words>{report.map((sentence) => <p key={sentence}>{sentence}</p>)}</Words>
          {quarter.joined.length > 0 && <p className="fine">New: <Names all={quarter.joined} /></p>}
        </Section>
      </>
    ),
  }
}

/** Each line one thing to do. A network that has just begun is led through its first steps by the same list. */
function NeedsYou({ week: { network, members, words, unanswered, unclaimed, unlinked }, now }: { week: Week; now: Date }) {
  const { slug, houseRules } = network
  const early = new Date(now.getTime() - DAYS_BETWEEN * 86_400_000)
  const due = unanswered.filter(({ askedAt }) => !(askedAt && askedAt > early))
  const lines: ReactNode[] = [
    members < 2 && <Row key="invite" title="Bring your first members" detail="Share the link you have, or bring the list you keep in a spreadsheet." actions={<><LinkButton href={routes.inviteMember(slug)} small>Invite</LinkButton><LinkButton href={routes.importTables(slug)} small>Bring a table</LinkButton></>} />,
    !houseRules && <Row key="rules" title="Write the house rules" detail="A few lines on what members expect of each other. Newcomers read them before they join." actions={<LinkButton href={routes.networkSettings(slug)} small>Write them</LinkButton>} />,
    words === 0 && <Row key="words" title="Choose your words" detail="With shared words for what members do, what one asks for and another offers find each other." actions={<><LinkButton href={routes.newCapability(slug)} small>Add one</LinkButton><LinkButton href={routes.capabilitiesIn(slug)} small>Bring a spreadsheet</LinkButton></>} />,
    unanswered.length > 0 && <Row key="answers" title={`${many(unanswered.length, 'member shows', 'members show')} no answer to question 4`} detail={<Names all={unanswered} />} actions={<LinkButton href={routes.nudges(slug)} small>{due.length > 0 ? 'Ask them kindly' : 'See when they were asked'}</LinkButton>} />,
    unlinked.length > 0 && members > 1 && <Row key="links" title={`${many(unlinked.length, 'member has', 'members have')} no link that you may know of`} detail={<Names all={unlinked} href={(id) => `${routes.introduceMembers(slug)}?one=${id}`} />} actions={<LinkButton href={routes.introduceMembers(slug)} small>Introduce two</LinkButton>} />,
    unclaimed.length > 0 && <Row key="unclaimed" title={`${many(unclaimed.length, 'member is', 'members are')} listed and not claimed yet`} detail={<Names all={unclaimed} />} actions={<LinkButton href={`${routes.members(slug)}`} small>See members</LinkButton>} />,
  ].filter(Boolean)
  return (
    <Section title="Needs you" count={lines.length}>
      {lines.length > 0 ? <Rows label="Needs you">{lines}</Rows> : <Empty title="All quiet." action={<LinkButton href={routes.introduceMembers(slug)}>Introduce two members</LinkButton>}>Everybody shows what only they can do, and knows somebody here. An introduction only you could make is worth more than anything on this page.</Empty>}
    </Section>
  )
}

const many = (count: number, one: string, more: string) => (count === 1 ? `1 ${one}` : `${count.toLocaleString('en-GB')} ${more}`)

const NAMED = 6

function Names({ all, href = routes.organisation }: { all: readonly Somebody[]; href?: (id: string) => string }) {
  return <>{all.slice(0, NAMED).map(({ id, name }, at) => <span key={id}>{at > 0 && ', '}<a href={href(id)}>{name}</a></span>)}{all.length > NAMED && `, and ${(all.length - NAMED).toLocaleString('en-GB')} more`}</>
}

const SHOWN = 12

function Asked({ network, asked }: { network: string; asked: readonly AskedFor[] }) {
  return (
    <Table caption="Asked for, not offered" captionHidden rows={asked.slice(0, SHOWN)} rowKey={(row) => row.id} columns={[
      { label: 'What', head: true, cell: (row) => <a href={`${routes.networkMap(network)}?capability=${row.id}&view=list`}>{row.title}</a> },
      { label: 'Ask for it', figures: true, cell: (row) => row.asks.toLocaleString('en-GB') },
      { label: 'Offer it', figures: true, cell: (row) => (row.offers === 0 ? 'nobody' : row.offers.toLocaleString('en-GB')) },
    ]} />
  )
}

/** Exactly who is asked, and in which words, before anything is sent. */
async function nudge(c: WebContext, form: FormState): Promise<Shown> {
  const { ctx } = c.var
  const { network, unanswered } = await readWeek(ctx, slugOf(c))
  const early = new Date(ctx.now.getTime() - DAYS_BETWEEN * 86_400_000)
  const due = unanswered.filter(({ askedAt }) => !(askedAt && askedAt > early)), already = unanswered.filter((one) => !due.includes(one))
  const words = nudgeWords(network.name)
  return {
    title: 'Ask them kindly', width: 'reading',
    body: (
      <>
        <Heading above={<a href={routes.networkWeek(network.slug)}>This week</a>} intro="For an answer to question 4: what can only you do?">Ask them kindly</Heading>
        {due.length === 0 ? <Empty title="Nobody to ask just now" action={<LinkButton href={routes.networkWeek(network.slug)}>Back to this week</LinkButton>}>Everybody shows an answer, or was asked within the month.</Empty> : (
          <Form to={routes.nudges(network.slug)} {...form} seenBy="Those you tick, on their Home and in their next letter">
            <Note word="They read">{`“${words.says} ${words.detail}”`}</Note>
            <Ticks name="members" label="Whom to ask" hint="It goes away by itself once they have answered. Nobody is asked twice in a month." options={due.map(({ id, name }) => ({ value: id, label: name }))} value={due.map(({ id }) => id)} />
            <Actions sticky><Button busy="Asking">Ask those ticked</Button><LinkButton href={routes.networkWeek(network.slug)}>Go back</LinkButton></Actions>
          </Form>
        )}
        {already.length > 0 && <Section title="Asked already"><Rows>{already.map(({ id, name, askedAt }) => <Row key={id} title={name} detail={askedAt && <>Asked <Ago since={askedAt} now={ctx.now} /></>} />)}</Rows></Section>}
      </>
    ),
  }
}

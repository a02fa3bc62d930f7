import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, type FormState } from '../../kit/web/form.ts'
import { KIND_WORDS } from '../../organisations/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Chips, Confirm, Empty, Field, Form, Heading, LinkButton, Pager, Row, Rows, State } from '../../ui/index.ts'
import { readPlace, writePlace } from '../list-place.ts'
import { leaveNetwork, removeMember } from '../leave-network.ts'
import { listMembers, type Member, type MemberPage } from '../member-store.ts'
import type { Network, Place } from '../network.ts'
import { getNetworkTo } from '../tend.ts'
import { mayRemoveMember, maySeeMembers } from '../who-may.ts'
import { Above, NetworkTabs } from './network-tabs.tsx'
import { idFrom, slugOf } from './param.ts'

/** The member list, leaving, and taking a member off it. */
export function memberPages(pages: Pages): void {
  pages.get(routes.members(':slug'), async (c) => show(c, await memberList(c)))
  pages.get(routes.membershipEnd(':slug'), async (c) => show(c, await leavingPage(c)))
  pages.post(routes.membershipEnd(':slug'), async (c) => {
    await leaveNetwork(c.var.ctx, slugOf(c))
    return goTo(c, routes.networks, { says: 'You have left. What you showed to its members is no longer shown to them.' })
  })
  formPage(pages, routes.memberRemoval(':slug', ':organisation'), {
    show: (c, form) => removalPage(c, form),
    send: async (c, values) => {
      await removeMember(c.var.ctx, slugOf(c), idFrom(c, 'organisation'), values)
      return goTo(c, routes.members(slugOf(c)), { says: 'Taken off the list.' })
    },
  })
}

const SIZE = 50

async function memberList(c: WebContext): Promise<Shown> {
  const words = (c.req.query('words') ?? '').slice(0, 100)
  const after = readPlace(c.req.query('after')), before = after ? undefined : readPlace(c.req.query('before'))
  const { network, page } = await c.var.ctx.read(async (tx) => {
    const network = await getNetworkTo(tx, slugOf(c), maySeeMembers)
    return { network, page: await listMembers(tx, network.id, { words, after: after?.place, before: before?.place, limit: SIZE }) }
  })
  const from = after ? after.position + 1 : before ? Math.max(1, before.position - page.members.length) : 1
  const more = { previous: before ? page.more : !!after, next: before ? true : page.more }
  return {
    title: `Members of ${network.name}`, width: 'work',
    body: (
      <>
        <Heading above={<Above network={network} />} actions={network.organises && <><LinkButton href={routes.inviteMember(network.slug)} variant="main">Invite a member</LinkButton><LinkButton href={routes.importTables(network.slug)}>Bring a table</LinkButton><LinkButton href={routes.exportTables(network.slug)}>Take a table out</LinkButton></>}>Members</Heading>
        <NetworkTabs network={network} current="members" />
        <Form to={routes.members(network.slug)} method="get" layout="line" label="Filter the members" values={{ words }}>
          <Field name="words" type="search" label="Name or trade" optional width="medium" />
          <Button variant="quiet">Show them</Button>
        </Form>
        {words && <Chips label="Filters" chips={[{ label: words, href: routes.members(network.slug), on: true, removes: true }]} />}
        <List network={network} page={page} words={words} />
        {page.members.length > 0 && <Turn c={c} page={page} words={words} from={from} more={more} />}
      </>
    ),
  }
}

function List({ network, page, words }: { network: Network & Place; page: MemberPage; words: string }) {
  if (page.members.length === 0 && words) return <Empty title={`No member’s name or trade holds “${words}”`} action={<LinkButton href={routes.members(network.slug)}>Show all members</LinkButton>}>Try fewer or shorter words.</Empty>
  if (page.members.length === 0) return <Empty title="No members yet" example="The Wild Bouquet · Sole trader · SP2" action={network.organises && <LinkButton href={routes.inviteMember(network.slug)}>Invite the first</LinkButton>}>Somebody has to be the first. A link on the noticeboard does wonders.</Empty>
  return <Rows label="Members">{page.members.map((member) => <MemberRow key={member.organisation} member={member} network={network} />)}</Rows>
}

function MemberRow({ member, network }: { member: Member; network: Network & Place }) {
  const { organisation, name, kind, line, town, district } = member
  const detail = [line, kind && KIND_WORDS[kind], [town, district].filter(Boolean).join(' ')].filter(Boolean).join(' · ')
  return (
    <Row title={name} href={kind ? routes.organisation(organisation) : undefined} detail={detail || 'Keeps its page to itself'}
      aside={member.unclaimed ? <State shape="ring">Not yet claimed</State> : undefined}
      actions={network.organises && <LinkButton href={routes.memberRemoval(network.slug, organisation)} variant="plain" small about={name}>Take off the list</LinkButton>} />
  )
}

type TurnProps = { c: WebContext; page: MemberPage; words: string; from: number; more: { previous: boolean; next: boolean } }

function Turn({ c, page: { members }, words, from, more }: TurnProps) {
  const first = members[0], last = members.at(-1)
  const to = from + members.length - 1
  const href = (which: 'after' | 'before', member: Member, position: number) => {
    const query = new URLSearchParams({ ...(words ? { words } : {}), [which]: writePlace({ name: member.name, organisation: member.organisation }, position) })
    return `${routes.members(slugOf(c))}?${query.toString()}`
  }
  return <Pager things="members" from={from} to={to} total={!more.previous && !more.next ? to : undefined}
    previousHref={more.previous && first ? href('before', first, from) : undefined} nextHref={more.next && last ? href('after', last, to) : undefined} />
}

async function leavingPage(c: WebContext): Promise<Shown> {
  const network = await c.var.ctx.read((tx) => getNetworkTo(tx, slugOf(c), maySeeMembers))
  return {
    title: `Leave ${network.name}?`, width: 'reading',
    body: (
      <Confirm title={`Leave ${network.name}?`} to={routes.membershipEnd(network.slug)} verb="Leave" backHref={routes.network(network.slug)} danger seenBy={`Organisers of ${network.name} see that you left`}>
        <p>Your organisation no longer appears in its member list. What you show to your networks is no longer shown to its members, unless you share another.</p>
        <p>You can come back by any link an organiser gives you.</p>
      </Confirm>
    ),
  }
}

async function removalPage(c: WebContext, form: FormState): Promise<Shown> {
  const organisation = idFrom<'organisation'>(c, 'organisation')
  const network = await c.var.ctx.read((tx) => getNetworkTo(tx, slugOf(c), mayRemoveMember))
  return {
    title: 'Take a member off the list', width: 'reading',
    body: (
      <>
        <Heading above={<Above network={network} />} intro="They no longer see the network, and its members no longer see what they showed to it.">Take a member off the list</Heading>
        <Form to={routes.memberRemoval(network.slug, organisation)} {...form} seenBy="The member and the organisers">
          <Field name="because" type="textarea" label="The reason" maxLength={500} rows={3} hint="Kindly and plainly: they will read it." />
          <Actions><Button variant="danger">Take them off</Button><LinkButton href={routes.members(network.slug)}>Go back</LinkButton></Actions>
        </Form>
      </>
    ),
  }
}

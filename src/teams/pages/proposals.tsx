import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { isId } from '../../kit/ids.ts'
import { NotFound } from '../../kit/refusal.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Card, Cards, Care, Form, Gap, Heading, Hidden, LinkButton, PostButton, Rows, Row, Section, State, Table } from '../../ui/index.ts'
import { allProposals, lineView, nameOn, openDesk, without, type Desk } from '../builder.ts'
import { coverLine, gridOf, LEVEL_WORD } from '../grid.ts'
import type { LineUp } from '../line-up.ts'
import { partsIn, type Proposal } from '../propose.ts'
import { idFrom } from './param.ts'
import { TeamTabs } from './parts-of-page.tsx'

export function proposalPages(pages: Pages): void {
  pages.get(routes.lineUpProposals(':id', ':line'), async (c) => show(c, await proposalsPage(c)))
  pages.get(routes.lineUpWithout(':id', ':line', ':organisation'), async (c) => show(c, await withoutPage(c)))
  pages.get(routes.teamCompare(':id'), async (c) => show(c, await comparePage(c)))
}

async function deskAndLine(c: WebContext): Promise<{ desk: Desk; line: LineUp }> {
  const desk = await openDesk(c.var.ctx, idFrom(c))
  const line = desk.lines.find((one) => one.id === c.req.param('line'))
  if (!line) throw new NotFound('There is no such line-up.')
  return { desk, line }
}

async function proposalsPage(c: WebContext): Promise<Shown> {
  const { desk, line } = await deskAndLine(c)
  const found = allProposals(desk, line)
  return {
    title: 'Proposals', width: 'work',
    body: (
      <>
        <Heading above={<a href={routes.lineUp(desk.team.id, line.id)}>{`${desk.team.title}: line-up ${line.name}`}</a>} intro="Teams that cover the brief, from what your network shows you. You choose; nobody is told anything before you invite them.">Proposals</Heading>
        {found.is === 'refused' && <Care>{found.says}</Care>}
        {found.is === 'proposed' && found.gaps.map((gap) => <Gap key={gap} actions={<LinkButton href={routes.teamPartPeople(desk.team.id, gap)}>Look for somebody</LinkButton>}>{`Nobody you can see does “${desk.parts.find((part) => part.id === gap)?.says ?? 'this part'}” yet.`}</Gap>)}
        {found.is === 'proposed' && found.proposals.length === 0 && <Care>No team covers every must with these choices. Leave a part out, or let somebody go.</Care>}
        {found.is === 'proposed' && <Cards>{found.proposals.map((one) => <ProposalCard key={one.kind} proposal={one} desk={desk} line={line} full />)}</Cards>}
      </>
    ),
  }
}

/** One proposed team: who does what, why these, and how sure it is that nothing better exists. */
export function ProposalCard({ proposal, desk, line, full }: { proposal: Proposal; desk: Desk; line: LineUp; full?: boolean }) {
  const rows = gridOf(partsIn(desk.parts, line.choices), proposal.members.map((member) => member.organisation), desk.fed.covers)
  const says = (part: string) => desk.parts.find((one) => one.id === part)?.says ?? 'a part'
  const notesOn = ({ vouchedBy, alone, standIn, organisation }: Proposal['members'][number]) => [
    ...(vouchedBy && organisation !== desk.team.lead ? [`${nameOn(desk, vouchedBy)} has worked with them.`] : []),
    ...(full && alone ? ['Rests on them alone.'] : []),
    ...(full && standIn ? [`${nameOn(desk, standIn.organisation)} could step in${standIn.forAll ? '' : ' for some of it'}.`] : []),
  ]
  return (
    <Card title={proposal.title} above={proposal.members.length === 1 ? '1 organisation' : `${proposal.members.length} organisations`}
      actions={<Form to={routes.lineUpSteps(desk.team.id, line.id)} id={`take-${proposal.kind.replaceAll(' ', '-')}`} label={proposal.title}><Hidden name="do" value="take" />{proposal.members.map((member) => <Hidden key={member.organisation} name="members" value={member.organisation} />)}<Button variant="quiet" about={proposal.title}>Take this into the line-up</Button></Form>}>
      <p>{coverLine(rows, proposal.members.length)}</p>
      <ul className="proposed" role="list">
        {proposal.members.map((member) => (
          <li key={member.organisation}>
            <strong>{nameOn(desk, member.organisation)}</strong>{member.organisation === desk.team.lead && ' (you)'}
            {member.parts.length === 0 ? <p className="fine">In the team, with no part of its own yet.</p> : <ul>{member.parts.map((part) => <li key={part}>{`${says(part)} (${(rows.find((row) => row.part.id === part)?.cells.find((cell) => cell.organisation === member.organisation)?.covering?.level ?? 'claimed').toLowerCase()})`}</li>)}</ul>}
            {notesOn(member).length > 0 && <p className="fine">{notesOn(member).join(' ')}</p>}
          </li>
        ))}
      </ul>
      {proposal.open.length > 0 && <p><State shape="square" tone="gap">Open</State> {proposal.open.map(says).join('; ')}</p>}
      <p className="fine">{[proposal.sure, proposal.extra].filter(Boolean).join(' ')}</p>
    </Card>
  )
}

/** What falls open, before it does. */
async function withoutPage(c: WebContext): Promise<Shown> {
  const { desk, line } = await deskAndLine(c)
  const organisation = c.req.param('organisation') ?? ''
  if (!isId(organisation) || !line.choices.members.includes(organisation) || organisation === desk.team.lead) throw new NotFound('They are not in this line-up.')
  const { opens, weakens } = without(desk, line, organisation)
  const name = nameOn(desk, organisation), steps = routes.lineUpSteps(desk.team.id, line.id)
  return {
    title: `Without ${name}`, width: 'reading',
    body: (
      <>
        <Heading above={<a href={routes.lineUp(desk.team.id, line.id)}>{`${desk.team.title}: line-up ${line.name}`}</a>} intro="This changes the line-up only. Their seat, if they have one, is theirs.">{`Without ${name}`}</Heading>
        {opens.length === 0 && weakens.length === 0 && <p>Everything they cover is covered as well by somebody else in the line-up. Nothing falls open.</p>}
        {opens.length > 0 && <Section title="Falls open" count={opens.length}><Rows>{opens.map((part) => <Row key={part.id} title={part.says} aside={<State shape="square" tone="gap">Gap</State>} />)}</Rows></Section>}
        {weakens.length > 0 && <Section title="Rests on less" count={weakens.length}><Rows>{weakens.map(({ part, from, to }) => <Row key={part.id} title={part.says} detail={`${LEVEL_WORD[from]} now; ${LEVEL_WORD[to].toLowerCase()} without them.`} />)}</Rows></Section>}
        <Actions sticky>
          <PostButton to={steps} fields={{ do: 'drop', organisation }} variant="danger">{`Remove ${name}`}</PostButton>
          <PostButton to={steps} fields={{ do: 'ban', organisation }}>Remove, and do not propose them again</PostButton>
          <LinkButton href={routes.lineUp(desk.team.id, line.id)}>Keep them</LinkButton>
        </Actions>
      </>
    ),
  }
}

/** Line-ups side by side: what each leaves open, how many organisations it takes, what rests on whom. */
async function comparePage(c: WebContext): Promise<Shown> {
  const desk = await openDesk(c.var.ctx, idFrom(c))
  const views = desk.lines.map((line) => lineView(desk, line))
  return {
    title: `${desk.team.title}: compare`, width: 'work',
    body: (
      <>
        <Heading above={<a href={routes.team(desk.team.id)}>{desk.team.title}</a>} intro="What each line-up leaves open, and what it takes.">Line-ups side by side</Heading>
        <TeamTabs team={desk.team} current="compare" leads />
        <Table caption="Line-ups side by side" captionHidden rows={views} rowKey={(view) => view.line.id} columns={[
          { label: 'Line-up', head: true, cell: (view) => <a href={routes.lineUp(desk.team.id, view.line.id)}>{`Line-up ${view.line.name}`}</a> },
          { label: 'Organisations', cell: (view) => <>{view.line.choices.members.length}<span className="fine">: {view.line.choices.members.map((member) => nameOn(desk, member)).join(', ')}</span></> },
          { label: 'Proven', figures: true, cell: (view) => `${view.tally.proven} of ${view.tally.parts}` },
          { label: 'Old proof', figures: true, cell: (view) => view.tally.old },
          { label: 'Claimed', figures: true, cell: (view) => view.tally.claimed },
          { label: 'Gaps', figures: true, cell: (view) => view.tally.gaps },
          { label: 'Rests on one', figures: true, cell: (view) => view.tally.alone },
          { label: 'Never worked together', cell: (view) => strangers(desk, view.line.choices.members) },
        ]} />
        {views.length === 1 && <Actions><PostButton to={routes.lineUps(desk.team.id)}>Try another line-up beside it</PostButton></Actions>}
      </>
    ),
  }
}

/** Those in a line-up whom nobody else in it can vouch for. */
function strangers(desk: Desk, members: readonly string[]): string {
  if (desk.fed.pool.is !== 'prepared' || members.length < 2) return 'Nobody to say'
  const { allTies } = desk.fed.pool
  const alone = members.filter((one) => !allTies.some((tie) => (tie.a === one && members.includes(tie.b)) || (tie.b === one && members.includes(tie.a))))
  return alone.length === 0 ? 'Each is known to another' : alone.map((one) => nameOn(desk, one)).join(', ')
}

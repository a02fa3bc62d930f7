import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { goTo, readValues } from '../../kit/web/form.ts'
import { NotFound } from '../../kit/refusal.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Care, Chips, dayInWords, Form, Good, Heading, Hidden, LinkButton, Note, PostButton, Row, Rows, Section, Select, State } from '../../ui/index.ts'
import { isRival, lineView, nameOn, openDesk, type Desk, type LineView } from '../builder.ts'
import { ALL_OF_IT, MOST_COLUMNS, type GridRow } from '../grid.ts'
import { stepInWords, type LineUp } from '../line-up.ts'
import { holdings, isOpen, seatInWords, sits } from '../seat.ts'
import { capacityInWords } from '../share-store.ts'
import { goBack, removeLineUp, tryAnother, tryChange } from '../try-line-up.ts'
import { NEED_WORDS } from '../team.ts'
import { TeamState } from './list.tsx'
import { idFrom } from './param.ts'
import { Grid, TeamTabs } from './parts-of-page.tsx'
import { ProposalCard } from './proposals.tsx'

/** The desk at which a lead builds: one line-up at a time, every click a form that keeps what was chosen. */
export function deskPages(pages: Pages): void {
  pages.post(routes.lineUps(':id'), async (c) => {
    const id = idFrom<'team'>(c), { from } = await readValues(c)
    const { line } = await tryAnother(c.var.ctx, id, typeof from === 'string' && from !== '' ? from as LineUp['id'] : undefined) // looked up before it is used
    return goTo(c, routes.lineUp(id, line), { says: 'One more line-up to try things in. The others stay as they are.', undo: routes.lineUpRemoval(id, line) })
  })
  pages.get(routes.lineUp(':id', ':line'), async (c) => show(c, await lineUpPage(c)))
  pages.post(routes.lineUpSteps(':id', ':line'), async (c) => {
    const [id, line, values] = [idFrom<'team'>(c), idFrom<'line-up'>(c, 'line'), await readValues(c)]
    await tryChange(c.var.ctx, id, line, values)
    return goTo(c, routes.lineUp(id, line))
  })
  pages.post(routes.lineUpReturn(':id', ':line'), async (c) => {
    const [id, line, { number }] = [idFrom<'team'>(c), idFrom<'line-up'>(c, 'line'), await readValues(c)]
    await goBack(c.var.ctx, id, line, Number(number))
    return goTo(c, routes.lineUp(id, line), { says: 'Back as it was. What you tried since is kept below.' })
  })
  pages.post(routes.lineUpRemoval(':id', ':line'), async (c) => {
    const [id, line] = [idFrom<'team'>(c), idFrom<'line-up'>(c, 'line')]
    await removeLineUp(c.var.ctx, id, line)
    return goTo(c, routes.team(id), { says: 'The line-up is put away.', undo: routes.lineUpComeback(id, line) })
  })
  pages.post(routes.lineUpComeback(':id', ':line'), async (c) => {
    const [id, line] = [idFrom<'team'>(c), idFrom<'line-up'>(c, 'line')]
    await removeLineUp(c.var.ctx, id, line, true)
    return goTo(c, routes.lineUp(id, line), { says: 'The line-up is back.' })
  })
}

async function lineUpPage(c: WebContext): Promise<Shown> {
  const desk = await openDesk(c.var.ctx, idFrom(c))
  const line = desk.lines.find((one) => one.id === c.req.param('line'))
  if (!line) throw new NotFound('There is no such line-up.')
  return deskShown(c, desk, line)
}

export function deskShown(c: WebContext, desk: Desk, line: LineUp): Shown {
  return { title: `${desk.team.title}: line-up ${line.name}`, width: 'work', body: <DeskPage desk={desk} view={lineView(desk, line)} now={c.var.ctx.now} /> }
}

function DeskPage({ desk, view, now }: { desk: Desk; view: LineView; now: Date }) {
  const { team } = desk, { line } = view
  const name = (organisation: string) => nameOn(desk, organisation)
  const better = view.proposals.is === 'proposed' ? view.proposals.proposals.slice(0, 1).filter((one) => !sameFirms(one.members.map((member) => member.organisation), line.choices.members)) : []
  return (
    <>
      <Heading above={<a href={routes.teams}>Teams</a>} intro={[team.says, ...(team.answerBy ? [`Answer due ${dayInWords(team.answerBy)}.`] : [])].join(' ')}
        actions={<LinkButton href={routes.lineUpProposals(team.id, line.id)} variant="main">Propose teams</LinkButton>}>{team.title}</Heading>
      <TeamTabs team={team} current="team" leads />
      {team.state.is !== 'open' && <Note word="Over"><p>This team has come to its end; what was written is kept. <TeamState team={team} /></p></Note>}
      {team.briefChangedAt && <Care word="The brief has changed" actions={<PostButton to={routes.teamBriefTaking(team.id)}>Take over what is new</PostButton>}>Your parts stand as you have them. New parts of the brief can be added beside them.</Care>}
      <div className="line-ups"><Chips label="Line-ups" chips={desk.lines.map((one) => ({ label: `Line-up ${one.name}`, href: routes.lineUp(team.id, one.id), on: one.id === line.id }))} /><PostButton to={routes.lineUps(team.id)} fields={{ from: line.id }} small>Try another</PostButton>{desk.lines.length > 1 && <PostButton to={routes.lineUpRemoval(team.id, line.id)} small>{`Put line-up ${line.name} away`}</PostButton>}</div>
      <div role="status">
        {view.says === ALL_OF_IT ? <Good word="Complete">{view.says}</Good> : <p className="cover-line">{view.says}</p>}
        {view.news.map((row) => <p key={row.part.id}>{`${row.part.says}: now covered. ${row.says}.`}</p>)}
      </div>
      <Grid caption={`Line-up ${line.name}: parts by organisations`} rows={view.rows} members={line.choices.members} name={(one) => (one === team.lead ? `${name(one)} (lead)` : name(one))} team={team} look={(row) => <Look row={row} desk={desk} />} />
      <Members desk={desk} line={line} now={now} />
      <WhatIf desk={desk} view={view} />
      <Section title="Next best" intro="From what your network shows you, with everything you have chosen in this line-up.">
        {view.proposals.is === 'refused' && <Care>{view.proposals.says}</Care>}
        {view.proposals.is === 'proposed' && better.map((one) => <ProposalCard key={one.kind} proposal={one} desk={desk} line={line} />)}
        {view.proposals.is === 'proposed' && better.length === 0 && view.proposals.proposals.length > 0 && <p>This line-up is the smallest team we can propose.</p>}
        <Actions><LinkButton href={routes.lineUpProposals(team.id, line.id)}>See every proposal, with reasons</LinkButton></Actions>
      </Section>
      <Section title="Steps of this line-up" count={line.steps.length} intro="Nothing you tried is lost. Going back is one more step.">
        <Rows ordered label="Steps, the newest first">{line.steps.slice(0, 12).map((step, at) => <Row key={step.number} title={`${step.number}. ${stepInWords(step.did, name, (id) => desk.parts.find((part) => part.id === id)?.says ?? 'A part')}`} aside={at === 0 ? <State shape="full">Now</State> : undefined} actions={at > 0 && <PostButton to={routes.lineUpReturn(team.id, line.id)} fields={{ number: String(step.number) }} small about={`to step ${step.number}`}>Go back</PostButton>} />)}</Rows>
      </Section>
      {team.state.is === 'open' && <Section title="When the work is done"><Actions><PostButton to={routes.teamFinish(team.id)}>The job is finished</PostButton><LinkButton href={routes.teamEnding(team.id)}>End the team</LinkButton></Actions></Section>}
    </>
  )
}

const sameFirms = (some: readonly string[], others: readonly string[]): boolean => some.length === others.length && some.every((one) => others.includes(one))

/** What is worth a look beside a part: a gap and who could fill it, or that all of it rests on one. */
function Look({ row, desk }: { row: GridRow; desk: Desk }) {
  const could = [...desk.fed.covers.get(row.part.id)?.keys() ?? []].filter((one) => desk.names.has(one) && !row.cells.some((cell) => cell.organisation === one)).length
  const people = routes.teamPartPeople(desk.team.id, row.part.id)
  if (!row.level) return <a href={people}>{could === 0 ? 'Look for somebody' : could === 1 ? '1 organisation could fill this' : `${Math.min(could, 25)} organisations could fill this`}</a>
  if (row.restsOn && row.cells.length > 1) return <a href={people}>No back-up: rests on one</a>
  return <a href={people}>See others</a>
}

function Members({ desk, line, now }: { desk: Desk; line: LineUp; now: Date }) {
  const { team } = desk
  const steps = routes.lineUpSteps(team.id, line.id)
  const open = team.state.is === 'open'
  return (
    <Section title="Organisations in this line-up" count={line.choices.members.length} intro={line.choices.members.length > MOST_COLUMNS ? 'More than seven, so the grid lists them part by part.' : undefined}>
      <Rows>
        {line.choices.members.map((member) => {
          const name = nameOn(desk, member)
          const seats = desk.seats.filter((seat) => seat.organisation === member && (isOpen(seat) || sits(seat)))
          const seat = seats[0], capacity = desk.capacities.get(member), pinned = line.choices.pinned.includes(member)
          const said = [seat ? seatInWords(seat, now) : member === team.lead ? 'You' : 'Not asked yet', capacity && `Room: ${capacityInWords(capacity, dayInWords)}`, isRival(desk, member) && 'In your own trade: agree on the scope first'].filter(Boolean).join(' · ')
          return (
            <Row key={member} title={name} href={seat ? routes.seat(team.id, seat.id) : routes.organisation(member)} detail={said} aside={pinned ? <State shape="diamond">Must be in</State> : undefined}
              actions={open && (member === team.lead ? !seat && <LinkButton href={routes.newSeat(team.id)} small>Take your own parts</LinkButton> : (
                <>
                  {!seat && <LinkButton href={`${routes.newSeat(team.id)}?organisation=${member}`} small about={name}>Invite</LinkButton>}
                  {!capacity && !seat && <PostButton to={routes.teamCapacity(team.id)} fields={{ organisation: member }} small about={name}>Ask about room</PostButton>}
                  <PostButton to={steps} fields={{ do: pinned ? 'unpin' : 'pin', organisation: member }} small about={name}>{pinned ? 'May be in' : 'Must be in'}</PostButton>
                  <LinkButton href={routes.lineUpWithout(team.id, line.id, member)} small about={name}>Remove</LinkButton>
                </>
              ))} />
          )
        })}
      </Rows>
      {open && <Actions><LinkButton href={routes.newSeat(team.id)}>Invite by link</LinkButton></Actions>}
    </Section>
  )
}

/** Everything that can be tried: somebody more, somebody never, a part that counts otherwise. */
function WhatIf({ desk, view: { line } }: { desk: Desk; view: LineView }) {
  const { team } = desk, steps = routes.lineUpSteps(team.id, line.id)
  const others = [...desk.names].filter(([id]) => !line.choices.members.includes(id) && desk.parts.some((part) => desk.fed.covers.get(part.id)?.has(id))).toSorted(([, a], [, b]) => a.localeCompare(b, 'en-GB')).slice(0, 300)
  const held = holdings(desk.seats)
  return (
    <Section title="What if?" intro="Try anything: nobody is told, and you can go back.">
      {others.length > 0 && (
        <Form to={steps} id="add" layout="line" label="Add an organisation">
          <Hidden name="do" value="add" />
          <Select name="organisation" label="Add an organisation" width="medium" prompt="Choose one" options={others.map(([value, label]) => ({ value, label }))} />
          <Button variant="quiet">Add</Button>
        </Form>
      )}
      {line.choices.banned.length > 0 && <Rows label="Not to be in">{line.choices.banned.map((one) => <Row key={one} title={nameOn(desk, one)} detail="Not to be in this line-up" actions={<PostButton to={steps} fields={{ do: 'unban', organisation: one }} small about={nameOn(desk, one)}>May be in again</PostButton>} />)}</Rows>}
      <Rows label="Parts">
        {desk.parts.map((part) => {
          const word = line.choices.parts[part.id], need = word === 'out' ? undefined : word ?? part.need
          return (
            <Row key={part.id} title={part.says} href={routes.teamPart(team.id, part.id)} detail={`${need ? NEED_WORDS[need] : 'Left out of this line-up'}${word && word !== 'out' ? ' in this line-up' : ''}${held.get(part.id)?.organisation ? ` · held by ${nameOn(desk, held.get(part.id)?.organisation ?? '')}` : ''}`}
              actions={word === 'out' ? <PostButton to={steps} fields={{ do: 'in', part: part.id }} small about={part.says}>Put back</PostButton> : (
                <><PostButton to={steps} fields={{ do: need === 'must' ? 'should' : 'must', part: part.id }} small about={part.says}>{need === 'must' ? 'Good to have' : 'Make it a must'}</PostButton><PostButton to={steps} fields={{ do: 'out', part: part.id }} small about={part.says}>Leave out</PostButton></>
              )} />
          )
        })}
      </Rows>
      <Actions><LinkButton href={routes.newTeamPart(team.id)}>Add a part</LinkButton></Actions>
    </Section>
  )
}

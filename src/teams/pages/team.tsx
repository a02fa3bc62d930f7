import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, type FormState } from '../../kit/web/form.ts'
import { NotAllowed } from '../../kit/refusal.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, dayInWords, Field, Form, Good, Heading, LinkButton, Note, Row, Rows, Section, State } from '../../ui/index.ts'
import { openDesk, viewTeam } from '../builder.ts'
import { changeWords, endTeam, finishTeam, takeOverBrief } from '../finish-team.ts'
import { holdings } from '../seat.ts'
import { standIn } from '../stand-in.ts'
import { deskShown } from './desk.tsx'
import { TeamState } from './list.tsx'
import { idFrom } from './param.ts'
import { LevelState, TeamTabs } from './parts-of-page.tsx'

export function teamPages(pages: Pages): void {
  pages.get(routes.team(':id'), async (c) => {
    const { standing } = await c.var.ctx.read((tx) => standIn(tx, idFrom(c)))
    if (!standing.leads) return show(c, await memberPage(c))
    const desk = await openDesk(c.var.ctx, idFrom(c))
    const [line] = desk.lines
    return show(c, line ? deskShown(c, desk, line) : await memberPage(c))
  })
  formPage(pages, routes.teamWords(':id'), {
    start: async (c) => { const { team } = await led(c); return { title: team.title, says: team.says } },
    show: wordsPage,
    send: async (c, values) => { await changeWords(c.var.ctx, idFrom(c), values); return goTo(c, routes.team(idFrom(c)), { says: 'Saved.' }) },
  })
  pages.post(routes.teamBriefTaking(':id'), async (c) => {
    const { added } = await takeOverBrief(c.var.ctx, idFrom(c))
    return goTo(c, routes.team(idFrom(c)), { says: added === 0 ? 'The brief has no new part. Yours stand as they are.' : added === 1 ? 'One new part was added.' : `${added} new parts were added.` })
  })
  pages.post(routes.teamFinish(':id'), async (c) => {
    await finishTeam(c.var.ctx, idFrom(c))
    return goTo(c, `${routes.newOutcome}?team=${idFrom(c)}`, { says: 'Finished. Now say what came of it, so that it counts for everyone.' })
  })
  formPage(pages, routes.teamEnding(':id'), {
    show: endingPage,
    send: async (c, values) => { await endTeam(c.var.ctx, idFrom(c), values); return goTo(c, routes.teams, { says: 'The team has ended. Everybody in it has been told.' }) },
  })
}

async function led(c: WebContext) {
  const found = await c.var.ctx.read((tx) => standIn(tx, idFrom(c)))
  if (!found.standing.leads) throw new NotAllowed('Only the lead of this team may do that.', 'Write to the lead in the team’s room.')
  return found
}

async function wordsPage(c: WebContext, form: FormState): Promise<Shown> {
  const { team } = await led(c)
  return {
    title: 'The team’s words', width: 'reading',
    body: (
      <>
        <Heading above={<a href={routes.team(team.id)}>{team.title}</a>}>The team’s words</Heading>
        <Form to={routes.teamWords(team.id)} {...form} seenBy="The team, and those you invite">
          <Field name="title" label="What you call this team" maxLength={120} />
          <Field name="says" type="textarea" rows={3} label="What the team is for" maxLength={600} />
          <Actions sticky><Button>Save</Button></Actions>
        </Form>
      </>
    ),
  }
}

async function endingPage(c: WebContext, form: FormState): Promise<Shown> {
  const { team } = await led(c)
  return {
    title: 'End the team', width: 'reading',
    body: (
      <>
        <Heading above={<a href={routes.team(team.id)}>{team.title}</a>} intro="Everybody in the team is told, open invitations go away, and what was written is kept.">End the team</Heading>
        <Form to={routes.teamEnding(team.id)} {...form} seenBy="Everybody in the team">
          <Field name="because" type="textarea" rows={3} label="Why, in a line or two" maxLength={500} optional />
          <Actions sticky><Button variant="danger">End the team</Button><LinkButton href={routes.team(team.id)}>Keep it</LinkButton></Actions>
        </Form>
      </>
    ),
  }
}

/** The team as its members see it: who agreed to what. Parts kept to others are not on it, and not counted. */
async function memberPage(c: WebContext): Promise<Shown> {
  const view = await viewTeam(c.var.ctx, idFrom(c))
  const { team, us } = view
  const held = holdings(view.seats)
  const name = (organisation: string | undefined) => (organisation === us ? 'You' : view.names.get(organisation ?? '') ?? 'Somebody')
  const ours = view.seats.filter((seat) => seat.organisation === us)
  return {
    title: team.title, width: 'work',
    body: (
      <>
        <Heading above={<a href={routes.teams}>Teams</a>} intro={[team.says, ...(team.answerBy ? [`Answer due ${dayInWords(team.answerBy)}.`] : [])].join(' ')} actions={<LinkButton href={routes.teamRoom(team.id)} variant="main">Open the room</LinkButton>}>{team.title}</Heading>
        <TeamTabs team={team} current="team" leads={view.leads} />
        {team.state.is === 'finished' && <Good word="Finished">The job is done. Thank you for your part.</Good>}
        {team.state.is === 'ended' && <Note word="Ended"><p>{team.state.because ?? 'The lead has ended this team.'}</p></Note>}
        <p className="intro">{view.says}</p>
        <Section title="Who does what" count={view.rows.length}>
          <Rows>
            {view.rows.map((row) => {
              const seat = held.get(row.part.id)
              return <Row key={row.part.id} title={row.part.says} href={routes.teamPart(team.id, row.part.id)} detail={seat ? `${name(seat.organisation)}${row.part.size ? ` · ${row.part.size}` : ''}${row.part.needToKnow ? ' · kept to its holder and the lead' : ''}` : 'Nobody yet'} aside={<LevelState level={row.level} />} />
            })}
          </Rows>
        </Section>
        <Section title="In the team" count={view.members.length}>
          <Rows>{view.members.map((member) => <Row key={member} title={name(member)} href={ours.some((seat) => seat.organisation === member) && member === us ? routes.seat(team.id, ours[0]?.id ?? '') : undefined} detail={member === team.lead ? 'Leads' : 'Holds a seat'} aside={member === team.lead ? <State shape="diamond">Lead</State> : undefined} />)}</Rows>
        </Section>
        <p className="fine"><TeamState team={team} /></p>
      </>
    ),
  }
}

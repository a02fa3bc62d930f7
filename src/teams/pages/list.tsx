import { listOpenBriefs, listOurBriefs, findBrief, type Brief } from '../../briefs/index.ts'
import type { Tx } from '../../kit/ctx.ts'
import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, type FormState } from '../../kit/web/form.ts'
import { SignInFirst } from '../../kit/refusal.ts'
import { isId, type Id } from '../../kit/ids.ts'
import { listMyNetworks } from '../../networks/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Day, Empty, Field, Form, Heading, Hidden, LinkButton, Pager, PAGE_SIZE, Row, Rows, Section, State, Tabs, Ticks } from '../../ui/index.ts'
import { NEED_WORDS, type Team } from '../team.ts'
import { countTeams, listTeams } from '../team-store.ts'
import { namesIn } from '../stand-in.ts'
import { startTeam } from '../start-team.ts'
import { idIn, pageNumber } from './param.ts'

export function listPages(pages: Pages): void {
  pages.get(routes.teams, async (c) => show(c, await list(c)))
  formPage(pages, routes.newTeam, {
    show: startPage,
    send: async (c, values) => { if (!c.var.ctx.actor.person) throw new SignInFirst(); return goTo(c, routes.team(await startTeam(c.var.ctx, values)), { says: 'The team is started. Line-up A holds you alone so far.' }) },
  })
}

async function list(c: WebContext): Promise<Shown> {
  if (!c.var.ctx.actor.person) throw new SignInFirst()
  const over = c.req.query('over') === 'yes', page = pageNumber(c)
  const { teams, total } = await c.var.ctx.read(async (tx) => ({ teams: await listTeams(tx, { over, past: (page - 1) * PAGE_SIZE }), total: await countTeams(tx, over) }))
  const names = await namesIn(c.var.ctx, teams.map((team) => team.lead))
  const us = c.var.ctx.actor.organisation
  const address = (to: number) => `${routes.teams}?page=${to}${over ? '&over=yes' : ''}`
  return {
    title: 'Teams', width: 'work',
    body: (
      <>
        <Heading intro="Take on work too big for one of you: everyone does what they are best at, and the team can prove it." actions={<LinkButton href={routes.newTeam} variant="main">Build a team</LinkButton>}>Teams</Heading>
        <Tabs label="Teams" tabs={[{ label: 'Under way', href: routes.teams, current: !over }, { label: 'Finished and ended', href: `${routes.teams}?over=yes`, current: over }]} />
        {teams.length === 0 && <Empty title={over ? 'No team has come to its end yet' : 'No team yet'} example="Hydrogen test bench · you lead · 6 of 8 proven, 1 gap">A team answers one brief. Start from a brief of yours, or from one that is open in your network.</Empty>}
        <Rows label="Teams">{teams.map((team) => <Row key={team.id} title={team.title} href={routes.team(team.id)} detail={<>{team.lead === us ? 'You lead it' : `${names.get(team.lead) ?? 'Somebody'} leads it`}{team.answerBy && <> · answer due <Day on={team.answerBy} /></>}</>} aside={<TeamState team={team} />} />)}</Rows>
        {total > PAGE_SIZE && <Pager things="teams" from={(page - 1) * PAGE_SIZE + 1} to={(page - 1) * PAGE_SIZE + teams.length} total={total} previousHref={page > 1 ? address(page - 1) : undefined} nextHref={page * PAGE_SIZE < total ? address(page + 1) : undefined} />}
      </>
    ),
  }
}

export function TeamState({ team }: { team: Pick<Team, 'state'> }) {
  if (team.state.is === 'finished') return <State tone="good">Finished</State>
  return team.state.is === 'ended' ? <State shape="dash">Ended</State> : <State shape="half" tone="note">Under way</State>
}

async function startPage(c: WebContext, form: FormState): Promise<Shown> {
  if (!c.var.ctx.actor.person) throw new SignInFirst()
  const wanted = idIn<'brief'>(c, 'brief') ?? idTyped(form)
  const found = await c.var.ctx.read(async (tx) => {
    const networks = (await listMyNetworks(tx)).filter((network) => network.isMember)
    for (const network of wanted ? networks : []) {
      const brief = wanted && await findBrief(tx, network.id, wanted)
      if (brief) return { brief, choices: [] as const, networks }
    }
    return { choices: await briefsToAnswer(tx, networks.map((network) => network.id)), networks }
  })
  return { title: 'Build a team', width: 'reading', body: found.brief ? <ForBrief brief={found.brief} form={form} /> : <Choose choices={found.choices} slug={found.networks[0]?.slug} /> }
}

/** What came in the form, where it is an id at all. */
function idTyped({ values }: FormState): Id<'brief'> | undefined {
  const typed = values['brief']
  return isId<'brief'>(typed) ? typed : undefined
}

async function briefsToAnswer(tx: Tx, networks: readonly Id<'network'>[]): Promise<readonly Brief[]> {
  const ours = (await listOurBriefs(tx)).briefs
  const open: Brief[] = []
  for (const network of networks) open.push(...(await listOpenBriefs(tx, network)).briefs)
  return [...new Map([...ours.filter((brief) => brief.state.is !== 'withdrawn'), ...open].map((brief) => [brief.id, brief])).values()].filter((brief) => brief.parts.length > 0).slice(0, PAGE_SIZE)
}

function Choose({ choices, slug }: { choices: readonly Brief[]; slug?: string }) {
  const add = slug && <LinkButton href={routes.newBrief(slug)}>Write or paste a brief</LinkButton>
  return (
    <>
      <Heading above={<a href={routes.teams}>Teams</a>} intro="Which brief do you want to answer?" actions={add}>Build a team</Heading>
      {choices.length === 0 && <Empty title="No brief with parts yet" example="Hydrogen test bench: design, titanium machining, controls, certification" action={add}>Paste a brief and pick its parts from it, or type them; then come back here.</Empty>}
      <Rows label="Briefs">{choices.map((brief) => <Row key={brief.id} title={brief.title} href={`${routes.newTeam}?brief=${brief.id}`} detail={<>{brief.by} · {brief.parts.length === 1 ? '1 part' : `${brief.parts.length} parts`}{brief.answerBy && <> · answer by <Day on={brief.answerBy} /></>}</>} />)}</Rows>
    </>
  )
}

function ForBrief({ brief, form }: { brief: Brief; form: FormState }) {
  return (
    <>
      <Heading above={<a href={routes.newTeam}>Build a team</a>} intro={brief.says}>{`A team for “${brief.title}”`}</Heading>
      <Form to={routes.newTeam} {...form} seenBy="Only you, until somebody takes a seat">
        <Hidden name="network" value={brief.network} />
        <Hidden name="brief" value={brief.id} />
        <Field name="title" label="What you call this team" value={brief.title} maxLength={120} />
        <Field name="says" type="textarea" rows={3} label="What the team is for" maxLength={600} value={`To answer “${brief.title}” together.`} hint="Everyone you invite reads this first." />
        <Ticks name="parts" label="The parts you mean to do together" value={brief.parts.slice(0, 30).map((part) => part.id)} options={brief.parts.map((part) => ({ value: part.id, label: part.says, hint: NEED_WORDS[part.need] }))} />
        <Actions sticky><Button>Start the team</Button><LinkButton href={routes.teams}>Not now</LinkButton></Actions>
      </Form>
      <Section title="What happens then"><p>You see at once who could do which part, with proof. Nobody is told anything before you invite them.</p></Section>
    </>
  )
}

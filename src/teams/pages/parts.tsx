import { findFits, findFriendlyPaths } from '../../matches/index.ts'
import { getNetworkById, listCapabilities } from '../../networks/index.ts'
import { listClaims, listJobsById } from '../../answers/index.ts'
import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, type FormState } from '../../kit/web/form.ts'
import { isId, type Id } from '../../kit/ids.ts'
import { NotAllowed, NotFound } from '../../kit/refusal.ts'
import { namesOfOrganisations } from '../../organisations/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Card, Choice, Day, dayInWords, Empty, Facts, Field, Form, Heading, LinkButton, PostButton, Row, Rows, Section, Select, Tick } from '../../ui/index.ts'
import { nameOn, openDesk, viewTeam } from '../builder.ts'
import { addPart, changePart, removePart } from '../change-part.ts'
import { LEVEL_WORD } from '../grid.ts'
import { listEntries } from '../room-store.ts'
import { listSeats } from '../seat-store.ts'
import { holdings } from '../seat.ts'
import { namesIn, standIn } from '../stand-in.ts'
import { NEED_WORDS, type Part, type Team } from '../team.ts'
import { getPart } from '../team-store.ts'
import { EntryForm, EntryRows } from './room.tsx'
import { idFrom } from './param.ts'
import { LevelState } from './parts-of-page.tsx'

export function partPages(pages: Pages): void {
  formPage(pages, routes.newTeamPart(':id'), {
    show: (c, form) => partForm(c, form),
    send: async (c, values) => { await addPart(c.var.ctx, idFrom(c), values); return goTo(c, routes.team(idFrom(c)), { says: 'The part is added.' }) },
  })
  formPage(pages, routes.editTeamPart(':id', ':part'), {
    start: async (c) => valuesOf((await partOf(c)).part),
    show: async (c, form) => partForm(c, form, (await partOf(c)).part),
    send: async (c, values) => {
      await changePart(c.var.ctx, idFrom(c), idFrom(c, 'part'), values)
      return goTo(c, routes.teamPart(idFrom(c), idFrom(c, 'part')), { says: 'Saved. Whoever holds it is asked whether it still stands.' })
    },
  })
  pages.post(routes.teamPartRemoval(':id', ':part'), async (c) => { await removePart(c.var.ctx, idFrom(c), idFrom(c, 'part')); return goTo(c, routes.team(idFrom(c)), { says: 'The part is taken away.' }) })
  pages.get(routes.teamPart(':id', ':part'), async (c) => show(c, await partPage(c)))
  pages.get(routes.teamPartPeople(':id', ':part'), async (c) => show(c, await peoplePage(c)))
  pages.get(routes.teamPartProof(':id', ':part', ':organisation'), async (c) => show(c, await proofPage(c)))
}

async function partOf(c: WebContext): Promise<{ team: Team; part: Part; leads: boolean; us: Id<'organisation'> }> {
  return c.var.ctx.read(async (tx) => {
    const { team, standing, us } = await standIn(tx, idFrom(c))
    return { team, part: await getPart(tx, team, idFrom(c, 'part')), leads: standing.leads, us }
  })
}

const valuesOf = (part: Part) => ({ says: part.says, capability: part.capability ?? '', need: part.need, size: part.size ?? '', startsOn: part.startsOn ?? '', endsOn: part.endsOn ?? '', district: part.district ?? '', details: part.details ?? '', ...(part.needToKnow && { needToKnow: 'yes' }) })

async function partForm(c: WebContext, form: FormState, part?: Part): Promise<Shown> {
  const { team, capabilities } = await c.var.ctx.read(async (tx) => {
    const found = await standIn(tx, idFrom(c))
    if (!found.standing.leads) throw new NotAllowed('Only the lead of this team may do that.', 'Write to the lead in the team’s room.')
    return { team: found.team, capabilities: await listCapabilities(tx, found.team.network) }
  })
  const to = part ? routes.editTeamPart(team.id, part.id) : routes.newTeamPart(team.id)
  return {
    title: part ? 'Change a part' : 'Add a part', width: 'reading',
    body: (
      <>
        <Heading above={<a href={routes.team(team.id)}>{team.title}</a>} intro={part ? 'Whoever was invited for it is asked no longer; whoever holds it is asked whether it still stands.' : undefined}>{part ? 'Change a part' : 'Add a part'}</Heading>
        <Form to={to} {...form} seenBy="The team, unless you keep it to its holder">
          <Field name="says" label="What it is" maxLength={200} />
          <Select name="capability" label="The capability it asks for" prompt="In these words only" width="medium" options={capabilities.map((one) => ({ value: one.id, label: one.title }))} optional />
          <Choice name="need" label="How much it matters" layout="line" value="must" options={[{ value: 'must', label: 'Must' }, { value: 'should', label: 'Should' }]} />
          <Field name="size" label="How much" maxLength={120} optional hint="“600 hours”, “60 pieces”" />
          <Field name="startsOn" type="date" label="Starts on" width="short" optional />
          <Field name="endsOn" type="date" label="Ends on" width="short" optional />
          <Field name="district" label="Where" width="short" optional hint="A postcode district, such as HV2." />
          <Field name="details" type="textarea" rows={4} label="What its holder needs to know" maxLength={2000} optional hint="Read by its holder and you, nobody else." />
          <Tick name="needToKnow" label="Keep this part to its holder and the lead" hint="The others in the team do not learn that it is there." optional />
          <Actions sticky><Button>{part ? 'Save the part' : 'Add the part'}</Button></Actions>
        </Form>
        {part && <Section title="No longer needed"><PostButton to={routes.teamPartRemoval(team.id, part.id)} variant="danger">Take the part away</PostButton></Section>}
      </>
    ),
  }
}

async function partPage(c: WebContext): Promise<Shown> {
  const { team, part, leads, us } = await partOf(c)
  const view = await viewTeam(c.var.ctx, team.id)
  const holder = holdings(view.seats).get(part.id)
  const row = view.rows.find((one) => one.part.id === part.id)
  const entries = await c.var.ctx.read((tx) => listEntries(tx, team, { part: part.id }))
  const names = await namesIn(c.var.ctx, [...entries.map((entry) => entry.by), holder?.organisation])
  const mayRead = leads || holder?.organisation === us
  return {
    title: part.says, width: 'reading',
    body: (
      <>
        <Heading above={<a href={routes.team(team.id)}>{team.title}</a>} actions={leads && <LinkButton href={routes.editTeamPart(team.id, part.id)} variant="main">Change the part</LinkButton>}>{part.says}</Heading>
        <Facts facts={[
          { name: 'Matters', is: NEED_WORDS[part.need] }, ...(part.size ? [{ name: 'How much', is: part.size }] : []), ...(part.startsOn ? [{ name: 'From', is: <Day on={part.startsOn} /> }] : []), ...(part.endsOn ? [{ name: 'To', is: <Day on={part.endsOn} /> }] : []),
          { name: 'Held by', is: holder?.organisation ? names.get(holder.organisation) ?? 'Somebody' : 'Nobody yet' }, { name: 'Cover', is: <LevelState level={row?.level} /> },
          ...(part.needToKnow ? [{ name: 'Kept to', is: 'Its holder and the lead' }] : []),
        ]} />
        {mayRead && part.details && <Section title="What its holder needs to know"><p>{part.details}</p></Section>}
        {leads && <Actions><LinkButton href={routes.teamPartPeople(team.id, part.id)}>See who could do it</LinkButton></Actions>}
        <Section title="About this part" count={entries.length} intro={part.needToKnow ? 'Read by its holder and the lead.' : 'Read by the team.'}>
          <EntryRows entries={entries} team={team} names={names} us={us} leads={leads} />
          {team.state.is === 'open' && <EntryForm team={team} part={part.id} seenBy={part.needToKnow ? 'Its holder and the lead' : 'The team'} />}
        </Section>
      </>
    ),
  }
}

/** Who could fill a gap, with reasons; from here it becomes an invitation, or a question to somebody who knows them. */
async function peoplePage(c: WebContext): Promise<Shown> {
  const { ctx } = c.var
  const desk = await openDesk(ctx, idFrom(c))
  const part = desk.parts.find((one) => one.id === c.req.param('part'))
  if (!part) throw new NotFound('There is no such part.')
  const { team } = desk, line = desk.lines[0]
  const inside = new Set<string>([team.lead, ...[...holdings(desk.seats).values()].flatMap((seat) => seat.organisation ?? [])])
  const fits = (await findFits(ctx, team.network, { lens: 'gap', ...(part.capability ? { capability: part.capability } : { want: part.says }), most: 60 }, { limit: 60 })).suggestions
  const word = new Map<string, string>(fits.map((fit) => [fit.organisation, fit.word]))
  const covering = desk.fed.covers.get(part.id) ?? new Map<string, never>()
  const order = ['proven', 'old proof', 'claimed']
  const people = [...covering].filter(([id]) => !inside.has(id) && desk.names.has(id)).toSorted(([a, one], [b, other]) => order.indexOf(one.level) - order.indexOf(other.level) || place(fits, a) - place(fits, b)).slice(0, 25)
  const slug = (await ctx.read((tx) => getNetworkById(tx, team.network))).slug
  const paths = await Promise.all(people.slice(0, 10).map(async ([id]) => [id, await findFriendlyPaths(ctx, team.network, { from: team.lead, to: id as Id<'organisation'>, most: 1 })] as const)) // ids of the atlas's organisations
  const known = new Map(paths)
  return {
    title: `Who could do “${part.says}”`, width: 'reading',
    body: (
      <>
        <Heading above={<a href={routes.team(team.id)}>{team.title}</a>} intro={people.length === 0 ? undefined : people.length === 1 ? 'One organisation you can see says that it does this.' : `${people.length} organisations you can see say that they do this, the best proven first.`}>{`Who could do “${part.says}”`}</Heading>
        {people.length === 0 && <Empty title="No one yet" action={<><LinkButton href={routes.newSeat(team.id)}>Invite somebody by link</LinkButton><LinkButton href={`${routes.newNeed(slug)}?${new URLSearchParams({ lens: 'gap', want: part.says })}`}>Post it as a need</LinkButton></>}>Nobody your network shows you claims this. Somebody outside it can be invited by a link, or the part can be put in other words.</Empty>}
        {people.map(([id, cover]) => {
          const path = known.get(id)?.[0], introducer = path?.introducer
          return (
            <Card key={id} title={nameOn(desk, id)} href={routes.organisation(id)} state={<LevelState level={cover.level} />} actions={(
              <>
                <LinkButton href={`${routes.newSeat(team.id)}?organisation=${id}&part=${part.id}`} about={nameOn(desk, id)}>Invite</LinkButton>
                {introducer && <LinkButton href={`${routes.newIntroduction}?to=${id}&through=${introducer.id}&network=${slug}`} about={`to ${nameOn(desk, id)}`}>{`Ask ${introducer.name} to introduce us`}</LinkButton>}
                {line && <PostButton to={routes.lineUpSteps(team.id, line.id)} fields={{ do: 'add', organisation: id }} about={nameOn(desk, id)}>{`Try in line-up ${line.name}`}</PostButton>}
              </>
            )}>
              <ul>
                <li>{cover.level === 'proven' ? 'They have done this, and others stand behind it.' : cover.level === 'old proof' ? 'They have done this, a while ago.' : 'They say they can do this; nothing stands behind it yet.'}</li>
                {word.has(id) && <li>{`${word.get(id)} fit with what you bring and need.`}</li>}
                {path?.steps.flatMap((step) => step.words).map((says) => <li key={says}>{says}</li>)}
                {desk.fed.rivals.has(id) && <li>They are in your own trade: you would agree on the scope first.</li>}
              </ul>
            </Card>
          )
        })}
      </>
    ),
  }
}

const place = (fits: readonly { organisation: string }[], id: string) => { const at = fits.findIndex((fit) => fit.organisation === id); return at < 0 ? fits.length : at }

/** What stands behind a cell: the claim, its proof, its date and whose it is, as far as the asker sees them. */
async function proofPage(c: WebContext): Promise<Shown> {
  const { team, part, leads } = await partOf(c)
  const organisation = c.req.param('organisation') ?? ''
  if (!isId<'organisation'>(organisation)) throw new NotFound()
  const covers = leads ? (await openDesk(c.var.ctx, team.id)).fed.covers : new Map((await viewTeam(c.var.ctx, team.id)).rows.map((row) => [row.part.id as string, new Map(row.cells.flatMap((cell) => (cell.covering ? [[cell.organisation, cell.covering] as const] : [])))]))
  const covering = covers.get(part.id)?.get(organisation)
  if (!covering) throw new NotFound('They do not cover this part, or it is not shown to you.')
  const { name, claim, jobs } = await c.var.ctx.read(async (tx) => {
    const claims = await listClaims(tx, organisation).catch(() => [])
    const found = claims.find((one) => one.id === covering.claim || (one.capability !== undefined && one.capability === (covering.capability ?? part.capability)))
    const ids = found?.proofs.flatMap((proof) => (proof.behind.is === 'job' ? [proof.behind.id] : [])) ?? []
    return { name: (await namesOfOrganisations(tx, [organisation])).get(organisation) ?? (await namesIn(c.var.ctx, [organisation])).get(organisation) ?? 'An organisation', claim: found, jobs: await listJobsById(tx, ids) }
  })
  const seat = (await c.var.ctx.read((tx) => listSeats(tx, team))).find((one) => one.organisation === organisation && one.parts.some((held) => held.part === part.id && held.heldAt && !held.givenUpAt))
  const said = seat?.parts.find((one) => one.part === part.id)?.proof
  return {
    title: `${name}: ${part.says}`, width: 'reading',
    body: (
      <>
        <Heading above={<a href={routes.teamPart(team.id, part.id)}>{part.says}</a>}>{`${name}: what stands behind it`}</Heading>
        <Facts facts={[
          { name: 'Cover', is: <LevelState level={covering.level} /> }, { name: 'Owner', is: name }, ...(claim ? [{ name: 'Claim', is: claim.title }, { name: 'They last confirmed it on', is: dayInWords(claim.confirmedAt) }] : []),
          ...(claim?.says ? [{ name: 'In their words', is: claim.says }] : []), ...(said ? [{ name: 'Their word for this team', is: said.is === 'confirmed' ? `Still stands, said on ${dayInWords(said.at)}` : said.is === 'denied' ? 'They say it no longer stands' : said.is === 'asked' ? 'Asked; no reply yet' : 'Not asked yet' }] : []),
        ]} />
        <Section title="Proof" count={(claim?.proofs.length ?? 0)}>
          {(!claim || claim.proofs.length === 0) && <p>{covering.level === 'claimed' ? `${LEVEL_WORD.claimed}: they say so, and nothing is shown to you that stands behind it.` : 'A finished job that you may know of stands behind it.'}</p>}
          <Rows>{jobs.map((job) => <Row key={job.id} title={job.what} detail={`${job.forWhom ? `For ${job.forWhom}, ` : ''}finished on ${dayInWords(job.finishedOn)}`} />)}{claim?.proofs.filter((proof) => proof.behind.is !== 'job').map((proof) => <Row key={proof.id} title={proof.behind.is === 'certificate' ? 'A certificate' : proof.behind.is === 'figure' ? 'A figure' : 'A recommendation'} detail={proof.countsUntil ? `Counts until ${dayInWords(proof.countsUntil)}` : 'Stands beside the claim'} />)}</Rows>
        </Section>
        <Actions>
          <LinkButton href={routes.organisation(organisation)}>{`Open ${name}`}</LinkButton>
          {leads && seat && organisation !== team.lead && said?.is !== 'asked' && <PostButton to={routes.seatProofRequest(team.id, seat.id, part.id)}>Ask them whether it still stands</PostButton>}
        </Actions>
      </>
    ),
  }
}

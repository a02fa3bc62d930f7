import { capabilityNamed, withNarrower } from '../../answers/index.ts'
import { isId } from '../../kit/ids.ts'
import type { Shown, WebContext } from '../../kit/web/env.ts'
import { Above, getNetwork, listCapabilities, NetworkTabs, slugsOf } from '../../networks/index.ts'
import { districtOf } from '../../organisations/index.ts'
import { routes } from '../../routes.ts'
import { Button, Chips, Day, Empty, Field, Form, Heading, Hidden, LinkButton, Pager, Row, Rows, Section, State, type Chip } from '../../ui/index.ts'
import type { Brief } from '../brief.ts'
import { listOurBriefs } from '../brief-store.ts'
import { INTEREST_WORDS } from '../interest.ts'
import { countWaiting, listOurInterests } from '../interest-store.ts'
import { listOpenBriefs, type OpenFilters } from '../open-store.ts'
import { FeedLinks } from './feed-links.tsx'
import { mustBeSignedIn, slugOf } from './param.ts'

const SOON_DAYS = 14

type Asked = { readonly can: string; readonly place: string; readonly rivals: boolean; readonly ours: boolean; readonly soon: boolean }

function askedIn(c: WebContext): Asked {
  const text = (name: string) => (c.req.query(name) ?? '').trim().slice(0, 80)
  return { can: text('can'), place: text('place'), rivals: c.req.query('rivals') === 'yes', ours: c.req.query('ours') === 'yes', soon: c.req.query('soon') === 'yes' }
}

/** What needs to be done in a network, and for whom one could do it: what closes first, first. */
export async function listPage(c: WebContext): Promise<Shown> {
  const asked = askedIn(c)
  const found = await c.var.ctx.read(async (tx) => {
    const network = await getNetwork(tx, slugOf(c))
    const vocabulary = network.isMember || network.organises ? await listCapabilities(tx, network.id) : []
    const named = asked.can ? capabilityNamed(vocabulary, asked.can) : undefined
    const place = districtOf(asked.place) ?? (/^[A-Za-z]{1,2}$/.test(asked.place) ? asked.place.toUpperCase() : undefined)
    const filters: OpenFilters = {
      ...(asked.can ? { capabilities: named ? withNarrower(vocabulary, [named]) : [] } : {}), ...(asked.place ? { place: place ?? 'ZZ99' } : {}),
      openToRivals: asked.rivals || undefined, ours: asked.ours || undefined, closingBy: asked.soon ? new Date(c.var.ctx.now.getTime() + SOON_DAYS * 86_400_000).toISOString().slice(0, 10) : undefined,
    }
    return { network, vocabulary, page: await listOpenBriefs(tx, network.id, { ...filters, ...placeIn(c) }) }
  })
  const { network, vocabulary, page } = found
  const address = (change: Partial<Record<keyof Asked | 'after' | 'before', string>> = {}) => {
    const wanted = { can: asked.can, place: asked.place, rivals: asked.rivals ? 'yes' : '', ours: asked.ours ? 'yes' : '', soon: asked.soon ? 'yes' : '', ...change }
    const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value !== ''))
    return query.size > 0 ? `${routes.briefs(network.slug)}?${query}` : routes.briefs(network.slug)
  }
  const chip = (label: string, name: 'rivals' | 'ours' | 'soon'): Chip => ({ label, href: address({ [name]: asked[name] ? '' : 'yes' }), on: asked[name], removes: asked[name] })
  const first = page.briefs[0], last = page.briefs.at(-1)
  const back = c.req.query('before') !== undefined, on = c.req.query('after') !== undefined
  return {
    title: `Briefs in ${network.name}`, width: 'work',
    body: (
      <>
        <FeedLinks network={network} />
        <Heading above={<Above network={network} />} intro="What needs to be done, in parts. Take one on, or build a team for all of it."
          actions={network.isMember && <><LinkButton href={routes.newBrief(network.slug)} variant="main">Say what needs to be done</LinkButton><LinkButton href={routes.briefReadings(network.slug)}>Paste a tender</LinkButton></>}>Briefs</Heading>
        <NetworkTabs network={network} current="briefs" />
        <Form to={routes.briefs(network.slug)} method="get" layout="line" label="Filter the briefs" values={{ can: asked.can, place: asked.place }}>
          {vocabulary.length > 0 && <Field name="can" label="Asks for" optional width="medium" suggestions={vocabulary.map((one) => one.title)} />}
          <Field name="place" label="Postcode district or area" optional width="short" />
          {asked.rivals && <Hidden name="rivals" value="yes" />}{asked.ours && <Hidden name="ours" value="yes" />}{asked.soon && <Hidden name="soon" value="yes" />}
          <Button variant="quiet">Show them</Button>
        </Form>
        <Chips label="Filters" chips={[...(asked.can ? [{ label: asked.can, href: address({ can: '' }), on: true, removes: true }] : []), ...(asked.place ? [{ label: asked.place, href: address({ place: '' }), on: true, removes: true }] : []),
          chip('Rivals welcome', 'rivals'), chip('Ours', 'ours'), chip('Closing within two weeks', 'soon')]} />
        {page.briefs.length === 0 && <Empty title={Object.values(asked).some(Boolean) ? 'No open brief fits' : 'No brief is open here'} example="Hydrogen test bench · eight parts · answer by 14 May"
          action={network.isMember && <LinkButton href={routes.newBrief(network.slug)}>Say what needs to be done</LinkButton>}>A job too big for one of you starts with one clear page.</Empty>}
        <Rows label="Open briefs">{page.briefs.map((brief) => <BriefRow key={brief.id} brief={brief} slug={network.slug} />)}</Rows>
        {(page.more || on || back) && <Pager things="briefs" from={1} to={page.briefs.length} previousHref={first && (on || (back && page.more)) ? address({ before: `${first.answerBy} ${first.id}` }) : undefined} nextHref={last && (back || page.more) ? address({ after: `${last.answerBy} ${last.id}` }) : undefined} />}
        {network.listed === 'anyone' && <p className="quiet-text">Follow the public briefs <a href={routes.briefsFeed(network.slug)}>as a feed (Atom)</a> or <a href={routes.briefsCalendar(network.slug)}>in your calendar (iCal)</a>.</p>}
      </>
    ),
  }
}

function placeIn(c: WebContext): Pick<OpenFilters, 'after' | 'before'> {
  const read = (name: 'after' | 'before') => {
    const [answerBy = '', id] = (c.req.query(name) ?? '').split(' ')
    return /^\d{4}-\d{2}-\d{2}$/.test(answerBy) && isId(id) && !Number.isNaN(Date.parse(answerBy)) ? { answerBy, id } : undefined
  }
  const after = read('after')
  return { after, before: after ? undefined : read('before') }
}

function BriefRow({ brief, slug }: { brief: Brief; slug: string }) {
  const count = brief.parts.length
  return (
    <Row title={brief.title} href={routes.brief(slug, brief.id)}
      detail={<>{[brief.by, count === 1 ? 'one part' : `${count} parts`, brief.district, brief.openToRivals ? 'rivals welcome' : undefined].filter(Boolean).join(' · ')}{brief.answerBy && <> · answer by <Day on={brief.answerBy} /></>}</>} />
  )
}

/** Our own briefs, drafts too, and where we have shown interest. */
export async function ourPage(c: WebContext): Promise<Shown> {
  mustBeSignedIn(c)
  const { ours, waiting, interests, slugs } = await c.var.ctx.read(async (tx) => {
    const { briefs } = await listOurBriefs(tx)
    return { ours: briefs, waiting: await countWaiting(tx, briefs.map((brief) => brief.id)), interests: await listOurInterests(tx), slugs: await slugsOf(tx, briefs.map((brief) => brief.network)) }
  })
  return {
    title: 'Our briefs', width: 'work',
    body: (
      <>
        <Heading intro="What we have asked for, and where we have offered to help.">Our briefs</Heading>
        <Section title="We asked for" count={ours.length}>
          {ours.length === 0 && <Empty title="Nothing asked for yet" example="Hydrogen test bench · draft">A brief says what needs to be done, in parts that others can take on. Write it in your network, under Briefs.</Empty>}
          <Rows label="Our briefs">{ours.map((brief) => {
            const heard = waiting.get(brief.id)
            return <Row key={brief.id} title={brief.title} href={routes.brief(slugs.get(brief.network) ?? '', brief.id)} detail={heard && heard.all > 0 ? `${heard.all} interested, ${heard.waiting} waiting for your answer` : undefined} aside={<BriefStateWord brief={brief} />} />
          })}</Rows>
        </Section>
        <Section title="We offered to help" count={interests.length}>
          {interests.length === 0 && <p className="quiet-text">Nothing yet. Look through the open briefs of your network.</p>}
          <Rows label="Our interest">{interests.map((one) => <Row key={one.id} title={one.briefTitle} href={routes.brief(one.slug, one.brief)} detail={`“${one.says}”`} aside={<State>{INTEREST_WORDS[one.state.is]}</State>} />)}</Rows>
        </Section>
      </>
    ),
  }
}

export function BriefStateWord({ brief: { state } }: { brief: Pick<Brief, 'state'> }) {
  switch (state.is) {
    case 'draft': return <State shape="ring">Draft, only you see it</State>
    case 'open': return <State tone="good">Open</State>
    case 'closed': return <State shape="dash">Closed</State>
    case 'withdrawn': return <State shape="dash">Withdrawn</State>
  }
}

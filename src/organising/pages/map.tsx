import { renderToStaticMarkup } from 'react-dom/server'
import { DistrictMap } from '../../answers/index.ts'
import { NotFound } from '../../kit/refusal.ts'
import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import type { FriendlyPath } from '../../matches/index.ts'
import { Above, NetworkTabs } from '../../networks/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Chips, Empty, Form, Heading, Hidden, LinkButton, Note, Section, Select, Tabs, Who, type Problems, type Whom } from '../../ui/index.ts'
import { mapAsCsv, mapAsGraphml } from '../export-map.ts'
import { findMeeting } from '../meet.ts'
import { MAP_VIEWS, queryOf, readMeeting, readQuestion, readView, type MapView } from '../map-question.ts'
import { MOST_DRAWN, readMap, type NetworkMap } from '../read-map.ts'
import { districtsOf } from '../places.ts'
import { FocusPanel } from './focus-panel.tsx'
import { onlyOf, readNames, whoOnMap } from './who-on-map.ts'
import { MapList } from './map-list.tsx'
import { MeetPart } from './meet-part.tsx'
import { Legend, Picture } from './picture.tsx'

const VIEW_WORDS: Readonly<Record<MapView, string>> = { links: 'Links', places: 'Places', list: 'List' }

/** The network as links, places and list: one view of three faces, each with an address of its own. */
export function mapPages(pages: Pages): void {
  pages.get(routes.networkMap(':slug'), async (c) => show(c, await page(c)))
  const download = (kind: string, type: string, make: (map: NetworkMap) => string) => pages.get(routes.networkMapAs(':slug', kind), async (c) => {
    const map = await readMap(c.var.ctx, slugOf(c), readQuestion((name) => c.req.query(name)))
    return c.body(make(map), 200, { 'Content-Type': `${type}; charset=utf-8`, 'Content-Disposition': `attachment; filename="map-${slugOf(c).replaceAll(/[^a-z0-9-]/g, '')}.${kind}"` })
  })
  download('csv', 'text/csv', mapAsCsv)
  download('graphml', 'application/graphml+xml', mapAsGraphml)
  download('svg', 'image/svg+xml', (map) => `<?xml version="1.0" encoding="UTF-8"?>\n${renderToStaticMarkup(<Picture map={map} hrefOf={() => '#'} hrefOfGroup={() => '#'} standsAlone />)}`)
}

const slugOf = (c: WebContext): string => c.req.param('slug') ?? ''

async function page(c: WebContext): Promise<Shown> {
  const { ctx } = c.var, slug = slugOf(c)
  const { query, sent, problems } = await readNames(c)
  const view = readView(query('view')), wantedPage = Math.max(1, Math.floor(Number(query('page')) || 1)), meeting = readMeeting(query)
  const map = await readMap(ctx, slug, readQuestion(query))
  if (map.question.focus && !map.focus && readQuestion(query).focus) throw new NotFound()
  const paths = meeting.from && meeting.to ? await findMeeting(ctx, slug, { from: meeting.from, to: meeting.to }) : undefined
  const us = map.network.isMember ? ctx.actor.organisation : undefined
  const { whom, districts } = await ctx.read(async (tx) => ({ whom: await whoOnMap(tx, { map, meeting, sent, problems, us }), districts: await districtsOf(tx, map.nodes) }))
  const path = routes.networkMap(slug), kept = view === 'links' ? undefined : view
  const hrefs = { of: (id: string) => path + queryOf({ ...map.question, focus: id as typeof map.question.focus, group: undefined, district: undefined }, { view: kept }), ofGroup: (group: string) => path + queryOf({ ...map.question, group }, { view: kept }) }
  return {
    title: `Map of ${map.network.name}`, width: 'work', hasProblems: Object.keys(problems).length > 0,
    body: (
      <>
        <Heading above={<Above network={map.network} />} intro="Who can do what, and who knows whom, as far as both sides show it.">Map</Heading>
        <NetworkTabs network={map.network} current="map" />
        <Controls map={map} whom={whom} problems={problems} view={view} path={path} us={us} />
        <Tabs label="See it as" tabs={MAP_VIEWS.map((one) => ({ label: VIEW_WORDS[one], href: path + queryOf(map.question, { view: one === 'links' ? undefined : one }), current: one === view }))} />
        {map.nodes.length === 0 ? <Nothing map={map} />
          : view === 'list' ? <MapList map={map} page={wantedPage} hrefOf={hrefs.of} hrefOfPage={(at) => path + queryOf(map.question, { view: 'list', page: String(at) })} />
          : view === 'places' ? <DistrictMap districts={districts.districts} placeless={districts.placeless} href={(district) => path + queryOf({ ...map.question, district }, { view: 'list' })} chosen={map.question.district ?? ''} />
          : <Links map={map} hrefs={hrefs} paths={paths} listHref={path + queryOf(map.question, { view: 'list' })} />}
        {map.focus && <FocusPanel map={map} focus={map.focus} us={us} />}
        <MeetPart network={map.network} question={map.question} meeting={meeting} paths={paths} whom={whom} problems={problems} us={us} />
        {map.nodes.length > 0 && <Section title="Take it with you" intro="The same filter, and only what you may see."><Actions>{(['svg', 'csv', 'graphml'] as const).map((kind) => <LinkButton key={kind} href={routes.networkMapAs(slug, kind) + queryOf(map.question)} download>{DOWNLOADS[kind]}</LinkButton>)}</Actions></Section>}
      </>
    ),
  }
}

const DOWNLOADS = { svg: 'Picture (SVG)', csv: 'Table (CSV)', graphml: 'Graph file (GraphML)' } as const

type Hrefs = { readonly of: (id: string) => string; readonly ofGroup: (id: string) => string }

function Links({ map, hrefs, paths, listHref }: { map: NetworkMap; hrefs: Hrefs; paths?: readonly FriendlyPath[]; listHref: string }) {
  const lit = new Set((paths?.[0]?.steps ?? []).flatMap((step) => [step.from.id as string, step.to.id as string]))
  return (
    <>
      {map.groups.length > 0 && <Note>{`${map.nodes.length.toLocaleString('en-GB')} members are too many to draw one by one. Open a group, take fewer steps, or read the list.`}</Note>}
      {map.more && <Note>There are more than are walked here. Take fewer steps, or choose what they do.</Note>}
      <p className="fine">{countInWords(map)} <a href={listHref}>The same as a list</a></p>
      {map.groups.length === 0 && map.nodes.length > MOST_DRAWN ? <Note>{`Too many to draw. The list has all ${map.nodes.length.toLocaleString('en-GB')}.`}</Note> : <Picture map={map} hrefOf={hrefs.of} hrefOfGroup={hrefs.ofGroup} lit={lit} />}
      <Legend />
    </>
  )
}

function countInWords({ nodes, links }: NetworkMap): string {
  return `${nodes.length === 1 ? '1 member' : `${nodes.length.toLocaleString('en-GB')} members`}, ${links.length === 1 ? '1 link' : `${links.length.toLocaleString('en-GB')} links`}.`
}

function Nothing({ map }: { map: NetworkMap }) {
  if (map.capability) return <Empty title={`Nobody here shows you that they do ${map.capability.title}`}>Choose another capability, or ask the organisers.</Empty>
  return <Empty title="Choose where to start" example="Kestrel Engineering — Moorside Precision">The map starts from one member or one capability, never from everything at once.</Empty>
}

function Controls({ map, whom, problems, view, path, us }: { map: NetworkMap; whom: Whom; problems: Problems; view: MapView; path: string; us?: string }) {
  const { question, vocabulary, focus, capability } = map
  const chips = [
    ...(focus ? [{ label: `Focus: ${focus.name}`, href: path + queryOf({ ...question, focus: undefined }, { view }), on: true, removes: true }] : []),
    ...(capability ? [{ label: capability.title, href: path + queryOf({ ...question, capability: undefined }, { view }), on: true, removes: true }] : []),
    ...(question.district ? [{ label: question.district, href: path + queryOf({ ...question, district: undefined }, { view }), on: true, removes: true }] : []),
    ...(question.group ? [{ label: vocabulary.find((one) => one.id === question.group)?.title ?? 'Nothing said yet', href: path + queryOf({ ...question, group: undefined }, { view }), on: true, removes: true }] : []),
  ]
  return (
    <>
      <Form to={path} method="get" layout="line" label="What the map shows" id={problems['focus'] ? 'shows' : undefined} problems={onlyOf(problems, ['focus'])} values={{ focus: question.focus ?? '', capability: question.capability ?? '' }}>
        {view !== 'links' && <Hidden name="view" value={view} />}
        <Who name="focus" label="Focus" prompt={us ? 'You' : 'Nobody'} width="medium" whom={whom} optional />
        <Select name="capability" label="Who does" prompt="Anything" width="medium" options={vocabulary.map(({ id, title }) => ({ value: id, label: title }))} optional />
        <Select name="steps" label="Steps" width="short" options={['1', '2', '3'].map((value) => ({ value, label: value }))} value={String(question.steps)} />
        <Button variant="quiet">Show it</Button>
      </Form>
      {chips.length > 0 && <Chips label="Filters" chips={chips} />}
    </>
  )
}

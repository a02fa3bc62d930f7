import { SignInFirst } from '../../kit/refusal.ts'
import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { DistrictMap } from '../../answers/index.ts'
import { listMyNetworks, type MyNetwork } from '../../networks/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Chips, Empty, Heading, Hidden, LinkButton, Note, Pager, Tabs } from '../../ui/index.ts'
import { findFits, type Fits } from '../fits/find-fits.ts'
import { countDistricts } from '../shown/count-districts.ts'
import { filterChips } from './chips.ts'
import { FindForm } from './find-form.tsx'
import { queryOf, questionOf, readLookedFor, type LookedFor } from './looked-for.ts'
import { MatchCard } from './match-card.tsx'
import { readDesk, type Desk } from './read-desk.ts'

/** Find partners: from a need to somebody who would help, why, and who could introduce us. */
export function findPage(pages: Pages): void {
  pages.get(routes.findPartners, async (c) => show(c, await find(c)))
}

const SIZE = 20

async function find(c: WebContext): Promise<Shown> {
  const { ctx } = c.var
  if (!ctx.actor.person) throw new SignInFirst()
  const networks = await ctx.read((tx) => listMyNetworks(tx))
  const asked = readLookedFor((name) => c.req.query(name))
  const network = networks.find((one) => one.slug === asked.network) ?? networks.find((one) => one.isMember) ?? networks[0]
  if (!network) return { title: 'Find partners', width: 'work', body: <Outside /> }
  const looked = { ...asked, network: networks.length > 1 ? network.slug : '' }
  const page = Math.min(10, Math.max(1, Math.floor(Number(c.req.query('page')) || 1))), asMap = c.req.query('view') === 'map'
  const [desk, fits] = await Promise.all([ctx.read((tx) => readDesk(tx, network)), findFits(ctx, network.id, questionOf(looked), { offset: (page - 1) * SIZE, limit: SIZE })])
  return {
    title: 'Find partners', width: 'work',
    body: (
      <>
        <Heading intro="Who would help, why, and who could introduce you." actions={<><LinkButton href={routes.savedMatches(network.slug)}>{desk.saved.size > 0 ? `Saved (${desk.saved.size})` : 'Saved'}</LinkButton><LinkButton href={routes.needs(network.slug)}>{desk.wants.length > 0 ? `Your needs (${desk.wants.length})` : 'Your needs'}</LinkButton></>}>Find partners</Heading>
        {networks.length > 1 && <Chips label="Network" chips={networks.map((one) => ({ label: one.name, href: routes.findPartners + queryOf({ ...looked, network: one.slug, from: '' }), on: one.id === network.id }))} />}
        <FindForm looked={looked} desk={desk} now={ctx.now} />
        <Chips label="Filters" chips={filterChips(looked, ctx.now)} />
        {fits.refused !== 'nothing-asked' && <Hints looked={looked} desk={desk} fits={fits} />}
        {fits.refused === 'nothing-asked' ? <NothingAsked desk={desk} /> : (
          <>
            <p className="found-count" role="status">{countInWords(fits.found, looked)}</p>
            {fits.found > 0 && <Tabs label="See them as" tabs={[{ label: 'List', href: routes.findPartners + queryOf(looked), current: !asMap }, { label: 'Map', href: routes.findPartners + queryOf(looked, { view: 'map' }), current: asMap }]} />}
            {fits.found === 0 ? <NoOne looked={looked} network={network} desk={desk} /> : asMap ? await map(c, network, looked, fits) : <List looked={looked} network={network} desk={desk} fits={fits} page={page} />}
          </>
        )}
      </>
    ),
  }
}

function List({ looked, network, desk, fits, page }: { looked: LookedFor; network: MyNetwork; desk: Desk; fits: Fits; page: number }) {
  const from = (page - 1) * SIZE + 1
  const turn = (to: number) => routes.findPartners + queryOf(looked, { page: to === 1 ? undefined : String(to) })
  const [kind, brief] = looked.from.split(':')
  return (
    <>
      <ul className="match-list" role="list">
        {fits.suggestions.map((suggestion) => (
          <li key={suggestion.organisation}>
            <MatchCard suggestion={suggestion} network={network} mayChoose={desk.mayChoose} saved={desk.saved.has(suggestion.organisation)} partnership={desk.partnerships.get(suggestion.organisation)} brief={kind === 'brief' ? brief : undefined} back={turn(page)} />
          </li>
        ))}
      </ul>
      {desk.mayChoose && <CompareForm looked={looked} slug={network.slug} />}
      {fits.found > SIZE && <Pager things="who fit" from={from} to={from + fits.suggestions.length - 1} total={fits.found} previousHref={page > 1 ? turn(page - 1) : undefined} nextHref={from + SIZE <= fits.found ? turn(page + 1) : undefined} />}
    </>
  )
}

/** Ticks in the cards belong to this form, which stands below them. */
export function CompareForm({ looked, slug }: { looked: LookedFor; slug: string }) {
  return (
    <form method="get" action={routes.compareMatches(slug)} id="compare" className="match-comparing" aria-label="Compare">
      <Hidden name="lens" value={looked.lens} />
      {looked.want && <Hidden name="want" value={looked.want} />}
      <Actions><Button variant="quiet">Compare those ticked</Button></Actions>
      <p className="fine">Two or three, side by side.</p>
    </form>
  )
}

async function map(c: WebContext, network: MyNetwork, looked: LookedFor, fits: Fits) {
  const { districts, placeless } = await c.var.ctx.read((tx) => countDistricts(tx, network.id, fits.everyone))
  return <DistrictMap districts={districts} placeless={placeless} href={(district) => routes.findPartners + queryOf(looked, { near: district, within: '5' })} chosen={looked.near} />
}

function countInWords(found: number, { lens }: LookedFor): string {
  if (found === 0) return 'Nobody found'
  const many = found >= 200 ? '200 or more found' : found === 1 ? '1 found' : `${found} found`
  return lens === 'cover' ? `${many} who could cover for you, the best fit first` : `${many}, the best fit first`
}

/** What would make the list better. One hint at a time: the one that helps most. */
function Hints({ looked, desk, fits }: { looked: LookedFor; desk: Desk; fits: Fits }) {
  if (!desk.organisation || looked.want || looked.from) return null
  if (fits.refused === 'nothing-asked') return null // the empty list says it itself
  if (!desk.answeredTwo && desk.wants.length === 0 && looked.lens === 'gap') return <Note word="See better fits" actions={<LinkButton href={routes.answer(desk.organisation, 2)}>Answer Question 2</LinkButton>}>Answer Question 2, what others can do for you, and this list knows what to look for.</Note>
  if (desk.claims === 0 && fits.found > 0) return <Note word="Both ways" actions={<LinkButton href={routes.newClaim(desk.organisation)}>Add a capability</LinkButton>}>Say what you can do, so that others see what you bring them.</Note>
  return null
}

function NothingAsked({ desk }: { desk: Desk }) {
  if (!desk.organisation) return <Empty title="Who are you looking for?">Say it in words above. As an organiser you see what every member may see.</Empty>
  return <Empty title="Nothing to look for yet" action={<LinkButton href={routes.answer(desk.organisation, 2)} variant="main">Answer Question 2</LinkButton>}>Say it in words above. Or answer Question 2 once, what others can do for you, and this page looks for you from then on.</Empty>
}

function NoOne({ looked, network, desk }: { looked: LookedFor; network: MyNetwork; desk: Desk }) {
  const filtered = looked.within || looked.proven || looked.free || looked.size !== 'all'
  const post = `${routes.newNeed(network.slug)}${queryOf({ ...looked, network: '', from: '' })}`
  return (
    <Empty title="No one yet" action={desk.mayChoose ? <><LinkButton href={post} variant="main">Post it as a need</LinkButton>{filtered && <LinkButton href={routes.findPartners + queryOf({ ...looked, within: undefined, proven: false, free: '', size: 'all' })}>Take the filters away</LinkButton>}</> : undefined}>
      {looked.lens === 'cover' ? 'Nobody shows that they do what you do. Post it as a need and we’ll tell you when someone fits.' : 'Post it as a need and we’ll tell you when someone fits.'}
    </Empty>
  )
}

function Outside() {
  return (
    <>
      <Heading>Find partners</Heading>
      <Empty title="Partners are found inside a network" action={<LinkButton href={routes.networks} variant="main">See networks</LinkButton>}>Join one, or start one, and this page shows who completes you and who could introduce you.</Empty>
    </>
  )
}

import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { routes } from '../../routes.ts'
import { Actions, Care, Day, Empty, Heading, LinkButton, Row, Rows, SeenBy, Section, Table } from '../../ui/index.ts'
import { termsInForce, termsWaiting, type BenchPlace } from '../bench.ts'
import { hoursInWords } from '../cover.ts'
import { NoOrganisation } from '../errors.ts'
import { readOverview, type OneCover, type Overview } from '../read-cover.ts'
import { inWords } from '../terms.ts'
import { aboutInWords, CoverStateMark, TurnCard } from './parts.tsx'

/** The bench, what we ask, what we are asked, what is under way, and what was. */
export function overviewPages(pages: Pages): void {
  pages.get(routes.cover, async (c) => show(c, await overview(c)))
}

async function overview(c: WebContext): Promise<Shown> {
  const page = Math.max(1, Math.floor(Number(c.req.query('page'))) || 1)
  try {
    return { title: 'Cover', width: 'work', body: <CoverPage seen={await readOverview(c.var.ctx, page)} page={page} today={c.var.ctx.now.toISOString().slice(0, 10)} /> }
  } catch (error) {
    if (!(error instanceof NoOrganisation)) throw error
    return { title: 'Cover', width: 'work', body: <><Heading>Cover</Heading><Empty title="Cover is between organisations" action={<LinkButton href={routes.newOrganisation} variant="main">List your organisation</LinkButton>}>List yours, or choose which one you act for in the menu.</Empty></> }
  }
}

function CoverPage({ seen, page, today }: { seen: Overview; page: number; today: string }) {
  const bench = seen.bench.filter((place) => !place.ended)
  const agreed = bench.filter((place) => termsInForce(place))
  const invite = <LinkButton href={routes.newBenchPlace} variant={agreed.length === 0 ? 'main' : 'quiet'}>Invite somebody to your bench</LinkButton>
  return (
    <>
      <Heading intro="Somebody who takes work off you for a day or two, agreed in advance. The client stays yours, and is asked." actions={agreed.length > 0 && <LinkButton href={routes.newCover} variant="main">Ask for cover</LinkButton>}>Cover</Heading>
      {seen.turns.length > 0 && <Section title="You are asked" count={seen.turns.length}>{seen.turns.map((turn) => <TurnCard key={turn.ask.id} turn={turn} />)}</Section>}
      {seen.ours.length > 0 && <Section title="You asked" count={seen.ours.length}><Rows label="You asked">{seen.ours.map((one) => <OurRow key={one.cover.id} one={one} name={seen.name} />)}</Rows></Section>}
      {seen.forOthers.length > 0 && (
        <Section title="You cover for others" count={seen.forOthers.length}>
          <Rows label="You cover for others">{seen.forOthers.map((one) => <Row key={one.cover.id} title={seen.name(one.cover.organisation)} href={routes.coverOf(one.cover.id)} detail={aboutInWords(one.cover)} aside={<CoverStateMark state={one.state} />} />)}</Rows>
        </Section>
      )}
      <Section title="Your bench" count={bench.length} intro="Those who said yes to terms in advance. Each time is a fresh yes." actions={bench.length > 0 && invite}>
        {bench.length === 0 && <Empty title="Nobody on your bench yet" example="Mel Price VA · £22 an hour · Fridays until six" action={invite}>Invite two people you trust. You agree on the rate, the dates and whose client it is before anybody is in a hurry.</Empty>}
        <Rows label="Your bench">{bench.map((place) => <BenchRow key={place.id} place={place} seen={seen} today={today} />)}</Rows>
      </Section>
      <Section title="Benches you are on" count={seen.held.filter((place) => !place.ended).length} actions={<LinkButton href={routes.coverFree} small>Say when you are free</LinkButton>}>
        {seen.held.every((place) => place.ended) && <p className="quiet-text">You are on nobody’s bench yet. Whoever invites you shows you the terms first.</p>}
        <Rows label="Benches you are on">{seen.held.filter((place) => !place.ended).map((place) => <Row key={place.id} title={seen.name(place.organisation)} href={routes.benchPlace(place.id)} detail={rateOf(place, seen)} aside={termsWaiting(place) ? 'Terms waiting' : undefined} />)}</Rows>
      </Section>
      <GiveAndTake seen={seen} />
      <Past seen={seen} page={page} />
    </>
  )
}

function OurRow({ one, name }: { one: OneCover; name: (id: string) => string }) {
  const chosen = one.asked.filter((each) => each.chosen).map((each) => name(each.associate))
  return <Row title={one.cover.says.length > 80 ? `${one.cover.says.slice(0, 78)}…` : one.cover.says} href={routes.coverOf(one.cover.id)} detail={[aboutInWords(one.cover), chosen.length > 0 ? `with ${chosen.join(' and ')}` : undefined].filter(Boolean).join(' · ')} aside={<CoverStateMark state={one.state} />} />
}

function BenchRow({ place, seen, today }: { place: BenchPlace; seen: Overview; today: string }) {
  const terms = termsInForce(place)?.terms
  const free = seen.free.get(place.associate) ?? []
  const insured = terms?.insurance.expiresOn
  return (
    <Row title={seen.name(place.associate)} href={routes.benchPlace(place.id)} detail={rateOf(place, seen)} aside={!terms ? 'Waiting for their yes' : termsWaiting(place) ? 'Changed terms waiting' : undefined}>
      {free.length > 0 && <p className="fine">{free.slice(0, 3).join(' · ')}</p>}
      {terms?.insurance.has && insured && insured < today && <Care>Their insurance ran out on <Day on={insured} />. Ask whether it was renewed, and change the terms.</Care>}
    </Row>
  )
}

function rateOf(place: BenchPlace, seen: Overview): string {
  const terms = (termsInForce(place) ?? place.versions[0])?.terms
  if (!terms) return ''
  const clauses = inWords(terms, { owner: seen.name(place.organisation), associate: seen.name(place.associate) })
  return clauses.filter((clause) => clause.key === 'rate' || clause.key === 'dates').map((clause) => clause.short).join(' ')
}

/** Private, and never a ranking. */
function GiveAndTake({ seen }: { seen: Overview }) {
  if (seen.withOthers.length === 0) return null
  const said = ({ times, minutes }: { times: number; minutes: number }) => (times === 0 ? 'not yet' : `${times === 1 ? 'once' : `${times} times`}, ${hoursInWords(minutes)}`)
  return (
    <Section title="Give and take">
      <SeenBy>Only you and your colleagues</SeenBy>
      <Table caption="Cover given and had" captionHidden rows={seen.withOthers} rowKey={(row) => row.other} columns={[{ label: 'With', head: true, cell: (row) => seen.name(row.other) }, { label: 'You covered', cell: (row) => said(row.gave) }, { label: 'They covered', cell: (row) => said(row.took) }]} />
    </Section>
  )
}

function Past({ seen, page }: { seen: Overview; page: number }) {
  if (seen.past.length === 0 && seen.pastForOthers.length === 0) return null
  return (
    <Section title="Past">
      <Rows label="Past">
        {seen.past.map((one) => <OurRow key={one.cover.id} one={one} name={seen.name} />)}
        {page === 1 && seen.pastForOthers.map((one) => ('cover' in one
          ? <Row key={one.cover.id} title={`For ${seen.name(one.cover.organisation)}`} href={routes.coverOf(one.cover.id)} detail={aboutInWords(one.cover)} aside={<CoverStateMark state={one.state} />} />
          : <Row key={`${one.asked.cover}-asked`} title={`${seen.name(one.asked.organisation)} asked you`} detail={one.asked.askedAt && <>On <Day on={one.asked.askedAt} /></>} aside={one.asked.answer?.is === 'no' ? 'You said no thanks' : one.asked.silentAt ? 'No answer' : 'Went elsewhere'} />))}
      </Rows>
      {(page > 1 || seen.morePast) && (
        <Actions>
          {page > 1 && <LinkButton href={page === 2 ? routes.cover : `${routes.cover}?page=${page - 1}`} icon="left">Newer</LinkButton>}
          {seen.morePast && <LinkButton href={`${routes.cover}?page=${page + 1}`}>Older</LinkButton>}
        </Actions>
      )}
    </Section>
  )
}

import { asHouse } from '../../kit/ctx.ts'
import { SignInFirst } from '../../kit/refusal.ts'
import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { findRole, namesOfOrganisations } from '../../organisations/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Ago, Button, Chips, Day, Empty, Field, Form, Heading, Hidden, LinkButton, Pager, pageSpan, Row, Rows, SeenBy, Select, type Chip } from '../../ui/index.ts'
import { writeReferrals } from '../export.ts'
import { countReferrals, filterInput, listOtherSides, listReferrals, type Counts, type Filter, type View } from '../pipeline.ts'
import { isQuiet, STATE_WORDS, STATES, type SeenReferral } from '../referral.ts'
import { called, CardForMe, How, ReferralTabs, Stages, ThanksLine } from './parts.tsx'

/** The inbox and the pipeline: for me, I passed on, finished. */
export function listPages(pages: Pages): void {
  pages.get(routes.referrals, async (c) => show(c, await list(c)))
  pages.get(routes.referralsCsv, async (c) => {
    const filter = filterInput.parse(c.req.query())
    const text = await writeReferrals(c.var.ctx, filter)
    return c.body(text, 200, { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="referrals-${filter.view}.csv"` })
  })
}

type Read = { readonly referrals: readonly SeenReferral[]; readonly total: number; readonly counts: Counts; readonly others: ReadonlyMap<string, string>; readonly mayAct: boolean; readonly isOwner: boolean }

async function list(c: WebContext): Promise<Shown> {
  const { ctx } = c.var
  if (!ctx.actor.person) throw new SignInFirst()
  if (!ctx.actor.organisation) return { title: 'Refer', body: <><Heading>Refer</Heading><Empty title="You act for no organisation yet" action={<LinkButton href={routes.newOrganisation} variant="main">List your organisation</LinkButton>}>People are passed on from one organisation to another. List yours, or ask a colleague to invite you.</Empty></> }
  const filter = filterInput.parse(c.req.query())
  const read = await ctx.read(async (tx): Promise<Read> => {
    const us = tx.actor.organisation
    const person = tx.actor.person
    if (!us || !person) return { referrals: [], total: 0, counts: { mine: 0, passed: 0, finished: 0 }, others: new Map(), mayAct: false, isOwner: false }
    const role = await findRole(tx, us, person)
    const [found, counts, sides] = [await listReferrals(tx, us, filter), await countReferrals(tx, us), await listOtherSides(tx, us, filter.view)]
    const others = await asHouse(tx).read((house) => namesOfOrganisations(house, sides))
    return { ...found, counts, others, mayAct: role === 'owner' || role === 'editor', isOwner: role === 'owner' }
  })
  const { from, to, page, pages: count } = pageSpan(filter.page, read.total)
  return {
    title: 'Refer', width: 'work',
    body: (
      <>
        <Heading intro="Pass work on safely, hear what became of it, and thank people." actions={read.mayAct && <LinkButton href={routes.newReferral} variant="main">Pass someone on</LinkButton>}>Refer</Heading>
        <ReferralTabs view={filter.view} counts={read.counts} />
        {(read.counts[filter.view] > FEW || isNarrowed(filter)) && <Filters filter={filter} others={read.others} />}
        {read.total === 0 ? <Nothing filter={filter} mayAct={read.mayAct} /> : <List view={filter.view} read={read} now={ctx.now} us={ctx.actor.organisation ?? ''} />}
        {read.total > 0 && <Pager things="referrals" from={from} to={to} total={read.total} previousHref={page > 1 ? hrefOf({ ...filter, page: page - 1 }) : undefined} nextHref={page < count ? hrefOf({ ...filter, page: page + 1 }) : undefined} />}
        <Actions>
          {read.total > 0 && <LinkButton href={hrefOf({ ...filter, page: 1 }, routes.referralsCsv)} download>Download as CSV</LinkButton>}
          {read.isOwner && <LinkButton href={routes.referralFigures}>Give and take</LinkButton>}
          {read.mayAct && <LinkButton href={routes.referralKeeping}>How long we keep people</LinkButton>}
        </Actions>
        <SeenBy>Only your organisation, and of each referral its other side</SeenBy>
      </>
    ),
  }
}

function List({ view, read: { referrals, mayAct }, now, us }: { view: View; read: Read; now: Date; us: string }) {
  if (view === 'mine') return referrals.map((one) => <CardForMe key={one.id} referral={one} now={now} mayAct={mayAct} />)
  return <Rows label={view === 'passed' ? 'People you passed on' : 'Finished'}>{referrals.map((one) => (view === 'passed' ? <PassedRow key={one.id} referral={one} now={now} /> : <FinishedRow key={one.id} referral={one} us={us} />))}</Rows>
}

function PassedRow({ referral, now }: { referral: SeenReferral; now: Date }) {
  return (
    <Row title={`${called(referral)}, passed to ${referral.receiver}`} href={routes.referral(referral.id)} detail={referral.needs} aside={<How referral={referral} />}
      actions={referral.state.is === 'waiting' ? <LinkButton href={routes.referral(referral.id)} small about={`to ask ${called(referral)}`}>Copy a note</LinkButton> : undefined}>
      <Stages referral={referral} />
      {referral.laterUntil && <p className="fine">They will look at it on <Day on={referral.laterUntil} /></p>}
      {isQuiet(referral, now) && <p className="fine">Quiet since <Day on={referral.touchedAt} />. We will ask {referral.receiver} once.</p>}
      {referral.askedAfterAt && <p className="fine">We asked {referral.receiver} how it went, <Ago since={referral.askedAfterAt} now={now} /></p>}
    </Row>
  )
}

function FinishedRow({ referral, us }: { referral: SeenReferral; us: string }) {
  const words = referral.givenTo === us ? `${called(referral)}, from ${referral.giver}` : `${called(referral)}, passed to ${referral.receiver}`
  return <Row title={words} href={routes.referral(referral.id)} detail={referral.needs} aside={<How referral={referral} />}><ThanksLine referral={referral} /></Row>
}

/** So few are seen at a glance. */
const FEW = 5
const isNarrowed = ({ person, partner, state }: Filter): boolean => !!(person ?? partner ?? state)

/** By whom, by how it stands, by the person’s name; each view of them has an address. */
function Filters({ filter, others }: { filter: Filter; others: ReadonlyMap<string, string> }) {
  const states = STATES.filter((one) => (filter.view === 'finished' ? !['waiting', 'offered', 'accepted', 'talking'].includes(one) : ['waiting', 'offered', 'accepted', 'talking'].includes(one) && (filter.view === 'passed' || one !== 'waiting')))
  const chips: Chip[] = states.map((one) => ({ label: STATE_WORDS[one], href: hrefOf({ ...filter, page: 1, state: filter.state === one ? undefined : one }), on: filter.state === one, removes: filter.state === one }))
  return (
    <>
      <Chips label="By how it stands" chips={chips} />
      <Form to={routes.referrals} method="get" layout="line" label="Filter" values={{ person: filter.person ?? '', partner: filter.partner ?? '' }}>
        <Hidden name="view" value={filter.view} />
        {filter.state && <Hidden name="state" value={filter.state} />}
        <Field name="person" label="The person" type="search" optional width="medium" />
        <Select name="partner" label="With whom" optional prompt="Everyone" width="medium" options={[...others].map(([value, label]) => ({ value, label }))} />
        <Actions><Button variant="quiet">Show</Button></Actions>
      </Form>
    </>
  )
}

const EMPTY: Readonly<Record<View, { title: string; why: string }>> = {
  mine: { title: 'Nobody waits for you here', why: 'When somebody is passed on to you, you answer here with one tap.' },
  passed: { title: 'Think of one person who asked for something you don’t do', why: 'Pass them on to somebody you would recommend without hesitation, and hear what became of it.' },
  finished: { title: 'Nothing has finished yet', why: 'What became of each, and the thanks for it, gathers here.' },
}

function Nothing({ filter, mayAct }: { filter: Filter; mayAct: boolean }) {
  if (isNarrowed(filter)) return <Empty title="Nothing like that here" action={<LinkButton href={hrefOf({ view: filter.view, page: 1 })}>Take the filters away</LinkButton>}>Try fewer of them.</Empty>
  const { title, why } = EMPTY[filter.view]
  return <Empty title={title} example="Anna · June wedding, about 120 guests · from Tom’s Tipis" action={mayAct && <LinkButton href={routes.newReferral} variant="main">Pass someone on</LinkButton>}>{why}</Empty>
}

export function hrefOf({ view, person, partner, state, page }: Partial<Filter>, base: string = routes.referrals): string {
  const asked = new URLSearchParams({ ...(view && view !== 'mine' ? { view } : {}), ...(person ? { person } : {}), ...(partner ? { partner } : {}), ...(state ? { state } : {}), ...(page && page > 1 ? { page: String(page) } : {}) })
  return asked.size > 0 ? `${base}?${asked}` : base
}

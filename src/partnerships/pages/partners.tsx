import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { goTo, sendForm, type FormState } from '../../kit/web/form.ts'
import { SignInFirst } from '../../kit/refusal.ts'
import { SIGHT_CHOICES } from '../../organisations/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Chips, Choice, Day, Empty, Form, Heading, LinkButton, PAGE_SIZE, Pager, pageSpan, Row, Rows, Section, Select, State } from '../../ui/index.ts'
import { sayHabit } from '../change-terms.ts'
import { QUIET_MONTHS, STAGE_WORDS, STAGES, type Partnership, type Stage } from '../partnership.ts'
import { findHabit, listPartnerships, type Filter, type Habit, type PartnershipPage } from '../store.ts'
import { QUIET_OPTIONS } from './looking-after.tsx'

/** All our partnerships, by name, and what is said once for those to come. */
export function partnersPages(pages: Pages): void {
  pages.get(routes.partnerships, async (c) => show(c, await page(c)))
  pages.post(routes.partnershipHabit, (c) => sendForm(c, {
    show: (again, form) => page(again, form),
    send: async (again, values) => {
      await sayHabit(again.var.ctx, values)
      return goTo(again, routes.partnerships, { says: 'Saved, for partnerships to come.' })
    },
  }))
}

const STANDINGS = ['agreed', 'waiting', 'resting', 'ended'] as const
const STANDING_WORDS: Readonly<Record<(typeof STANDINGS)[number], string>> = { agreed: 'Both said yes', waiting: 'Only you so far', resting: 'Resting', ended: 'Ended' }

/** A filter the address may name; anything else is none. */
export function readFilter(query: (name: string) => string | undefined): Filter {
  return { stage: STAGES.find((one) => one === query('stage')), standing: STANDINGS.find((one) => one === query('standing')) }
}

async function page(c: WebContext, form?: FormState): Promise<Shown> {
  const { ctx } = c.var
  if (!ctx.actor.person) throw new SignInFirst()
  const us = ctx.actor.organisation
  const filter = readFilter((name) => c.req.query(name))
  const wanted = Math.max(1, Math.floor(Number(c.req.query('page')) || 1))
  const seen = us ? await ctx.read(async (tx) => ({ list: await listPartnerships(tx, us, { ...filter, limit: PAGE_SIZE, offset: (wanted - 1) * PAGE_SIZE }), habit: await findHabit(tx, us) })) : undefined
  return {
    title: 'Partners', width: 'work',
    body: (
      <>
        <Heading intro="Business friends you would recommend without hesitation, and those on the way there." actions={us && <LinkButton href={routes.newPartnership} variant="main">Note a partnership</LinkButton>}>Partners</Heading>
        {seen ? <><List list={seen.list} filter={filter} page={wanted} /><HabitForm habit={seen.habit} form={form} /></>
          : <Empty title="A partnership is between organisations" action={<LinkButton href={routes.newOrganisation}>List your organisation</LinkButton>}>List yours first, or choose at the top of the page whom you act for.</Empty>}
      </>
    ),
  }
}

const addressOf = ({ stage, standing }: Filter, page = 1) => {
  const query = new URLSearchParams({ ...(stage ? { stage } : {}), ...(standing ? { standing } : {}), ...(page > 1 ? { page: String(page) } : {}) }).toString()
  return routes.partnerships + (query ? `?${query}` : '')
}

function List({ list: { partnerships, total }, filter, page: wanted }: { list: PartnershipPage; filter: Filter; page: number }) {
  const filtered = !!(filter.stage ?? filter.standing)
  const { page: at, pages, from, to } = pageSpan(wanted, total)
  if (total === 0 && !filtered) return <Empty title="No partners noted yet" example="Asha’s Cakes · Work together · Next: tasting day" action={<LinkButton href={routes.newPartnership}>Note the first</LinkButton>}>Begin with whoever you already recommend. They are asked by one tap; until they say yes only you see it.</Empty>
  return (
    <>
      <Chips label="How it stands" chips={STANDINGS.map((standing) => ({ label: STANDING_WORDS[standing], href: addressOf({ ...filter, standing: filter.standing === standing ? undefined : standing }), on: filter.standing === standing }))} />
      <Chips label="How far it has grown" chips={STAGES.map((stage) => ({ label: STAGE_WORDS[stage], href: addressOf({ ...filter, stage: filter.stage === stage ? undefined : stage }), on: filter.stage === stage }))} />
      {total === 0 && <Empty title="None of your partnerships is like that" action={<LinkButton href={routes.partnerships}>Show all</LinkButton>}>Take a filter away.</Empty>}
      <Rows label="Partners">{partnerships.map((one) => <PartnerRow key={one.id} ours={one} />)}</Rows>
      {total > 0 && <Pager things="partners" from={from} to={to} total={total} previousHref={at > 1 ? addressOf(filter, at - 1) : undefined} nextHref={at < pages ? addressOf(filter, at + 1) : undefined} />}
    </>
  )
}

function PartnerRow({ ours }: { ours: Partnership }) {
  const { id, partner, next, aim, lastMomentAt } = ours
  const detail = next ? <>Next: {next.says}{next.on && <>, <Day on={next.on} /></>}</> : aim ?? <>Last: <Day on={lastMomentAt} /></>
  return <Row title={partner.name} href={routes.partnership(id)} detail={detail} aside={<HowItStands ours={ours} />} />
}

const SHAPE: Readonly<Record<Stage, 'ring' | 'half' | 'full' | 'diamond' | 'square'>> = { noted: 'ring', met: 'ring', trust: 'half', work_together: 'full', agreement: 'diamond' }

/** The stage with a shape of its own, or what keeps it from going on. */
export function HowItStands({ ours: { standing, stage } }: { ours: Pick<Partnership, 'standing' | 'stage'> }) {
  switch (standing.is) {
    case 'waiting': return <State shape="dash">Waiting for their yes</State>
    case 'ours_alone': return <State shape="dash">Only you see it</State>
    case 'resting': return <State shape="dash">Resting</State>
    case 'ended': return <State shape="dash">Ended</State>
    case 'agreed': return <State shape={SHAPE[stage]} tone={stage === 'work_together' || stage === 'agreement' ? 'good' : 'plain'}>{STAGE_WORDS[stage]}</State>
  }
}

function HabitForm({ habit, form }: { habit?: Habit; form?: FormState }) {
  return (
    <Section title="For partnerships to come" id="habit" intro="Said once, so that you need not choose each time. Each partnership can say otherwise.">
      <Form to={routes.partnershipHabit} id="habit-form" {...form} seenBy="Only you and your colleagues">
        <Choice name="shows" label="Who may know that we are partners" hint="It is seen only as far as both sides agree." layout="line" options={SIGHT_CHOICES.map(({ value, label }) => ({ value, label }))} value={habit?.shows ?? 'only_us'} />
        <Select name="quietMonths" label="Suggest a hello" width="medium" options={QUIET_OPTIONS} value={String(habit?.quietMonths ?? QUIET_MONTHS)} />
        <Actions><Button variant="quiet">Save</Button></Actions>
      </Form>
    </Section>
  )
}

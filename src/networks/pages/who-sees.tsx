import type { Pages, Shown, WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, sendForm, type FormState } from '../../kit/web/form.ts'
import { Invalid } from '../../kit/refusal.ts'
import { isId, type Id } from '../../kit/ids.ts'
import { getOrganisationToKeep, mayDecideWhoSees, SIGHT_CHOICES, type Organisation } from '../../organisations/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Choice, Day, Empty, Field, Form, Heading, LinkButton, PostButton, Row, Rows, Section, Select, Who, type Whom } from '../../ui/index.ts'
import { countPartner, endPartner } from '../count-partner.ts'
import { giveSight, withdrawSight } from '../give-sight.ts'
import { sayWhoSees } from '../say-who-sees.ts'
import { listGrants, listPartnersCounted, type Grant, type PartnerCounted } from '../sight-store.ts'
import { idFrom } from './param.ts'
import { readWhom, withWhom, type Choosing } from './whom.ts'

/** Who sees what of an organisation: its words, whom it counts as partner, and what it has shown to whom until when. */
export function whoSeesPages(pages: Pages): void {
  formPage(pages, routes.whoSees(':id'), {
    start: async (c) => {
      const { sight, contact, place } = await c.var.ctx.read((tx) => getOrganisationToKeep(tx, idFrom(c, 'id'), mayDecideWhoSees))
      return { page: sight, contact: contact?.sight ?? 'partners', place: place?.sight ?? 'network' }
    },
    show: (c, form) => page(c, { words: form }),
    send: async (c, values) => {
      const id = idFrom<'organisation'>(c, 'id')
      await sayWhoSees(c.var.ctx, id, values)
      return goTo(c, routes.whoSees(id), { says: 'Saved. It counts from now on.' })
    },
  })
  pages.post(routes.partnersCounted(':id'), (c) => sendForm(c, {
    show: (again, form) => page(again, { partner: form }),
    send: async (again, values) => withWhom(again.var.ctx, values, PARTNER(idFrom(again, 'id')), async ({ partner }) => {
      const id = idFrom<'organisation'>(again, 'id')
      if (!isId<'organisation'>(partner)) throw new Invalid([{ field: 'partner', sentence: 'Choose an organisation from the list.' }])
      await countPartner(again.var.ctx, id, partner)
      return goTo(again, `${routes.whoSees(id)}#partners`, { says: 'Counted as partner. They are not told.', undo: routes.partnerCountedEnd(id, partner) })
    }),
  }))
  pages.post(routes.partnerCountedEnd(':id', ':partner'), async (c) => {
    const id = idFrom<'organisation'>(c, 'id')
    await endPartner(c.var.ctx, id, idFrom(c, 'partner'))
    return goTo(c, `${routes.whoSees(id)}#partners`, { says: 'No longer counted as partner.' })
  })
  pages.post(routes.grants(':id'), (c) => sendForm(c, {
    show: (again, form) => page(again, { grant: form }),
    send: async (again, values) => withWhom(again.var.ctx, values, SHOWN_TO, async (named) => {
      const id = idFrom<'organisation'>(again, 'id')
      const grant = await giveSight(again.var.ctx, id, named)
      return goTo(again, `${routes.whoSees(id)}#grants`, { says: 'Shown to them until then.', undo: routes.grantWithdrawal(id, grant) })
    }),
  }))
  pages.post(routes.grantWithdrawal(':id', ':grant'), async (c) => {
    const id = idFrom<'organisation'>(c, 'id')
    await withdrawSight(c.var.ctx, id, idFrom(c, 'grant'))
    return goTo(c, `${routes.whoSees(id)}#grants`, { says: 'Withdrawn. They no longer see it.' })
  })
}

type Forms = { words?: FormState; partner?: FormState; grant?: FormState }

const SHOWN_TO: Choosing = { fields: ['to'] }
/** Nobody is counted twice. */
const PARTNER = (id: Id<'organisation'>): Choosing => ({ fields: ['partner'], beside: async (tx) => ({ except: (await listPartnersCounted(tx, id)).map((one) => one.organisation) }) })

async function page(c: WebContext, forms: Forms): Promise<Shown> {
  const seen = await c.var.ctx.read(async (tx) => {
    const organisation = await getOrganisationToKeep(tx, idFrom(c, 'id'), mayDecideWhoSees)
    return { organisation, partners: await listPartnersCounted(tx, organisation.id), grants: await listGrants(tx, organisation.id), partner: await readWhom(tx, PARTNER(organisation.id), forms.partner?.values ?? {}), shownTo: await readWhom(tx, SHOWN_TO, forms.grant?.values ?? {}) }
  })
  const { organisation, partners, grants, partner, shownTo } = seen
  const { id, name } = organisation
  return {
    title: `Who sees what of ${name}`, width: 'reading',
    body: (
      <>
        <Heading above={<a href={routes.organisation(id)}>{name}</a>} intro="You decide, part by part. It counts from the moment you save.">Who sees what</Heading>
        <Words organisation={organisation} form={forms.words} />
        <Partners id={id} partners={partners} whom={partner} form={forms.partner} />
        <Grants id={id} grants={grants} whom={shownTo} form={forms.grant} />
      </>
    ),
  }
}

function Words({ organisation: { id, sight, contact, place }, form }: { organisation: Organisation; form?: FormState }) {
  const options = SIGHT_CHOICES.map(({ value, label, hint }) => ({ value, label, hint }))
  const again = SIGHT_CHOICES.map(({ value, label }) => ({ value, label })) // what each means stands above
  return (
    <Form to={routes.whoSees(id)} id="words" {...form} seenBy="Only you and your colleagues">
      <Choice name="page" label="Your page: name, line, story, website, register numbers" options={options} value={sight} />
      <Choice name="contact" label="Phone and e-mail" layout="line" options={again} value={contact?.sight} hint="Never shown to someone who may not see your page." />
      <Choice name="place" label="District and town" layout="line" options={again} value={place?.sight} hint="Never shown to someone who may not see your page." />
      <Actions sticky><Button>Save</Button><LinkButton href={routes.organisation(id)}>Go back</LinkButton></Actions>
    </Form>
  )
}

function Partners({ id, partners, whom, form }: { id: string; partners: readonly PartnerCounted[]; whom: Whom; form?: FormState }) {
  return (
    <Section title="Who counts as our partner" count={partners.length} id="partners" intro="They see what you show to partners. They are not told, and need not count you.">
      {partners.length === 0 && <Empty title="Nobody yet" example="Asha’s Cakes">Business friends you would recommend without hesitation.</Empty>}
      <Rows label="Counted as partners">
        {partners.map((one) => <Row key={one.organisation} title={one.name} detail={<>Since <Day on={one.countedAt} /></>} actions={<PostButton to={routes.partnerCountedEnd(id, one.organisation)} small about={one.name}>No longer</PostButton>} />)}
      </Rows>
      <Form to={routes.partnersCounted(id)} id="partner" {...form} layout="line" label="Count a partner" seenBy="Only you and your colleagues">
        <Who name="partner" label="Organisation" prompt="Choose one" width="medium" whom={whom} />
        <Button variant="quiet">Count as partner</Button>
      </Form>
    </Section>
  )
}

const PART_WORDS: Readonly<Record<string, string>> = { page: 'Your page', contact: 'Your page, phone and e-mail', place: 'Your page and place' }

function Grants({ id, grants, whom, form }: { id: string; grants: readonly Grant[]; whom: Whom; form?: FormState }) {
  return (
    <Section title="Shown to one for a while" count={grants.length} id="grants" intro="For a bid or a talk: one organisation sees more, until a day, and knows why.">
      <Rows label="Shown to one for a while">
        {grants.map((one) => <Row key={one.id} title={one.toName} detail={<>{PART_WORDS[one.part] ?? one.part}, until <Day on={one.until} />. “{one.reason}”</>} actions={<PostButton to={routes.grantWithdrawal(id, one.id)} small about={one.toName}>Withdraw</PostButton>} />)}
      </Rows>
      <Form to={routes.grants(id)} id="grant" {...form} seenBy="The organisation you choose, and your colleagues">
        <Who name="to" label="Show to" prompt="Choose an organisation" width="medium" whom={whom} />
        <Select name="part" label="What to show" width="medium" options={Object.entries(PART_WORDS).map(([value, label]) => ({ value, label }))} value="contact" />
        <Field name="reason" label="Why" maxLength={300} hint="They see it: “For the hydrogen bid”." />
        <Field name="untilOn" type="date" label="Until" width="short" />
        <Actions><Button variant="quiet">Show it</Button></Actions>
      </Form>
    </Section>
  )
}

import type { Pages, Shown, WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, type FormState } from '../../kit/web/form.ts'
import { NotFound } from '../../kit/refusal.ts'
import { isId } from '../../kit/ids.ts'
import { byTheHouse } from '../../organisations/index.ts'
import { routes } from '../../routes.ts'
import { Button, Day, Empty, Field, Form, Heading, LinkButton, PostButton, Row, Rows, Section } from '../../ui/index.ts'
import { listMemberStaff } from '../member-staff-store.ts'
import { listOrganisers } from '../network-store.ts'
import { endOrganiser, makeOrganiser } from '../organisers.ts'
import { getNetworkTo } from '../tend.ts'
import { mayChooseOrganisers } from '../who-may.ts'
import { Above, NetworkTabs } from './network-tabs.tsx'
import { idFrom, slugOf } from './param.ts'

export function organiserPages(pages: Pages): void {
  formPage(pages, routes.organisers(':slug'), {
    show: (c, form) => page(c, form),
    send: async (c, values) => {
      const { person } = values
      if (!isId<'person'>(person)) throw new NotFound('Choose somebody from the list.')
      await makeOrganiser(c.var.ctx, slugOf(c), person)
      return goTo(c, routes.organisers(slugOf(c)), { says: 'They organise it too from now on.' })
    },
  })
  pages.post(routes.organiserEnd(':slug', ':person'), async (c) => {
    const person = idFrom<'person'>(c, 'person')
    await endOrganiser(c.var.ctx, slugOf(c), person)
    return goTo(c, person === c.var.ctx.actor.person ? routes.networks : routes.organisers(slugOf(c)), { says: 'Done. Thank them when you see them.' })
  })
}

async function page(c: WebContext, form: FormState): Promise<Shown> {
  const { network, organisers } = await c.var.ctx.read(async (tx) => {
    const network = await getNetworkTo(tx, slugOf(c), mayChooseOrganisers)
    return { network, organisers: await listOrganisers(tx, network.id) }
  })
  const words = (c.req.query('words') ?? '').slice(0, 100)
  const known = new Set(organisers.map((one) => one.person as string))
  // By the house, after asking: an organiser may learn who works for a member, which sight alone would not tell.
  const found = await byTheHouse(c.var.ctx).read((tx) => listMemberStaff(tx, network.id, { words }))
  const others = found.filter((one) => !known.has(one.person))
  return {
    title: `Organisers of ${network.name}`, width: 'reading',
    body: (
      <>
        <Heading above={<Above network={network} />} intro="Two or three share the work, and nobody is missed on holiday.">Organisers</Heading>
        <NetworkTabs network={network} current="settings" />
        <Rows label="Organisers">
          {organisers.map((one) => <Row key={one.person} title={one.name} detail={<>Since <Day on={one.since} /></>}
            actions={<PostButton to={routes.organiserEnd(network.slug, one.person)} small variant="plain" about={one.name}>{one.person === c.var.ctx.actor.person ? 'Stop organising' : 'End it'}</PostButton>} />)}
        </Rows>
        <Section title="Make someone an organiser" intro="Anyone who works for a member can be one.">
          <Form to={routes.organisers(network.slug)} method="get" layout="line" label="Look for a person" values={{ words }}>
            <Field name="words" type="search" label="Name" optional width="medium" />
            <Button variant="quiet">Look</Button>
          </Form>
          {form.problems[''] && <p className="problem">{form.problems['']}</p>}
          {others.length === 0 ? <Empty title="Nobody else yet" action={<LinkButton href={routes.inviteMember(network.slug)}>Invite a member</LinkButton>}>Once others have joined, you can share the work.</Empty> : (
            <Rows label="People who work for members">
              {others.map((one) => <Row key={one.person + one.organisation} title={one.name} detail={one.organisation}
                actions={<PostButton to={routes.organisers(network.slug)} fields={{ person: one.person }} small about={one.name}>Make organiser</PostButton>} />)}
            </Rows>
          )}
        </Section>
      </>
    ),
  }
}

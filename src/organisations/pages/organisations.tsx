import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, readValues, type FormState, type Values } from '../../kit/web/form.ts'
import { SignInFirst } from '../../kit/refusal.ts'
import { routes } from '../../routes.ts'
import { Confirm, Empty, Heading, LinkButton, PostButton, Row, Rows, Section, State } from '../../ui/index.ts'
import { closeOrganisation } from '../close-organisation.ts'
import { editOrganisation, restOrganisation } from '../edit-organisation.ts'
import type { Id } from '../../kit/ids.ts'
import { getOrganisationToKeep } from '../keep.ts'
import { listOrganisation, listStub } from '../list-organisation.ts'
import { findNextSteps } from '../next-steps.ts'
import { readPageParts } from '../page-parts.ts'
import { ROLE_WORDS } from '../staff.ts'
import { listWorkingFor } from '../staff-store.ts'
import { getOrganisation, keepingOf, listMyListings, MOST_LISTED } from '../store.ts'
import { mayClose, mayEdit } from '../who-may.ts'
import { OrganisationForm } from './organisation-form.tsx'
import { OrganisationPage } from './organisation-page.tsx'
import { idFrom } from './param.ts'

/** Your organisations, listing one, its page, editing and closing it. */
export function organisationPages(pages: Pages): void {
  pages.get(routes.organisations, async (c) => show(c, await yours(c)))
  formPage(pages, routes.newOrganisation, {
    show: (c, form) => newPage(c, form),
    send: async (c, values) => {
      const theirs = values['_whose'] === 'theirs'
      const id = theirs ? await listStub(c.var.ctx, values) : await listOrganisation(c.var.ctx, values)
      return goTo(c, theirs ? routes.claimLinks(id) : routes.organisation(id), { says: theirs ? 'Listed. Now give its people a link.' : 'Listed. You act for it from now on.' })
    },
  })
  pages.get(routes.organisation(':id'), async (c) => {
    const seen = await c.var.ctx.read(async (tx) => {
      const organisation = await getOrganisation(tx, idFrom(c, 'id'))
      const keeping = await keepingOf(tx, organisation)
      return { organisation, keeping, next: await findNextSteps(tx, organisation), parts: await readPageParts(tx, organisation, mayEdit(keeping)) }
    })
    return show(c, { title: seen.organisation.name, description: seen.organisation.line, width: 'work', body: <OrganisationPage {...seen} /> })
  })
  formPage(pages, routes.editOrganisation(':id'), {
    start: async (c) => valuesOf(await toKeep(c, mayEdit)),
    show: (c, form) => editPage(c, form),
    send: async (c, values) => {
      const id = idFrom<'organisation'>(c, 'id')
      await editOrganisation(c.var.ctx, id, values)
      return goTo(c, routes.organisation(id), { says: 'Saved.' })
    },
  })
  pages.post(routes.organisationRest(':id'), async (c) => {
    const id = idFrom<'organisation'>(c, 'id')
    const rests = (await readValues(c))['rests'] === 'yes'
    await restOrganisation(c.var.ctx, id, rests)
    return goTo(c, routes.organisation(id), { says: rests ? 'Resting. Your page says so.' : 'Welcome back.' })
  })
  pages.get(routes.organisationClosing(':id'), async (c) => show(c, closingPage(await toKeep(c, mayClose))))
  pages.post(routes.organisationClosing(':id'), async (c) => {
    const id = idFrom<'organisation'>(c, 'id')
    await closeOrganisation(c.var.ctx, id)
    return goTo(c, routes.organisations, { says: 'Closed. Its page is kept for its own people.' })
  })
}

const toKeep = (c: WebContext, may: Parameters<typeof getOrganisationToKeep>[2]) => c.var.ctx.read((tx) => getOrganisationToKeep(tx, idFrom(c, 'id'), may))

async function yours(c: WebContext): Promise<Shown> {
  if (!c.var.ctx.actor.person) throw new SignInFirst()
  const { working, listings } = await c.var.ctx.read(async (tx) => ({ working: await listWorkingFor(tx), listings: await listMyListings(tx, MOST_LISTED + 1) }))
  const acting = c.var.ctx.actor.organisation
  return {
    title: 'Your organisations', width: 'reading',
    body: (
      <>
        <Heading actions={<LinkButton href={routes.newOrganisation} variant="main">List an organisation</LinkButton>}>Your organisations</Heading>
        {working.length === 0 && <Empty title="You do not work for an organisation here yet" example="The Wild Bouquet · Sole trader · SP2">List yours, or follow the link a colleague gave you. One person is enough.</Empty>}
        {working.length > 0 && (
          <Rows label="Organisations you work for">
            {working.map((one) => (
              <Row key={one.organisation} title={one.name} href={routes.organisation(one.organisation)} detail={ROLE_WORDS[one.role]}
                aside={one.organisation === acting ? <State tone="good">Acting for it</State> : undefined}
                actions={one.organisation === acting ? undefined : <PostButton to={routes.actingFor} fields={{ organisation: one.organisation }} small about={one.name}>Act for it</PostButton>} />
            ))}
          </Rows>
        )}
        {listings.length > 0 && (
          <Section title="Listed for others" count={listings.length <= MOST_LISTED ? listings.length : undefined} intro={listings.length <= MOST_LISTED ? 'Nobody has claimed these yet.' : `Nobody has claimed these yet. They are the first ${MOST_LISTED} by name; the others stand among the members of the network they were listed in.`}>
            <Rows>{listings.slice(0, MOST_LISTED).map((one) => <Row key={one.id} title={one.name} href={routes.organisation(one.id)} detail={one.line ?? undefined} actions={<LinkButton href={routes.claimLinks(one.id)} small about={one.name}>Claim link</LinkButton>} />)}</Rows>
          </Section>
        )}
      </>
    ),
  }
}

function newPage(c: WebContext, form: FormState): Shown {
  if (!c.var.ctx.actor.person) throw new SignInFirst()
  return {
    title: 'List an organisation', width: 'reading',
    body: (
      <>
        <Heading intro="A name and a kind are enough to begin.">List an organisation</Heading>
        <OrganisationForm form={form} to={routes.newOrganisation} verb="List it" backHref={routes.organisations} forWhom seenBy="Members of the networks it joins. Phone and e-mail: your partners. You can change this at any time." />
      </>
    ),
  }
}

async function editPage(c: WebContext, form: FormState): Promise<Shown> {
  const { id, name } = await toKeep(c, mayEdit)
  return {
    title: `Edit ${name}`, width: 'reading',
    body: (
      <>
        <Heading above={<a href={routes.organisation(id)}>{name}</a>}>Edit this page</Heading>
        <OrganisationForm form={form} to={routes.editOrganisation(id)} verb="Save" backHref={routes.organisation(id)} seenBy="As you chose under Who sees what" />
      </>
    ),
  }
}

function closingPage({ id, name }: { id: Id<'organisation'>; name: string }): Shown {
  return {
    title: `Close ${name}?`, width: 'reading',
    body: (
      <Confirm title={`Close ${name}?`} to={routes.organisationClosing(id)} verb={`Close ${name}`} backHref={routes.organisation(id)} danger>
        <p>It leaves all its networks, and everything it had shown to others is shown no longer.</p>
        <p>Its page is kept for its own people. This cannot be taken back.</p>
      </Confirm>
    ),
  }
}

function valuesOf(organisation: Awaited<ReturnType<typeof getOrganisation>>): Values {
  const { name, kind, line, story, website, peopleCount, contact, place } = organisation
  return {
    name, kind, line: line ?? '', story: story ?? '', website: website ?? '', peopleCount: peopleCount ? String(peopleCount) : '',
    phone: contact?.phone ?? '', email: contact?.email ?? '', district: place?.district ?? '', town: place?.town ?? '',
  }
}

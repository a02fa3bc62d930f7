import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, type FormState } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Empty, Field, Form, Heading, LinkButton, PostButton, Select, Tree, type Branch as Limb } from '../../ui/index.ts'
import { asTree, pathOf, type Branch, type Capability } from '../capability.ts'
import { getCapability, listCapabilities } from '../capability-store.ts'
import { exportCapabilities } from '../import-capabilities.ts'
import { addCapability, changeCapability, retireCapability } from '../keep-capabilities.ts'
import { getNetworkTo } from '../tend.ts'
import { mayKeepVocabulary, maySeeMembers } from '../who-may.ts'
import { Above, NetworkTabs } from './network-tabs.tsx'
import { idFrom, slugOf } from './param.ts'

/** A network's own words for what one can do: looking, adding, changing, retiring, and taking them along as a file. */
export function capabilityPages(pages: Pages): void {
  pages.get(routes.capabilities(':slug'), async (c) => show(c, await treePage(c)))
  pages.get(routes.capabilitiesOut(':slug'), async (c) => {
    const table = await exportCapabilities(c.var.ctx, slugOf(c))
    return c.body(table, 200, { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="capabilities-${slugOf(c).replaceAll(/[^a-z0-9-]/g, '')}.csv"` })
  })
  formPage(pages, routes.newCapability(':slug'), {
    start: (c) => ({ parent: c.req.query('parent') ?? '' }),
    show: (c, form) => wordPage(c, form),
    send: async (c, values) => {
      await addCapability(c.var.ctx, slugOf(c), values)
      return goTo(c, routes.capabilities(slugOf(c)), { says: 'Added.' })
    },
  })
  formPage(pages, routes.capability(':slug', ':id'), {
    start: async (c) => {
      const one = await c.var.ctx.read(async (tx) => getCapability(tx, (await getNetworkTo(tx, slugOf(c), mayKeepVocabulary)).id, idFrom(c, 'id')))
      return { title: one.title, parent: one.parent ?? '', code: one.code ?? '', codeScheme: one.codeScheme ?? '', synonyms: one.synonyms.join(', ') }
    },
    show: (c, form) => wordPage(c, form, idFrom(c, 'id')),
    send: async (c, values) => {
      await changeCapability(c.var.ctx, slugOf(c), idFrom(c, 'id'), values)
      return goTo(c, routes.capabilities(slugOf(c)), { says: 'Saved.' })
    },
  })
  pages.post(routes.capabilityRetirement(':slug', ':id'), async (c) => {
    const id = idFrom<'capability'>(c, 'id')
    await retireCapability(c.var.ctx, slugOf(c), id)
    return goTo(c, routes.capabilities(slugOf(c)), { says: 'No longer in use. What was said with it stays.', undo: routes.capabilityReturn(slugOf(c), id) })
  })
  pages.post(routes.capabilityReturn(':slug', ':id'), async (c) => {
    await retireCapability(c.var.ctx, slugOf(c), idFrom(c, 'id'), true)
    return goTo(c, routes.capabilities(slugOf(c)), { says: 'Back in use.' })
  })
}

async function treePage(c: WebContext): Promise<Shown> {
  const { network, words } = await c.var.ctx.read(async (tx) => {
    const network = await getNetworkTo(tx, slugOf(c), maySeeMembers)
    return { network, words: await listCapabilities(tx, network.id) }
  })
  const { slug, organises } = network
  const limb = (branch: Branch): Limb => ({
    id: branch.id, label: branch.title, href: organises ? routes.capability(slug, branch.id) : undefined,
    detail: [branch.code, branch.synonyms.length > 0 ? `also: ${branch.synonyms.join(', ')}` : ''].filter(Boolean).join(' · ') || undefined,
    open: words.length < 60, branches: branch.narrower.map(limb),
  })
  return {
    title: `Capabilities in ${network.name}`, width: 'reading',
    body: (
      <>
        <Heading above={<Above network={network} />} intro="The words this network uses for what its members can do." actions={organises && <LinkButton href={routes.newCapability(slug)} variant="main">Add one</LinkButton>}>Capabilities</Heading>
        <NetworkTabs network={network} current="capabilities" />
        {words.length === 0
          ? <Empty title="No words yet" example="Wedding flowers (also: bridal flowers, bouquets)" action={organises && <LinkButton href={routes.capabilitiesIn(slug)}>Bring a spreadsheet</LinkButton>}>With shared words, what one asks for and what another offers find each other.</Empty>
          : <Tree label="Capabilities" branches={asTree(words).map(limb)} />}
        <Actions>
          {organises && words.length > 0 && <LinkButton href={routes.capabilitiesIn(slug)}>Bring a spreadsheet</LinkButton>}
          {words.length > 0 && <LinkButton href={routes.capabilitiesOut(slug)} download>Take them along (CSV)</LinkButton>}
        </Actions>
      </>
    ),
  }
}

async function wordPage(c: WebContext, form: FormState, id?: Capability['id']): Promise<Shown> {
  const { network, words } = await c.var.ctx.read(async (tx) => {
    const network = await getNetworkTo(tx, slugOf(c), mayKeepVocabulary)
    return { network, words: await listCapabilities(tx, network.id) }
  })
  const byId = new Map(words.map((one) => [one.id, one]))
  const places = words.filter((one) => one.id !== id).map((one) => ({ value: one.id as string, label: pathOf(byId, one) })).sort((a, b) => a.label.localeCompare(b.label, 'en-GB'))
  const title = id ? 'Change a capability' : 'Add a capability'
  return {
    title, width: 'reading',
    body: (
      <>
        <Heading above={<Above network={network} />}>{title}</Heading>
        <Form to={id ? routes.capability(network.slug, id) : routes.newCapability(network.slug)} {...form} seenBy={`Members of ${network.name}`}>
          <Field name="title" label="Name" maxLength={120} hint="As members say it: “Wedding flowers”." />
          <Select name="parent" label="Belongs to" options={places} prompt="Nothing: it is a family of its own" optional />
          <Field name="synonyms" label="Other words for it" maxLength={2000} optional hint="Separated by commas. Searches find it by these too." />
          <Field name="code" label="Code" maxLength={40} width="short" optional hint="From a classification such as SIC or CPV, where you use one." />
          <Field name="codeScheme" label="Which classification" maxLength={60} width="medium" optional />
          <Actions sticky><Button>{id ? 'Save' : 'Add it'}</Button><LinkButton href={routes.capabilities(network.slug)}>Go back</LinkButton></Actions>
        </Form>
        {id && <PostButton to={routes.capabilityRetirement(network.slug, id)} variant="plain">Take it out of use</PostButton>}
      </>
    ),
  }
}

import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { formPage, goTo } from '../../kit/web/form.ts'
import { listCapabilities } from '../../networks/index.ts'
import { getOrganisationToKeep, SEEN_BY, SIGHT_CHOICES } from '../../organisations/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Choice, Day, Empty, Field, Form, Heading, LinkButton, PostButton, Row, Rows, Select } from '../../ui/index.ts'
import { NobodyToLookFor } from '../errors.ts'
import { postWant, withdrawWant } from '../post-want.ts'
import { LENSES, LENS_WORDS, type Want } from '../want.ts'
import { listWants } from '../want-store.ts'
import { mayChooseFor } from '../who-may.ts'
import { queryOf, readLookedFor } from './looked-for.ts'
import { idIn, networkIn, slugIn } from './param.ts'

/** Needs of ours: posted through a lens, kept until they end, taken down when they are met. */
export function needPages(pages: Pages): void {
  pages.get(routes.needs(':slug'), async (c) => show(c, await list(c)))
  pages.post(routes.needWithdrawal(':slug', ':need'), async (c) => {
    const network = await networkIn(c)
    const need = idIn<'want'>(c, 'need')
    await withdrawWant(c.var.ctx, network.id, need)
    return goTo(c, routes.needs(network.slug), { says: 'Taken down.', undo: routes.needReturn(network.slug, need) })
  })
  pages.post(routes.needReturn(':slug', ':need'), async (c) => {
    const network = await networkIn(c)
    await withdrawWant(c.var.ctx, network.id, idIn(c, 'need'), true)
    return goTo(c, routes.needs(network.slug), { says: 'It is up again.' })
  })
  formPage(pages, routes.newNeed(':slug'), {
    start: (c) => { const looked = readLookedFor((name) => c.req.query(name)); return { lens: looked.lens, says: looked.want, sight: 'network' } },
    show: async (c, form) => post(c, form),
    send: async (c, values) => {
      const network = await networkIn(c)
      await postWant(c.var.ctx, network.id, values)
      return goTo(c, routes.needs(network.slug), { says: 'Posted. We’ll tell you when someone fits.' })
    },
  })
}

async function list(c: WebContext): Promise<Shown> {
  const network = await networkIn(c)
  const { organisation } = c.var.ctx.actor
  const wants = organisation && network.isMember ? await c.var.ctx.read((tx) => listWants(tx, network.id, organisation)) : []
  const add = organisation && network.isMember ? <LinkButton href={routes.newNeed(network.slug)} variant="main">Post a need</LinkButton> : undefined
  return {
    title: 'Your needs', width: 'reading',
    body: (
      <>
        <Heading above={<a href={routes.findPartners}>Find partners</a>} intro={`What you look for in ${network.name}. Those who could answer it find it, and you are told of newcomers who fit.`} actions={wants.length > 0 && add}>Your needs</Heading>
        {wants.length === 0 ? <Empty title="Nothing posted" example="A cake maker with June dates" action={add}>Say what you are looking for as you would say it to a friend.</Empty> : <Rows label="Your needs">{wants.map((want) => <Need key={want.id} want={want} slug={network.slug} />)}</Rows>}
      </>
    ),
  }
}

function Need({ want, slug }: { want: Want; slug: string }) {
  return (
    <Row title={want.says} href={routes.findPartners + queryOf({ network: slug, lens: want.lens, want: '', from: `need:${want.id}`, near: '', proven: false, free: '', size: 'all' })}
      detail={<>{[LENS_WORDS[want.lens].label, want.title, SEEN_BY[want.sight]].filter(Boolean).join(' · ')}. Ends <Day on={want.endsOn} /></>}
      actions={<PostButton to={routes.needWithdrawal(slug, want.id)} small about={want.says}>Take down</PostButton>} />
  )
}

async function post(c: WebContext, form: Parameters<Parameters<typeof formPage>[2]['show']>[1]): Promise<Shown> {
  const network = await networkIn(c)
  const { organisation } = c.var.ctx.actor
  if (!organisation || !network.isMember) throw new NobodyToLookFor()
  const capabilities = await c.var.ctx.read(async (tx) => { await getOrganisationToKeep(tx, organisation, mayChooseFor); return listCapabilities(tx, network.id) })
  const sight = SIGHT_CHOICES.find(({ value }) => value === form.values['sight'])?.value ?? 'network'
  return {
    title: 'Post a need', width: 'reading',
    body: (
      <>
        <Heading above={<a href={routes.needs(slugIn(c))}>Your needs</a>} intro="Strangers answer the need, not the advert.">Post a need</Heading>
        <Form to={routes.newNeed(slugIn(c))} {...form} seenBy={SEEN_BY[sight]}>
          <Field name="says" type="textarea" rows={3} label="What are you looking for?" hint="As you would say it to a friend: “A cake maker with June dates”." maxLength={500} />
          <Choice name="lens" label="Why" value="gap" options={LENSES.map((lens) => ({ value: lens, label: LENS_WORDS[lens].label, hint: LENS_WORDS[lens].hint }))} />
          {capabilities.length > 0 && capabilities.length <= 600 && <Select name="capability" label="In the network’s words" optional hint="Found more surely that way." prompt="None in particular" options={capabilities.map((one) => ({ value: one.id, label: one.title }))} />}
          <div className="form-line">
            <Field name="from" type="date" label="From" optional width="short" />
            <Field name="until" type="date" label="Until" optional width="short" hint="The need ends with it; otherwise in three months." />
          </div>
          <Choice name="sight" label="Who may see it" value="network" options={SIGHT_CHOICES.map((one) => ({ ...one }))} />
          <Actions><Button busy="Posting">Post it</Button></Actions>
        </Form>
      </>
    ),
  }
}

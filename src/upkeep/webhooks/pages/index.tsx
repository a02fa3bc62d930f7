import { isId } from '../../../kit/ids.ts'
import { NotFound } from '../../../kit/refusal.ts'
import { show, type Pages, type Shown, type WebContext } from '../../../kit/web/env.ts'
import { formPage, goTo, type FormState } from '../../../kit/web/form.ts'
import { mustHaveProvedRecently } from '../../../people/index.ts'
import { routes } from '../../../routes.ts'
import { Ago, Button, CopyLink, Day, Empty, Field, Form, Heading, LinkButton, Pager, PostButton, Row, Rows, Section, State, Ticks } from '../../../ui/index.ts'
import { EVENTS, NETWORK_EVENTS, ORGANISATION_EVENTS, type WebhookEvent } from '../events.ts'
import { changeSecret, makeWebhook, pauseWebhook, readDeliveries, readWebhooks, removeWebhook, sendAgain, type Made, type Whose } from '../keep-webhooks.ts'
import type { Delivery, Webhook } from '../webhook.ts'

/** The same pages twice: for the organisation one acts for, and for a network one organises. */
type Addresses = { readonly all: (c: WebContext) => string; readonly at: (c: WebContext, part: string) => string; readonly whose: (c: WebContext) => Whose; readonly events: readonly WebhookEvent[] }

export function webhooksPages(pages: Pages): void {
  mount(pages, routes.webhooks, { all: () => routes.webhooks, at: (_, part) => `${routes.webhooks}/${part}`, whose: () => ({}), events: ORGANISATION_EVENTS })
  mount(pages, routes.networkWebhooks(':slug'), { all: (c) => routes.networkWebhooks(slugOf(c)), at: (c, part) => `${routes.networkWebhooks(slugOf(c))}/${part}`, whose: (c) => ({ slug: slugOf(c) }), events: NETWORK_EVENTS })
}

const slugOf = (c: WebContext) => c.req.param('slug') ?? ''

function mount(pages: Pages, path: string, to: Addresses): void {
  formPage(pages, path, {
    async show(c, form) {
      const { webhooks } = await readWebhooks(c.var.ctx, to.whose(c))
      mustHaveProvedRecently(c.var.ctx) // before a form is filled in, not after
      return listPage(c, to, webhooks, form)
    },
    async send(c, values) {
      return show(c, { ...madePage(await makeWebhook(c.var.ctx, to.whose(c), values), to.all(c)), status: 201 })
    },
  })
  pages.get(`${path}/:id`, async (c) => {
    const page = Math.max(1, Math.min(10_000, Number(c.req.query('page')) || 1))
    const { webhook, deliveries, more } = await readDeliveries(c.var.ctx, to.whose(c), idFrom(c, 'id'), page)
    return show(c, onePage(c, to, webhook, deliveries, { page, more }))
  })
  pages.post(`${path}/:id/pause`, async (c) => {
    await pauseWebhook(c.var.ctx, to.whose(c), idFrom(c, 'id'), true)
    return goTo(c, to.all(c), { says: 'It is told nothing for now. What happens meanwhile waits.' })
  })
  pages.post(`${path}/:id/pause/end`, async (c) => {
    await pauseWebhook(c.var.ctx, to.whose(c), idFrom(c, 'id'), false)
    return goTo(c, to.all(c), { says: 'It is told what happens again.' })
  })
  pages.post(`${path}/:id/secret`, async (c) => show(c, newSecretPage(await changeSecret(c.var.ctx, to.whose(c), idFrom(c, 'id')), to.at(c, idFrom(c, 'id')))))
  pages.post(`${path}/:id/removal`, async (c) => {
    await removeWebhook(c.var.ctx, to.whose(c), idFrom(c, 'id'))
    return goTo(c, to.all(c), { says: 'That address hears nothing any more.' })
  })
  pages.post(`${path}/:id/deliveries/:delivery/sending`, async (c) => {
    await sendAgain(c.var.ctx, to.whose(c), idFrom(c, 'id'), idFrom(c, 'delivery'))
    return goTo(c, to.at(c, idFrom(c, 'id')), { says: 'It is sent again in a moment.' })
  })
}

function idFrom<Of extends string>(c: WebContext, name: string) {
  const id = c.req.param(name)
  if (!isId<Of>(id)) throw new NotFound()
  return id
}

function listPage(c: WebContext, to: Addresses, webhooks: readonly Webhook[], form: FormState): Shown {
  return {
    title: 'Webhooks', width: 'reading',
    body: (
      <>
        <Heading intro="An address of yours, such as your website’s or your accounts’, that is told when something happens here. It is told which thing, by its id, and asks for the rest as you would.">Webhooks</Heading>
        <Section title="Addresses" count={webhooks.length}>
          {webhooks.length === 0
            ? <Empty title="No addresses yet">Add one when a program should know at once, rather than look every hour.</Empty>
            : <Rows label="Addresses">{webhooks.map((one) => <WebhookRow key={one.id} one={one} c={c} to={to} />)}</Rows>}
        </Section>
        <Section title="Add an address">
          <Form to={to.all(c)} {...form} turbo={false} seenBy="Those who may change this">
            <Field name="address" label="The address" type="url" maxLength={500} hint="It begins with https:// and is reachable from outside." />
            <Ticks name="events" label="What it hears of" options={to.events.map((name) => ({ value: name, label: EVENTS[name].says, hint: name }))} />
            <Button busy="One moment">Add this address</Button>
          </Form>
        </Section>
      </>
    ),
  }
}

function WebhookRow({ one, c, to }: { one: Webhook; c: WebContext; to: Addresses }) {
  const { host } = new URL(one.address)
  return (
    <Row title={host} href={to.at(c, one.id)} aside={<Standing one={one} now={c.var.ctx.now} />} detail={<>{one.events.map((name) => EVENTS[name].says).join('; ')}. Added <Day on={one.madeAt} />.</>}
      actions={<>
        {one.pausedAt || one.disabledAt ? <PostButton small to={to.at(c, `${one.id}/pause/end`)} about={host}>Begin again</PostButton> : <PostButton small to={to.at(c, `${one.id}/pause`)} about={host}>Pause</PostButton>}
        <PostButton small to={to.at(c, `${one.id}/removal`)} about={host}>Take off</PostButton>
      </>} />
  )
}

function Standing({ one, now }: { one: Webhook; now: Date }) {
  if (one.disabledAt) return <State shape="ring">Stopped, it took nothing for five days</State>
  if (one.pausedAt) return <State shape="ring">Paused</State>
  return one.failingSince ? <State tone="care">Takes nothing, <Ago since={one.failingSince} now={now} /></State> : <State tone="good">Told</State>
}

function madePage({ webhook, secret }: Made, back: string): Shown {
  return {
    title: 'Your new address', width: 'reading',
    body: (
      <>
        <Heading intro={`For ${new URL(webhook.address).host}. Copy its secret now: it is shown this once. With it your program checks that a message came from here.`}>Your new address</Heading>
        <CopyLink link={secret} label="The secret" hint="As Standard Webhooks writes it; libraries for most languages take it as it is." qr={false} id="secret" />
        <LinkButton href={back}>I have copied it</LinkButton>
      </>
    ),
  }
}

function newSecretPage({ webhook, secret }: Made, back: string): Shown {
  return {
    title: 'A new secret', width: 'reading',
    body: (
      <>
        <Heading intro={`For ${new URL(webhook.address).host}. Copy it now: it is shown this once. Until this time tomorrow every message is signed with both, so your program can change over in between.`}>A new secret</Heading>
        <CopyLink link={secret} label="The secret" hint="As Standard Webhooks writes it; libraries for most languages take it as it is." qr={false} id="secret" />
        <LinkButton href={back}>I have copied it</LinkButton>
      </>
    ),
  }
}

function onePage(c: WebContext, to: Addresses, webhook: Webhook, deliveries: readonly Delivery[], { page, more }: { page: number; more: boolean }): Shown {
  const { now } = c.var.ctx
  const { host } = new URL(webhook.address)
  return {
    title: host, width: 'reading',
    body: (
      <>
        <Heading intro={webhook.address} above={<a href={to.all(c)}>Webhooks</a>}>{host}</Heading>
        <Section title="What it was told">
          {deliveries.length === 0 ? <Empty title="Nothing yet">The first thing that happens shows here, with what the address answered.</Empty> : (
            <Rows label="Messages">{deliveries.map((one) => (
              <Row key={one.id} title={one.event} aside={<DeliveryState one={one} />} detail={<><Ago since={one.happenedAt} now={now} />{one.lastTriedAt ? <>. Tried {one.tries === 1 ? 'once' : `${one.tries} times`}: {one.lastStatus ? `${one.lastStatus}. ` : ''}{one.lastSaid}</> : null}</>}
                actions={one.takenAt || one.givenUpAt ? <PostButton small to={to.at(c, `${webhook.id}/deliveries/${one.id}/sending`)} about={one.event}>Send again</PostButton> : undefined} />
            ))}</Rows>
          )}
          {(page > 1 || more) && <Pager things="messages" from={(page - 1) * 50 + 1} to={(page - 1) * 50 + deliveries.length} previousHref={page > 1 ? `${to.at(c, webhook.id)}?page=${page - 1}` : undefined} nextHref={more ? `${to.at(c, webhook.id)}?page=${page + 1}` : undefined} />}
        </Section>
        <Section title="Its secret">
          <p>{webhook.secretChangedAt ? <>Changed <Ago since={webhook.secretChangedAt} now={now} />.</> : <>The one it was made with.</>} Change it when somebody leaves who knew it, or once a year. The one before goes on signing for a day.</p>
          <PostButton to={to.at(c, `${webhook.id}/secret`)} about={host}>Change the secret</PostButton>
        </Section>
      </>
    ),
  }
}

function DeliveryState({ one }: { one: Delivery }) {
  if (one.takenAt) return <State tone="good">Taken</State>
  return one.givenUpAt ? <State shape="ring">Given up</State> : <State>On its way</State>
}

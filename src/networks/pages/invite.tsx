import { linkTo, listAsksMadeIn } from '../../asks/index.ts'
import { isId } from '../../kit/ids.ts'
import { NotFound } from '../../kit/refusal.ts'
import { type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, sendForm, type FormState } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, CopyLink, Day, Empty, Field, Form, Heading, PostButton, Row, Rows, Section, Select, State, WithAside } from '../../ui/index.ts'
import { byTheHouse } from '../../organisations/index.ts'
import { INVITATION, inviteMember, withdrawInvitationToJoin } from '../invite-member.ts'
import { listJoinLinks, type JoinLink } from '../join-link-store.ts'
import type { Network, Place } from '../network.ts'
import { joinLinkAddress, shareJoinLink, withdrawJoinLink } from '../share-join-link.ts'
import { getNetworkTo } from '../tend.ts'
import { mayInvite } from '../who-may.ts'
import { Above, NetworkTabs } from './network-tabs.tsx'
import { slugOf } from './param.ts'

/** Inviting one by name, sharing a link with many, and what has come of both. */
export function invitePages(pages: Pages): void {
  formPage(pages, routes.inviteMember(':slug'), {
    show: (c, form) => page(c, { invitation: form }),
    send: async (c, values) => {
      await inviteMember(c.var.ctx, slugOf(c), values)
      return goTo(c, `${routes.inviteMember(slugOf(c))}#waiting`, { says: 'The invitation is ready. Copy its link, or wait for the letter to arrive.' })
    },
  })
  pages.post(routes.joinLinks(':slug'), (c) => sendForm(c, {
    show: (again, form) => page(again, { link: form }),
    send: async (again, values) => {
      await shareJoinLink(again.var.ctx, slugOf(again), values)
      return goTo(again, `${routes.inviteMember(slugOf(again))}#links`, { says: 'The link is ready to copy or print.' })
    },
  }))
  pages.post(routes.joinLinkWithdrawal(':slug', ':link'), async (c) => {
    await withdrawJoinLink(c.var.ctx, slugOf(c), c.req.param('link') ?? '')
    return goTo(c, routes.inviteMember(slugOf(c)), { says: 'Withdrawn. The link no longer works.' })
  })
  pages.post(routes.invitationWithdrawal(':slug', ':ask'), async (c) => {
    const ask = c.req.param('ask')
    if (!isId<'ask'>(ask)) throw new NotFound()
    await withdrawInvitationToJoin(c.var.ctx, slugOf(c), ask)
    return goTo(c, routes.inviteMember(slugOf(c)), { says: 'Taken back. Its link no longer works.' })
  })
}

type Forms = { invitation?: FormState; link?: FormState }

async function page(c: WebContext, forms: Forms): Promise<Shown> {
  const { network, links } = await c.var.ctx.read(async (tx) => {
    const network = await getNetworkTo(tx, slugOf(c), mayInvite)
    return { network, links: await listJoinLinks(tx, network.id) }
  })
  // By the house, after asking: organisers share the invitations of their network, whoever of them made it.
  const asks = await byTheHouse(c.var.ctx).read((tx) => listAsksMadeIn(tx, network.id, INVITATION))
  return {
    title: `Invite into ${network.name}`, width: 'work',
    body: (
      <>
        <Heading above={<Above network={network} />} intro="Ask one person by name, or hang a link where many see it.">Invite</Heading>
        <NetworkTabs network={network} current="invite" />
        <WithAside label="A link for many" aside={<Links c={c} network={network} links={links} form={forms.link} />}>
          <Section title="One person">
            <Form to={routes.inviteMember(network.slug)} id="invitation" {...forms.invitation} seenBy="Whoever you invite, and the organisers">
              <Field name="name" label="Their name" maxLength={100} width="medium" optional />
              <Field name="email" type="email" label="Their e-mail address" maxLength={254} optional hint="Leave it empty to copy the link and send it your own way." />
              <Field name="note" type="textarea" label="A note in your own words" maxLength={500} rows={2} optional />
              <Actions><Button>Invite</Button></Actions>
            </Form>
          </Section>
          <Waiting c={c} network={network} asks={asks} />
        </WithAside>
      </>
    ),
  }
}

function Waiting({ c, network, asks }: { c: WebContext; network: Network; asks: Awaited<ReturnType<typeof listAsksMadeIn>> }) {
  if (asks.length === 0) return null
  const mine = (person: string | undefined) => person !== undefined && person === c.var.ctx.actor.person
  return (
    <Section title="Invitations" count={asks.filter((one) => one.state.is === 'open').length} id="waiting" intro="Each is reminded once, and ends by itself.">
      <Rows>
        {asks.map((one) => (
          <Row key={one.id} title={one.to.name ?? one.to.email ?? 'Somebody with the link'} detail={<>{one.to.name && one.to.email ? `${one.to.email}. ` : ''}Asked <Day on={one.askedAt} />, until <Day on={one.answerBy} /></>}
            aside={<Answer state={one.state} />}
            actions={one.state.is === 'open' && mine(one.from.person) ? <PostButton to={routes.invitationWithdrawal(network.slug, one.id)} small about={one.to.name ?? one.to.email ?? 'the invitation'}>Take back</PostButton> : undefined}>
            {one.state.is === 'open' && <CopyLink link={linkTo(c.var.ctx, one)} label={`Invitation for ${one.to.name ?? one.to.email ?? 'one person'}`} hint="It works once." qr={asks.length < 10} />}
          </Row>
        ))}
      </Rows>
    </Section>
  )
}

function Answer({ state }: { state: { is: string; word?: string } }) {
  if (state.is === 'open') return <State shape="ring">Waiting</State>
  if (state.is === 'answered') return state.word === 'yes' ? <State tone="good">Joined</State> : <State shape="dash">No, thanks</State>
  return <State shape="dash">{state.is === 'withdrawn' ? 'Taken back' : 'No reply'}</State>
}

const DAYS = [{ value: '30', label: 'A month' }, { value: '90', label: 'Three months' }, { value: '366', label: 'A year' }]

function Links({ c, network, links, form }: { c: WebContext; network: Network & Place; links: readonly JoinLink[]; form?: FormState }) {
  return (
    <Section title="A link for many" count={links.length || undefined} id="links" intro="On a poster or in a newsletter. Whoever opens it may join at once; you can withdraw it at any time.">
      {links.length === 0 && <Empty title="No link yet">One on the noticeboard is how most members come.</Empty>}
      <Rows label="Links for many">
        {links.map((one) => (
          <Row key={one.id} title={one.says ?? 'A link for many'} detail={<>Until <Day on={one.endsAt} />. {one.usedCount === 0 ? 'Nobody has used it yet.' : one.usedCount === 1 ? 'One joined by it.' : `${one.usedCount} joined by it.`}</>}
            actions={<PostButton to={routes.joinLinkWithdrawal(network.slug, one.id)} small about={one.says ?? 'the link for many'}>Withdraw</PostButton>}>
            <CopyLink link={joinLinkAddress(c.var.ctx, one.id)} label={one.says ? `Link: ${one.says}` : 'Link for many'} />
          </Row>
        ))}
      </Rows>
      <Form to={routes.joinLinks(network.slug)} id="link" {...form} seenBy="Organisers. Anyone who opens the link sees the network’s name, what it is for and its house rules.">
        <Field name="says" label="Where it will hang" maxLength={100} optional width="medium" hint="So that you know later which one worked." />
        <Select name="days" label="How long it works" options={DAYS} value="90" width="short" />
        <Actions><Button variant="quiet">Make a link</Button></Actions>
      </Form>
    </Section>
  )
}

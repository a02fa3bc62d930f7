import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, type FormState, type Values } from '../../kit/web/form.ts'
import { KINDS, KIND_WORDS, listWorkingFor, type WorkingFor } from '../../organisations/index.ts'
import { deviceOf, enter, signIn } from '../../people/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Choice, Field, Form, Good, Heading, LinkButton, Note, PostButton, Section, Select } from '../../ui/index.ts'
import { joinAsNewcomer } from '../join-as-newcomer.ts'
import { declineOffer, joinNetwork } from '../join-network.ts'
import { readOffer, type Offer } from '../offer.ts'
import { HouseRules } from './network-form.tsx'

/**
 * Joining by a link, on a phone and without script: who invites, what for, the house rules, and one short form. Opening the page
 * changes nothing, since mail scanners open links too.
 */
export function joinPages(pages: Pages): void {
  formPage(pages, routes.join(':token'), {
    start: async (c): Promise<Values> => {
      const { by } = await readOffer(c.var.ctx, tokenOf(c))
      return by.is === 'invitation' ? { name: by.name ?? '', email: by.email ?? '' } : {}
    },
    show: (c, form) => page(c, form),
    send: async (c, values) => {
      const { ctx } = c.var
      if (ctx.actor.person) {
        const { name } = await joinNetwork(ctx, tokenOf(c), values)
        return goTo(c, routes.home, { says: welcomeTo(name) })
      }
      const { name } = await joinAsNewcomer(ctx, tokenOf(c), values)
      const started = await signIn(ctx, { email: values['email'], password: values['password'] }, deviceOf(c))
      return enter(c, started, routes.home, { says: welcomeTo(name) })
    },
  })
  pages.post(routes.joinDeclined(':token'), async (c) => {
    const { network } = await declineOffer(c.var.ctx, tokenOf(c))
    return show(c, { title: 'Thank you', frame: 'plain', status: 201, width: 'reading', body: <><Heading>Thank you for saying so</Heading><Good word="Passed on">{`${network} will not ask you again by this link.`}</Good></> })
  })
}

/** One lands where the first steps are; the network stands beside them. */
const welcomeTo = (network: string) => `Welcome to ${network}. Here is a good place to begin.`

const tokenOf = (c: WebContext) => c.req.param('token') ?? ''

async function page(c: WebContext, form: FormState): Promise<Shown> {
  const { ctx } = c.var
  const offer = await readOffer(ctx, tokenOf(c))
  const working = ctx.actor.person ? (await ctx.read((tx) => listWorkingFor(tx))).filter((one) => one.role !== 'member') : undefined
  const { network, invitedBy } = offer
  return {
    title: `Join ${network.name}`, description: network.purpose, frame: 'plain', width: 'reading',
    body: (
      <>
        <Heading above={`${invitedBy} invites you`} intro={network.purpose}>{`Join ${network.name}`}</Heading>
        {offer.by.is === 'invitation' && offer.by.note && <Note word={`${invitedBy} writes`}>{offer.by.note}</Note>}
        {network.houseRules && <Section title="House rules"><HouseRules rules={network.houseRules} /></Section>}
        {working ? <Signed token={tokenOf(c)} form={form} working={working} acting={ctx.actor.organisation} offer={offer} /> : <Newcomer token={tokenOf(c)} form={form} offer={offer} />}
        <PostButton to={routes.joinDeclined(tokenOf(c))} variant="plain">No, thanks</PostButton>
      </>
    ),
  }
}

const WHO_SEES = (network: string) => `Members of ${network} see your organisation and its district. Your name: organisers and colleagues. Your e-mail address: only you.`

function Newcomer({ token, form, offer: { network } }: { token: string; form: FormState; offer: Offer }) {
  return (
    <Section title="Two minutes, then you are in">
      <Form to={routes.join(token)} {...form} turbo={false} seenBy={WHO_SEES(network.name)}>
        <Field name="name" label="Your name" autoComplete="name" maxLength={100} />
        <Field name="email" type="email" label="Your e-mail address" autoComplete="email" maxLength={254} spellCheck={false} />
        <Field name="password" type="password" label="Choose a password" autoComplete="new-password" maxLength={200} hint="Ten characters or more. Three or four unrelated words work well." />
        <Field name="organisation" label="The name of your organisation" autoComplete="organization" maxLength={120} hint="Your trading name is fine. One person is enough." />
        <Select name="kind" label="What kind of organisation it is" prompt="Choose one" options={KINDS.map((value) => ({ value, label: KIND_WORDS[value] }))} />
        <Field name="district" label="Postcode district" width="short" maxLength={8} optional hint="The first half of your postcode, such as SP2. Never your street." />
        <Actions sticky><Button>{`Join ${network.name}`}</Button></Actions>
      </Form>
      <p>Already here? <a href={`${routes.signIn}?then=${encodeURIComponent(routes.join(token))}`}>Sign in</a> and come straight back.</p>
    </Section>
  )
}

type SignedProps = { token: string; form: FormState; working: readonly WorkingFor[]; acting: string | undefined; offer: Offer }

function Signed({ token, form, working, acting, offer: { network } }: SignedProps) {
  if (working.length === 0) return (
    <Note word="One step first" actions={<LinkButton href={routes.newOrganisation} variant="main">List your organisation</LinkButton>}>
      It is organisations that join. List yours, then open this link again.
    </Note>
  )
  return (
    <Form to={routes.join(token)} {...form} seenBy={`Members of ${network.name}, as far as you chose under Who sees what`}>
      <Choice name="organisation" label="Which organisation joins?" value={acting ?? working[0]?.organisation} options={working.map((one) => ({ value: one.organisation, label: one.name }))} />
      <Actions sticky><Button>{`Join ${network.name}`}</Button></Actions>
    </Form>
  )
}

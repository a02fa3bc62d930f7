import type { Pages, Shown, WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, type FormState } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Form, Heading, LinkButton } from '../../ui/index.ts'
import { joinStaff, readStaffLink, type StaffLinkShown } from '../join-staff.ts'
import { KIND_WORDS } from '../organisation.ts'

/** The page behind a colleague's or a claim link. Opening it changes nothing; taking it up wants someone signed in. */
export function staffLinkPages(pages: Pages): void {
  formPage(pages, routes.staffLink(':token'), {
    show: (c, form) => page(c, form),
    send: async (c) => {
      const organisation = await joinStaff(c.var.ctx, tokenOf(c))
      return goTo(c, routes.organisation(organisation), { says: 'Welcome. You act for it from now on.' })
    },
  })
}

const tokenOf = (c: WebContext) => c.req.param('token') ?? ''

async function page(c: WebContext, form: FormState): Promise<Shown> {
  const offer = await readStaffLink(c.var.ctx, tokenOf(c))
  const { name } = offer.organisation
  const title = offer.claims ? `Claim ${name}` : `Join ${name}`
  return { title, frame: 'plain', width: 'reading', body: <Offered offer={offer} title={title} token={tokenOf(c)} form={form} signedIn={!!c.var.ctx.actor.person} /> }
}

function Offered({ offer, title, token, form, signedIn }: { offer: StaffLinkShown; title: string; token: string; form: FormState; signedIn: boolean }) {
  const { organisation, claims } = offer
  const then = `?then=${encodeURIComponent(routes.staffLink(token))}`
  return (
    <>
      <Heading intro={claims ? 'Somebody listed your organisation here so that partners can find it. Claim it and it is yours alone.' : 'A colleague invites you to work for it here.'}>{title}</Heading>
      <p><strong>{organisation.name}</strong>, {KIND_WORDS[organisation.kind].toLowerCase()}{organisation.line ? `: ${organisation.line}` : ''}</p>
      {signedIn ? (
        <Form to={routes.staffLink(token)} {...form} seenBy={claims ? 'Whoever listed it learns that it was claimed' : `Your colleagues at ${organisation.name} see your name`}>
          <Actions><Button>{claims ? 'Yes, this is ours' : 'Join'}</Button><LinkButton href={routes.home}>No, thanks</LinkButton></Actions>
        </Form>
      ) : (
        <Actions>
          <LinkButton href={`${routes.signUp}${then}`} variant="main">Sign up to go on</LinkButton>
          <LinkButton href={`${routes.signIn}${then}`}>I have an account</LinkButton>
        </Actions>
      )}
    </>
  )
}

import { getCookie } from 'hono/cookie'
import type { Pages, Shown, WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, type FormState } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Button, Field, Form, Heading, PostButton, Section } from '../../ui/index.ts'
import { ownPath } from '../own-path.ts'
import { passkeysWork } from '../passkeys.ts'
import { nameElsewhere } from '../provider.ts'
import { signInElsewhere, startElsewhere } from '../sign-in-elsewhere.ts'
import { signIn } from '../sign-in.ts'
import { signOut, signOutEverywhere } from '../sign-out.ts'
import { cookieOf, deviceOf, enter, leave } from './enter.ts'
import { Then, sentThen, thenOf, withThen } from './then.tsx'

const TRIP_SECONDS = 600

export function signInPages(pages: Pages): void {
  formPage(pages, routes.signIn, {
    show: signInPage,
    send: async (c, values) => enter(c, await signIn(c.var.ctx, values, deviceOf(c)), ownPath(sentThen(values))),
  })
  pages.post(routes.signOut, async (c) => {
    await signOut(c.var.ctx)
    return leave(c, routes.signIn, { says: 'You are signed out.' })
  })
  pages.post(routes.signOutEverywhere, async (c) => {
    await signOutEverywhere(c.var.ctx)
    return leave(c, routes.signIn, { says: 'You are signed out everywhere.' })
  })
  // A link and not a form: our own policy lets forms lead nowhere but here. It changes nothing but this browser's cookie.
  pages.get(routes.signInElsewhere, async (c) => {
    const { url, sealed } = await startElsewhere(c.var.ctx, c.req.query('then'))
    c.header('Set-Cookie', cookieOf(c, 'guildhall-trip', TRIP_SECONDS).keep(sealed), { append: true })
    return goTo(c, url)
  })
  pages.get(routes.signInElsewhereReturn, async (c) => {
    const cookie = cookieOf(c, 'guildhall-trip', TRIP_SECONDS)
    const back = { query: new URL(c.req.url).search, sealed: getCookie(c, cookie.name) ?? '' }
    c.header('Set-Cookie', cookie.drop(), { append: true })
    const { then, ...started } = await signInElsewhere(c.var.ctx, back, deviceOf(c))
    return enter(c, started, then)
  })
}

function signInPage(c: WebContext, form: FormState): Shown {
  const then = thenOf(c, form)
  return {
    title: 'Sign in', frame: 'plain',
    body: (
      <>
        <Heading>Sign in</Heading>
        <Form to={routes.signIn} {...form} formKey="" turbo={false}>
          <Then path={then} />
          <Field name="email" type="email" label="Your e-mail address" autoComplete="username" maxLength={254} spellCheck={false} />
          <Field name="password" type="password" label="Your password" autoComplete="current-password" maxLength={200} />
          <Button busy="One moment">Sign in</Button>
        </Form>
        <p><a href={routes.reset}>I no longer know my password</a></p>
        <OtherWays then={then} passkeys={passkeysWork(c.var.ctx)} elsewhere={nameElsewhere(c.var.ctx)} />
        <p>New here? <a href={withThen(routes.signUp, then)}>Sign up</a></p>
      </>
    ),
  }
}

function OtherWays({ then, passkeys, elsewhere }: { then: string; passkeys: boolean; elsewhere?: string }) {
  return (
    <Section title="Other ways">
      <div className="actions">
        <a className="button quiet" href={withThen(routes.signInLink, then)}>Send me a link by e-mail</a>
        {passkeys && <PostButton to={routes.signInPasskey} fields={{ _then: then }} formKey="" turbo={false}>Use a passkey</PostButton>}
        {elsewhere && <a className="button quiet" href={withThen(routes.signInElsewhere, then)} data-turbo="false">Sign in with {elsewhere}</a>}
      </div>
    </Section>
  )
}

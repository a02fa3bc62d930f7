import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { formPage, type FormState } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Button, Field, Form, Heading, Note } from '../../ui/index.ts'
import { lettersGoOut } from '../letters-go-out.ts'
import { askForReset, checkResetLink, resetPassword } from '../reset-password.ts'
import { askForSignInLink, checkSignInLink, signInByLink } from '../sign-in-by-link.ts'
import { deviceOf, enter } from './enter.ts'
import { tokenOf } from './sign-up.tsx'
import { Then, sentThen, thenOf, withThen } from './then.tsx'

/** Signing in, or choosing a new password, by a link in a letter. */
export function linkPages(pages: Pages): void {
  formPage(pages, routes.signInLink, {
    show: (c, form) => askPage(c, form, { title: 'Sign in by link', intro: 'We send you a link that signs you in, once. It lasts 15 minutes.', to: routes.signInLink, verb: 'Send me a link' }),
    async send(c, values) {
      await askForSignInLink(c.var.ctx, values, sentThen(values))
      return show(c, { ...sentPage, status: 201 })
    },
  })
  formPage(pages, routes.signInByLink(':token'), {
    async show(c) {
      await checkSignInLink(c.var.ctx, tokenOf(c))
      return {
        title: 'Sign in', frame: 'plain',
        body: (
          <>
            <Heading intro="Your link is good. It works once, when you press the button.">Sign in</Heading>
            <Form to={routes.signInByLink(tokenOf(c))} formKey="" turbo={false}><Button busy="One moment">Sign in</Button></Form>
          </>
        ),
      }
    },
    async send(c) {
      const { then, startedAfresh, ...started } = await signInByLink(c.var.ctx, tokenOf(c), deviceOf(c))
      return enter(c, started, then, startedAfresh ? { says: 'Your address is confirmed. To be safe, set your password again under Account.' } : undefined)
    },
  })
  formPage(pages, routes.reset, {
    show: (c, form) => askPage(c, form, { title: 'Choose a new password', intro: 'We send you a link with which you choose a new one. It lasts one hour.', to: routes.reset, verb: 'Send me a link' }),
    async send(c, values) {
      await askForReset(c.var.ctx, values)
      return show(c, { ...sentPage, status: 201 })
    },
  })
  formPage(pages, routes.resetByLink(':token'), {
    async show(c, form) {
      await checkResetLink(c.var.ctx, tokenOf(c))
      return { title: 'Choose a new password', frame: 'plain', body: <NewPassword token={tokenOf(c)} form={form} /> }
    },
    send: async (c, values) => enter(c, await resetPassword(c.var.ctx, tokenOf(c), values, deviceOf(c)), routes.home, { says: 'Your new password is set. You are signed out everywhere else.' }),
  })
}

function askPage(c: WebContext, form: FormState, words: { title: string; intro: string; to: string; verb: string }): Shown {
  const then = thenOf(c, form)
  return {
    title: words.title, frame: 'plain',
    body: (
      <>
        <Heading intro={words.intro}>{words.title}</Heading>
        {!lettersGoOut(c.var.ctx) && <Note>This house sends no e-mail yet. Whoever hosts it can copy your link from the mail page and pass it on.</Note>}
        <Form to={words.to} {...form} turbo={false}>
          <Then path={then} />
          <Field name="email" type="email" label="Your e-mail address" autoComplete="username" maxLength={254} spellCheck={false} />
          <Button busy="Sending">{words.verb}</Button>
        </Form>
        <p><a href={withThen(routes.signIn, then)}>Back to signing in</a></p>
      </>
    ),
  }
}

/** The same whether or not there is an account: only the letter says. */
const sentPage: Shown = {
  title: 'Look in your mail', frame: 'plain',
  body: (
    <>
      <Heading intro="We have written to that address. The letter has the next step.">Look in your mail</Heading>
      <Note>Nothing there after a few minutes? Look under junk mail, or <a href={routes.signIn}>go back and try again</a>.</Note>
    </>
  ),
}

function NewPassword({ token, form }: { token: string; form: FormState }) {
  return (
    <>
      <Heading intro="You will be signed in here, and signed out everywhere else.">Choose a new password</Heading>
      <Form to={routes.resetByLink(token)} {...form} formKey="" turbo={false}>
        <Field name="password" type="password" label="New password" autoComplete="new-password" maxLength={200} hint="10 characters or more. Three or four unrelated words work well." />
        <Button busy="One moment">Set this password</Button>
      </Form>
    </>
  )
}

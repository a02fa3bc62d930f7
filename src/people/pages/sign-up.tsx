import { Refusal } from '../../kit/refusal.ts'
import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { formPage, type FormState } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Button, Field, Form, Heading, Note } from '../../ui/index.ts'
import { WrongSignIn } from '../errors.ts'
import { lettersGoOut } from '../letters-go-out.ts'
import { ownPath } from '../own-path.ts'
import { signIn } from '../sign-in.ts'
import { finishSignUp, readSignUpLink, signUp } from '../sign-up.ts'
import { deviceOf, enter } from './enter.ts'
import { Then, sentThen, thenOf, withThen } from './then.tsx'

export function signUpPages(pages: Pages): void {
  formPage(pages, routes.signUp, {
    show: signUpPage,
    async send(c, values) {
      await signUp(c.var.ctx, values, sentThen(values))
      if (lettersGoOut(c.var.ctx)) return show(c, { ...lookInYourMail, status: 201 })
      try {
        const started = await signIn(c.var.ctx, { email: values.email, password: values.password }, deviceOf(c))
        return enter(c, started, ownPath(sentThen(values)), { says: 'Welcome. Your account is ready.' })
      } catch (error) {
        throw error instanceof WrongSignIn ? new PerhapsHere() : error
      }
    },
  })
  formPage(pages, routes.finishSignUp(':token'), {
    async show(c) {
      const { name, email } = await readSignUpLink(c.var.ctx, tokenOf(c))
      return { title: 'Finish signing up', frame: 'plain', body: <Finish token={tokenOf(c)} name={name} email={email} /> }
    },
    async send(c) {
      const { then, ...started } = await finishSignUp(c.var.ctx, tokenOf(c), deviceOf(c))
      return enter(c, started, then, { says: 'Welcome. Your account is ready.' })
    },
  })
}

export function tokenOf(c: WebContext): string {
  return c.req.param('token') ?? ''
}

/** Only where no letters go out, so that a letter cannot say it instead. */
class PerhapsHere extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('We could not make a new account with this address.', 'If you already have one, sign in instead.') }
}

/** Where the answer is a session the form carries no key, as with every sign-in: a kept answer would hold the token. */
function signUpPage(c: WebContext, form: FormState): Shown {
  const then = thenOf(c, form)
  return {
    title: 'Sign up', frame: 'plain',
    body: (
      <>
        <Heading intro="One account for all your organisations and networks.">Sign up</Heading>
        <Form to={routes.signUp} {...form} formKey={lettersGoOut(c.var.ctx) ? form.formKey : ''} turbo={false} seenBy="Your name: those you share an organisation or a network with. Your e-mail address: only you.">
          <Then path={then} />
          <Field name="name" label="Your name" autoComplete="name" maxLength={100} />
          <Field name="email" type="email" label="Your e-mail address" autoComplete="email" maxLength={254} spellCheck={false} />
          <Field name="password" type="password" label="A password" autoComplete="new-password" maxLength={200} hint="10 characters or more. Three or four unrelated words work well." />
          <Button busy="One moment">Sign up</Button>
        </Form>
        <p>Already here? <a href={withThen(routes.signIn, then)}>Sign in</a></p>
      </>
    ),
  }
}

const lookInYourMail: Shown = {
  title: 'Look in your mail', frame: 'plain',
  body: (
    <>
      <Heading intro="We have written to the address you gave. The letter has the next step.">Look in your mail</Heading>
      <Note>Nothing there after a few minutes? Look under junk mail, or <a href={routes.signUp}>try again</a>.</Note>
    </>
  ),
}

function Finish({ token, name, email }: { token: string; name: string; email: string }) {
  return (
    <>
      <Heading intro={`${email} is yours, since you read its mail. Press the button and you are in.`}>Welcome, {name}</Heading>
      <Form to={routes.finishSignUp(token)} formKey="" turbo={false}>
        <Button busy="One moment">Finish signing up</Button>
      </Form>
    </>
  )
}

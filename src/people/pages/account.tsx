import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { formPage, freshForm, goTo, sendForm, type FormState, type Values } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Confirm, Button, Form, Heading } from '../../ui/index.ts'
import { askToConfirmEmail, changeEmail, confirmEmail, readConfirmLink } from '../change-email.ts'
import { changeName } from '../change-name.ts'
import { changePassword } from '../change-password.ts'
import { closeAccount } from '../close-account.ts'
import { passkeysWork } from '../passkeys.ts'
import { endSession } from '../sign-out.ts'
import { mustBeSignedIn } from '../who-may.ts'
import { getYourAccount } from '../your-account.ts'
import { AccountBody, type AccountForms } from './account-body.tsx'
import { enter, leave } from './enter.ts'
import { idOf } from './passkeys.tsx'
import { tokenOf } from './sign-up.tsx'

export function accountPages(pages: Pages): void {
  pages.get(routes.account, async (c) => show(c, await accountPage(c, {})))
  part(pages, routes.accountName, 'name', async (c, values) => {
    await changeName(c.var.ctx, values)
    return goTo(c, routes.account, { says: 'Your name is changed.' })
  })
  part(pages, routes.accountEmail, 'email', async (c, values) => {
    await changeEmail(c.var.ctx, values)
    return goTo(c, routes.account, { says: 'We have written to the new address. It counts once you use the link in that letter.' })
  })
  part(pages, routes.accountPassword, 'password', async (c, values) => enter(c, await changePassword(c.var.ctx, values), routes.account, { says: 'Your password is set. You are signed out on your other devices.' }))
  pages.post(routes.accountEmailProof, async (c) => {
    await askToConfirmEmail(c.var.ctx)
    return goTo(c, routes.account, { says: 'We have written to you. Use the link in that letter.' })
  })
  pages.post(routes.sessionEnd(':id'), async (c) => {
    await endSession(c.var.ctx, idOf<'session'>(c))
    return goTo(c, routes.account, { says: 'That device is signed out.' })
  })
  formPage(pages, routes.closeAccount, {
    show: closingPage,
    async send(c) {
      await closeAccount(c.var.ctx)
      return leave(c, routes.home, { says: 'Your account is closed. Thank you for having been here.' })
    },
  })
  formPage(pages, routes.confirmEmail(':token'), {
    async show(c) {
      const { email } = await readConfirmLink(c.var.ctx, tokenOf(c))
      return {
        title: 'Confirm your address', frame: 'plain',
        body: <><Heading intro={`From then on your account uses ${email}.`}>Confirm your address</Heading><Form to={routes.confirmEmail(tokenOf(c))}><Button>Confirm this address</Button></Form></>,
      }
    },
    async send(c) {
      await confirmEmail(c.var.ctx, tokenOf(c))
      return goTo(c, routes.account, { says: 'Your address is confirmed.' })
    },
  })
}

/** One form of the account page: its problems are shown on that page, in its own place. */
function part(pages: Pages, path: string, name: keyof AccountForms, send: (c: WebContext, values: Values) => Promise<Response>): void {
  pages.get(path, (c) => goTo(c, routes.account))
  pages.post(path, (c) => sendForm(c, { send, show: (_, form) => accountPage(c, { [name]: form }) }))
}

async function accountPage(c: WebContext, forms: Partial<AccountForms>): Promise<Shown> {
  const { ctx } = c.var
  mustBeSignedIn(ctx.actor)
  const account = await getYourAccount(ctx)
  const all = { name: forms.name ?? freshForm(), email: forms.email ?? freshForm(), password: forms.password ?? freshForm() }
  return { title: 'Your account', width: 'reading', body: <AccountBody account={account} forms={all} now={ctx.now} passkeys={passkeysWork(ctx)} /> }
}

function closingPage(c: WebContext, form: FormState): Shown {
  mustBeSignedIn(c.var.ctx.actor)
  return {
    title: 'Close your account', frame: 'plain', width: 'reading',
    body: (
      <Confirm title="Close your account?" to={routes.closeAccount} verb="Close my account" danger backHref={routes.account} formKey={form.formKey}>
        {form.problems[''] && <p className="problem">{form.problems['']}</p>}
        <p>Your name, your e-mail address and every way to sign in are taken away at once. This cannot be undone.</p>
        <p>What you did together with others stays with them, by “someone who has left”. Your organisations stay too: if you are the only one looking after one, hand it over first.</p>
      </Confirm>
    ),
  }
}

import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { formPage, readValues, type FormState } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Button, Field, Form, Heading, PostButton, Section } from '../../ui/index.ts'
import { askForProofLink, checkProofLink, confirmItIsYou, confirmItIsYouByLink } from '../confirm-it-is-you.ts'
import { ownPath } from '../own-path.ts'
import { passkeysWork } from '../passkeys.ts'
import { getYourAccount, type YourAccount } from '../your-account.ts'
import { enter } from './enter.ts'
import { tokenOf } from './sign-up.tsx'
import { Then, sentThen, thenOf } from './then.tsx'

export function confirmItIsYouPages(pages: Pages): void {
  formPage(pages, routes.confirmItIsYou, {
    show: async (c, form) => askPage(c, form, await getYourAccount(c.var.ctx)),
    send: async (c, values) => enter(c, await confirmItIsYou(c.var.ctx, values), ownPath(sentThen(values))),
  })
  pages.post(routes.confirmItIsYouLink, async (c) => {
    await askForProofLink(c.var.ctx, sentThen(await readValues(c)))
    return show(c, { title: 'Look in your mail', frame: 'plain', status: 201, body: <Heading intro="We have written to your address. Open the link in this browser.">Look in your mail</Heading> })
  })
  formPage(pages, routes.confirmItIsYouByLink(':token'), {
    async show(c) {
      await checkProofLink(c.var.ctx, tokenOf(c))
      return {
        title: 'Confirm that it is you', frame: 'plain',
        body: <><Heading>Confirm that it is you</Heading><Form to={routes.confirmItIsYouByLink(tokenOf(c))} formKey="" turbo={false}><Button>It is me</Button></Form></>,
      }
    },
    async send(c) {
      const { then, ...started } = await confirmItIsYouByLink(c.var.ctx, tokenOf(c))
      return enter(c, started, then)
    },
  })
}

function askPage(c: WebContext, form: FormState, account: YourAccount): Shown {
  const then = thenOf(c, form)
  const mayUsePasskey = account.passkeys.length > 0 && passkeysWork(c.var.ctx)
  return {
    title: 'Confirm that it is you', frame: 'plain',
    body: (
      <>
        <Heading intro="What comes next matters, so we ask once more. It holds for half an hour.">Confirm that it is you</Heading>
        {account.hasPassword && (
          <Form to={routes.confirmItIsYou} {...form} formKey="" turbo={false}>
            <Then path={then} />
            <Field name="password" type="password" label="Your password" autoComplete="current-password" maxLength={200} />
            <Button busy="One moment">It is me</Button>
          </Form>
        )}
        <Section title={account.hasPassword ? 'Other ways' : 'Choose a way'}>
          <div className="actions">
            {mayUsePasskey && <PostButton to={routes.confirmItIsYouPasskey} fields={{ _then: then }} formKey="" turbo={false}>Use a passkey</PostButton>}
            <PostButton to={routes.confirmItIsYouLink} fields={{ _then: then }} turbo={false}>Send me a link by e-mail</PostButton>
          </div>
          <p>You can also <a href={routes.account}>sign out</a> and in again.</p>
        </Section>
      </>
    ),
  }
}

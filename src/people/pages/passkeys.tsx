import type { ReactNode } from 'react'
import { isId } from '../../kit/ids.ts'
import { NotFound } from '../../kit/refusal.ts'
import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { goTo, readValues, type Values } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Button, Field, Form, Heading, Hidden } from '../../ui/index.ts'
import { ownPath } from '../own-path.ts'
import { askForPasskey, confirmItIsYouByPasskey, registerPasskey, removePasskey, signInByPasskey, startPasskey, type Asked } from '../passkeys.ts'
import { deviceOf, enter } from './enter.ts'
import { Then, sentThen } from './then.tsx'

/**
 * Each errand is two posts: the first gives a page with a fresh challenge, the second brings the device's answer. The little script
 * in client/passkey.ts does the asking in between; without it the second post says which other ways there are.
 */
export function passkeyPages(pages: Pages): void {
  pages.post(routes.signInPasskey, async (c) => show(c, askPage('Sign in with a passkey', routes.signInPasskeyAnswer, await askForPasskey(c.var.ctx), sentThen(await readValues(c)))))
  pages.post(routes.signInPasskeyAnswer, async (c) => {
    const { answer, then } = answerIn(await readValues(c))
    return enter(c, await signInByPasskey(c.var.ctx, answer, deviceOf(c)), then)
  })
  pages.post(routes.confirmItIsYouPasskey, async (c) => show(c, askPage('Confirm that it is you', routes.confirmItIsYouPasskeyAnswer, await askForPasskey(c.var.ctx), sentThen(await readValues(c)))))
  pages.post(routes.confirmItIsYouPasskeyAnswer, async (c) => {
    const { answer, then } = answerIn(await readValues(c))
    return enter(c, await confirmItIsYouByPasskey(c.var.ctx, answer), then)
  })
  pages.post(routes.accountPasskeys, async (c) => show(c, newPage(await startPasskey(c.var.ctx), deviceOf(c))))
  pages.post(routes.accountPasskeyAnswer, async (c) => {
    await registerPasskey(c.var.ctx, answerIn(await readValues(c)).answer, deviceOf(c))
    return goTo(c, routes.account, { says: 'Your passkey is added.' })
  })
  pages.post(routes.passkeyRemoval(':id'), async (c) => {
    await removePasskey(c.var.ctx, idOf<'passkey'>(c))
    return goTo(c, routes.account, { says: 'That passkey no longer signs you in.' })
  })
}

export function idOf<Of extends string>(c: WebContext) {
  const id = c.req.param('id')
  if (!isId<Of>(id)) throw new NotFound()
  return id
}

function answerIn({ start, answer, name, ...rest }: Values): { answer: object; then: string } {
  return { answer: { start, answer, ...(name === undefined ? {} : { name }) }, then: ownPath(sentThen(rest)) }
}

function askPage(title: string, to: string, asked: Asked<object>, then: string | undefined): Shown {
  return {
    title, frame: 'plain',
    body: (
      <>
        <Heading intro="Your device asks for your finger, your face or its PIN. None of that is sent to us.">{title}</Heading>
        <AskDevice errand="get" to={to} asked={asked} then={ownPath(then)}><Button busy="Waiting for your device">Use my passkey</Button></AskDevice>
        <p><a href={routes.signIn}>Another way</a></p>
      </>
    ),
  }
}

function newPage(asked: Asked<object>, device: string): Shown {
  return {
    title: 'Add a passkey', frame: 'plain',
    body: (
      <>
        <Heading intro="Next time you sign in with your finger, your face or your device’s PIN. None of that is sent to us.">Add a passkey</Heading>
        <AskDevice errand="create" to={routes.accountPasskeyAnswer} asked={asked} then={routes.account}>
          <Field name="name" label="What to call it" value={device} optional maxLength={60} hint="So that you know it from others." />
          <Button busy="Waiting for your device">Add this passkey</Button>
        </AskDevice>
        <p><a href={routes.account}>Not now</a></p>
      </>
    ),
  }
}

function AskDevice({ errand, to, asked, then, children }: { errand: 'get' | 'create'; to: string; asked: Asked<object>; then: string; children: ReactNode }) {
  return (
    <div data-island="passkey" data-passkey={errand} data-options={JSON.stringify(asked.options)}>
      <Form to={to} formKey="" turbo={false}>
        <Then path={then} />
        <Hidden name="start" value={asked.start} />
        <Hidden name="answer" value="" />
        {children}
        <p className="problem" data-passkey-problem hidden>Your device did not answer. Try again, or choose another way.</p>
        <noscript><p>Passkeys need script. Please choose another way.</p></noscript>
      </Form>
    </div>
  )
}

import type { Shown, WebContext } from '../../kit/web/env.ts'
import type { FormState } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Choice, Day, Field, Form, Heading, Tick } from '../../ui/index.ts'
import { readForCustomer } from '../ask-customer.ts'
import { PHRASES } from '../outcome.ts'
import { tokenFrom } from './param.ts'

/** A customer, without an account, on a phone perhaps: one line is plenty. */
export async function customerPage(c: WebContext, form: FormState): Promise<Shown> {
  const seen = await readForCustomer(c.var.ctx, tokenFrom(c))
  c.header('Referrer-Policy', 'no-referrer')
  return {
    title: 'Your word', frame: 'plain', width: 'reading',
    body: (
      <>
        <Heading intro={`“${seen.what}”, ended on ${seen.when}. It was done by ${listed(seen.team)}.`}>How was it, {seen.name.split(' ')[0]}?</Heading>
        <Form to={routes.customerWord(tokenFrom(c))} id="word" {...form} seenBy="Those who did the work; others only if you tick below">
          <Choice name="phrase" label="In a hurry? Choose one" optional options={PHRASES.map((value) => ({ value, label: value }))} />
          <Field name="words" type="textarea" rows={4} label="Or in your own words" maxLength={500} optional hint="What would you tell a friend who asked?" />
          <Tick name="shown" label="Others may read it, under my name" optional />
          <Actions sticky><Button>Send it</Button></Actions>
        </Form>
        <p className="fine">Not now? This link works until <Day on={seen.until} />, and nobody will press you.</p>
      </>
    ),
  }
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names)
}

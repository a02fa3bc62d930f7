import type { Pages, Shown, WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, type FormState } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Field, Form, Heading, LinkButton } from '../../ui/index.ts'
import { actingFor } from '../acting.ts'
import { findKeeping, keepFor } from '../keeping.ts'

/** How long people are kept after all has ended. */
export function keepingPages(pages: Pages): void {
  formPage(pages, routes.referralKeeping, {
    start: async (c) => ({ months: String((await c.var.ctx.read(async (tx) => findKeeping(tx, (await actingFor(tx)).id))).months) }),
    show: keeping,
    send: async (c, values) => {
      await keepFor(c.var.ctx, values)
      return goTo(c, routes.referrals, { says: 'Kept so long from now on.' })
    },
  })
}

async function keeping(c: WebContext, form: FormState): Promise<Shown> {
  const us = await c.var.ctx.read((tx) => actingFor(tx))
  return {
    title: 'How long we keep people', width: 'reading',
    body: (
      <>
        <Heading above={us.name} intro="After a referral has ended, the person’s details are erased by themselves. Where two of you hold them, the shorter time counts.">How long we keep people</Heading>
        <Form to={routes.referralKeeping} id="keeping" {...form} seenBy="Only your organisation; the person reads it on their own page">
          <Field name="months" type="number" label="Months after the end" width="short" min={3} max={72} hint="Two years unless you say otherwise; three months at least, six years at most. Whoever was never sent anywhere goes after a month." />
          <Actions sticky><Button>Save</Button><LinkButton href={routes.referrals}>Go back</LinkButton></Actions>
        </Form>
      </>
    ),
  }
}

import type { Pages, Shown, WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, type FormState } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Field, Form, Heading, LinkButton } from '../../ui/index.ts'
import { getPartnership, getUsToSpeak } from '../change-ours.ts'
import { endPartnership } from '../end.ts'
import { restPartnership } from '../rest.ts'
import { idFrom } from './param.ts'

/** Letting it rest and ending it kindly: each says what the other will hear before it is done. */
export function endingPages(pages: Pages): void {
  formPage(pages, routes.partnershipRest(':id'), {
    show: (c, form) => page(c, form, restingForm),
    send: async (c, values) => {
      const id = idFrom<'partnership'>(c)
      await restPartnership(c.var.ctx, id, values)
      return goTo(c, routes.partnership(id), { says: 'Resting. Nothing will nag.', undo: routes.partnershipWaking(id) })
    },
  })
  formPage(pages, routes.partnershipEnding(':id'), {
    show: (c, form) => page(c, form, endingForm),
    send: async (c, values) => {
      const id = idFrom<'partnership'>(c)
      await endPartnership(c.var.ctx, id, values)
      return goTo(c, routes.partnership(id), { says: 'Ended, with thanks.', undo: routes.partnershipReturn(id) })
    },
  })
}

type FormOf = (id: string, name: string, form: FormState) => { title: string; intro: string; form: React.ReactNode }

const restingForm: FormOf = (id, name, form) => ({
  title: 'Let it rest', intro: `Nothing nags either of you until one of you wakes it. ${name} sees that it rests, and not why.`,
  form: (
    <Form to={routes.partnershipRest(id)} id="rest" {...form} seenBy="Only you and your colleagues">
      <Field name="because" label="Why, for yourselves" maxLength={300} optional />
      <Actions sticky><Button>Let it rest</Button><LinkButton href={routes.partnership(id)}>Go back</LinkButton></Actions>
    </Form>
  ),
})

const endingForm: FormOf = (id, name, form) => ({
  title: 'End it kindly', intro: `${name} is told that it has ended, and never why. What you did together stays for both to read. They no longer see what you show to partners.`,
  form: (
    <Form to={routes.partnershipEnding(id)} id="end" {...form} seenBy={`Your kind words: you and ${name}. The reason: only you and your colleagues`}>
      <Field name="words" label="Kind words to them" maxLength={300} hint="“Thank you for six good years.”" optional />
      <Field name="because" type="textarea" rows={3} label="The reason, for yourselves" maxLength={500} optional />
      <Actions sticky><Button variant="danger">End it</Button><LinkButton href={routes.partnership(id)}>Go back</LinkButton></Actions>
    </Form>
  ),
})

async function page(c: WebContext, form: FormState, of: FormOf): Promise<Shown> {
  const { id, partner: { name } } = await c.var.ctx.read(async (tx) => {
    const ours = await getPartnership(tx, idFrom(c))
    await getUsToSpeak(tx)
    return ours
  })
  const { title, intro, form: fields } = of(id, name, form)
  return { title: `${title}: ${name} and you`, width: 'reading', body: <><Heading above={<a href={routes.partnership(id)}>{`${name} and you`}</a>} intro={intro}>{title}</Heading>{fields}</> }
}

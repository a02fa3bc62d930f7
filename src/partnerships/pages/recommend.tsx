import { BASES, BASIS_WORDS, giveRecommendation, listClaims, STRENGTH_WORDS } from '../../answers/index.ts'
import type { Pages, Shown, WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, type FormState } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Choice, Field, Form, Heading, LinkButton, Select, Tick } from '../../ui/index.ts'
import { getPartnership, getUsToSpeak } from '../change-ours.ts'
import { idFrom } from './param.ts'

/** Recommending a partner in two sentences: what we saw first hand, tied to what they claim. */
export function recommendPages(pages: Pages): void {
  formPage(pages, routes.partnershipRecommendation(':id'), {
    start: (c) => ({ claim: c.req.query('claim') ?? '' }),
    show: page,
    send: async (c, values) => {
      const { id, us, partner } = await c.var.ctx.read((tx) => getPartnership(tx, idFrom(c)))
      await giveRecommendation(c.var.ctx, us, partner.id, values)
      return goTo(c, routes.partnership(id), { says: `Sent. It stands on their page once ${partner.name} takes it.` })
    },
  })
}

async function page(c: WebContext, form: FormState): Promise<Shown> {
  const { ours, claims } = await c.var.ctx.read(async (tx) => {
    const ours = await getPartnership(tx, idFrom(c))
    await getUsToSpeak(tx)
    return { ours, claims: await listClaims(tx, ours.partner.id) }
  })
  const { id, partner: { name } } = ours
  return {
    title: `Recommend ${name}`, width: 'reading',
    body: (
      <>
        <Heading above={<a href={routes.partnership(id)}>{`${name} and you`}</a>} intro="Two sentences on what you saw yourself. It stands on their page, under your name, once they take it.">{`Recommend ${name}`}</Heading>
        <Form to={routes.partnershipRecommendation(id)} id="recommend" {...form} seenBy={`You and ${name}; once they take it, members of their networks`}>
          <Field name="words" type="textarea" rows={3} label="Your two sentences" maxLength={500} hint="“The cake stood level at 31 degrees. Nobody saw her leave.”" />
          <Choice name="basis" label="How you know it first hand" options={BASES.map((value) => ({ value, label: BASIS_WORDS[value] }))} />
          {claims.length > 0 && <Select name="claim" label="Which of the things they say they do" prompt="All of it" options={claims.map((one) => ({ value: one.id, label: `${one.title} (${STRENGTH_WORDS[one.strength].toLowerCase()})` }))} hint="With their yes it counts as proof of it." optional />}
          <Tick name="public" label="Anyone may read it, if they agree too" optional />
          <Actions sticky><Button>Send it to them</Button><LinkButton href={routes.partnership(id)}>Go back</LinkButton></Actions>
        </Form>
      </>
    ),
  }
}

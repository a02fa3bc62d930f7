import { BAND_WORDS, listClaims, VALUE_BANDS } from '../../answers/index.ts'
import { NotAllowed } from '../../kit/refusal.ts'
import type { Pages, Shown, WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, type FormState } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Choice, Empty, Field, Form, Heading, LinkButton, Select, Tick } from '../../ui/index.ts'
import { actingForSeen } from '../answer-referral.ts'
import { NothingToQuote } from '../errors.ts'
import { OUTCOME_WORDS, OUTCOMES, THANKS_WORDS, thanksOf, type SeenReferral } from '../referral.ts'
import { sayOutcome } from '../say-outcome.ts'
import { getReferral } from '../store.ts'
import { quoteThanks, thankGiver } from '../thank-giver.ts'
import { isGiver, isReceiver } from '../who-may.ts'
import { called } from './parts.tsx'
import { idFrom, oneOf } from './param.ts'

/** What became of it, and the thanks: two taps. Then, with one yes more, the thanks on the giver's page. */
export function outcomePages(pages: Pages): void {
  formPage(pages, routes.referralOutcome(':id'), {
    show: outcome,
    send: async (c, values) => {
      const id = idFrom<'referral'>(c, 'id')
      await sayOutcome(c.var.ctx, id, values)
      return oneOf(values['word']) === 'talking' ? goTo(c, routes.referral(id), { says: 'Noted: still talking.' }) : goTo(c, routes.referralThanks(id))
    },
  })
  formPage(pages, routes.referralThanks(':id'), {
    show: thanks,
    send: async (c, values) => {
      await thankGiver(c.var.ctx, idFrom(c, 'id'), values)
      return goTo(c, routes.referral(idFrom(c, 'id')), { says: 'Thank you said. They have it now.' })
    },
  })
  formPage(pages, routes.referralQuote(':id'), {
    show: quote,
    send: async (c, values) => {
      await quoteThanks(c.var.ctx, idFrom(c, 'id'), values)
      return goTo(c, routes.referral(idFrom(c, 'id')), { says: 'They are asked for their yes.' })
    },
  })
}

async function side(c: WebContext, is: (us: string, referral: SeenReferral) => boolean): Promise<SeenReferral> {
  const id = idFrom<'referral'>(c, 'id')
  return c.var.ctx.read(async (tx) => {
    const us = await actingForSeen(tx, id)
    const referral = await getReferral(tx, id)
    if (!is(us, referral)) throw new NotAllowed('That is for the other side to do.')
    return referral
  })
}

async function outcome(c: WebContext, form: FormState): Promise<Shown> {
  const referral = await side(c, isReceiver)
  return {
    title: 'How did it go?', width: 'reading',
    body: (
      <>
        <Heading above={`From ${referral.giver}`} intro={`${referral.giver} would like to know.`}>{`How did it go with ${called(referral)}?`}</Heading>
        <Form to={routes.referralOutcome(referral.id)} id="outcome" {...form} seenBy={`You and ${referral.giver}; the organiser sees values as totals only`}>
          <Choice name="word" label="What became of it" options={OUTCOMES.map((value) => ({ value, label: OUTCOME_WORDS[value] }))} />
          <Select name="value" label="What it is worth" optional prompt="Rather not say" width="medium" options={VALUE_BANDS.map((value) => ({ value, label: BAND_WORDS[value] }))} />
          <Field name="because" label="Why not this time" optional maxLength={300} hint="A word helps them next time. Leave out who it was." />
          <Actions sticky><Button>Say so</Button><LinkButton href={routes.referral(referral.id)}>Go back</LinkButton></Actions>
        </Form>
      </>
    ),
  }
}

/** Three phrases, each a button; or one's own words. */
async function thanks(c: WebContext, form: FormState): Promise<Shown> {
  const referral = await side(c, isReceiver)
  const to = routes.referralThanks(referral.id)
  return {
    title: 'Say thank you', width: 'reading',
    body: (
      <>
        <Heading intro="One tap. They have it on their Home at once.">{`Thank ${referral.giver}`}</Heading>
        <Form to={to} id="phrases" formKey={form.formKey} problems={form.problems['words'] ? {} : form.problems} label="A phrase" seenBy={`You and ${referral.giver}`}>
          <Actions>{(Object.entries(THANKS_WORDS)).map(([phrase, says]) => <Button key={phrase} name="phrase" value={phrase} variant="quiet">{says}</Button>)}</Actions>
        </Form>
        <Form to={to} id="own" {...form}>
          <Field name="words" label="Or in your own words" maxLength={200} hint="Leave out who the customer was." />
          <Actions><Button name="phrase" value="own">Say thank you</Button><LinkButton href={routes.referral(referral.id)}>Not now</LinkButton></Actions>
        </Form>
      </>
    ),
  }
}

async function quote(c: WebContext, form: FormState): Promise<Shown> {
  const referral = await side(c, isGiver)
  const words = thanksOf(referral)
  if (!words || referral.quotedAt) throw new NothingToQuote()
  const claims = await c.var.ctx.read((tx) => listClaims(tx, referral.givenBy))
  return {
    title: 'Their thanks on your page', width: 'reading',
    body: (
      <>
        <Heading intro={`${referral.receiver} is asked for one yes. Then it stands beside what you do, under their name.`}>Their thanks on your page</Heading>
        <blockquote><p>“{words}”</p></blockquote>
        {claims.length === 0 ? <Empty title="You claim nothing yet" action={<LinkButton href={routes.newClaim(referral.givenBy)} variant="main">Add a capability</LinkButton>}>A recommendation stands beside something you do.</Empty> : (
          <Form to={routes.referralQuote(referral.id)} id="quote" {...form} seenBy={`${referral.receiver}, and with their yes those you choose`}>
            <Select name="claim" label="Beside which of your capabilities" prompt="Choose one" options={claims.map((claim) => ({ value: claim.id, label: claim.title }))} />
            <Tick name="public" label="Anyone may read it, not only members" optional />
            <Actions sticky><Button>Ask for their yes</Button><LinkButton href={routes.referral(referral.id)}>Go back</LinkButton></Actions>
          </Form>
        )}
      </>
    ),
  }
}

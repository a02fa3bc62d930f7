import { isId } from '../../kit/ids.ts'
import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, type FormState } from '../../kit/web/form.ts'
import { dayOf } from '../../answers/index.ts'
import { readWhom, withWhom, type Choosing } from '../../networks/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Field, Form, Group, Heading, Hidden, LinkButton, Note, Tick, Who, type Whom } from '../../ui/index.ts'
import { actingFor } from '../acting.ts'
import { passFurther, passSomeoneOn } from '../pass-someone-on.ts'
import { getReferral } from '../store.ts'
import { suggestReceivers, type Suggestion } from '../suggest.ts'
import { mustBeOursToAnswer } from '../answer-referral.ts'
import { called, capital } from './parts.tsx'
import { idFrom, oneOf } from './param.ts'
import { Suggestions } from './suggestions.tsx'

/** Four fields and the person's yes; and the same once more where a receiver knows somebody better for it. */
export function newPages(pages: Pages): void {
  formPage(pages, routes.newReferral, {
    start: (c) => ({ to: idOr(c.req.query('to')), who: '', yesOn: dayOf(c.var.ctx.now) }),
    show: passing,
    send: async (c, values) => {
      if (oneOf(values['how']) === 'suggest') return show(c, { ...await passing(c, { values, problems: {}, formKey: crypto.randomUUID() }), status: 422 }) // nothing is sent yet; the script would not show the page of a post that answers a plain 200
      const { id } = await withWhom(c.var.ctx, values, RECEIVER, (named) => passSomeoneOn(c.var.ctx, named))
      return goTo(c, routes.referral(id), { says: oneOf(values['how']) === 'ask' ? 'Kept. It goes out once they say yes.' : 'Sent. You will hear what becomes of it.' })
    },
  })
  formPage(pages, routes.referralPassing(':id'), {
    start: (c) => ({ yesOn: dayOf(c.var.ctx.now) }),
    show: passingFurther,
    send: async (c, values) => {
      await withWhom(c.var.ctx, values, RECEIVER, (named) => passFurther(c.var.ctx, idFrom(c, 'id'), named))
      return goTo(c, routes.referral(idFrom(c, 'id')), { says: oneOf(values['how']) === 'send' ? 'Passed on. Both are told.' : 'They are asked. It moves on once they say yes.' })
    },
  })
}

const idOr = (text: string | undefined): string => (isId(text) ? text : '')

async function passing(c: WebContext, form: FormState): Promise<Shown> {
  const { ctx } = c.var
  const { us, whom } = await ctx.read(async (tx) => ({ us: await actingFor(tx), whom: await readWhom(tx, RECEIVER, form.values) }))
  const chosen = whom.typed['to']?.value
  const found = await suggestReceivers(ctx, { needs: oneOf(form.values['needs']), with: isId<'organisation'>(chosen) ? chosen : undefined })
  return {
    title: 'Pass someone on', width: 'work',
    body: (
      <>
        <Heading above={us.name} intro="Four answers and their yes. The receiver sees a first name and the need; how to reach them only after accepting.">Pass someone on</Heading>
        <Form to={routes.newReferral} id="pass" {...form} seenBy="You, the person, and once they say yes the receiver">
          <Field name="who" label="Who it is" maxLength={120} autoComplete="off" hint="Their name. The receiver sees the first name, or “a couple”, until they accept." />
          <Field name="needs" type="textarea" rows={3} label="What they need" maxLength={600} hint="In a line or two: “June wedding, about 120 guests, wild flowers”. No telephone numbers here." />
          <Actions><Button name="how" value="suggest" variant="quiet" small>See who could help</Button></Actions>
          {oneOf(form.values['how']) === 'suggest' && <Suggestions found={found} heading="Who could help" />}
          <Field name="reach" label="How to reach them" maxLength={200} autoComplete="off" hint="A telephone number or an e-mail address. With an e-mail address we can ask them for you." />
          <ToWhom found={found} whom={whom} />
          <Field name="says" type="textarea" rows={2} label="Your word to the receiver" maxLength={400} optional hint="“They loved the tipi. The budget is fair.”" />
          <TheirConsent />
        </Form>
        {oneOf(form.values['how']) !== 'suggest' && <Suggestions found={found} heading="Who could help" />}
      </>
    ),
  }
}

async function passingFurther(c: WebContext, form: FormState): Promise<Shown> {
  const id = idFrom<'referral'>(c, 'id')
  const { ctx } = c.var
  const { referral, us, whom } = await ctx.read(async (tx) => ({ us: await mustBeOursToAnswer(tx, id), referral: await getReferral(tx, id), whom: await readWhom(tx, RECEIVER, form.values) }))
  const found = (await suggestReceivers(ctx, { needs: referral.needs ?? '', person: referral.person })).filter((one) => one.organisation !== referral.givenBy && one.organisation !== us)
  const accepted = !!referral.acceptedAt
  return {
    title: 'Pass on to a partner', width: 'work',
    body: (
      <>
        <Heading above={`From ${referral.giver}`} intro={`${called(referral)}: ${referral.needs ?? ''}`}>Pass on to a partner</Heading>
        <Note word="A fresh yes">{`${capital(referral.shownAs ?? 'the person')} said yes to you. For anybody else they are asked again; until then nothing moves.`}</Note>
        <Form to={routes.referralPassing(id)} id="pass" {...form} seenBy="You, the person, and once they say yes the new receiver">
          <ToWhom found={found} whom={whom} />
          <Field name="says" type="textarea" rows={2} label="Your word to the receiver" maxLength={400} optional />
          {accepted ? <TheirConsent /> : <><Hidden name="how" value="ask" /><Actions sticky><Button>Ask them first</Button><LinkButton href={routes.referral(id)}>Go back</LinkButton></Actions></>}
        </Form>
        <Suggestions found={found} heading="Who could help" />
      </>
    ),
  }
}

const RECEIVER: Choosing = { fields: ['to'] }

/** Those we know and those we could know; where a list cannot hold all of them, a box for anybody else's name beside it. */
function ToWhom({ found, whom }: { found: readonly Suggestion[]; whom: Whom }) {
  const option = (one: Suggestion) => ({ value: one.organisation as string, label: one.away ? `${one.name} (${one.away})` : one.name })
  const groups = [{ label: 'Partners', options: found.filter((one) => one.known).map(option) }, { label: 'Others in your networks', options: found.filter((one) => !one.known).map(option) }].filter((group) => group.options.length > 0)
  return <Who name="to" label="To whom" prompt="Choose whom you would recommend" hint="Fill in what they need, and we say who could help and why." whom={{ ...whom, few: whom.few && { groups }, near: groups }} />
}

/** A real tick, and beside it the other way: ask them first. */
function TheirConsent() {
  return (
    <>
      <Group title="Their yes" hint="Without it nothing is sent.">
        <Tick name="agreed" label="They told me yes, they would like to be contacted" />
        <Field name="yesOn" type="date" label="On which day" optional width="short" />
        <Field name="yesSays" label="How they said it" optional maxLength={300} hint="“Yes please, tell her to ring me after six.”" />
      </Group>
      <Actions sticky>
        <Button name="how" value="send">Send</Button>
        <Button name="how" value="ask" variant="quiet">Ask them first</Button>
      </Actions>
    </>
  )
}


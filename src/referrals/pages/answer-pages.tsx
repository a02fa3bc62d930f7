import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, type FormState } from '../../kit/web/form.ts'
import { dayOf } from '../../answers/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Facts, Field, Form, Heading, LinkButton, PostButton } from '../../ui/index.ts'
import { acceptReferral, declineReferral, lookLater, mustBeOursToAnswer } from '../answer-referral.ts'
import { DAY_MS, MOST_DAYS_LATER, type SeenReferral } from '../referral.ts'
import { getReferral } from '../store.ts'
import { called } from './parts.tsx'
import { idFrom } from './param.ts'

/** Accept with one tap; decline kindly; later, until a day. */
export function answerPages(pages: Pages): void {
  pages.get(routes.referralAcceptance(':id'), async (c) => show(c, await accepting(c)))
  pages.post(routes.referralAcceptance(':id'), async (c) => {
    await acceptReferral(c.var.ctx, idFrom(c, 'id'))
    return goTo(c, routes.referral(idFrom(c, 'id')), { says: 'Accepted. How to reach them is below.' })
  })
  formPage(pages, routes.referralDeclining(':id'), {
    show: declining,
    send: async (c, values) => {
      await declineReferral(c.var.ctx, idFrom(c, 'id'), values)
      return goTo(c, routes.referrals, { says: 'Declined kindly. They are told, and shown others to try.' })
    },
  })
  formPage(pages, routes.referralLater(':id'), {
    start: (c) => ({ until: dayOf(new Date(c.var.ctx.now.getTime() + 7 * DAY_MS)) }),
    show: later,
    send: async (c, values) => {
      await lookLater(c.var.ctx, idFrom(c, 'id'), values)
      return goTo(c, routes.referrals, { says: 'Put off. It comes back to you on that day.' })
    },
  })
}

async function ours(c: WebContext): Promise<SeenReferral> {
  const id = idFrom<'referral'>(c, 'id')
  return c.var.ctx.read(async (tx) => {
    await mustBeOursToAnswer(tx, id)
    return getReferral(tx, id)
  })
}

const About = ({ referral }: { referral: SeenReferral }) => <Facts facts={[{ name: 'Who', is: called(referral) }, { name: 'What they need', is: referral.needs ?? 'No longer shown' }, { name: 'From', is: referral.giver }]} />

async function accepting(c: WebContext): Promise<Shown> {
  const referral = await ours(c)
  return {
    title: 'Accept', width: 'reading',
    body: <><Heading intro="With your yes you see how to reach them, and the giver is told.">{`Accept ${referral.giver}’s referral`}</Heading><About referral={referral} /><Actions sticky><PostButton to={routes.referralAcceptance(referral.id)} variant="main">Accept</PostButton><LinkButton href={routes.referral(referral.id)}>Go back</LinkButton></Actions></>,
  }
}

async function declining(c: WebContext, form: FormState): Promise<Shown> {
  const referral = await ours(c)
  return {
    title: 'Decline kindly', width: 'reading',
    body: (
      <>
        <Heading intro={`${referral.giver} is told, and shown others who may be able to help.`}>Decline kindly</Heading>
        <About referral={referral} />
        <Form to={routes.referralDeclining(referral.id)} id="decline" {...form} seenBy={`You and ${referral.giver}`}>
          <Field name="note" type="textarea" rows={3} label="A word with it" optional maxLength={300} hint="Without one it says: “Not one for me, but thank you.”" />
          <Actions sticky><Button>Decline kindly</Button><LinkButton href={routes.referral(referral.id)}>Go back</LinkButton></Actions>
        </Form>
      </>
    ),
  }
}

async function later(c: WebContext, form: FormState): Promise<Shown> {
  const referral = await ours(c)
  const { now } = c.var.ctx
  return {
    title: 'Later', width: 'reading',
    body: (
      <>
        <Heading intro={`It comes back to you on that day. ${referral.giver} is told, so that nobody wonders.`}>Look at it later</Heading>
        <About referral={referral} />
        <Form to={routes.referralLater(referral.id)} id="later" {...form} seenBy={`You and ${referral.giver}`}>
          <Field name="until" type="date" label="Until when" width="short" min={dayOf(new Date(now.getTime() + DAY_MS))} max={dayOf(new Date(now.getTime() + MOST_DAYS_LATER * DAY_MS))} />
          <Actions sticky><Button>Put it off</Button><LinkButton href={routes.referral(referral.id)}>Go back</LinkButton></Actions>
        </Form>
      </>
    ),
  }
}

import { z } from 'zod'
import { answerByLink, readAskByLink } from '../../asks/index.ts'
import { optionalText, parse } from '../../kit/fields.ts'
import { LinkRefused } from '../../kit/one-time-link.ts'
import { show, type Shown, type WebContext } from '../../kit/web/env.ts'
import type { FormState, Values } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Field, Form, Good, Heading, LinkButton } from '../../ui/index.ts'
import { kindNo } from '../interest.ts'
import { INTEREST } from '../ask-owner.ts'

const words = z.strictObject({ note: optionalText('Your words', 500) })
const tokenOf = (c: WebContext): string => c.req.param('token') ?? ''

/** A kind no, with a line that is there to start from. */
export async function declinedPage(c: WebContext, form: FormState): Promise<Shown> {
  const { ask, described } = await readAskByLink(c.var.ctx, tokenOf(c))
  if (ask.kind !== INTEREST) throw new LinkRefused('This link is for something else.', 'Open it as it was sent to you.')
  const values = { note: kindNo(undefined), ...form.values }
  return {
    title: 'Not this time', frame: 'plain', width: 'reading',
    body: (
      <>
        <Heading intro={described.title}>Not this time, kindly</Heading>
        <Form to={routes.interestDeclined(tokenOf(c))} id="declined" {...form} values={values} seenBy={described.seenBy}>
          <Field name="note" type="textarea" rows={4} label="Your words" maxLength={500} optional />
          <Actions sticky><Button>Send it</Button><LinkButton href={routes.answerByLink(tokenOf(c))}>Go back</LinkButton></Actions>
        </Form>
      </>
    ),
  }
}

export async function sendDeclined(c: WebContext, values: Values): Promise<Response> {
  const { note } = parse(words, values)
  await answerByLink(c.var.ctx, tokenOf(c), 'declined', note)
  return show(c, { title: 'Thank you', frame: 'plain', width: 'reading', status: 201, body: <><Heading>Thank you</Heading><Good>They are told at once, in your words.</Good></> })
}

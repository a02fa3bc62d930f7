import { z } from 'zod'
import { answerByLink, readAskByLink } from '../../asks/index.ts'
import { optionalText, parse } from '../../kit/fields.ts'
import { LinkRefused } from '../../kit/one-time-link.ts'
import { show, type Pages } from '../../kit/web/env.ts'
import { formPage } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Field, Form, Good, Heading, LinkButton } from '../../ui/index.ts'
import { PARTY } from '../ask-party.ts'
import { tokenFrom } from './param.ts'

const words = z.strictObject({ note: optionalText('The note', 500) })

/** A kind no, with a word on how it was. */
export function notSoPages(pages: Pages): void {
  formPage(pages, routes.outcomeNotSo(':token'), {
    show: async (c, form) => {
      const { ask, described } = await readAskByLink(c.var.ctx, tokenFrom(c))
      if (ask.kind !== PARTY) throw new LinkRefused('This link is for something else.', 'Open it as it was sent to you.')
      return {
        title: 'Not so', frame: 'plain', width: 'reading',
        body: (
          <>
            <Heading intro={described.lines[0]}>How was it, then?</Heading>
            <Form to={routes.outcomeNotSo(tokenFrom(c))} id="not-so" {...form} seenBy={described.seenBy}>
              <Field name="note" type="textarea" rows={4} label="How you remember it" maxLength={500} optional hint="A line helps them put it right." />
              <Actions sticky><Button>Send</Button><LinkButton href={routes.answerByLink(tokenFrom(c))}>Go back</LinkButton></Actions>
            </Form>
          </>
        ),
      }
    },
    send: async (c, values) => {
      const { note } = parse(words, values)
      await answerByLink(c.var.ctx, tokenFrom(c), 'no', note)
      return show(c, { title: 'Thank you', frame: 'plain', width: 'reading', status: 201, body: <><Heading>Thank you</Heading><Good>We have passed it on. It stands as proof for nobody until you agree.</Good></> })
    },
  })
}

import { answerByLink, readAskByLink } from '../../asks/index.ts'
import { LinkRefused } from '../../kit/one-time-link.ts'
import { optionalText, parse } from '../../kit/fields.ts'
import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { formPage, type FormState } from '../../kit/web/form.ts'
import { z } from 'zod'
import { routes } from '../../routes.ts'
import { Actions, Button, Field, Form, Good, Heading, LinkButton } from '../../ui/index.ts'
import { JOB_CONFIRM } from '../note-job.ts'
import { RECOMMENDATION } from '../recommend.ts'

const notSo = z.strictObject({ note: optionalText('The note', 500) })

/** A kind no, with a word on how it was. Whoever asked sees it; the claim stays claimed. */
export function notSoPages(pages: Pages): void {
  for (const [kind, address] of [[JOB_CONFIRM, routes.jobNotSo], [RECOMMENDATION, routes.recommendationNotSo]] as const) {
    formPage(pages, address(':token'), {
      show: (c, form) => page(c, form, kind, address(tokenOf(c))),
      send: async (c, values) => {
        const { note } = parse(notSo, values)
        await answerByLink(c.var.ctx, tokenOf(c), 'no', note)
        return show(c, { title: 'Thank you', frame: 'plain', width: 'reading', body: <><Heading>Thank you</Heading><Good>We have passed it on. Nothing is shown to anyone else.</Good></> })
      },
    })
  }
}

const tokenOf = (c: WebContext): string => c.req.param('token') ?? ''

async function page(c: WebContext, form: FormState, kind: string, to: string): Promise<Shown> {
  const { ask, described } = await readAskByLink(c.var.ctx, tokenOf(c))
  if (ask.kind !== kind) throw new LinkRefused('This link is for something else.', 'Open it as it was sent to you.')
  return {
    title: 'Not so', frame: 'plain', width: 'reading',
    body: (
      <>
        <Heading intro={described.lines[0]}>How was it, then?</Heading>
        <Form to={to} id="not-so" {...form} seenBy={described.seenBy}>
          <Field name="note" type="textarea" rows={4} label="How you remember it" maxLength={500} optional hint="A line helps them put it right." />
          <Actions sticky><Button>Send</Button><LinkButton href={routes.answerByLink(tokenOf(c))}>Go back</LinkButton></Actions>
        </Form>
      </>
    ),
  }
}

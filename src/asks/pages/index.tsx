import { isId } from '../../kit/ids.ts'
import { LinkRefused } from '../../kit/one-time-link.ts'
import { NotFound } from '../../kit/refusal.ts'
import { show, type Pages, type WebContext } from '../../kit/web/env.ts'
import { goTo, readValues, sendForm, type FormState } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { answerAsk, answerByLink, findPageForAnswer, readAskByLink } from '../answer-ask.ts'
import { NotAnAnswer } from '../errors.ts'
import { getKind } from '../kinds.ts'
import { AnswerPage, ThanksPage } from './answer-page.tsx'

/**
 * Answering by link, without signing in, and answering in place from Home. Looking at a link changes nothing: mail scanners do it too.
 * Thanks come with a 201: the script would not show the page of a post that answers a plain 200.
 */
export function asksPages(pages: Pages): void {
  pages.get(routes.answerByLink(':token'), async (c) => show(c, await answerPage(c)))
  pages.post(routes.answerByLink(':token'), (c) => sendForm(c, {
    show: (again, form) => answerPage(again, form),
    send: async (again, values) => {
      const word = oneOf(values['word'])
      const seen = await readAskByLink(again.var.ctx, tokenOf(again)).catch(unlessUsed)
      const page = seen && getKind(seen.ask.kind).needsPage?.[word]
      if (page) return again.redirect(page(seen.ask, tokenOf(again)), 303)
      const answered = await answerByLink(again.var.ctx, tokenOf(again), word, oneOf(values['note']) || undefined)
      if (answered.goTo) return again.redirect(answered.goTo, 303)
      return show(again, { title: 'Thank you', frame: 'plain', status: 201, body: <ThanksPage said={answered.said} title={answered.title} /> })
    },
  }))
  pages.post(routes.answerAsk(':id'), async (c) => {
    const id = c.req.param('id') ?? ''
    if (!isId<'ask'>(id)) throw new NotFound()
    const values = await readValues(c)
    const page = await findPageForAnswer(c.var.ctx, id, oneOf(values['word']))
    if (page) return goTo(c, page)
    const answered = await answerAsk(c.var.ctx, id, oneOf(values['word']), oneOf(values['note']) || undefined)
    return goTo(c, answered.goTo ?? routes.home, { says: 'Your answer is on its way.' })
  })
}

/** A form sent twice finds its link used by itself. What keeps the answers of forms tells the two apart, so the refusal is left to it. */
function unlessUsed(refused: unknown): undefined {
  if (!(refused instanceof LinkRefused)) throw refused
}

async function answerPage(c: WebContext, form?: FormState) {
  const seen = await readAskByLink(c.var.ctx, tokenOf(c))
  return { title: seen.described.title, frame: 'plain' as const, width: 'reading' as const, body: <AnswerPage seen={seen} to={routes.answerByLink(tokenOf(c))} form={form} /> }
}

function tokenOf(c: WebContext): string {
  return c.req.param('token') ?? ''
}

function oneOf(value: string | string[] | undefined): string {
  if (Array.isArray(value)) throw new NotAnAnswer()
  return value ?? ''
}

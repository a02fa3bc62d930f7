import type { Pages, Shown, WebContext } from '../../kit/web/env.ts'
import { show } from '../../kit/web/env.ts'
import { formPage, type FormState } from '../../kit/web/form.ts'
import { getOrganisationToKeep } from '../../organisations/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, CopyLink, Field, Form, Good, Heading, LinkButton } from '../../ui/index.ts'
import { MOST_LETTERS, QUESTION_WORDS } from '../answer.ts'
import { listAnswers } from '../answer-store.ts'
import { askSecondLook, readSecondLook, suggestWords } from '../second-look.ts'
import { mayAnswerFor } from '../who-may.ts'
import { About } from './my-page.tsx'
import { idFrom, questionFrom } from './param.ts'

/** Asking a partner to look at an answer, and the page they get, without an account. */
export function secondLookPages(pages: Pages): void {
  formPage(pages, routes.secondLooks(':id', ':question'), {
    show: (c, form) => askPage(c, form),
    send: async (c, values) => {
      const [id, question] = [idFrom<'organisation'>(c, 'id'), questionFrom(c)]
      const { name, link } = await askSecondLook(c.var.ctx, id, question, values)
      return show(c, { title: `Link for ${name}`, width: 'reading', body: <LinkPage id={id} question={question} name={name} link={link} /> })
    },
  })
  formPage(pages, routes.secondLook(':token'), {
    start: async (c) => ({ words: (await readSecondLook(c.var.ctx, c.req.param('token') ?? '')).words }),
    show: (c, form) => lookPage(c, form),
    send: async (c, values) => {
      const seen = await readSecondLook(c.var.ctx, c.req.param('token') ?? '')
      await suggestWords(c.var.ctx, c.req.param('token') ?? '', values)
      return show(c, { title: 'Thank you', frame: 'plain', width: 'reading', body: <><Heading>Thank you</Heading><Good>{`Your words are with ${seen.organisation}. They decide whether to take them.`}</Good></> })
    },
  })
}

async function askPage(c: WebContext, form: FormState): Promise<Shown> {
  const [id, question] = [idFrom<'organisation'>(c, 'id'), questionFrom(c)]
  const { organisation, answer } = await c.var.ctx.read(async (tx) => ({ organisation: await getOrganisationToKeep(tx, id, mayAnswerFor), answer: (await listAnswers(tx, id)).find((one) => one.question === question) }))
  return {
    title: 'Ask a partner to look', width: 'reading',
    body: (
      <>
        <Heading above={<About id={id} name={organisation.name} />} intro="They see this one answer as it stands today, and can suggest words. No account is needed.">Ask a partner to look</Heading>
        {answer && <blockquote><p>“{answer.words}”</p></blockquote>}
        <Form to={routes.secondLooks(id, question)} id="ask" {...form} seenBy="Whoever holds the link; what they suggest, only you and your colleagues">
          <Field name="name" label="Their name" maxLength={100} width="medium" />
          <Field name="email" type="email" label="Their e-mail address" optional hint="Leave it out to copy the link instead." />
          <Field name="note" type="textarea" rows={3} label="A line to go with it" maxLength={500} optional />
          <Actions sticky><Button>Make the link</Button><LinkButton href={routes.answer(id, question)}>Go back</LinkButton></Actions>
        </Form>
      </>
    ),
  }
}

function LinkPage({ id, question, name, link }: { id: string; question: number; name: string; link: string }) {
  return (
    <>
      <Heading intro="It works once, for two weeks. Their suggestion will be beside your answer.">The link for {name}</Heading>
      <CopyLink link={link} label={`Link for ${name}`} />
      <Actions><LinkButton href={routes.answer(id, question)} variant="main">Back to the answer</LinkButton></Actions>
    </>
  )
}

async function lookPage(c: WebContext, form: FormState): Promise<Shown> {
  const token = c.req.param('token') ?? ''
  const seen = await readSecondLook(c.var.ctx, token)
  return {
    title: `Words for ${seen.organisation}`, frame: 'plain', width: 'reading',
    body: (
      <>
        <Heading intro={`${seen.organisation} answers “${QUESTION_WORDS[seen.question].whole}”. How would you put it, knowing them?`}>Would you say it another way?</Heading>
        {seen.note && <p>They write: “{seen.note}”</p>}
        <blockquote><p>“{seen.words}”</p></blockquote>
        <Form to={routes.secondLook(token)} id="look" {...form} seenBy={`Only the people of ${seen.organisation}`}>
          <Field name="words" type="textarea" rows={6} label="Your words" maxLength={MOST_LETTERS} hint="Theirs are in the box to start from." />
          <Field name="note" label="Anything to add" maxLength={500} optional />
          <Actions sticky><Button>Send the suggestion</Button></Actions>
        </Form>
      </>
    ),
  }
}

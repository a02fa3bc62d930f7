import type { FormState } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Day, Form, Good, Heading, LinkButton } from '../../ui/index.ts'
import type { AskByLink } from '../answer-ask.ts'

/** What is asked, by whom, until when, and one button for each answer. */
export function AnswerPage({ seen, to, form }: { seen: AskByLink; to: string; form?: FormState }) {
  const { ask, described, words } = seen
  return (
    <>
      <Heading>{described.title}</Heading>
      {described.lines.map((line) => <p key={line}>{line}</p>)}
      <Form to={to} {...form} seenBy={described.seenBy}>
        <Actions>
          {Object.entries(words).map(([word, says], place) => <Button key={word} name="word" value={word} variant={place === 0 ? 'main' : 'quiet'}>{says}</Button>)}
        </Actions>
      </Form>
      <p className="fine">No account is needed to say no. Please answer by <Day on={ask.answerBy} />; after that the question goes away by itself.</p>
    </>
  )
}

export function ThanksPage({ said, title }: { said: string; title: string }) {
  return (
    <>
      <Heading>Thank you</Heading>
      <Good>Your answer to “{title}” was: {said}. We have passed it on.</Good>
      <Actions><LinkButton href={routes.home} variant="quiet">Go to Home</LinkButton></Actions>
    </>
  )
}

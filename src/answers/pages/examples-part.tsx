import { routes } from '../../routes.ts'
import { Button, Form, Icon, Select } from '../../ui/index.ts'
import { QUESTION_WORDS, type Question } from '../answer.ts'
import { EXAMPLES } from '../examples.ts'

/** A good answer from another trade. All of them are invented. */
export function Examples({ id, question, trade }: { id: string; question: Question; trade: string | undefined }) {
  const chosen = EXAMPLES.find((one) => one.trade === trade)
  const shown = chosen ?? EXAMPLES[question % EXAMPLES.length]
  return (
    <div className="tree" id="example"><details open={!!chosen}>
      <summary><Icon name="right" />See a good answer from another trade</summary>
      <Form to={`${routes.answer(id, question)}#example`} id="trades" method="get" layout="line" label="Choose a trade" values={{ trade: shown?.trade }}>
        <Select name="trade" label="Trade" width="medium" options={EXAMPLES.map((one) => ({ value: one.trade, label: one.trade }))} />
        <Button variant="quiet" small>Show it</Button>
      </Form>
      {shown && <figure><blockquote><p>“{shown.answers[question - 1]}”</p></blockquote><figcaption className="fine">{shown.trade}, to “{QUESTION_WORDS[question].short}”. Invented, as an example.</figcaption></figure>}
    </details></div>
  )
}

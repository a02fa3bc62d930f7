import { routes } from '../../routes.ts'
import { Actions, Ago, Button, Card, Day, Field, Form, Icon } from '../../ui/index.ts'
import type { Turn } from '../describe-turns.ts'

/** One thing that waits: who asks what, the answers in place, and a day to put it off to. */
export function TurnCard({ turn, now }: { turn: Turn; now: Date }) {
  const { ask, title, lines, words, failed } = turn
  return (
    <Card title={title} above={<Ago since={ask.askedAt} now={now} />}>
      {lines.map((line, place) => <p key={`${place} ${line}`}>{line}</p>)}
      {!failed && (
        <Form to={routes.answerAsk(ask.id)} label={title}>
          <Actions>
            {Object.entries(words).map(([word, says], place) => <Button key={word} name="word" value={word} variant={place === 0 ? 'main' : 'quiet'} small about={title}>{says}</Button>)}
          </Actions>
        </Form>
      )}
      <div className="tree"><details>
        <summary><Icon name="right" />Not today<span className="unseen">: {title}</span></summary>
        <div className="tree-detail">
          <Form to={routes.snooze(ask.id)} id={`later-${ask.id}`} layout="line" label={`Put off: ${title}`}>
            <Field name="untilOn" type="date" width="short" label="Show it again on" value={dayAfter(now, 2, ask.answerBy)} />
            <Actions><Button variant="quiet" small>Put it off</Button></Actions>
          </Form>
          <p className="fine">It waits for your answer until <Day on={ask.answerBy} />. Whoever asked is not told.</p>
        </div>
      </details></div>
    </Card>
  )
}

/** Two days on, or the last day before the question goes away. */
function dayAfter(now: Date, days: number, before: Date): string {
  const wanted = Math.min(now.getTime() + days * 86_400_000, before.getTime() - 86_400_000)
  return new Date(Math.max(wanted, now.getTime() + 86_400_000)).toISOString().slice(0, 10)
}

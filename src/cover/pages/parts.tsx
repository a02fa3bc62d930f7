import { staysTheirs } from '../read-pack.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Card, Form, State, type StateShape, type StateTone } from '../../ui/index.ts'
import { whenInWords } from '../answer-cover.ts'
import { hoursInWords, STATE_WORDS, type Cover, type CoverState } from '../cover.ts'
import type { Turn } from '../read-cover.ts'

const LOOKS: Readonly<Record<CoverState, { shape: StateShape; tone: StateTone }>> = {
  asking: { shape: 'ring', tone: 'note' }, partly: { shape: 'half', tone: 'care' }, nobody: { shape: 'square', tone: 'gap' }, taken: { shape: 'half', tone: 'note' }, client_asked: { shape: 'ring', tone: 'note' },
  client_silent: { shape: 'care', tone: 'care' }, client_no: { shape: 'dash', tone: 'plain' }, ready: { shape: 'half', tone: 'good' }, handed_over: { shape: 'full', tone: 'note' }, handed_back: { shape: 'diamond', tone: 'good' },
  finished: { shape: 'full', tone: 'good' }, withdrawn: { shape: 'dash', tone: 'plain' },
}

export function CoverStateMark({ state }: { state: CoverState }) {
  return <State {...LOOKS[state]}>{STATE_WORDS[state]}</State>
}

export const aboutInWords = (cover: Cover): string => `${whenInWords(cover)} · ${hoursInWords(cover.minutes)}`

/** What waits on us, with one large button for each answer. */
export function TurnCard({ turn, heading }: { turn: Turn; heading?: 2 | 3 }) {
  return (
    <Card title={turn.title} level={heading}>
      {turn.lines.map((line) => <p key={line}>{line}</p>)}
      <Form to={routes.answerAsk(turn.ask.id)} label={turn.title}>
        <Actions>
          {Object.entries(turn.words).map(([word, says], place) => <Button key={word} name="word" value={word} variant={place === 0 ? 'main' : 'quiet'} about={turn.title}>{says}</Button>)}
        </Actions>
      </Form>
    </Card>
  )
}

/** Where this belongs, over the heading. */
export function AboveCover({ id }: { id?: string }) {
  return id ? <><a href={routes.cover}>Cover</a> · <a href={routes.coverOf(id)}>This cover</a></> : <a href={routes.cover}>Cover</a>
}

/** Said on both sides’ pages, in every state. */
export function StaysTheirs({ owner, us }: { owner: string; us: 'owner' | 'associate' }) {
  return <p className="quiet-text">{staysTheirs(owner, us)}</p>
}

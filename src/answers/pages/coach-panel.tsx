import { freshForm } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Button, FormKey, Hidden, Icon, State, Steps } from '../../ui/index.ts'
import type { Question } from '../answer.ts'
import { STEPS, type Beside, type Coaching, type CoachNote } from '../coaching.ts'

type Props = { id: string; question: Question; coaching: Coaching; beside: Beside; fieldId: string }

/**
 * How clear the answer is, and what would make it clearer: read on the server each time the page is shown, and again by the same rules
 * as one types where there is script. Only its owner sees this.
 */
export function CoachPanel({ id, question, coaching, beside, fieldId }: Props) {
  return (
    <section className="section" aria-label="Clarity" data-island="coach" data-question={question} data-field={fieldId} data-beside={JSON.stringify(beside)}>
      <p><strong>Clarity</strong></p>
      <div data-coach-level><Level coaching={coaching} /></div>
      <ul className="rows" role="list" aria-label="Notes on your words" data-coach-notes hidden={coaching.notes.length === 0}>
        {coaching.notes.map((note) => <NoteLine key={`${note.kind} ${note.words}`} id={id} question={question} note={note} />)}
      </ul>
      <div className="tree" hidden={coaching.why.length === 0} data-coach-why>
        <details>
          <summary><Icon name="right" />Why this level?</summary>
          <ul>{coaching.why.map((line) => <li key={line}>{line}</li>)}</ul>
        </details>
      </div>
      <p className="fine">Only you see how clear an answer is. Notes come from plain rules and never stop you.</p>
      <p className="unseen" role="status" data-coach-aloud />
      <template data-coach-note="!"><NoteLine id={id} question={question} note={EMPTY('!')} /></template>
      <template data-coach-note="?"><NoteLine id={id} question={question} note={EMPTY('?')} /></template>
      {STEPS.map((_, step) => <template key={step} data-coach-step={step}><Level coaching={{ ...coaching, step }} /></template>)}
    </section>
  )
}

const EMPTY = (tone: '!' | '?'): CoachNote => ({ tone, says: '', kind: '', words: '' })

function Level({ coaching: { step } }: { coaching: Coaching }) {
  return <Steps label={`Clarity: ${STEPS[step] ?? ''}`} steps={STEPS} current={step} />
}

function NoteLine({ id, question, note }: { id: string; question: Question; note: CoachNote }) {
  return (
    <li className="row">
      <div className="row-words">
        <p>{note.tone === '!' ? <State tone="care" shape="care">Look again</State> : <State tone="note" shape="ring">Add</State>}</p>
        <p data-note-says>{note.says}</p>
      </div>
      <form className="post-button" method="post" action={routes.dismissedNotes(id, question)}>
        <FormKey value={freshForm().formKey} />
        <Hidden name="kind" value={note.kind} />
        <Hidden name="words" value={note.words} />
        <Button variant="plain" small about={note.says}>Not helpful</Button>
      </form>
    </li>
  )
}

import { swapTest } from '../../../engine/clarity/index.ts'
import { isForGood, KIND_WORDS } from '../../organisations/index.ts'
import { routes } from '../../routes.ts'
import { Button, Card, Care, Chips, Field, Form, Good, Hidden, LinkButton, Note } from '../../ui/index.ts'
import { STRENGTH_WORDS } from '../claim.ts'
import { previewFor, VIEWER_WORDS, VIEWERS, type ViewerKind } from '../preview.ts'
import type { Desk } from '../read-desk.ts'

/** The page as somebody else sees it, for the kind of somebody one chooses. */
export function PreviewCard({ desk, viewer }: { desk: Desk; viewer: ViewerKind }) {
  const { organisation, question, answers, claims } = desk
  const seen = previewFor(viewer, organisation, question, answers, claims)
  const line = [organisation.line ?? KIND_WORDS[organisation.kind], seen.place].filter(Boolean).join(' · ')
  return (
    <Card title="How others will see it" level={2}>
      <Chips label="See it as" chips={VIEWERS.map((one) => ({ label: VIEWER_WORDS[one], href: `${routes.answer(organisation.id, question)}?as=${one}`, on: one === viewer }))} />
      {!seen.pageShown && <Note word="Not shown" actions={<LinkButton href={routes.whoSees(organisation.id)} small>Who sees what</LinkButton>}>Your page is not shown to them at all.</Note>}
      {seen.pageShown && (
        <>
          <p><strong>{organisation.name}</strong><br /><span className="quiet-text">{line}</span></p>
          {seen.answerShown ? <p data-preview-words>{seen.words ? `“${seen.words}”` : ''}</p> : <p className="quiet-text">This answer is not shown to them.</p>}
          {seen.claims.length > 0 && <p className="fine">{seen.claims.slice(0, 6).map((claim) => `${claim.title} (${STRENGTH_WORDS[claim.strength].toLowerCase()})`).join(' · ')}{seen.claims.length > 6 ? ` · and ${seen.claims.length - 6} more` : ''}</p>}
        </>
      )}
    </Card>
  )
}

/** One's own sentence with a rival's name in it. Nothing of it is kept. */
export function SwapCard({ desk, rival, verdict }: { desk: Desk; rival: string; verdict: string }) {
  const { organisation, question, answer } = desk
  const to = routes.answer(organisation.id, question)
  const swapped = answer && rival ? swapTest(answer.words, organisation.name, rival) : undefined
  return (
    <Card title="Swap test" level={2}>
      <Form to={`${to}#swap`} id="swap" method="get" label="Swap test" values={{ rival }}>
        <Field name="rival" {...(isForGood(organisation.kind) ? { label: 'The name of somebody who works for the same people', placeholder: 'Harbour Kitchen' } : { label: 'A rival’s name', placeholder: 'Bloom & Co' })} hint="It goes into your sentence, and is kept nowhere." maxLength={80} optional />
        <Button variant="quiet" small>Put it in</Button>
      </Form>
      {swapped && (
        <>
          <blockquote><p>{marked(swapped.sentence, swapped.replaced.map((one) => one.to))}</p></blockquote>
          {swapped.caution === 'nothing to swap' && <p className="fine">Your sentence has no “we” or “our” in it, so the name was put in front.</p>}
          <Form to={`${to}#swap`} id="still" method="get" label="Is it still true?">
            <Hidden name="rival" value={rival} />
            <p id="still-true">Is it still true?</p>
            <div className="actions"><Button variant="quiet" small name="still" value="yes">Yes</Button><Button variant="quiet" small name="still" value="no">No</Button></div>
          </Form>
          {verdict === 'yes' && <Care word="Then they could say it too">What would they have to leave out? A number, a place or a name that is only yours.</Care>}
          {verdict === 'no' && <Good word="Then it is yours">Keep it, and put proof behind it.</Good>}
        </>
      )}
      {!answer && rival && <p className="quiet-text">Write and save a first sentence, then try again.</p>}
    </Card>
  )
}

function marked(text: string, ranges: readonly { start: number; end: number }[]) {
  const ends = [0, ...ranges.map((range) => range.end)]
  return [...ranges.map((range, at) => <span key={range.start}>{text.slice(ends[at], range.start)}<strong>{text.slice(range.start, range.end)}</strong></span>), <span key="rest">{text.slice(ends.at(-1))}</span>]
}

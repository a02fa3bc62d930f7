import type { Pages, Shown, WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, readValues, type FormState } from '../../kit/web/form.ts'
import { getOrganisationToKeep, SEEN_BY, SIGHT_CHOICES } from '../../organisations/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Ago, Button, Card, Field, Form, Heading, Icon, LinkButton, PostButton, Section, Select, WithAside } from '../../ui/index.ts'
import { MOST_LETTERS, QUESTION_WORDS } from '../answer.ts'
import { coachingFor } from '../coaching.ts'
import { dismissNote } from '../dismiss-note.ts'
import { VIEWERS, widestViewer } from '../preview.ts'
import { readDesk, type Desk } from '../read-desk.ts'
import { saveAnswer } from '../save-answer.ts'
import { takeSuggestion } from '../second-look.ts'
import { mayAnswerFor } from '../who-may.ts'
import { PreviewCard, SwapCard } from './aside.tsx'
import { CoachPanel } from './coach-panel.tsx'
import { Examples } from './examples-part.tsx'
import { About, MyTabs } from './my-page.tsx'
import { idFrom, questionFrom } from './param.ts'

/** My page: one question at a time, with coaching beside the words. It saves as one types, and by its button without script. */
export function editorPages(pages: Pages): void {
  pages.get(routes.answers(':id'), async (c) => {
    const { id } = await c.var.ctx.read((tx) => getOrganisationToKeep(tx, idFrom(c, 'id'), mayAnswerFor))
    return c.redirect(routes.answer(id, 1), 303)
  })
  formPage(pages, routes.answer(':id', ':question'), {
    start: async (c) => {
      const { answer } = await deskOf(c)
      return { words: answer?.words ?? '', sight: answer?.sight ?? 'network' }
    },
    show: (c, form) => editor(c, form),
    send: async (c, values) => {
      await saveAnswer(c.var.ctx, idFrom(c, 'id'), questionFrom(c), values)
      return goTo(c, routes.answer(idFrom(c, 'id'), questionFrom(c)), { says: 'Saved.' })
    },
  })
  pages.post(routes.dismissedNotes(':id', ':question'), (c) => dismiss(c, false))
  pages.post(routes.dismissedNoteReturn(':id', ':question'), (c) => dismiss(c, true))
  pages.post(routes.suggestionTaking(':id', ':suggestion'), (c) => settle(c, true))
  pages.post(routes.suggestionPuttingAway(':id', ':suggestion'), (c) => settle(c, false))
}

const deskOf = (c: WebContext): Promise<Desk> => c.var.ctx.read((tx) => readDesk(tx, idFrom(c, 'id'), questionFrom(c)))

async function dismiss(c: WebContext, back: boolean): Promise<Response> {
  const [id, question, values] = [idFrom<'organisation'>(c, 'id'), questionFrom(c), await readValues(c)]
  await dismissNote(c.var.ctx, id, question, values, back)
  return goTo(c, routes.answer(id, question), { says: back ? 'The note is back.' : 'Put away for good. You can bring it back below.' })
}

async function settle(c: WebContext, take: boolean): Promise<Response> {
  const id = idFrom<'organisation'>(c, 'id')
  const question = await takeSuggestion(c.var.ctx, id, idFrom(c, 'suggestion'), take)
  return goTo(c, routes.answer(id, question), { says: take ? 'Taken over. What stood there is among the earlier versions.' : 'Put away.' })
}

async function editor(c: WebContext, form: FormState): Promise<Shown> {
  const desk = await deskOf(c)
  const { organisation, question, beside, claims } = desk
  const { whole, hint } = QUESTION_WORDS[question]
  const words = typeof form.values['words'] === 'string' ? form.values['words'] : ''
  const viewer = VIEWERS.find((one) => one === c.req.query('as')) ?? widestViewer(organisation, question, desk.answers)
  const aside = <><PreviewCard desk={desk} viewer={viewer} /><SwapCard desk={desk} rival={(c.req.query('rival') ?? '').slice(0, 80)} verdict={c.req.query('still') ?? ''} /></>
  return {
    title: whole, width: 'work',
    body: (
      <>
        <Heading above={<About id={organisation.id} name={organisation.name} />} intro={hint}>{whole}</Heading>
        <MyTabs id={organisation.id} current={question} claims={claims.length} />
        <WithAside label="How others see it, and the swap test" aside={aside}>
          <Form to={routes.answer(organisation.id, question)} id="answer" {...form} autosave={`answer-${organisation.id}-${question}`} seenBy={SEEN_BY[desk.answer?.sight ?? 'network']}>
            <Field name="words" label={`Question ${question} of 4`} type="textarea" rows={6} maxLength={MOST_LETTERS} spellCheck />
            <Select name="sight" label="Who sees this answer" width="medium" options={SIGHT_CHOICES.map(({ value, label }) => ({ value, label }))} />
            <Actions sticky><Button busy="Saving">Save</Button>{question < 4 ? <LinkButton href={routes.answer(organisation.id, question + 1)}>Next question</LinkButton> : <LinkButton href={routes.claims(organisation.id)}>Next: put proof behind it</LinkButton>}</Actions>
          </Form>
          <CoachPanel id={organisation.id} question={question} coaching={coachingFor(question, words, beside)} beside={beside} fieldId="answer-words" />
          <Suggestions desk={desk} now={c.var.ctx.now} />
          <Examples id={organisation.id} question={question} trade={c.req.query('trade')} />
          <Actions>
            {desk.answer && <LinkButton href={routes.secondLooks(organisation.id, question)}>Ask a partner to look</LinkButton>}
            <LinkButton href={routes.answerVersions(organisation.id, question)}>Earlier versions</LinkButton>
          </Actions>
          <PutAway desk={desk} />
        </WithAside>
      </>
    ),
  }
}

/** Words that partners suggested, each to take over or to put away. */
function Suggestions({ desk: { organisation, suggestions }, now }: { desk: Desk; now: Date }) {
  if (suggestions.length === 0) return null
  return (
    <Section title="Suggested by partners" count={suggestions.length}>
      {suggestions.map((one) => (
        <Card key={one.id} title={`${one.from} would say it so`} above={<Ago since={one.madeAt} now={now} />}
          actions={<><PostButton to={routes.suggestionTaking(organisation.id, one.id)} about={`from ${one.from}`}>Take these words</PostButton><PostButton to={routes.suggestionPuttingAway(organisation.id, one.id)} variant="plain" about={`from ${one.from}`}>Put away</PostButton></>}>
          <blockquote><p>“{one.words}”</p></blockquote>
          {one.note && <p className="quiet-text">{one.note}</p>}
        </Card>
      ))}
    </Section>
  )
}

function PutAway({ desk: { organisation, question, beside: { dismissed } } }: { desk: Desk }) {
  if (dismissed.length === 0) return null
  return (
    <div className="tree"><details>
      <summary><Icon name="right" />{dismissed.length === 1 ? '1 note put away' : `${dismissed.length} notes put away`}</summary>
      <ul role="list" className="rows">
        {dismissed.map((note) => (
          <li className="row" key={`${note.kind} ${note.words}`}>
            <div className="row-words"><p>{note.kind.replaceAll('-', ' ')}{note.words && `: “${note.words}”`}</p></div>
            <PostButton to={routes.dismissedNoteReturn(organisation.id, question)} fields={{ kind: note.kind, words: note.words }} small about={note.words || note.kind}>Bring it back</PostButton>
          </li>
        ))}
      </ul>
    </details></div>
  )
}


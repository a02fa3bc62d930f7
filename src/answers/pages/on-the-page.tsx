import type { ReactNode } from 'react'
import { definePagePart, SIGHT_CHOICES, type Organisation, type Sight } from '../../organisations/index.ts'
import { routes } from '../../routes.ts'
import { Empty, LinkButton, Row, Rows, Section, State } from '../../ui/index.ts'
import { listAnswers } from '../answer-store.ts'
import { QUESTION_WORDS, QUESTIONS, type Answer, type Question } from '../answer.ts'
import { answerOf, claimsByWeight, headlineOf } from '../public/page-words.ts'
import { AlsoDoes, Claims } from '../public/pages/claims.tsx'
import { Paragraphs } from '../public/pages/paragraphs.tsx'
import { Proof } from '../public/pages/proof.tsx'
import { readPublicFace, type PublicFace } from '../public-face.ts'
import { dayOf } from '../proof.ts'

/** The four answers and the claims on an organisation’s page: its own people see what is still to do, others as much as they are shown. */
definePagePart({
  name: 'answers.on-the-page', place: 10,
  show: async (tx, organisation, mine) => {
    const face = await readPublicFace(tx, organisation.id)
    return mine ? <Mine organisation={organisation} face={face} answers={await listAnswers(tx, organisation.id)} /> : theirs(face, dayOf(tx.now))
  },
})

/** The order in which one begins: what only you can do is what partners remember. */
const BEGIN: readonly Question[] = [4, 3, 2, 1]

function Mine({ organisation: { id }, face, answers }: { organisation: Organisation; face: PublicFace; answers: readonly Answer[] }) {
  const said = (question: Question) => answers.find((one) => one.question === question && one.words.trim())
  const next = BEGIN.find((question) => !said(question))
  return (
    <>
      <Section title="Your four answers" intro="Partners choose by these. A sentence each is enough to begin." actions={next && <LinkButton href={routes.answer(id, next)} variant="main">{`Answer question ${next}`}</LinkButton>}>
        <Rows>
          {QUESTIONS.map((question) => {
            const answer = said(question)
            return <Row key={question} title={`${question} ${QUESTION_WORDS[question].short}`} href={routes.answer(id, question)} detail={answer ? `“${shortened(answer.words)}”` : undefined}
              aside={answer ? <State shape="full" tone="good">{seenBy(answer.sight)}</State> : <State shape="ring">Not answered yet</State>} />
          })}
        </Rows>
      </Section>
      <Section title="Capabilities and proof" actions={face.claims.length > 0 && <LinkButton href={routes.claims(id)}>Change them, or add proof</LinkButton>}>
        {face.claims.length > 0 ? <Claims claims={face.claims} /> : <Empty title="Nothing claimed yet" example="Wedding flowers · Best at · Proven by 2 jobs" action={<LinkButton href={routes.newClaim(id)}>Add a capability</LinkButton>}>What people come to you for, in a word or two. Partners search by these.</Empty>}
      </Section>
    </>
  )
}

const seenBy = (sight: Sight) => `Seen by: ${SIGHT_CHOICES.find(({ value }) => value === sight)?.label.toLowerCase() ?? ''}`

const FITS = 160

function shortened(words: string): string {
  const whole = words.trim().replaceAll(/\s+/g, ' ')
  return whole.length <= FITS ? whole : `${whole.slice(0, whole.lastIndexOf(' ', FITS))}…`
}

function theirs(face: PublicFace, today: string): ReactNode {
  const { lead, rest } = headlineOf(answerOf(face, 4))
  const { best, also } = claimsByWeight(face)
  const [bestWords, need, wanted] = [answerOf(face, 3), answerOf(face, 1), answerOf(face, 2)]
  if (face.answers.length + face.claims.length + face.jobs.length + face.recommendations.length + face.certificates.length + face.figures.length === 0) return null
  return (
    <div className="face face-inside">
      {lead && <p className="face-only">{lead}</p>}
      <Paragraphs className="face-rest" text={rest} />
      {(bestWords || best.length > 0) && <Section title="What they do best"><Paragraphs text={bestWords} /><Claims claims={best} /><AlsoDoes claims={also} says="They also do" /></Section>}
      {wanted && <Section title="Whom they would love to meet"><Paragraphs text={wanted} /></Section>}
      <Proof face={face} today={today} />
      {need && <Section title="What they see needs doing"><Paragraphs text={need} /></Section>}
    </div>
  )
}

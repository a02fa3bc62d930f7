import { routes } from '../../routes.ts'
import { Tabs } from '../../ui/index.ts'
import { QUESTION_WORDS, QUESTIONS, type Question } from '../answer.ts'

/** The tabs of My page: the four questions, and what one claims. */
export function MyTabs({ id, current, claims }: { id: string; current: Question | 'claims' | undefined; claims?: number }) {
  const questions = QUESTIONS.map((question) => ({ label: `${question} ${QUESTION_WORDS[question].short}`, href: routes.answer(id, question), current: current === question }))
  return <Tabs label="My page" tabs={[...questions, { label: 'Capabilities and proof', href: routes.claims(id), current: current === 'claims', count: claims }]} />
}

export const About = ({ id, name }: { id: string; name: string }) => <>My page · <a href={routes.organisation(id)}>{name}</a> · <a href={routes.publicFace(id)}>Share it</a></>

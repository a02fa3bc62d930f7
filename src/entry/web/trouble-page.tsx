import { routes } from '../../routes.ts'
import { Heading, LinkButton, Trouble as TroublePart } from '../../ui/index.ts'
import type { Trouble } from './problems.ts'

/** What people see when something cannot be done: what happened, what was kept, what to do next. */
export function TroublePage({ trouble }: { trouble: Trouble }) {
  return (
    <>
      <Heading>{trouble.kind === 'not-found' ? 'Nothing here' : 'That did not work'}</Heading>
      <TroublePart title={trouble.sentence} whatToDo={trouble.next} reference={trouble.reference} action={<LinkButton href={routes.home}>Go to Home</LinkButton>}>
        {trouble.problems.length > 0 && <ul>{trouble.problems.map(({ field, sentence }) => <li key={field + sentence}>{sentence}</li>)}</ul>}
      </TroublePart>
    </>
  )
}

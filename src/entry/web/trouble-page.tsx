import { routes } from '../../routes.ts'
import { LinkButton, Trouble as TroublePart } from '../../ui/index.ts'
import type { Trouble } from './problems.ts'

/** What people see when something cannot be done: what happened, what was kept, what to do next. `from` is the page they sent it from. */
export function TroublePage({ trouble, from }: { trouble: Trouble; from: string }) {
  const action = trouble.kind === 'sign-in-first'
    ? <LinkButton href={`${routes.signIn}?then=${encodeURIComponent(from)}`} variant="main">Sign in</LinkButton>
    : <LinkButton href={routes.home}>Go to Home</LinkButton>
  return (
    <TroublePart level={1} title={trouble.sentence} whatToDo={trouble.next} reference={trouble.reference} action={action}>
      {trouble.problems.length > 0 && <ul>{trouble.problems.map(({ field, sentence }) => <li key={field + sentence}>{sentence}</li>)}</ul>}
    </TroublePart>
  )
}

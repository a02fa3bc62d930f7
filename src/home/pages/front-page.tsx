import { routes } from '../../routes.ts'
import { Actions, Heading, LinkButton } from '../../ui/index.ts'

/** What a stranger sees at the door. */
export function FrontPage() {
  return (
    <>
      <Heading intro="Where independent businesses and charities find the partners who complete them, take on work bigger than any one of them, and pass business to each other safely.">Make business friends you would recommend without hesitation</Heading>
      <Actions>
        <LinkButton href={routes.signIn} variant="main">Sign in</LinkButton>
        <LinkButton href={routes.signUp}>Make an account</LinkButton>
      </Actions>
      <p className="quiet-text">Were you sent an invitation? Its link brings you straight to where you need to be.</p>
    </>
  )
}

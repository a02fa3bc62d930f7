import type { FormState } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Form, Heading, LinkButton } from '../../ui/index.ts'
import type { AskByLink } from '../../asks/index.ts'
import { ContactPart } from './contact-part.tsx'

/** A yes with other details, by link. */
export function DetailsPage({ seen, token, onPage, form }: { seen: AskByLink; token: string; onPage: boolean; form: FormState }) {
  return (
    <>
      <Heading intro={seen.described.title}>How may they reach you?</Heading>
      <Form to={routes.introductionContact(token)} id="details" {...form} seenBy="The other side, once you have both said yes">
        <ContactPart other="the other side" onPage={onPage} />
        <Actions sticky><Button>Yes, pass these on</Button><LinkButton href={routes.answerByLink(token)}>Go back</LinkButton></Actions>
      </Form>
    </>
  )
}

import type { FormState } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Card, Cards, Confirm, Field, FileField, Form, Group, Heading, LinkButton, PostButton } from '../../ui/index.ts'
import type { Character } from '../be-someone.ts'

export function WelcomePage() {
  return (
    <>
      <Heading intro="Where independent businesses and charities find the partners who complete them. What would you like to do first?">Welcome to Guildhall</Heading>
      <Cards>
        <Card level={2} title="Look round the example town" actions={<Form to={routes.tryTown} turbo={false} label="Look round the example town"><Button busy="Building the town">Look round</Button></Form>}>
          <p>Haverstow is invented: a business park, wedding trades, charities and virtual assistants, with their people. Try anything; it goes away in one click.</p>
        </Card>
        <Card level={2} title="Start mine" actions={<LinkButton href={routes.startMine} variant="main">Start mine</LinkButton>}>
          <p>Your name, your e-mail address and the name of your network. It takes about three minutes. Mail can wait.</p>
        </Card>
        <Card level={2} title="Restore a backup" actions={<LinkButton href={routes.restoreBackup}>Restore</LinkButton>}>
          <p>Bring back a house from a backup file. Every row is compared before the doors open.</p>
        </Card>
      </Cards>
    </>
  )
}

export function StartMinePage({ form }: { form: FormState }) {
  return (
    <>
      <Heading intro="You will host this house, and be the first organiser of its first network.">Start mine</Heading>
      <Form to={routes.startMine} {...form} seenBy="Members of your network see your name. Your e-mail address: only you." turbo={false}>
        <Group title="You">
          <Field name="name" label="Your name" autoComplete="name" />
          <Field name="email" label="Your e-mail address" type="email" autoComplete="email" />
          <Field name="password" label="A password" type="password" autoComplete="new-password" hint="10 characters or more. Three words you will remember are better than one clever one." />
        </Group>
        <Group title="Your network">
          <Field name="network" label="Its name" hint="Such as Salisbury Makers" />
          <Field name="purpose" label="What it is for" type="textarea" hint="One or two sentences. Newcomers read them first." />
        </Group>
        <Actions sticky><Button busy="Opening the doors">Start my network</Button><LinkButton href={routes.firstRun}>Go back</LinkButton></Actions>
      </Form>
    </>
  )
}

export function RestorePage({ form }: { form: FormState }) {
  return (
    <>
      <Heading intro="A file whose name ends in .guildhall. It is checked whole before anything is brought back; if any of it is damaged, nothing is.">Restore a backup</Heading>
      <Form to={routes.restoreBackup} {...form} files turbo={false}>
        <FileField name="file" label="The backup" accept=".guildhall" />
        <p className="fine">Larger than 10 MB? Use the terminal: npx guildhall restore FILE</p>
        <Actions sticky><Button busy="Checking and restoring">Restore</Button><LinkButton href={routes.firstRun}>Go back</LinkButton></Actions>
      </Form>
    </>
  )
}

/** Anyone may be anyone here: the people are invented. */
export function CharactersPage({ cast }: { cast: readonly Character[] }) {
  return (
    <>
      <Heading intro="Everyone in Haverstow is invented. You can come back here and be someone else.">Who would you like to be?</Heading>
      <Cards>
        {cast.map((one) => (
          <Card key={one.person} level={2} title={one.name} actions={<PostButton to={routes.whoToBe} fields={{ person: one.person }} variant="main" about={one.name} turbo={false}>Be {one.name.split(' ')[0]}</PostButton>}>
            <ul role="list">{one.about.map((line) => <li key={line}>{line}</li>)}</ul>
          </Card>
        ))}
      </Cards>
    </>
  )
}

export function LeavePage() {
  return (
    <Confirm title="Leave the example town?" to={routes.leaveTown} verb="Take the town away" backHref={routes.home} danger>
      <p>Everything in it goes, with whatever you tried. The house is then as empty as on its first day, and you can start your own.</p>
    </Confirm>
  )
}

import type { FormState } from '../../kit/web/form.ts'
import { Actions, Button, Choice, Field, Form, Group, LinkButton, Select } from '../../ui/index.ts'
import { KINDS, KIND_WORDS } from '../organisation.ts'

const KIND_OPTIONS = KINDS.map((value) => ({ value, label: KIND_WORDS[value] }))

type Props = { form: FormState; to: string; verb: string; backHref: string; seenBy: string; forWhom?: boolean }

/** What is asked of an organisation: two questions that must be answered, the rest when there is time. */
export function OrganisationForm({ form, to, verb, backHref, seenBy, forWhom }: Props) {
  return (
    <Form to={to} {...form} seenBy={seenBy}>
      {forWhom && (
        <Choice name="_whose" label="Whose is it?" value="ours" options={[
          { value: 'ours', label: 'Mine, or the one I work for' },
          { value: 'theirs', label: 'Somebody else’s who is not here yet', hint: 'You can then give them a link to claim it.' },
        ]} />
      )}
      <Field name="name" label="Name" maxLength={120} autoComplete="organization" />
      <Select name="kind" label="Kind" options={KIND_OPTIONS} prompt="Choose one" width="medium" />
      <Field name="line" label="What you do, in one line" maxLength={160} optional hint="As you would say it to a neighbour: “Wedding flowers grown within twelve miles.”" />
      <Group title="Place" hint="The district is near enough to find a partner. We never ask for a street.">
        <Field name="district" label="Postcode district" width="short" maxLength={8} optional hint="The first half of your postcode, such as SP2." />
        <Field name="town" label="Town or village" width="medium" maxLength={80} optional />
      </Group>
      <Group title="How to reach you" hint="Seen by your partners only, until you say otherwise.">
        <Field name="phone" type="tel" label="Phone" width="medium" autoComplete="tel" optional />
        <Field name="email" type="email" label="E-mail" width="medium" autoComplete="email" maxLength={254} optional />
      </Group>
      <Field name="website" type="url" label="Website" maxLength={500} autoComplete="url" optional />
      <Field name="peopleCount" label="How many people work there" inputMode="numeric" width="short" maxLength={7} optional />
      <Field name="story" type="textarea" label="Your story" maxLength={4000} rows={5} optional hint="How it began, and what a customer notices." />
      <Actions sticky>
        <Button>{verb}</Button>
        <LinkButton href={backHref}>Go back</LinkButton>
      </Actions>
    </Form>
  )
}

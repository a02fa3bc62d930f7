import type { FormState } from '../../kit/web/form.ts'
import { Actions, Button, Choice, Field, Form, LinkButton, Tick } from '../../ui/index.ts'
import { KIND_SUGGESTIONS } from '../network.ts'

type Props = { form: FormState; to: string; verb: string; backHref: string; offerToJoin?: string }

/** What a network says of itself. */
export function NetworkForm({ form, to, verb, backHref, offerToJoin }: Props) {
  return (
    <Form to={to} {...form} seenBy="Whoever may find the network, as you choose below. House rules: those who are invited, and members.">
      <Field name="name" label="Name" maxLength={100} hint="Its address is made from this and stays, so that posters keep working." />
      <Field name="kind" label="What kind of network it is" maxLength={80} suggestions={KIND_SUGGESTIONS} width="medium" hint="In your own words, such as “Business park”." />
      <Field name="purpose" type="textarea" label="What it is for" maxLength={500} rows={3} hint="One or two sentences that would make a stranger want to join." />
      <Field name="houseRules" type="textarea" label="House rules" maxLength={4000} rows={6} optional hint="What members expect of each other. Newcomers read them before they join." />
      <Choice name="listed" label="Who may find it" value="anyone" options={[
        { value: 'anyone', label: 'Anyone', hint: 'Its name and what it is for. Never its members.' },
        { value: 'members', label: 'Only members and those invited' },
      ]} />
      {offerToJoin && <Tick name="joinToo" label={`${offerToJoin} joins as its first member`} optional checked />}
      <Actions sticky><Button>{verb}</Button><LinkButton href={backHref}>Go back</LinkButton></Actions>
    </Form>
  )
}

/** House rules as people write them: lines and paragraphs kept. */
export function HouseRules({ rules }: { rules: string }) {
  return <div className="prose">{rules.split(/\n{2,}/).map((paragraph, at) => <p key={at}>{paragraph.split('\n').map((line, row) => <span key={row}>{row > 0 && <br />}{line}</span>)}</p>)}</div>
}

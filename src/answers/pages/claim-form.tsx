import type { FormState } from '../../kit/web/form.ts'
import { SIGHT_CHOICES } from '../../organisations/index.ts'
import { Actions, Button, Choice, Field, Form, Group, Hidden, LinkButton, Select } from '../../ui/index.ts'
import { STRENGTHS, STRENGTH_WORDS } from '../claim.ts'

const HINTS = { only_us: 'Nobody else you know can. Others are checked privately, and proof is asked for.', best_at: 'Better than anyone you know. Proof is asked for.', can_do: 'You can, and would.' } as const

export type Vocabulary = { readonly networks: readonly { readonly id: string; readonly name: string }[]; readonly titles: readonly string[] }

/** A claim, new or changed. The list below the first box offers the network's own words; other words are welcome. */
export function ClaimForm({ to, form, vocabulary, backHref, verb }: { to: string; form: FormState; vocabulary: Vocabulary; backHref: string; verb: string }) {
  const { networks, titles } = vocabulary
  return (
    <Form to={to} id="claim" {...form}>
      <Field name="words" label="What can you do?" maxLength={120} suggestions={titles} autoComplete="off" hint={titles.length > 0 ? 'Type a few letters and choose from the network’s words, or write your own: an organiser may adopt it.' : 'In a few words, as those who come to you would say it.'} />
      {networks.length > 1 && <Select name="network" label="In which network" width="medium" options={networks.map((one) => ({ value: one.id, label: one.name }))} />}
      {networks.length === 1 && <Hidden name="network" value={networks[0]?.id ?? ''} />}
      <Choice name="strength" label="How strong is the claim?" options={STRENGTHS.map((value) => ({ value, label: STRENGTH_WORDS[value], hint: HINTS[value] }))} value="can_do" />
      <Field name="says" label="What you say about it" maxLength={300} optional hint="One line with a fact: “14 weddings in 2026”, “three five-axis machines, parts up to two metres”." />
      <Group title="Capacity" hint="So that partners ask at a good time.">
        <Field name="capacitySays" label="How much you can take on" maxLength={160} optional hint="“Two weddings a week”, “300 hours on the large mill”" />
        <Field name="capacityFrom" type="date" label="From" width="short" optional />
        <Field name="capacityUntil" type="date" label="Until" width="short" optional />
      </Group>
      <Choice name="sight" label="Who sees this claim" options={SIGHT_CHOICES.map(({ value, label, hint }) => ({ value, label, hint }))} value="network" />
      <Actions sticky><Button>{verb}</Button><LinkButton href={backHref}>Go back</LinkButton></Actions>
    </Form>
  )
}

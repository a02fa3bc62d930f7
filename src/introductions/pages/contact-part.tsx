import { Choice, Field, Group } from '../../ui/index.ts'

/** How this side may be reached. Nothing of it passes before both have said yes. */
export function ContactPart({ other, onPage }: { other: string; onPage: boolean }) {
  return (
    <Group title={`How ${other} reaches you`} hint="Passed on once you have both said yes, and not before.">
      <Choice name="way" label="They are given" value={onPage ? 'page' : 'typed'} options={[
        { value: 'page', label: 'The phone and e-mail on your page', hint: onPage ? 'Shown to them alone for a year; you can end it earlier under “Who sees what”.' : 'There are none on your page yet.', disabled: !onPage },
        { value: 'typed', label: 'Other details, written here', hint: 'For this introduction alone.' },
      ]} />
      <Field name="askFor" label="Whom to ask for" optional maxLength={100} width="medium" autoComplete="name" />
      <Field name="phone" label="Phone" type="tel" optional maxLength={40} width="medium" hint="Only with “other details”." autoComplete="tel" />
      <Field name="email" label="E-mail" type="email" optional maxLength={254} width="medium" hint="Only with “other details”." autoComplete="email" />
    </Group>
  )
}

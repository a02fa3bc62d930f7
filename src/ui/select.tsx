import { Hint, Label, Problem, type FieldBasics } from './field-parts.tsx'
import { useField } from './form-context.ts'
import type { Option } from './choice.tsx'

export type OptionGroup = { label: string; options: readonly Option[] }

export type SelectProps = FieldBasics & {
  options?: readonly Option[]
  groups?: readonly OptionGroup[]
  value?: string
  /** The first line, chosen while nothing else is: "Choose a place". */
  prompt?: string
  width?: 'short' | 'medium' | 'full'
}

/** One answer out of many, in the browser's own list: the kindest one on a phone. */
export function Select(props: SelectProps) {
  const { name, label, hint, optional, disabled, options = [], groups = [], value, prompt, width = 'full' } = props
  const field = useField(props)
  return (
    <div className={`field field-${width}${field.problem ? ' has-problem' : ''}`}>
      <Label htmlFor={field.id} optional={optional}>{label}</Label>
      <Hint id={field.hintId}>{hint}</Hint>
      <Problem id={field.problemId}>{field.problem}</Problem>
      <select id={field.id} name={name} required={!optional} disabled={disabled} defaultValue={typeof field.typed === 'string' ? field.typed : (value ?? (prompt ? '' : undefined))}
        aria-invalid={field.problem ? true : undefined} aria-describedby={field.describedBy}>
        {prompt && <option value="">{prompt}</option>}
        {options.map(line)}
        {groups.map((group) => <optgroup key={group.label} label={group.label}>{group.options.map(line)}</optgroup>)}
      </select>
    </div>
  )
}

function line(option: Option) {
  return <option key={option.value} value={option.value} disabled={option.disabled}>{option.label}</option>
}

/** A file from the person's own machine. Say in the hint which kinds and sizes are taken; set `files` on the form. */
export function FileField(props: FieldBasics & { accept?: string; multiple?: boolean }) {
  const { name, label, hint, optional, disabled, accept, multiple } = props
  const field = useField(props)
  return (
    <div className={`field field-full${field.problem ? ' has-problem' : ''}`}>
      <Label htmlFor={field.id} optional={optional}>{label}</Label>
      <Hint id={field.hintId}>{hint}</Hint>
      <Problem id={field.problemId}>{field.problem}</Problem>
      <input className="file" type="file" id={field.id} name={name} accept={accept} multiple={multiple} required={!optional} disabled={disabled}
        aria-invalid={field.problem ? true : undefined} aria-describedby={field.describedBy} />
    </div>
  )
}

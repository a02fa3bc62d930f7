import type { ReactNode } from 'react'
import { Hint, Optional, Problem, type FieldBasics } from './field-parts.tsx'
import { useField } from './form-context.ts'

export type Option = { value: string; label: string; hint?: ReactNode; disabled?: boolean }

type GroupProps = FieldBasics & { options: readonly Option[]; /** `line` sets short answers side by side. */ layout?: 'stack' | 'line' }

/** One answer out of a few, all in sight. For more than seven use `Select`. */
export function Choice({ value, ...props }: GroupProps & { value?: string }) {
  const field = useField(props)
  const chosen = typeof field.typed === 'string' ? field.typed : value
  return <Options {...props} field={field} type="radio" isOn={(option) => option === chosen} />
}

/** Any number of answers out of a few. */
export function Ticks({ value = [], ...props }: GroupProps & { value?: readonly string[] }) {
  const field = useField(props)
  const typed = field.typed === undefined ? value : [field.typed].flat()
  return <Options {...props} field={field} type="checkbox" isOn={(option) => typed.includes(option)} />
}

type OptionsProps = GroupProps & { field: ReturnType<typeof useField>; type: 'radio' | 'checkbox'; isOn: (value: string) => boolean }

function Options({ name, label, hint, optional, options, layout = 'stack', disabled, field, type, isOn }: OptionsProps) {
  return (
    <fieldset className={`field choice choice-${layout}${field.problem ? ' has-problem' : ''}`} aria-describedby={field.describedBy} disabled={disabled}>
      <legend>{label}{optional && <Optional />}</legend>
      <Hint id={field.hintId}>{hint}</Hint>
      <Problem id={field.problemId}>{field.problem}</Problem>
      <div className="options">
        {options.map((option, place) => {
          const id = place === 0 ? field.id : `${field.id}-${place + 1}`
          return (
            <div className="option" key={option.value}>
              <input type={type} id={id} name={name} value={option.value} defaultChecked={isOn(option.value)} disabled={option.disabled}
                required={type === 'radio' && !optional} aria-describedby={option.hint ? `${id}-more` : undefined} />
              <label htmlFor={id}>{option.label}</label>
              {option.hint && <p className="hint" id={`${id}-more`}>{option.hint}</p>}
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}

/** One thing to agree to, with its own problem when it is left open. It is never ticked for the person. */
export function Tick({ checked, value = 'yes', ...props }: FieldBasics & { checked?: boolean; value?: string }) {
  const field = useField(props)
  return (
    <div className={`field tick${field.problem ? ' has-problem' : ''}`}>
      <Problem id={field.problemId}>{field.problem}</Problem>
      <div className="option">
        <input type="checkbox" id={field.id} name={props.name} value={value} defaultChecked={field.typed === undefined ? checked : field.typed === value}
          required={!props.optional} disabled={props.disabled} aria-invalid={field.problem ? true : undefined} aria-describedby={field.describedBy} />
        <label htmlFor={field.id}>{props.label}</label>
        {props.hint && <p className="hint" id={field.hintId}>{props.hint}</p>}
      </div>
    </div>
  )
}

import type { InputHTMLAttributes, ReactNode } from 'react'
import { Hint, Label, Problem, type FieldBasics } from './field-parts.tsx'
import { useField } from './form-context.ts'

type Kind = 'text' | 'email' | 'password' | 'textarea' | 'date' | 'number' | 'url' | 'tel' | 'search'

export type FieldProps = FieldBasics & {
  type?: Kind
  /** What stands in the field at first; what the person typed last wins over it. */
  value?: string | number
  autoComplete?: string
  /** The most characters. On a textarea the count left is shown and read aloud. */
  maxLength?: number
  rows?: number
  min?: string | number
  max?: string | number
  step?: string | number
  inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode']
  /** How long an answer is expected, so that the box hints at it. */
  width?: 'short' | 'medium' | 'full'
  /** Shown inside the box, before and after the answer: "£", "miles". Say it in the label or hint too. */
  before?: string
  after?: string
  placeholder?: string
  /** The label is read aloud but not shown; only where a heading or button says the same. */
  labelHidden?: boolean
  spellCheck?: boolean
  /** Choices offered while typing; the person may write something else. */
  suggestions?: readonly string[]
  /** The id of a datalist elsewhere on the page, where many fields share its choices. */
  list?: string
  autoFocus?: boolean
  /** Something small that belongs beside the box, such as a link. */
  children?: ReactNode
}

/** One question and its box, with label, hint and problem tied together. */
export function Field(props: FieldProps) {
  const { type = 'text', label, hint, optional, maxLength, labelHidden, width = 'full', children } = props
  const field = useField(props)
  return (
    <div className={`field field-${width}${field.problem ? ' has-problem' : ''}${labelHidden ? ' label-unseen' : ''}`}>
      <Label htmlFor={field.id} optional={optional}>{label}</Label>
      <Hint id={field.hintId}>{hint}</Hint>
      <Problem id={field.problemId}>{field.problem}</Problem>
      {type === 'textarea' ? <Area {...props} field={field} /> : <Box {...props} field={field} />}
      {type === 'textarea' && maxLength && <p className="hint count" data-count-for={field.id} data-most={maxLength}>Up to {maxLength} characters</p>}
      {children}
    </div>
  )
}

type Wired = FieldProps & { field: ReturnType<typeof useField> }

function Box(props: Wired) {
  const { type = 'text', before, after, suggestions, list, min, max, step, field } = props
  const listId = suggestions ? `${field.id}-list` : list
  return (
    <div className="box">
      {before && <span className="box-edge" aria-hidden="true">{before}</span>}
      <input {...shared(props)} type={type} defaultValue={startValue(props)} min={min} max={max} step={step} list={listId} />
      {after && <span className="box-edge" aria-hidden="true">{after}</span>}
      {type === 'password' && <button type="button" className="button quiet small" data-show-password aria-controls={field.id} aria-pressed="false" hidden>Show<span className="unseen"> password</span></button>}
      {suggestions && <datalist id={listId}>{suggestions.map((each) => <option key={each} value={each} />)}</datalist>}
    </div>
  )
}

function Area(props: Wired) {
  return <textarea {...shared(props)} rows={props.rows ?? 4} defaultValue={startValue(props)} />
}

function shared({ name, type, optional, disabled, autoComplete, maxLength, inputMode, placeholder, spellCheck, autoFocus, field }: Wired) {
  return {
    id: field.id,
    name,
    required: !optional,
    disabled,
    autoComplete,
    // A long answer is never cut off while typing: the count says it, and the server answers in words.
    maxLength: type === 'textarea' ? undefined : maxLength,
    inputMode: inputMode ?? (type === 'number' ? ('decimal' as const) : undefined),
    placeholder,
    spellCheck,
    autoFocus,
    'aria-invalid': field.problem ? true : undefined,
    'aria-describedby': field.describedBy,
  }
}

/** A password is never sent back to the page. */
function startValue({ type, value, field }: Wired): string | undefined {
  if (type === 'password') return undefined
  if (typeof field.typed === 'string') return field.typed
  return value === undefined ? undefined : String(value)
}

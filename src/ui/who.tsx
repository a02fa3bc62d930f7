import type { Option } from './choice.tsx'
import { Hint, Label, Problem, type FieldBasics } from './field-parts.tsx'
import { useField } from './form-context.ts'
import { Select, type OptionGroup } from './select.tsx'

/** Whom one may choose, and what was typed for each field so far. */
export type Whom = {
  /** All of them, while a list can hold them; absent where there are more, and a name is typed instead. */
  readonly few?: { readonly options?: readonly Option[]; readonly groups?: readonly OptionGroup[] }
  /** Where names are offered from while one types, as `{ names }`. */
  readonly names?: string
  /** Those close by, offered beside the box for a name. */
  readonly near: readonly OptionGroup[]
  readonly typed: Readonly<Record<string, WhomTyped | undefined>>
}

export type WhomTyped = {
  readonly text: string
  /** Whoever was chosen already, or those the text may mean. */
  readonly fits: readonly Option[]
  readonly value?: string
}

export type WhoProps = FieldBasics & { whom: Whom; prompt: string; width?: 'short' | 'medium' | 'full' }

/** Which organisation: out of a list while all of them fit into one, by its name where they do not. Both send the same field. */
export function Who({ whom, ...props }: WhoProps) {
  const { few, names, near, typed } = whom
  const said = typed[props.name] ?? { text: '', fits: [] }
  if (few && !said.text) return <Select {...props} {...few} />
  const fitting = new Set(said.fits.map((one) => one.value))
  const others = near.map((group) => ({ ...group, options: group.options.filter((one) => !fitting.has(one.value)) })).filter((group) => group.options.length > 0)
  return <ByName {...props} said={said} names={names} groups={[...(said.fits.length > 0 ? [{ label: 'Who fits', options: said.fits }] : []), ...others]} />
}

const HINT = 'Write the name, or a part of it.'

function ByName({ said, names, groups, ...props }: Omit<WhoProps, 'whom'> & { said: WhomTyped; names?: string; groups: readonly OptionGroup[] }) {
  const { label, hint, optional, prompt, width = 'full' } = props
  const chooses = groups.length > 0
  const field = useField({ ...props, hint: true })
  const boxId = chooses ? `${field.id}-name` : field.id
  return (
    <div className={`field field-${width}${field.problem ? ' has-problem' : ''}`}>
      <Label htmlFor={field.id} optional={optional}>{label}</Label>
      <Hint id={field.hintId}>{chooses ? hint : hint ? <>{hint} {HINT}</> : HINT}</Hint>
      <Problem id={field.problemId}>{field.problem}</Problem>
      {chooses && (
        <>
          <select id={field.id} name={props.name} disabled={props.disabled} defaultValue={said.value ?? ''} aria-invalid={field.problem ? true : undefined} aria-describedby={field.problem ? field.problemId : undefined}>
            <option value="">{prompt}</option>
            {groups.map((group) => <optgroup key={group.label} label={group.label}>{group.options.map((one) => <option key={one.value} value={one.value}>{one.label}</option>)}</optgroup>)}
          </select>
          <label className="hint" htmlFor={boxId}>Or write another name, or a part of it<span className="unseen">{`: ${label}`}</span></label>
        </>
      )}
      <div className="box">
        <input type="text" id={boxId} name={props.name} defaultValue={said.text} maxLength={200} autoComplete="off" disabled={props.disabled} required={!optional && !chooses} data-names={names} list={names && `${boxId}-offered`}
          aria-invalid={field.problem ? true : undefined} aria-describedby={chooses ? undefined : field.describedBy} />
        {names && <datalist id={`${boxId}-offered`} />}
      </div>
    </div>
  )
}

import { createContext, useContext } from 'react'

/** What stands in the way, by field name. The empty name is for the form as a whole. */
export type Problems = Readonly<Record<string, string>>

/** What the person typed last time, by field name, so that nothing is typed twice. */
export type Values = Readonly<Record<string, string | readonly string[] | undefined>>

type FormState = { id?: string; problems: Problems; values: Values }

export const FormContext = createContext<FormState>({ problems: {}, values: {} })

type Given = { name: string; id?: string; hint?: unknown; problem?: string }

/** The ids, problem and descriptions of one field: its own props first, then those of the form around it. */
export function useField({ name, id, hint, problem }: Given) {
  const form = useContext(FormContext)
  const fieldId = id ?? fieldIdOf(form.id, name)
  const said = problem ?? form.problems[name]
  const describedBy = [hint ? `${fieldId}-hint` : '', said ? `${fieldId}-problem` : ''].filter(Boolean).join(' ')
  return {
    id: fieldId,
    hintId: `${fieldId}-hint`,
    problemId: `${fieldId}-problem`,
    problem: said,
    describedBy: describedBy || undefined,
    typed: form.values[name],
  }
}

/** The id a field gets when it is given none: the problem list links to it. */
export function fieldIdOf(form: string | undefined, name: string): string {
  return `${form ?? 'field'}-${name}`
}

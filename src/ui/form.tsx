import type { ReactNode } from 'react'
import { FormContext, fieldIdOf, type Problems, type Values } from './form-context.ts'
import { SeenBy } from './seen-by.tsx'

export type FormProps = {
  /** The address the form goes to. */
  to: string
  method?: 'post' | 'get'
  /** Names the form when a page has several, so that no two fields share an id. */
  id?: string
  /** The idempotency key, sent as `_key`. A fresh one is made when none is given. */
  formKey?: string
  problems?: Problems
  values?: Values
  /** Who will see what is written here: "Only you", "Members of Salisbury Makers", "Anyone". */
  seenBy?: string
  /** True when the form carries files. */
  files?: boolean
  /** A name, unique to the person and the thing, under which unsent words are kept on this device. Saves as you type. */
  autosave?: string
  /** False makes the browser load the answer whole: for signing in, signing out and downloads. */
  turbo?: boolean
  /** `line` sets fields and button side by side, for a filter or one quick question. */
  layout?: 'stack' | 'line'
  /** Names the form for screen readers, where no heading does. */
  label?: string
  children: ReactNode
}

/**
 * A form that works without script. Problems appear in a list at its head and beside each field, and what was typed
 * stays. Answer a form with problems by status 422, and a form that went well by a 303 to the next page.
 */
export function Form({ to, method = 'post', id, formKey, problems = {}, values = {}, seenBy, files, autosave, turbo, layout = 'stack', label, children }: FormProps) {
  return (
    <form className={`form form-${layout}`} id={id} action={to} method={method} encType={files ? 'multipart/form-data' : undefined} noValidate
      aria-label={label} data-autosave={autosave} data-turbo={turbo === false ? 'false' : undefined}>
      {method === 'post' && <FormKey value={formKey} />}
      <ProblemList form={id} problems={problems} />
      {seenBy && <SeenBy>{seenBy}</SeenBy>}
      <FormContext value={{ id, problems, values }}>{children}</FormContext>
    </form>
  )
}

/** The hidden key that makes pressing twice harmless: the same key gets the same answer. */
export function FormKey({ value }: { value?: string }) {
  return <input type="hidden" name="_key" defaultValue={value ?? crypto.randomUUID()} autoComplete="off" />
}

/** A hidden value that travels with a form. */
export function Hidden({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} defaultValue={value} />
}

/** Groups fields under a name: an address, a contact, a choice with its details. */
export function Group({ title, hint, children }: { title: string; hint?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="group">
      <legend>{title}</legend>
      {hint && <p className="hint">{hint}</p>}
      {children}
    </fieldset>
  )
}

/** Everything that stands in the way, at once, each linked to its field. Focus lands here. */
function ProblemList({ form, problems }: { form?: string; problems: Problems }) {
  const said = Object.entries(problems)
  if (said.length === 0) return null
  const titleId = `${form ?? 'form'}-problems`
  return (
    <div className="problems" role="group" tabIndex={-1} aria-labelledby={titleId} data-focus-first>
      <h2 id={titleId}>{said.length === 1 ? 'One thing needs a look' : `${said.length} things need a look`}</h2>
      <ul>
        {said.map(([name, message]) => <li key={name}>{name ? <a href={`#${fieldIdOf(form, name)}`}>{message}</a> : message}</li>)}
      </ul>
      <p className="fine">Everything you typed is still here.</p>
    </div>
  )
}

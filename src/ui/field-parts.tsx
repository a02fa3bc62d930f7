import type { ReactNode } from 'react'

/** What every kind of field has in common. */
export type FieldBasics = {
  name: string
  label: string
  hint?: ReactNode
  /** The problem with this field; otherwise the form's own problem for this name is shown. */
  problem?: string
  /** Fields must be filled in unless this says otherwise. */
  optional?: boolean
  id?: string
  disabled?: boolean
}

/** The words above a field. */
export function Label({ htmlFor, optional, children }: { htmlFor: string; optional?: boolean; children: string }) {
  return (
    <label htmlFor={htmlFor}>
      {children}
      {optional && <Optional />}
    </label>
  )
}

export function Optional() {
  return <span className="optional"> (optional)</span>
}

export function Hint({ id, children }: { id: string; children?: ReactNode }) {
  return children ? <p className="hint" id={id}>{children}</p> : null
}

/** A sentence beside its field, with a word and a shape as well as a colour. */
export function Problem({ id, children }: { id: string; children?: string }) {
  if (!children) return null
  return (
    <p className="problem" id={id}>
      <svg className="shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><rect x="1" y="1" width="10" height="10" fill="currentColor" /></svg>
      <span><span className="unseen">Problem: </span>{children}</span>
    </p>
  )
}

import type { ReactNode } from 'react'
import { Actions, Button, LinkButton } from './button.tsx'
import { Form, Hidden } from './form.tsx'
import { Heading } from './heading.tsx'

export type ConfirmProps = {
  /** The question: "Send this to 6 members?" */
  title: string
  /** What leaves the building, and who gets it. */
  children: ReactNode
  to: string
  /** The verb on the button: "Send to 6 members". */
  verb: string
  backHref: string
  backLabel?: string
  danger?: boolean
  fields?: Readonly<Record<string, string>>
  formKey?: string
  seenBy?: string
}

/** A page that asks once more, only when something leaves the building: send, sign, publish. */
export function Confirm({ title, children, to, verb, backHref, backLabel = 'Go back', danger, fields = {}, formKey, seenBy }: ConfirmProps) {
  return (
    <div className="confirm">
      <Heading>{title}</Heading>
      <div className="card">{children}</div>
      <Form to={to} formKey={formKey} seenBy={seenBy}>
        {Object.entries(fields).map(([name, value]) => <Hidden key={name} name={name} value={value} />)}
        <Actions sticky>
          <Button variant={danger ? 'danger' : 'main'}>{verb}</Button>
          <LinkButton href={backHref}>{backLabel}</LinkButton>
        </Actions>
      </Form>
    </div>
  )
}

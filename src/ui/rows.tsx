import { Children, useContext, type ReactNode } from 'react'
import { HeadingLevel } from './heading-level.ts'

/** A list of things, one line each, on one sheet. `label` names the list where no heading does. */
export function Rows({ label, ordered, children }: { label?: string; ordered?: boolean; children: ReactNode }) {
  if (Children.count(children) === 0) return null
  const List = ordered ? 'ol' : 'ul'
  return <List className="rows" role="list" aria-label={label}>{children}</List>
}

export type RowProps = {
  title: ReactNode
  href?: string
  /** The quieter words below the title. */
  detail?: ReactNode
  /** At the right: a state, a date, a figure. */
  aside?: ReactNode
  actions?: ReactNode
  /** Where it is neither right under the page heading nor in a section, which it knows by itself. */
  level?: 2 | 3 | 4
  children?: ReactNode
}

/** One line of a list: who or what, a detail, and the one thing to do. */
export function Row({ title, href, detail, aside, actions, level, children }: RowProps) {
  const around = useContext(HeadingLevel)
  const Title = `h${level ?? around}` as const
  return (
    <li className="row">
      <div className="row-words">
        <Title className="row-title">{href ? <a href={href}>{title}</a> : title}</Title>
        {detail && <p className="row-detail">{detail}</p>}
        {children}
      </div>
      {aside && <div className="row-aside">{aside}</div>}
      {actions && <div className="actions">{actions}</div>}
    </li>
  )
}

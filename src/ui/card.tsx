import { useContext, type ReactNode } from 'react'
import { HeadingLevel } from './heading-level.ts'

export type CardProps = {
  title?: ReactNode
  /** Where the title leads. */
  href?: string
  /** The heading's depth, where it is neither right under the page heading nor in a section, which it knows by itself. */
  level?: 2 | 3
  /** A short line over the title or at its right: a state, a date. */
  above?: ReactNode
  state?: ReactNode
  actions?: ReactNode
  /** The letters of its buttons work while the card has focus. */
  keys?: boolean
  children?: ReactNode
}

/** One thing on its own sheet: a match, a referral, a choice. */
export function Card({ title, href, level, above, state, actions, keys, children }: CardProps) {
  const around = useContext(HeadingLevel)
  const Title = `h${level ?? around}` as const
  return (
    <article className="card" data-keys={keys || undefined} tabIndex={keys ? 0 : undefined}>
      {(title || state) && (
        <header className="card-head">
          <div>
            {above && <p className="above">{above}</p>}
            {title && <Title>{href ? <a href={href}>{title}</a> : title}</Title>}
          </div>
          {state && <div className="card-state">{state}</div>}
        </header>
      )}
      {children}
      {actions && <div className="actions">{actions}</div>}
    </article>
  )
}

/** Cards side by side where there is room. */
export function Cards({ children }: { children: ReactNode }) {
  return <div className="cards">{children}</div>
}

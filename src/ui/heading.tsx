import type { ReactNode } from 'react'
import { HeadingLevel } from './heading-level.ts'

/** The one h1 of a page. Focus lands on it after moving, so that a screen reader says where you are. */
export function Heading({ above, intro, actions, children }: { /** A short line over it: where this belongs. */ above?: ReactNode; intro?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <header className="page-head">
      <div className="page-head-words">
        {above && <p className="above">{above}</p>}
        <h1 tabIndex={-1}>{children}</h1>
        {intro && <p className="intro">{intro}</p>}
      </div>
      {actions && <div className="actions">{actions}</div>}
    </header>
  )
}

/** A part of a page under its own heading, with a count where it is a list that holds something: "Your turn (3)". */
export function Section({ title, count, intro, actions, id, children }: { title: string; count?: number; intro?: ReactNode; actions?: ReactNode; id?: string; children: ReactNode }) {
  return (
    <section className="section" id={id}>
      <header className="section-head">
        <h2>{title}{count !== undefined && count > 0 && <span className="tally"> ({count.toLocaleString('en-GB')})</span>}</h2>
        {actions && <div className="actions">{actions}</div>}
      </header>
      {intro && <p className="quiet-text">{intro}</p>}
      <HeadingLevel value={3}>{children}</HeadingLevel>
    </section>
  )
}

/** Work beside something to look at. On a phone the side comes after, in full width. */
export function WithAside({ aside, label, children }: { aside: ReactNode; label: string; children: ReactNode }) {
  return (
    <div className="with-aside">
      <div className="with-aside-main">{children}</div>
      <aside aria-label={label}>{aside}</aside>
    </div>
  )
}

/** Running text: a comfortable line and room between paragraphs. */
export function Words({ children }: { children: ReactNode }) {
  return <div className="prose">{children}</div>
}

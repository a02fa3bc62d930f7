import type { ReactNode } from 'react'
import { Mark } from './wordmark.tsx'

/** Nothing here yet: why, a faint example of what will be, and one button. The example is a picture: it cannot be used. */
export function Empty({ title, children, example, action }: { title: string; children?: ReactNode; example?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children && <div className="empty-why">{typeof children === 'string' ? <p>{children}</p> : children}</div>}
      {action && <div className="actions">{action}</div>}
      {example && <figure className="empty-example"><figcaption>For example</figcaption><div inert aria-hidden="true">{example}</div></figure>}
    </div>
  )
}

/** The page's own shape while it is on its way, after 300 ms. */
export function Loading({ shape = 'rows', count = 3, words = 'Fetching this. One moment.' }: { shape?: 'rows' | 'cards' | 'words' | 'table'; count?: number; words?: string }) {
  return (
    <div className={`loading loading-${shape}`} role="status">
      <span className="unseen">{words}</span>
      {Array.from({ length: count }, (_, place) => <div key={place} className="loading-shape" aria-hidden="true"><i /><i /><i /></div>)}
    </div>
  )
}

/** Something failed: what happened, what was kept, what to do. `reference` finds it in the log. */
export function Trouble({ title, kept, whatToDo, action, reference, level = 2, children }: { title: string; /** 1 where this is the whole page. */ level?: 1 | 2; kept?: ReactNode; whatToDo: ReactNode; action?: ReactNode; reference?: string; children?: ReactNode }) {
  const Title = `h${level}` as const
  return (
    <div className="trouble" role="group" aria-label="Something went wrong">
      <Mark />
      <Title tabIndex={level === 1 ? -1 : undefined}>{title}</Title>
      {children}
      {kept && <p>{kept}</p>}
      <p>{whatToDo}</p>
      {action && <div className="actions">{action}</div>}
      {reference && <p className="fine">If you ask for help, give this reference: <code>{reference}</code></p>}
    </div>
  )
}

import type { ReactNode } from 'react'
import { Foot, type MenuLink, type Paper } from './foot.tsx'
import { Announcements, SkipLink } from './shell.tsx'
import { Wordmark } from './wordmark.tsx'

type PlainProps = {
  homeHref?: string
  helpHref?: string
  banner?: ReactNode
  toasts?: ReactNode
  footLinks?: readonly MenuLink[]
  paper: Paper
  /** `narrow` for one short form, `reading` for words, `work` for choices side by side. */
  width?: 'narrow' | 'reading' | 'work'
  children: ReactNode
}

/** A page with one thing to do and no menu: signing in, first run, an answer by link. */
export function PlainShell({ homeHref = '/', helpHref, banner, toasts, footLinks, paper, width = 'narrow', children }: PlainProps) {
  return (
    <div className="shell plain">
      <SkipLink />
      {banner}
      <header className="top"><div className="top-line"><Wordmark href={homeHref} /></div></header>
      <main id="main" tabIndex={-1} className={`page-main ${width}`}>{children}</main>
      <Announcements toasts={toasts} />
      <Foot helpHref={helpHref} links={footLinks} paper={paper} />
    </div>
  )
}

/** A page for strangers: an organisation's own page, a campaign. It carries no script; render its `Page` with `script={false}`. */
export function PublicShell({ name, homeHref = '/', helpHref, banner, links = [], footLinks, paper, width = 'reading', children }: PlainProps & { /** Whose house it is, if not Guildhall's. */ name?: string; /** At the right of the head: "Sign in". */ links?: readonly MenuLink[] }) {
  return (
    <div className="shell public">
      <SkipLink />
      {banner}
      <header className="top">
        <div className="top-line">
          <Wordmark href={homeHref} name={name} />
          {links.length > 0 && <nav className="top-end" aria-label="Site"><ul role="list">{links.map(({ label, href }) => <li key={href}><a href={href}>{label}</a></li>)}</ul></nav>}
        </div>
      </header>
      <main id="main" tabIndex={-1} className={`page-main ${width}`}>{children}</main>
      <Foot helpHref={helpHref} links={footLinks} paper={paper} />
    </div>
  )
}

import type { ReactNode } from 'react'
import { AccountMenu, Switcher, type AccountMenuProps, type SwitcherProps } from './account-menu.tsx'
import { Foot, type MenuLink, type Paper } from './foot.tsx'
import { Icon, type IconName } from './icon.tsx'
import { KeysDialog } from './keys.tsx'
import { Palette } from './palette.tsx'
import { Wordmark } from './wordmark.tsx'

/** One place in the menu. `icon` is for the bar at the foot of a phone. */
export type Place = { label: string; href: string; current?: boolean; icon?: IconName; /** How many things wait there. */ waiting?: number }

export type ShellProps = {
  /** Only the places that exist. The first five stand in the bar of a phone, the rest move to the account menu. */
  places: readonly Place[]
  account: Omit<AccountMenuProps, 'more'>
  switcher?: SwitcherProps
  /** Where the search box leads, and where the palette asks while one types. Without it there is no box. */
  search?: { to: string; json?: string }
  homeHref?: string
  helpHref: string
  /** `ExampleBanner`, on every page of the example town. */
  banner?: ReactNode
  /** `Toast` parts: what has just been done, and Undo. */
  toasts?: ReactNode
  /** `JobTray`: long work that is under way. */
  jobs?: ReactNode
  footLinks?: readonly MenuLink[]
  /** Address and time, for the paper form. */
  paper: Paper
  /** `reading` keeps a comfortable line; `work` uses the whole width. */
  width?: 'reading' | 'work'
  children: ReactNode
}

/** Everything around a page for somebody who is signed in. */
export function Shell({ places, account, switcher, search, homeHref = '/', helpHref, banner, toasts, jobs, footLinks, paper, width = 'work', children }: ShellProps) {
  return (
    <div className="shell with-places">
      <SkipLink />
      {banner}
      <header className="top">
        <div className="top-line">
          <Wordmark href={homeHref} />
          {switcher && <Switcher {...switcher} />}
          <div className="top-end">
            {search && <SearchBox to={search.to} />}
            <AccountMenu {...account} more={places.slice(5)} />
          </div>
        </div>
        {places.length > 0 && <Places places={places} />}
      </header>
      <main id="main" tabIndex={-1} className={`page-main ${width}`}>{children}</main>
      <Announcements toasts={toasts} jobs={jobs} />
      <Foot helpHref={helpHref} links={footLinks} paper={paper} />
      {search && <Palette to={search.to} json={search.json} />}
      <KeysDialog />
    </div>
  )
}

export function SkipLink() {
  return <a className="skip" href="#main">Skip to the page</a>
}

/** Where news lands. The announcer outlives a visit, so that screen readers hear it. */
export function Announcements({ toasts, jobs }: { toasts?: ReactNode; jobs?: ReactNode }) {
  return (
    <>
      {(jobs || toasts) && <section className="news" aria-label="News" data-turbo-temporary>{jobs}{toasts}</section>}
      <div id="announcer" className="unseen" role="status" aria-live="polite" data-turbo-permanent />
    </>
  )
}

function Places({ places }: { places: readonly Place[] }) {
  return (
    <nav className="places" aria-label="Places">
      <ul role="list">
        {places.map(({ label, href, current, icon, waiting }, order) => (
          <li key={href} className={order > 4 ? 'not-phone' : undefined}>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {icon && <Icon name={icon} />}
              <span>{label}</span>
              {waiting ? <span className="waiting">{waiting}<span className="unseen"> waiting</span></span> : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Goes to the search page without script; with script it opens the palette. */
function SearchBox({ to }: { to: string }) {
  return (
    <form className="search-box" action={to} method="get" role="search">
      <label className="unseen" htmlFor="top-search">Find or do</label>
      <Icon name="find" />
      <input id="top-search" type="search" name="q" placeholder="Find or do…" autoComplete="off" data-opens-palette />
      <kbd aria-hidden="true">Ctrl K</kbd>
      <a className="search-link" href={to} data-opens-palette><Icon name="find" /><span className="unseen">Find or do</span></a>
    </form>
  )
}

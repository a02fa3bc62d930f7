import { Button } from './button.tsx'
import { FormKey } from './form.tsx'
import type { MenuLink } from './foot.tsx'
import { Icon } from './icon.tsx'
import type { Theme } from './page.tsx'

export type AccountMenuProps = {
  /** Whose account it is. */
  name: string
  /** Their organisation, or their e-mail address. */
  detail?: string
  links?: readonly MenuLink[]
  /** Where light, dark or "as the system" is sent, as `theme`. */
  theme?: { to: string; chosen?: Theme }
  signOutTo?: string
  /** Places that do not fit in the bar of a phone. */
  more?: readonly MenuLink[]
}

/** Who you are, what is yours, and the way out. It opens without script. */
export function AccountMenu({ name, detail, links = [], theme, signOutTo, more = [] }: AccountMenuProps) {
  return (
    <details className="menu menu-end" data-menu>
      <summary><span className="initials" aria-hidden="true">{initials(name)}</span><span className="menu-name"><span className="unseen">Your account: </span>{name}</span><Icon name="down" /></summary>
      <div className="menu-sheet">
        <p className="menu-who"><strong>{name}</strong>{detail && <span>{detail}</span>}</p>
        {more.length > 0 && <ul role="list" className="menu-links phone-only">{more.map(MenuLine)}</ul>}
        {links.length > 0 && <ul role="list" className="menu-links">{links.map(MenuLine)}</ul>}
        {theme && <ThemeChoice {...theme} />}
        {signOutTo && <SignOut to={signOutTo} />}
      </div>
    </details>
  )
}

/** Loads the next page whole, so that the browser forgets the pages it held. */
function SignOut({ to }: { to: string }) {
  return <form method="post" action={to} data-turbo="false" data-sign-out><FormKey /><Button variant="quiet" small>Sign out</Button></form>
}

export type SwitcherProps = {
  /** Where you are now: the network, or the organisation you act for. */
  label: string
  detail?: string
  /** The address that takes the choice, sent as `name`. */
  to: string
  name?: string
  choices: readonly { value: string; label: string; detail?: string; current?: boolean }[]
  links?: readonly MenuLink[]
}

/** Moves between networks, and between the organisations a person works for. */
export function Switcher({ label, detail, to, name = 'choice', choices, links = [] }: SwitcherProps) {
  return (
    <details className="menu switcher" data-menu>
      <summary><span className="switcher-words"><span className="unseen">You are in: </span><strong>{label}</strong>{detail && <span className="switcher-detail">{detail}</span>}</span><Icon name="down" /></summary>
      <div className="menu-sheet">
        <form method="post" action={to} data-turbo="false">
          <FormKey />
          <ul role="list" className="menu-links">
            {choices.map((choice) => (
              <li key={choice.value}>
                <button type="submit" name={name} value={choice.value} aria-current={choice.current ? 'true' : undefined}>
                  <span><strong>{choice.label}</strong>{choice.detail && <span className="menu-detail">{choice.detail}</span>}</span>
                  {choice.current && <Icon name="tick" />}
                </button>
              </li>
            ))}
          </ul>
        </form>
        {links.length > 0 && <ul role="list" className="menu-links">{links.map(MenuLine)}</ul>}
      </div>
    </details>
  )
}

const THEMES = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

/** Light, dark, or whatever the person's machine says. */
export function ThemeChoice({ to, chosen }: { to: string; chosen?: Theme }) {
  return (
    <form className="theme-choice" method="post" action={to} data-theme-choice>
      <FormKey />
      <p id="theme-choice">Light or dark</p>
      <div role="group" aria-labelledby="theme-choice">
        {THEMES.map(({ value, label }) => (
          <button key={value} type="submit" name="theme" value={value} aria-pressed={value === (chosen ?? 'system')}>{label}</button>
        ))}
      </div>
    </form>
  )
}

function MenuLine({ label, href, current }: MenuLink) {
  return <li key={href}><a href={href} aria-current={current ? 'page' : undefined}>{label}</a></li>
}

/** The first letters of the first and last word; for whole letters of every script. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words
  return picked.map((word) => Array.from(word ?? '')[0] ?? '').join('').toUpperCase()
}

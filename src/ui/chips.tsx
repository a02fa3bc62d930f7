import { Icon } from './icon.tsx'

export type Chip = { label: string; href: string; on?: boolean; count?: number; /** True when following it takes this filter away. */ removes?: boolean }

/** Filters as links, so that every view has an address. */
export function Chips({ label, chips }: { label: string; chips: readonly Chip[] }) {
  return (
    <nav className="chips" aria-label={label}>
      <ul role="list">
        {chips.map(({ label: name, href, on, count, removes }) => (
          <li key={href + name}>
            <a className="chip" href={href} aria-current={on ? 'true' : undefined}>
              {on && !removes && <Icon name="tick" />}
              <span>{removes && <span className="unseen">Take away: </span>}{name}</span>
              {count !== undefined && <span className="tally">{count.toLocaleString('en-GB')}</span>}
              {removes && <Icon name="close" />}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Views of one thing, each at its own address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly { label: string; href: string; current?: boolean; count?: number }[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul role="list">
        {tabs.map(({ label: name, href, current, count }) => (
          <li key={href}>
            <a href={href} aria-current={current ? 'page' : undefined}>{name}{count !== undefined && <span className="tally"> ({count.toLocaleString('en-GB')})</span>}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

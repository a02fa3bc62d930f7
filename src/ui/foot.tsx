import { Day } from './moment.tsx'
import type { When } from './moment.tsx'
import { Icon } from './icon.tsx'
import { Roofline } from './wordmark.tsx'

export type MenuLink = { label: string; href: string; current?: boolean }

/** What the printed page says about itself: its full address, and when it was made. */
export type Paper = { address: string; now: When }

/** The foot of every page, with Help at the bottom right, and the line that only paper shows. */
export function Foot({ helpHref, links = [], paper }: { helpHref?: string; links?: readonly MenuLink[]; paper: Paper }) {
  return (
    <>
      <footer className="foot">
        <Roofline />
        <div className="foot-line">
          <p>Guildhall is free software.</p>
          {links.length > 0 && <ul role="list">{links.map(({ label, href }) => <li key={href}><a href={href}>{label}</a></li>)}</ul>}
          {helpHref && <a className="help" href={helpHref}><Icon name="help" /><span>Help</span></a>}
        </div>
      </footer>
      <p className="paper-line">{paper.address} on <Day on={paper.now} /></p>
    </>
  )
}

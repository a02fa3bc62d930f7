import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

export type Branch = { id: string; label: string; href?: string; detail?: ReactNode; open?: boolean; branches?: readonly Branch[] }

/** Words in families, such as the capabilities of a network. Families fold without script. */
export function Tree({ label, branches }: { label: string; branches: readonly Branch[] }) {
  return <ul className="tree" role="list" aria-label={label}>{branches.map((branch) => <Limb key={branch.id} branch={branch} />)}</ul>
}

function Limb({ branch }: { branch: Branch }) {
  const { branches = [], open } = branch
  if (branches.length === 0) return <li className="leaf"><Words branch={branch} /></li>
  return (
    <li>
      <details open={open}>
        <summary><Icon name="right" /><span>{branch.label} <span className="tally">({branches.length})</span></span></summary>
        {(branch.detail || branch.href) && <p className="tree-detail">{branch.detail} {branch.href && <a href={branch.href}>Open<span className="unseen"> {branch.label}</span></a>}</p>}
        <ul role="list">{branches.map((child) => <Limb key={child.id} branch={child} />)}</ul>
      </details>
    </li>
  )
}

function Words({ branch: { label, href, detail } }: { branch: Branch }) {
  return <>{href ? <a href={href}>{label}</a> : <span>{label}</span>}{detail && <span className="tree-detail">{detail}</span>}</>
}

import type { ReactNode } from 'react'

/** Short facts, each under its name. A fact that is not known is left out, or said in words. */
export function Facts({ facts }: { facts: readonly { name: string; is: ReactNode }[] }) {
  return (
    <dl className="facts">
      {facts.map(({ name, is }) => <div key={name}><dt>{name}</dt><dd>{is}</dd></div>)}
    </dl>
  )
}

import { Icon } from './icon.tsx'

/** The one line every form and every private thing carries: who will see it. */
export function SeenBy({ children }: { children: string }) {
  return (
    <p className="seen-by">
      <Icon name={/^only /i.test(children) ? 'lock' : 'eye'} />
      <span>Who will see it: <strong>{children}</strong></span>
    </p>
  )
}

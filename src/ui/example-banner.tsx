import { LinkButton } from './button.tsx'

/** Says on every page of the example town that nothing here is real, and offers the way out. */
export function ExampleBanner({ leaveHref }: { leaveHref?: string }) {
  return (
    <aside className="example-banner" aria-label="Example">
      <p><strong>This is the example town.</strong> Its people and businesses are invented. Try anything you like.</p>
      {leaveHref && <LinkButton href={leaveHref} small>Start mine</LinkButton>}
    </aside>
  )
}

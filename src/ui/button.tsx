import type { ReactNode } from 'react'
import { FormKey, Hidden } from './form.tsx'
import { Icon, type IconName } from './icon.tsx'

/** `main` is the one main action of a page; everything else is `quiet`; `danger` takes something away; `plain` reads as a link. */
export type Variant = 'main' | 'quiet' | 'danger' | 'plain'

type Common = {
  variant?: Variant
  /** Lower, for rows and tables. Still 44 px on touch screens. */
  small?: boolean
  icon?: IconName
  /** The rest of the name for screen readers, where several buttons say the same: "Tom's referral". */
  about?: string
  /** A single key that presses it while its card has focus. Only inside an inbox. */
  letter?: string
  children: ReactNode
}

/** The button that sends the form around it. */
export function Button({ variant = 'main', small, icon, about, letter, name, value, to, busy, children }: Common & { name?: string; value?: string; /** Another address for this button alone. */ to?: string; /** The words shown while it is on its way: "Saving". */ busy?: string }) {
  return (
    <button type="submit" className={look(variant, small)} name={name} value={value} formAction={to} data-key={letter?.toLowerCase()} aria-keyshortcuts={letter} data-turbo-submits-with={busy}>
      <Inside icon={icon} about={about} letter={letter}>{children}</Inside>
    </button>
  )
}

export type PostButtonProps = Common & {
  to: string
  formKey?: string
  /** Hidden values that travel with it. */
  fields?: Readonly<Record<string, string>>
  /** False makes the browser load the answer whole: for signing out. */
  turbo?: boolean
}

/** A form of one button: does one thing, and pressing it twice is harmless. */
export function PostButton({ to, formKey, fields = {}, turbo, variant = 'quiet', ...rest }: PostButtonProps) {
  return (
    <form className="post-button" method="post" action={to} data-turbo={turbo === false ? 'false' : undefined}>
      <FormKey value={formKey} />
      {Object.entries(fields).map(([name, value]) => <Hidden key={name} name={name} value={value} />)}
      <Button variant={variant} {...rest} />
    </form>
  )
}

/** A link that looks like a button, because it leads to the next thing to do. `download` is for files. */
export function LinkButton({ href, variant = 'quiet', small, icon, about, letter, download, children }: Common & { href: string; download?: boolean }) {
  return (
    <a href={href} className={look(variant, small)} download={download || undefined} data-key={letter?.toLowerCase()} aria-keyshortcuts={letter} data-turbo={download ? 'false' : undefined}>
      <Inside icon={icon} about={about} letter={letter}>{children}</Inside>
    </a>
  )
}

/** Buttons in a row, the main one first. With `sticky` they stay in reach at the foot of a phone. */
export function Actions({ sticky, children }: { sticky?: boolean; children: ReactNode }) {
  return <div className={sticky ? 'actions actions-sticky' : 'actions'}>{children}</div>
}

function Inside({ icon, about, letter, children }: Pick<Common, 'icon' | 'about' | 'letter' | 'children'>) {
  return (
    <>
      {icon && <Icon name={icon} />}
      {letter && <kbd aria-hidden="true">{letter.toUpperCase()}</kbd>}
      <span>{children}{about && <span className="unseen"> {about}</span>}</span>
    </>
  )
}

function look(variant: Variant, small?: boolean): string {
  return `button ${variant}${small ? ' small' : ''}`
}

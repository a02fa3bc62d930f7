import type { ReactNode } from 'react'
import { PostButton } from './button.tsx'
import { Icon } from './icon.tsx'

export type ToastProps = {
  /** What has been done, as a whole sentence. */
  children: ReactNode
  undo?: { to: string; fields?: Readonly<Record<string, string>>; formKey?: string; /** What would be undone, for screen readers. */ about?: string }
}

/** What has just been done, and Undo. With script it goes after ten seconds, unless it is being used; without, it stays. */
export function Toast({ children, undo }: ToastProps) {
  return (
    <div className="toast" data-toast>
      <p data-toast-words>{children}</p>
      {undo && <PostButton to={undo.to} fields={undo.fields} formKey={undo.formKey} icon="undo" about={undo.about} small>Undo</PostButton>}
      <button type="button" className="toast-close" data-toast-close hidden><Icon name="close" /><span className="unseen">Put away</span></button>
    </div>
  )
}

import type { ReactNode } from 'react'

type NoticeProps = {
  /** Another first word, where the usual one would be odd. */
  word?: string
  actions?: ReactNode
  children: ReactNode
}

/** Something worth knowing. */
export function Note({ word = 'Note', ...rest }: NoticeProps) {
  return <Notice tone="note" word={word} symbol={<><circle cx="8" cy="8" r="6.75" fill="none" stroke="currentColor" strokeWidth="1.5" /><path d="M7.25 7h1.5v5h-1.5zM7.25 4h1.5v1.75h-1.5z" fill="currentColor" /></>} {...rest} />
}

/** Something that may go wrong if it is left. */
export function Care({ word = 'Take care', ...rest }: NoticeProps) {
  return <Notice tone="care" word={word} symbol={<><path d="M8 1.5 15 14H1Z" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" /><path d="M7.25 5.75h1.5v4h-1.5zM7.25 10.75h1.5v1.5h-1.5z" fill="currentColor" /></>} {...rest} />
}

/** Something that went well. */
export function Good({ word = 'Good', ...rest }: NoticeProps) {
  return <Notice tone="good" word={word} symbol={<circle cx="8" cy="8" r="6" fill="currentColor" />} {...rest} />
}

/** Something that is missing, or stands in the way. */
export function Gap({ word = 'Gap', ...rest }: NoticeProps) {
  return <Notice tone="gap" word={word} symbol={<rect x="2.5" y="2.5" width="11" height="11" fill="currentColor" />} {...rest} />
}

function Notice({ tone, word, symbol, actions, children }: NoticeProps & { tone: 'note' | 'care' | 'good' | 'gap'; word: string; symbol: ReactNode }) {
  return (
    <div className={`notice ${tone}`}>
      <svg className="symbol" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">{symbol}</svg>
      <div className="notice-words">
        <p className="notice-word">{word}</p>
        {typeof children === 'string' ? <p>{children}</p> : children}
        {actions && <div className="actions">{actions}</div>}
      </div>
    </div>
  )
}

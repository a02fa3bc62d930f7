import type { ReactNode } from 'react'

/** Each state has a shape as well as a colour and a word, so that it reads in black and white. */
const SHAPES = {
  full: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  ring: <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  half: <><circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" /><path d="M6 1.75a4.25 4.25 0 0 0 0 8.5Z" fill="currentColor" /></>,
  square: <rect x="1" y="1" width="10" height="10" fill="currentColor" />,
  diamond: <path d="M6 .5 11.5 6 6 11.5.5 6Z" fill="currentColor" />,
  care: <path d="M6 1 11.25 10.5H.75Z" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />,
  dash: <rect x="1" y="5" width="10" height="2" fill="currentColor" />,
} as const

export type StateShape = keyof typeof SHAPES
export type StateTone = 'good' | 'care' | 'gap' | 'note' | 'plain'

/** How a thing stands, in a word: "Proven", "Claimed", "With Mel", "Broken". */
export function State({ shape = 'full', tone = 'plain', children }: { shape?: StateShape; tone?: StateTone; children: ReactNode }) {
  return (
    <span className={`state ${tone}`}>
      <svg className="shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">{SHAPES[shape]}</svg>
      {children}
    </span>
  )
}

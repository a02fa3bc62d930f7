import { onClick } from './page.ts'
import { placeToReturnTo } from './place.ts'

/** A link in the list of problems takes one straight into its field. */
export function startProblemLinks(): void {
  onClick('.problems a[href^="#"]', (link, event) => {
    const field = document.getElementById((link as HTMLAnchorElement).hash.slice(1)) // only links match
    if (!field) return
    event.preventDefault()
    field.focus()
  })
}

/** Turbo moves the page to #main and leaves the keyboard behind. */
export function startSkipping(): void {
  onClick('.skip', (_, event) => {
    event.preventDefault()
    document.getElementById('main')?.focus()
  })
}

/** After moving, focus lands on what stands in the way, or else on the page's heading. An address with a # keeps its own. */
export function landFocus(): void {
  if (placeToReturnTo()) return
  const place = document.querySelector<HTMLElement>('[data-focus-first]')
    ?? document.querySelector<HTMLElement>('[autofocus]')
    ?? (location.hash ? null : document.querySelector<HTMLElement>('h1[tabindex]'))
  place?.focus({ preventScroll: !place.hasAttribute('data-focus-first') })
}

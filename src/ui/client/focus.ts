/** After moving, focus lands on what stands in the way, or else on the page's heading. An address with a # keeps its own. */
export function landFocus(): void {
  const place = document.querySelector<HTMLElement>('[data-focus-first]')
    ?? document.querySelector<HTMLElement>('[autofocus]')
    ?? (location.hash ? null : document.querySelector<HTMLElement>('h1[tabindex]'))
  place?.focus({ preventScroll: !place.hasAttribute('data-focus-first') })
}

import { visit } from '@hotwired/turbo'

/**
 * Links within a drawing. Their address is an object of its own kind, on which Turbo stumbles; so the click is taken before it gets there,
 * and followed as any other. With a key held down, or where the browser is to open or save it, it is left to the browser.
 */
export function startPictureLinks(): void {
  window.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('svg a[href]') : null
    if (!(link instanceof SVGAElement)) return
    event.stopPropagation()
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.defaultPrevented) return
    event.preventDefault()
    visit(link.href.baseVal)
  }, { capture: true })
}

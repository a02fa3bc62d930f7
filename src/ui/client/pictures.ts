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

const WAYS: Readonly<Record<string, readonly [number, number]>> = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }

/** On a map of members the arrow keys follow the lines: to whoever is linked and lies most in that direction. */
export function startArrowsOnMaps(): void {
  document.addEventListener('keydown', (event) => {
    const way = WAYS[event.key]
    const here = event.target instanceof Element ? event.target.closest<SVGAElement>('a[data-linked]') : null
    if (!way || !here || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    const from = middleOf(here)
    const there = (here.dataset['linked'] ?? '').split(' ').flatMap((id) => {
      const link = id ? here.ownerSVGElement?.querySelector<SVGAElement>(`a[data-member="${id}"]`) : undefined
      if (!link) return []
      const [x, y] = [middleOf(link).x - from.x, middleOf(link).y - from.y]
      const along = x * way[0] + y * way[1]
      return along > 0 ? [{ link, turned: Math.abs(x * way[1] + y * way[0]) / along }] : []
    })
    there.toSorted((one, other) => one.turned - other.turned)[0]?.link.focus()
  })
}

function middleOf(link: Element): { x: number; y: number } {
  const { left, top, width, height } = (link.querySelector('.mark') ?? link).getBoundingClientRect()
  return { x: left + width / 2, y: top + height / 2 }
}

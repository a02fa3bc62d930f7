/** All elements of the page that match. */
export function all<E extends Element = HTMLElement>(selector: string, within: ParentNode = document): E[] {
  return [...within.querySelectorAll<E>(selector)]
}

/**
 * A question that says yes once for each element. What Turbo shows after Back is a copy: it looks as if it had been met and listens to nothing,
 * so no attribute may be what remembers.
 */
export function metOnce(): (element: Element) => boolean {
  const met = new WeakSet<Element>()
  return (element) => {
    const isNew = !met.has(element)
    met.add(element)
    return isNew
  }
}

/** Does something whenever an element like this is clicked, now or on a later page. */
export function onClick(selector: string, act: (found: HTMLElement, event: MouseEvent) => void): void {
  document.addEventListener('click', (event) => {
    const found = event.target instanceof Element && event.target.closest<HTMLElement>(selector)
    if (found) act(found, event)
  })
}

/** Says something to screen readers, politely. The pause lets them notice that the words are new. */
export function announce(words: string): void {
  const place = document.getElementById('announcer')
  if (!place) return
  place.textContent = ''
  setTimeout(() => { place.textContent = words }, 120)
}

/** A name that no request has had before. Works on plain http too, where randomUUID does not. */
export function freshKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Is somebody typing here? */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])'))
}

const PREFIX = 'guildhall.'

/** This device's own memory. A browser may refuse it; then nothing is kept and nothing breaks. */
export const memory = {
  read(name: string): string | null {
    try { return localStorage.getItem(PREFIX + name) } catch { return null }
  },
  keep(name: string, value: string): boolean {
    try { localStorage.setItem(PREFIX + name, value); return true } catch { return false }
  },
  forget(name: string): void {
    try { localStorage.removeItem(PREFIX + name) } catch { /* nothing was kept */ }
  },
  /** Everything whose name begins so. */
  forgetAll(beginning: string): void {
    try { for (const name of Object.keys(localStorage)) if (name.startsWith(PREFIX + beginning)) localStorage.removeItem(name) } catch { /* nothing was kept */ }
  },
}

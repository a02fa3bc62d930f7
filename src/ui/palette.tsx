import { Icon } from './icon.tsx'

/** What the palette is answered with: groups of things to open or do. */
export type Found = { groups: readonly { label: string; items: readonly { label: string; detail?: string; href: string }[] }[] }

/** Ctrl K: find anything, do anything. Without script it is never opened, and the box in the head leads to the same page. */
export function Palette({ to, json = '/search.json' }: { to: string; json?: string }) {
  return (
    <dialog className="palette" id="palette" aria-label="Find or do" data-palette={json}>
      <form action={to} method="get" role="search">
        <Icon name="find" />
        <input type="search" name="q" aria-label="Find or do" placeholder="A name, a place, a thing to do" autoComplete="off" spellCheck={false}
          role="combobox" aria-expanded="false" aria-controls="palette-found" aria-autocomplete="list" />
        <button type="button" className="button plain small" data-close>Close</button>
      </form>
      <p className="palette-count" role="status" />
      <div id="palette-found" className="palette-found" role="listbox" aria-label="Found" />
      <p className="palette-keys fine" aria-hidden="true"><kbd>↑</kbd> <kbd>↓</kbd> to choose, <kbd>Enter</kbd> to open, <kbd>Esc</kbd> to close</p>
    </dialog>
  )
}

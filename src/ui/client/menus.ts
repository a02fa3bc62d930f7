import { all } from './page.ts'

/** Menus open without script. With it they close on Escape, on a click elsewhere, and when another opens. */
export function startMenus(): void {
  const open = () => all<HTMLDetailsElement>('details[data-menu][open]')

  document.addEventListener('click', (event) => {
    for (const menu of open()) if (!(event.target instanceof Node && menu.contains(event.target))) menu.open = false
  })
  document.addEventListener('focusin', (event) => {
    for (const menu of open()) if (!(event.target instanceof Node && menu.contains(event.target))) menu.open = false
  })
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    for (const menu of open()) {
      const held = menu.contains(document.activeElement)
      menu.open = false
      if (held) menu.querySelector('summary')?.focus()
    }
  })
  document.addEventListener('turbo:before-cache', () => { for (const menu of open()) menu.open = false })
}

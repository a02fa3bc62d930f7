import { visit } from '@hotwired/turbo'
import type { Found } from '../palette.tsx'
import { all, metOnce } from './page.ts'

const PAUSE = 120
const isNew = metOnce()

/** Ctrl K, or the box in the head: finds anything while one types. */
export function startPalette(): void {
  const isMac = /Mac|iPhone|iPad/.test(navigator.platform)
  const nameKey = () => { if (isMac) all('.search-box kbd').forEach((kbd) => { kbd.textContent = '⌘ K' }) }
  nameKey()
  document.addEventListener('turbo:render', nameKey)

  document.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
    if (open()) event.preventDefault()
  })
  document.addEventListener('click', (event) => {
    const opener = event.target instanceof Element && event.target.closest('[data-opens-palette]')
    if (opener && open()) event.preventDefault()
  })
  document.addEventListener('turbo:before-cache', () => document.querySelector<HTMLDialogElement>('#palette[open]')?.close())
}

function open(): boolean {
  const dialog = document.querySelector<HTMLDialogElement>('#palette')
  if (!dialog || document.querySelector('dialog[open]')) return Boolean(dialog)
  if (isNew(dialog)) wire(dialog)
  dialog.showModal()
  dialog.querySelector('input')?.select()
  return true
}

function wire(dialog: HTMLDialogElement): void {
  const input = dialog.querySelector('input')
  const list = dialog.querySelector<HTMLElement>('[role=listbox]')
  const count = dialog.querySelector('[role=status]')
  if (!input || !list || !count) return
  let pause: ReturnType<typeof setTimeout>
  let asked = 0

  const options = () => all<HTMLAnchorElement>('[role=option]', list)
  const chosen = () => options().find((option) => option.getAttribute('aria-selected') === 'true')

  function choose(option: HTMLElement | undefined): void {
    for (const each of options()) each.setAttribute('aria-selected', String(each === option))
    if (option) { input?.setAttribute('aria-activedescendant', option.id); option.scrollIntoView({ block: 'nearest' }) }
    else input?.removeAttribute('aria-activedescendant')
  }

  function step(by: number): void {
    const found = options()
    const at = found.indexOf(chosen() as HTMLAnchorElement) // -1 when none is chosen, which is what is wanted
    choose(found[(at + by + found.length) % found.length] ?? found[0])
  }

  async function ask(words: string): Promise<void> {
    const mine = ++asked
    if (!words) return show({ groups: [] }, '')
    try {
      const answer = await fetch(`${dialog.dataset.palette}?q=${encodeURIComponent(words)}`, { headers: { Accept: 'application/json' } })
      if (!answer.ok) throw new Error(String(answer.status))
      const found = await answer.json() as Found
      const many = found.groups.reduce((sum, group) => sum + group.items.length, 0)
      if (mine === asked) show(found, many === 0 ? 'No one and nothing by that name.' : many === 1 ? '1 found' : `${many} found`)
    } catch {
      if (mine === asked) show({ groups: [] }, 'Search does not answer. Press Enter to try the whole page.')
    }
  }

  function show(found: Found, words: string): void {
    list?.replaceChildren(...found.groups.filter((group) => group.items.length > 0).map(groupOf))
    input?.setAttribute('aria-expanded', String(found.groups.length > 0))
    if (count) count.textContent = words
    choose(options()[0])
  }

  function go(option: HTMLAnchorElement): void {
    dialog.close()
    visit(option.href)
  }

  input.addEventListener('input', () => { clearTimeout(pause); pause = setTimeout(() => void ask(input.value.trim()), PAUSE) })
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') { event.preventDefault(); step(event.key === 'ArrowDown' ? 1 : -1) }
    const option = chosen()
    if (event.key === 'Enter' && option) { event.preventDefault(); go(option) }
  })
  list.addEventListener('click', (event) => {
    const option = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('[role=option]')
    if (option && !event.ctrlKey && !event.metaKey) { event.preventDefault(); go(option) }
  })
  dialog.addEventListener('click', (event) => { if (event.target === dialog || (event.target instanceof Element && event.target.closest('[data-close]'))) dialog.close() })
  dialog.querySelector('form')?.addEventListener('submit', () => dialog.close())
}

let made = 0

/** Words are put in as text, never as markup: a name may hold anything. */
function groupOf(group: Found['groups'][number]): HTMLElement {
  const box = element('div', { role: 'group' })
  const name = element('p', { id: `palette-group-${++made}` }, group.label)
  box.setAttribute('aria-labelledby', name.id)
  box.append(name, ...group.items.map((item) => {
    const option = element('a', { role: 'option', id: `palette-option-${++made}`, href: item.href, tabindex: '-1', 'aria-selected': 'false' }, item.label)
    if (item.detail) option.append(element('span', {}, item.detail))
    return option
  }))
  return box
}

function element(tag: string, attributes: Record<string, string>, words = ''): HTMLElement {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.textContent = words
  return made
}

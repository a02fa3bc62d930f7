import { announce, all, onClick } from './page.ts'

/** Copy buttons appear only where script can work them. */
export function startCopying(): void {
  const show = () => all('[data-copy]').forEach((button) => { button.hidden = false })
  show()
  document.addEventListener('turbo:render', show)

  onClick('[data-copy]', async (button) => {
    const field = document.getElementById(button.dataset.copy ?? '')
    if (!(field instanceof HTMLInputElement)) return
    const copied = await copy(field)
    announce(copied ? 'Link copied.' : 'The link is selected. Copy it with Ctrl C.')
    if (copied) flash(button, 'Copied')
  })
}

/** The clipboard is shut on plain http; there the old way still works. */
async function copy(field: HTMLInputElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value)
    return true
  } catch {
    field.focus()
    field.select()
    return document.execCommand('copy')
  }
}

function flash(button: HTMLElement, word: string): void {
  const first = button.firstChild
  if (!first || button.dataset.flashing) return
  const before = first.textContent
  button.dataset.flashing = 'yes'
  first.textContent = word
  setTimeout(() => { first.textContent = before; delete button.dataset.flashing }, 2000)
}

import { announce, isTyping, memory } from './page.ts'

const OFF = 'single-keys'

/** "?" lists the keys. Single letters work inside an inbox card only, and can be switched off on this device. */
export function startKeys(): void {
  const usesLetters = () => memory.read(OFF) !== 'off'

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !usesLetters()) return
    if (document.querySelector('dialog[open]')) return
    if (event.key === '?') return openKeys()
    const card = event.target instanceof Element && event.target.closest('[data-keys]')
    if (!card || !/^[a-z]$/i.test(event.key)) return
    const button = card.querySelector<HTMLElement>(`[data-key="${event.key.toLowerCase()}"]`)
    if (!button) return
    event.preventDefault()
    button.click()
  })

  document.addEventListener('change', (event) => {
    const tick = event.target
    if (!(tick instanceof HTMLInputElement) || !tick.matches('[data-single-keys]')) return
    if (tick.checked) memory.forget(OFF)
    else memory.keep(OFF, 'off')
    announce(tick.checked ? 'Single-letter keys are on.' : 'Single-letter keys are off.')
  })

  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('[data-opens-keys]')) return
    event.preventDefault()
    openKeys()
  })

  function openKeys(): void {
    const dialog = document.getElementById('keys')
    if (!(dialog instanceof HTMLDialogElement)) return
    const tick = dialog.querySelector<HTMLInputElement>('[data-single-keys]')
    if (tick) tick.checked = usesLetters()
    dialog.showModal()
  }
}

import { all, announce, metOnce } from './page.ts'

const STAYS = 10_000
const isNew = metOnce()

/** Each toast is said aloud, stays ten seconds after the person last touched it, and then goes. */
export function startToasts(): void {
  all('[data-toast]').filter(isNew).forEach((toast) => {
    announce(toast.querySelector('[data-toast-words]')?.textContent ?? '')
    let timer = setTimeout(go, STAYS)
    const wait = () => clearTimeout(timer)
    const again = () => { clearTimeout(timer); timer = setTimeout(go, STAYS) }

    toast.addEventListener('pointerenter', wait)
    toast.addEventListener('pointerleave', again)
    toast.addEventListener('focusin', wait)
    toast.addEventListener('focusout', again)

    const close = toast.querySelector<HTMLButtonElement>('[data-toast-close]')
    if (close) {
      close.hidden = false
      close.addEventListener('click', () => { toast.remove(); document.querySelector<HTMLElement>('h1[tabindex]')?.focus({ preventScroll: true }) })
    }

    function go(): void {
      toast.classList.add('going')
      setTimeout(() => toast.remove(), 220)
    }
  })
}

import { all, metOnce } from './page.ts'

const isNew = metOnce()

/** A button beside each password shows it, so that it is typed once. It is hidden again before it is sent. */
export function startPasswords(): void {
  all<HTMLButtonElement>('[data-show-password]').filter(isNew).forEach((button) => {
    const field = document.getElementById(button.getAttribute('aria-controls') ?? '')
    if (!(field instanceof HTMLInputElement)) return
    const show = (shown: boolean) => {
      field.type = shown ? 'text' : 'password'
      button.setAttribute('aria-pressed', String(shown))
    }
    button.hidden = false
    button.addEventListener('click', () => show(field.type === 'password'))
    field.form?.addEventListener('submit', () => show(false))
  })
}

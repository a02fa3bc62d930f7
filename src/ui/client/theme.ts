import { all } from './page.ts'

/** Light or dark is seen at once and sent behind it. */
export function startTheme(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement)) return
    if (form.matches('[data-theme-choice]') && event.submitter instanceof HTMLButtonElement) choose(event.submitter.value)
  })

  // A page that comes in by a visit brings its own choice along.
  document.addEventListener('turbo:before-render', (event) => {
    const { newBody } = (event as CustomEvent<{ newBody: HTMLElement }>).detail
    const page = newBody.ownerDocument
    if (page !== document) wear(page.documentElement.dataset.theme)
  })
}

function choose(theme: string): void {
  wear(theme === 'system' ? undefined : theme)
  all<HTMLButtonElement>('[data-theme-choice] button').forEach((button) => button.setAttribute('aria-pressed', String(button.value === theme)))
}

function wear(theme: string | undefined): void {
  if (theme) document.documentElement.dataset.theme = theme
  else delete document.documentElement.dataset.theme
  document.querySelector('meta[name=color-scheme]')?.setAttribute('content', theme ?? 'light dark')
}

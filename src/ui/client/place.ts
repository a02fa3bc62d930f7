/**
 * Trying things on one long page: after a small button was pressed and the same page came back, the keyboard and the eye stay where
 * they were. Without this each press would lead back to the heading, with the whole page to go through again.
 */
const SMALL = 'main form:is(.post-button, .form-line)[method="post" i]'

type Place = { readonly heading: string; readonly scrolled: number; readonly form: string; readonly row: string }
let left: Place | undefined

export function startKeepingPlace(): void {
  document.addEventListener('turbo:submit-start', ({ target }) => {
    const form = target instanceof HTMLFormElement && target.matches(SMALL) ? target : undefined
    left = form && { heading: headingHere(), scrolled: window.scrollY, form: signature(form), row: rowOf(form) }
  })
  document.addEventListener('turbo:load', () => {
    const [place, back] = [left, placeToReturnTo()]
    left = undefined
    if (!place || !back) return
    window.scrollTo({ top: place.scrolled, behavior: 'instant' })
    back.focus({ preventScroll: true })
    back.scrollIntoView({ block: 'nearest', behavior: 'instant' })
  })
}

/** The same button; or, where it has become another, the first one of the same row. */
export function placeToReturnTo(): HTMLElement | undefined {
  if (!left || headingHere() !== left.heading || document.querySelector('[data-focus-first]')) return undefined
  const { form, row } = left
  const forms = [...document.querySelectorAll<HTMLFormElement>(SMALL)]
  const same = forms.find((one) => signature(one) === form) ?? (row ? forms.find((one) => rowOf(one) === row) : undefined)
  return same?.querySelector<HTMLElement>('select, input:not([type="hidden"]), button') ?? undefined
}

const headingHere = () => document.querySelector('h1')?.textContent ?? ''
const rowOf = (form: Element) => form.closest('.row')?.querySelector('.row-title')?.textContent ?? ''

/** Where it leads and what travels with it, without the key that is new each time. */
function signature(form: HTMLFormElement): string {
  const fields = [...form.querySelectorAll<HTMLInputElement>('input[type="hidden"]')].filter(({ name }) => name !== '_key').map(({ name, value }) => `${name}=${value}`)
  return [form.getAttribute('action'), ...fields].join(' ')
}

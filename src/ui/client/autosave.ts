import { announce, all, freshKey, memory, metOnce } from './page.ts'

const PAUSE = 800
const AGAIN_AFTER = 15_000
const isNew = metOnce()

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
type Answer = { problems?: Record<string, string>; title?: string }

/**
 * Forms marked `data-autosave` save while one types. They are sent to their own address with `Accept: application/json`:
 * 2xx is saved, 422 says what is wrong in `problems`, anything else is kept on this device and sent again. The form
 * still sends itself whole, with its button, when there is no script.
 */
export function startAutosave(): void {
  all<HTMLFormElement>('form[data-autosave]').filter(isNew).forEach(watch)
}

/** Signing out clears what this device kept: the next person may be somebody else. */
export function forgetOnSignOut(): void {
  document.addEventListener('submit', (event) => {
    if (event.target instanceof Element && event.target.matches('[data-sign-out]')) memory.forgetAll('kept.')
  })
}

function watch(form: HTMLFormElement): void {
  const name = `kept.${form.dataset.autosave}`
  let last: Field | undefined
  let pause: ReturnType<typeof setTimeout>
  let sending = false
  let waits = false

  form.addEventListener('input', (event) => {
    last = event.target as Field
    mark(last, '', '')
    clearTimeout(pause)
    pause = setTimeout(() => void save(), PAUSE)
  })
  form.addEventListener('submit', () => { clearTimeout(pause); memory.forget(name) })
  window.addEventListener('online', () => { if (memory.read(name)) void save() })
  document.addEventListener('turbo:before-cache', () => clearTimeout(pause), { once: true })
  if (bringBack(form, memory.read(name))) void save()

  /** One at a time: what is typed meanwhile goes out in the next one. */
  async function save(): Promise<void> {
    if (sending) { waits = true; return }
    sending = true
    const outcome = await send(form)
    sending = false
    if (!form.isConnected) return
    if (outcome.is === 'unreached') keep()
    else memory.forget(name)
    if (outcome.is === 'saved') mark(last, 'Saved', 'saved')
    if (outcome.is === 'refused') mark(last, `Not saved. ${outcome.says(last?.name)}`, 'saved refused')
    if (waits) { waits = false; void save() }
  }

  function keep(): void {
    const kept = memory.keep(name, wordsOf(form))
    mark(last, kept ? 'Kept on this device. It will be saved when the house answers.' : 'Not saved yet. Stay on this page.', 'saved kept')
    pause = setTimeout(() => void save(), AGAIN_AFTER)
  }
}

type Outcome = { is: 'saved' | 'unreached' } | { is: 'refused'; says: (field?: string) => string }

async function send(form: HTMLFormElement): Promise<Outcome> {
  const body = new URLSearchParams()
  for (const [key, value] of new FormData(form)) if (typeof value === 'string') body.append(key, value)
  body.set('_key', freshKey()) // the same key would get the same answer, without looking
  try {
    const answer = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'application/json' } })
    if (answer.ok && !answer.redirected) return { is: 'saved' }
    if (![400, 409, 413, 422].includes(answer.status)) return { is: 'unreached' }
    const { problems = {}, title } = await answer.json().catch(() => ({})) as Answer
    return { is: 'refused', says: (field) => (field && problems[field]) || Object.values(problems)[0] || title || 'Look at this again.' }
  } catch {
    return { is: 'unreached' }
  }
}

/** What was typed, without passwords and keys. */
function wordsOf(form: HTMLFormElement): string {
  return JSON.stringify(fieldsOf(form).filter((field) => !(field instanceof HTMLInputElement && ['radio', 'checkbox'].includes(field.type))).map((field) => [field.name, field.value]))
}

function bringBack(form: HTMLFormElement, kept: string | null): boolean {
  if (!kept) return false
  const words = new Map(JSON.parse(kept) as [string, string][])
  for (const field of fieldsOf(form)) {
    const typed = words.get(field.name)
    if (typed !== undefined) field.value = typed
  }
  announce('What this device kept is back in the form.')
  return true
}

function fieldsOf(form: HTMLFormElement): Field[] {
  return all<Field>('input, textarea, select', form).filter((field) => field.name && !field.name.startsWith('_') && !['password', 'hidden', 'file', 'submit'].includes(field.type))
}

/** The word beside the field. It is said aloud, once. */
function mark(field: Field | undefined, words: string, look: string): void {
  const place = field?.closest('.field')
  if (!place) return
  let sign = place.querySelector<HTMLElement>(':scope > .saved')
  if (!sign) {
    sign = Object.assign(document.createElement('p'), { role: 'status' })
    place.append(sign)
  }
  sign.className = look || 'saved'
  sign.textContent = words
}

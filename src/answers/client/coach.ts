import { coachingFor, type Beside, type CoachNote } from '../coaching.ts'
import { asQuestion } from '../answer.ts'

const PAUSE = 250
const STILL = 1200

/**
 * Reads the answer as one types, on this device, with the same rules as the server. What has changed is said aloud once typing stops,
 * and the preview beside it follows the words.
 */
export function start(panel: HTMLElement): void {
  const field = document.getElementById(panel.dataset.field ?? '')
  const question = asQuestion(panel.dataset.question)
  if (!(field instanceof HTMLTextAreaElement) || !question) return
  const beside = JSON.parse(panel.dataset.beside ?? '{}') as Beside // written by our own page
  let pause: ReturnType<typeof setTimeout>
  let still: ReturnType<typeof setTimeout>
  let said = ''

  const read = () => {
    const coaching = coachingFor(question, field.value, beside)
    fill(panel, '[data-coach-level]', [copyOf(panel, `[data-coach-step="${coaching.step}"]`)])
    fill(panel, '[data-coach-notes]', coaching.notes.map((note) => noteLine(panel, note)), coaching.notes.length === 0)
    fillWhy(panel, coaching.why)
    for (const preview of document.querySelectorAll<HTMLElement>('[data-preview-words]')) preview.textContent = field.value.trim() ? `“${field.value.trim()}”` : ''
    clearTimeout(still)
    const count = coaching.notes.length
    still = setTimeout(() => { said = say(panel, `Clarity: ${coaching.level}. ${count === 0 ? 'No notes.' : count === 1 ? '1 note.' : `${count} notes.`}`, said) }, STILL)
  }
  if (field.value !== field.defaultValue) read() // somebody typed before we came
  field.addEventListener('input', () => { clearTimeout(pause); pause = setTimeout(read, PAUSE) })
}

function say(panel: HTMLElement, words: string, before: string): string {
  const aloud = panel.querySelector('[data-coach-aloud]')
  if (aloud && words !== before) aloud.textContent = words
  return words
}

function noteLine(panel: HTMLElement, note: CoachNote): Node {
  const line = copyOf(panel, `[data-coach-note="${note.tone}"]`)
  const set = (selector: string, change: (element: HTMLElement) => void) => { const found = line.querySelector<HTMLElement>(selector); if (found) change(found) }
  set('[data-note-says]', (says) => { says.textContent = note.says })
  set('input[name="kind"]', (kind) => kind.setAttribute('value', note.kind))
  set('input[name="words"]', (words) => words.setAttribute('value', note.words))
  set('input[name="_key"]', (key) => key.setAttribute('value', [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')))
  set('button .unseen', (about) => { about.textContent = ` ${note.says}` })
  return line
}

function fillWhy(panel: HTMLElement, why: readonly string[]): void {
  const place = panel.querySelector<HTMLElement>('[data-coach-why]')
  if (!place) return
  place.hidden = why.length === 0
  place.querySelector('ul')?.replaceChildren(...why.map((line) => Object.assign(document.createElement('li'), { textContent: line })))
}

function fill(panel: HTMLElement, selector: string, children: readonly Node[], hidden = false): void {
  const place = panel.querySelector<HTMLElement>(selector)
  if (!place) return
  place.hidden = hidden
  place.replaceChildren(...children)
}

function copyOf(panel: HTMLElement, selector: string): DocumentFragment {
  const template = panel.querySelector<HTMLTemplateElement>(`template${selector}`)
  return template ? (template.content.cloneNode(true) as DocumentFragment) : document.createDocumentFragment() // a fragment's copy is one
}

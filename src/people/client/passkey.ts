import { startAuthentication, startRegistration } from '@simplewebauthn/browser'

/** Asks the device for its passkey when the form is sent, puts the answer into the form and sends it on. */
export function start(part: HTMLElement): void {
  const form = part.querySelector('form')
  const answer = form?.querySelector<HTMLInputElement>('input[name="answer"]')
  if (form && answer) form.addEventListener('submit', (event) => void onSubmit(event, part, form, answer))
}

async function onSubmit(event: SubmitEvent, part: HTMLElement, form: HTMLFormElement, answer: HTMLInputElement): Promise<void> {
  if (answer.value) return
  event.preventDefault()
  const problem = part.querySelector<HTMLElement>('[data-passkey-problem]')
  if (problem) problem.hidden = true
  try {
    answer.value = JSON.stringify(await askDevice(part))
    form.submit()
  } catch {
    if (problem) problem.hidden = false // the person pressed Cancel, took too long, or the device has none for us
  }
}

function askDevice(part: HTMLElement): Promise<object> {
  const optionsJSON = JSON.parse(part.dataset['options'] ?? '{}') // written by our own page
  return part.dataset['passkey'] === 'create' ? startRegistration({ optionsJSON }) : startAuthentication({ optionsJSON })
}

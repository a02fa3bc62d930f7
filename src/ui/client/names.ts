import { all, metOnce } from './page.ts'

const PAUSE = 150
const LEAST = 2
const isNew = metOnce()

/** Offers names while one is typed into a box that takes a name. Who waits for none sends what is written, and is asked then. */
export function startNames(): void {
  all<HTMLInputElement>('input[data-names]').forEach((input) => {
    const offered = input.list
    if (!offered || !isNew(input)) return
    let pause: ReturnType<typeof setTimeout>
    let asked = 0

    const ask = async (words: string) => {
      const mine = ++asked
      if (words.length < LEAST) return
      const answer = await fetch(`${input.dataset.names}?q=${encodeURIComponent(words)}`, { headers: { Accept: 'application/json' } }).catch(() => undefined)
      if (!answer?.ok) return
      const { names } = await answer.json() as { names: readonly string[] } // our own page's answer
      if (mine === asked) offered.replaceChildren(...names.map((name) => Object.assign(document.createElement('option'), { value: name })))
    }
    input.addEventListener('input', () => { clearTimeout(pause); pause = setTimeout(() => void ask(input.value.trim()), PAUSE) })
  })
}

import { all, metOnce } from './page.ts'

const isNew = metOnce()

/** Says how many characters are left, on screen at once and aloud when typing stops. */
export function startCounting(): void {
  all('[data-count-for]').forEach((place) => {
    const area = document.getElementById(place.dataset.countFor ?? '')
    if (!(area instanceof HTMLTextAreaElement) || !isNew(place)) return
    place.setAttribute('aria-live', 'off')
    const aloud = Object.assign(document.createElement('span'), { className: 'unseen', role: 'status' })
    if (place.nextElementSibling?.matches('.unseen[role=status]')) place.nextElementSibling.remove() // of the page this is a copy of
    place.after(aloud)
    let pause: ReturnType<typeof setTimeout>

    const tell = () => {
      const left = Number(place.dataset.most) - area.value.length
      place.textContent = inWords(left)
      place.classList.toggle('over', left < 0)
      clearTimeout(pause)
      pause = setTimeout(() => { aloud.textContent = left < 40 ? inWords(left) : '' }, 1000)
    }
    area.addEventListener('input', tell)
    if (area.value) tell()
  })
}

function inWords(left: number): string {
  if (left < 0) return left === -1 ? '1 character too many' : `${-left} characters too many`
  return left === 1 ? '1 character left' : `${left} characters left`
}

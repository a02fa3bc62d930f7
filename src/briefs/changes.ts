import { dayInWords } from '../ui/index.ts'
import type { Brief, BriefPart } from './brief.ts'

/** What those who offered help can see of a brief; neither its value nor whom else it is shown to. */
export type Said = Pick<Brief, 'title' | 'says' | 'forWhom' | 'district' | 'answerBy' | 'startsOn' | 'endsOn' | 'openToRivals'> & { readonly parts: readonly BriefPart[] }

export function saidBy({ title, says, forWhom, district, answerBy, startsOn, endsOn, openToRivals, parts }: Brief): Said {
  return { title, says, forWhom, district, answerBy, startsOn, endsOn, openToRivals, parts }
}

/** What is different, as short words: `answerBy`, `+2` parts that are new, `-1` taken out, `~3` changed. None where it came out the same. */
export function whatChanged(before: Said, now: Said): readonly string[] {
  const fields = (['title', 'says', 'forWhom', 'district', 'answerBy', 'openToRivals'] as const).filter((field) => before[field] !== now[field])
  const work = before.startsOn !== now.startsOn || before.endsOn !== now.endsOn ? ['work'] : []
  const { added, gone, other } = partsChanged(before, now)
  return [...fields, ...work, ...(added.length > 0 ? [`+${added.length}`] : []), ...(gone.length > 0 ? [`-${gone.length}`] : []), ...(other.length > 0 ? [`~${other.length}`] : [])]
}

/** What happened to one part: `mine-` where it was taken out, `mine~` where it reads otherwise. */
export function whatChangedIn(part: string | undefined, before: Said, now: Said): readonly string[] {
  if (!part) return []
  const { gone, other } = partsChanged(before, now)
  return gone.some((one) => one.id === part) ? ['mine-'] : other.some((one) => one.id === part) ? ['mine~'] : []
}

function partsChanged(before: Said, now: Said) {
  const then = new Map(before.parts.map((part) => [part.id, part]))
  const still = new Set(now.parts.map((part) => part.id))
  return {
    added: now.parts.filter((part) => !then.has(part.id)), gone: before.parts.filter((part) => !still.has(part.id)),
    other: now.parts.filter((part) => { const old = then.get(part.id); return old && PART.some((field) => old[field] !== part[field]) }),
  }
}

const PART = ['says', 'capability', 'wants', 'need', 'size', 'startsOn', 'endsOn', 'district'] as const

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']
const parts = (count: number): string => `${NUMBERS[count] ?? count} ${count === 1 ? 'part' : 'parts'}`
const were = (count: number): string => (count === 1 ? 'was' : 'were')

/** The same in sentences, said from the brief as it stands when they are read. */
export function changesInWords(words: readonly string[], brief: Pick<Brief, 'answerBy' | 'openToRivals'>): string {
  return words.map((word) => {
    const count = Number(word.slice(1))
    switch (word) {
      case 'title': return 'It has a new name.'
      case 'says': return 'What needs to be done is put in other words.'
      case 'forWhom': return 'For whom it is has changed.'
      case 'district': return 'Where it is has changed.'
      case 'answerBy': return brief.answerBy ? `The day to answer by is now ${dayInWords(brief.answerBy)}.` : 'The day to answer by has changed.'
      case 'openToRivals': return brief.openToRivals ? 'Rivals are welcome now.' : 'Rivals are not asked this time.'
      case 'work': return 'The days of the work have changed.'
      case 'mine-': return 'The part you offered help with was taken out.'
      case 'mine~': return 'The part you offered help with has changed.'
    }
    if (word.startsWith('+')) return `${parts(count)} ${count === 1 ? 'is' : 'are'} new.`
    return word.startsWith('-') ? `${parts(count)} ${were(count)} taken out.` : `${parts(count)} ${were(count)} changed.`
  }).join(' ')
}

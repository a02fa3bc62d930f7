import { dayInWords, type Chip } from '../../../ui/index.ts'
import { STRENGTH_WORDS } from '../../claim.ts'
import { queryOf, type Wanted } from '../wanted.ts'

/** What is asked for, each as a chip that takes it away when followed. */
export function filterChips(path: string, wanted: Wanted, capability: { title: string; narrower: number } | undefined, asMap: boolean): readonly Chip[] {
  const { words, can, place, free, proven, strength } = wanted
  const view = asMap ? 'map' : undefined
  const chip = (label: string, without: Readonly<Record<string, undefined>>): Chip => ({ label, href: path + queryOf(wanted, { ...without, view }), on: true, removes: true })
  return [
    ...(words ? [chip(`“${words}”`, { words: undefined })] : []),
    ...(can ? [chip(canInWords(can, capability), { can: undefined })] : []),
    ...(place ? [chip(`In ${place}`, { place: undefined })] : []),
    ...(free ? [chip(free.until ? `Free ${dayInWords(free.from)} to ${dayInWords(free.until)}` : `Free on ${dayInWords(free.from)}`, { from: undefined, until: undefined })] : []),
    ...(strength ? [chip(STRENGTH_WORDS[strength], { strength: undefined })] : []),
    ...(proven ? [chip('Has proof', { proven: undefined })] : []),
  ]
}

function canInWords(can: string, capability: { title: string; narrower: number } | undefined): string {
  if (!capability) return `“${can}” as words`
  return capability.narrower > 0 ? `${capability.title} and ${capability.narrower} narrower` : capability.title
}

/** Read aloud when it changes; never counts what is not shown. */
export function foundInWords(count: number, most: number): string {
  if (count > most) return `More than ${most.toLocaleString('en-GB')} found, in the order of their names`
  return count === 0 ? 'None found' : `${count.toLocaleString('en-GB')} found, in the order of their names`
}

import type { Atlas } from '../atlas/atlas.ts'
import { maySeeRow, type Viewer } from '../atlas/sight.ts'
import { wordsOf } from '../atlas/words.ts'
import type { WantRow } from '../atlas/rows.ts'
import { coverer } from './coverage.ts'
import type { Reason } from './question.ts'

/** Where nothing is known of what they want, half of it is assumed: no bar, and no gift. */
export const UNSAID = 0.5
/**
 * Stated wants we do not answer leave this much: people want more than they write down, and saying what one looks for should cost hardly
 * more than silence. Whoever answers all that is asked, proven, is then just about a good fit (0.601); answered wants lift it from there.
 */
const LEAST = 0.43

export type Given = { readonly value: number; readonly reasons: readonly Reason[] }

/** What the viewer could bring to others, read once per question. */
export function giver(atlas: Atlas, viewer: Viewer, on: number | undefined): (organisation: string) => Given | undefined {
  if (viewer.id === undefined) return () => undefined
  const own = ownWords(atlas, viewer)
  const coverOf = coverer(atlas, viewer, viewer.id, on)
  return (organisation) => {
    const wants = atlas.wants.naming(organisation).filter((want) => want.organisation === organisation && maySeeRow(viewer, want))
    if (wants.length === 0) return undefined
    let best = 0
    const reasons: Reason[] = []
    for (const want of wants) {
      const { capabilities, asked } = read(atlas, want)
      const cover = coverOf(capabilities)
      const shared = asked.filter((word) => own.has(word))
      const value = Math.max(cover?.value ?? 0, asked.length === 0 ? 0 : (0.7 * shared.length) / asked.length)
      if (value > 0) reasons.push({ is: 'wants-what-you-bring', want: want.id, ...(cover ? { capability: cover.capability } : { words: shared }) })
      best = Math.max(best, value)
    }
    return { value: LEAST + (1 - LEAST) * best, reasons }
  }
}

/** The harmonic mean: a fit is only as good as its poorer side lets it be. */
export const mutual = (theyBring: number, weBring: number | undefined): number => {
  const given = weBring ?? UNSAID
  return theyBring + given > 0 ? (2 * theyBring * given) / (theyBring + given) : 0
}

type Read = { readonly capabilities: readonly string[]; readonly asked: readonly string[] }
const readings = new WeakMap<Atlas, { version: number; readonly of: Map<WantRow, Read> }>()

/** What a want asks for, read once for as long as the network stays as it is. */
function read(atlas: Atlas, want: WantRow): Read {
  let known = readings.get(atlas)
  if (!known || known.version !== atlas.version) readings.set(atlas, (known = { version: atlas.version, of: new Map() }))
  let reading = known.of.get(want)
  if (!reading) {
    const text = want.text ?? ''
    known.of.set(want, (reading = { capabilities: want.capability === undefined ? atlas.vocabulary.saidIn(text) : [want.capability], asked: [...new Set(wordsOf(text))] }))
  }
  return reading
}

function ownWords(atlas: Atlas, viewer: Viewer): Set<string> {
  const { works } = atlas
  const words = new Set<string>()
  for (const list of [works.byMember.settled(viewer.number), works.byMember.added(viewer.number)]) {
    for (const work of list) if (works.sees(viewer, work)) for (const word of works.words.of(work)) words.add(works.wordNames.texts[word]!)
  }
  for (const claim of atlas.claims.naming(viewer.id!)) {
    if (claim.organisation === viewer.id) for (const word of wordsOf(atlas.vocabulary.rows.get(claim.capability)?.name ?? '')) words.add(word)
  }
  return words
}

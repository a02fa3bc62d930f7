import { isGeneral } from './concrete.ts'
import { AUDIENCE, EVERYONE, NARROWS } from './lexicon/people.ts'
import { FUNCTION } from './lexicon/plain.ts'
import type { Token } from './tokens.ts'

const ABOUT_US: ReadonlySet<string> = new Set('only am are as best than just'.split(' '))
const SORT: ReadonlySet<string> = new Set('older elderly deaf blind disabled autistic lonely homeless rural bereaved pregnant unemployed retired'.split(' '))
/** In the singular these are as often ourselves ("a friendly club") as those we serve ("for a school"). */
const PLACE_OF_WORK: ReadonlySet<string> = new Set('club nursery school college academy church chapel charity hospice hospital clinic museum library theatre gallery venue hotel pub restaurant cafe café farm garage factory foundry brewery bakery bookshop surgery choir orchestra'.split(' '))
const TOWARDS: ReadonlySet<string> = new Set('for to with at of by from'.split(' '))
const AGE = /^\d\ds$/u

/** Whether this word names someone the answer is for. Our own trade ("the only plumber") is not. */
export function isAudience(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (!token) return false
  const before = tokens[at - 1]?.lower ?? ''
  if (AGE.test(token.lower)) return before === 'over' || before === 'under'
  if (EVERYONE.has(token.lower)) return SORT.has(before) || isNarrowed(tokens, at)
  if (!AUDIENCE.has(token.lower) || !standsInTalk(tokens, at) || isAboutUs(tokens, at)) return false
  return token.lower.endsWith('s') || !PLACE_OF_WORK.has(token.lower) || [1, 2, 3].some((back) => TOWARDS.has(tokens[at - back]?.lower ?? ''))
}

/** "people with dementia", "firms under ten people": the words after say which. */
function isNarrowed(tokens: readonly Token[], at: number): boolean {
  const here = tokens[at]?.sentence
  const after = tokens.slice(at + 1, at + 6).filter((token) => token.sentence === here)
  return NARROWS.has(after[0]?.lower ?? '') && after.slice(1).some((token) => token.isNumber || !isGeneral(token.lower))
}

/** A small word within three, before or after, and not only commas: part of a sentence, not of a list. */
function standsInTalk(tokens: readonly Token[], at: number): boolean {
  const here = tokens[at]?.sentence
  return [-3, -2, -1, 1].some((by) => {
    const near = tokens[at + by]
    // a capital after it begins something new: "Dedicated carers We are..."
    return near !== undefined && near.sentence === here && FUNCTION.has(near.lower) && (by < 0 || near.capital === 'none')
  })
}

function isAboutUs(tokens: readonly Token[], at: number): boolean {
  const here = tokens[at]?.sentence
  for (let back = at - 1; back >= Math.max(0, at - 3); back--) {
    const before = tokens[back]
    if (!before || before.sentence !== here || before.lower === 'for') return false
    if (ABOUT_US.has(before.lower)) return true
  }
  return false
}

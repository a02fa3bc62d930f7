import type { Range } from './answer.ts'
import { swapWords } from './swap-words.ts'
import { tokenise, type Token } from './tokens.ts'

/** The sentence with a rival's name in it. `replaced` pairs each place in the text with its place in the sentence. */
export type Swap = {
  readonly sentence: string
  readonly replaced: readonly { readonly from: Range; readonly to: Range }[]
  /** `nothing to swap`: no "we", "our" or own name; the sentence then opens with the rival's name. `no rival`: no name was given. */
  readonly caution?: 'nothing to swap' | 'no rival'
}

/**
 * The swap test: is your sentence still true with a rival's name in it? "We", "our", "us", "I", "my"
 * and your own name give way to the rival's name, and to "they" and "their" later in a sentence.
 * @example swapTest('Only we grow every stem.', 'The Wild Bouquet', 'Bloom & Co').sentence // 'Only Bloom & Co grow every stem.'
 * @example swapTest('I run inboxes and my fees are low.', 'Jo Hart', 'Mel Price').sentence // 'Mel Price runs inboxes and their fees are low.'
 * @example swapTest('Fresh bread daily.', 'Crumb', 'Bloom & Co').caution // 'nothing to swap'
 */
export function swapTest(text: string, ownName: string, rivalName: string): Swap {
  const rival = rivalName.trim()
  if (rival === '') return { sentence: text, replaced: [], caution: 'no rival' }
  const swaps = swapWords(tokenise(text), ownWords(ownName), rival)
  if (swaps.length === 0) return { sentence: text.trim() === '' ? text : `${rival}: ${text}`, replaced: [], caution: 'nothing to swap' }
  return putIn(text, swaps)
}

/** The words of our own name, without a leading "the". */
function ownWords(ownName: string): readonly string[] {
  const words = tokenise(ownName).map((token) => token.lower)
  return words.length > 1 && words[0] === 'the' ? words.slice(1) : words
}

function putIn(text: string, swaps: readonly { readonly from: Token; readonly to: Token; readonly words: string }[]): Swap {
  let sentence = ''
  let end = 0
  const replaced = swaps.map(({ from, to, words }) => {
    sentence += text.slice(end, from.start)
    const start = sentence.length
    sentence += words
    end = to.end
    return { from: { start: from.start, end: to.end }, to: { start, end: sentence.length } }
  })
  return { sentence: sentence + text.slice(end), replaced }
}

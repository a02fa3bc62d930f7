import type { Token } from './tokens.ts'
import { withHer } from './verbs.ts'

/** One stretch of tokens to be replaced by other words. */
export type SwapWords = { readonly from: Token; readonly to: Token; readonly words: string }

type Role = 'who' | 'whose' | 'self'
type Voice = { readonly role: Role; readonly verb?: string; readonly single?: boolean }

/** How each of our words is swapped. "I" takes the verb of one person, "we" keeps the verb of many. */
const OURS: ReadonlyMap<string, Voice> = new Map<string, Voice>([
  ['we', { role: 'who' }], ['us', { role: 'who' }], ['me', { role: 'who' }],
  ['i', { role: 'who', single: true }],
  ['our', { role: 'whose' }], ['my', { role: 'whose' }], ['ours', { role: 'whose' }], ['mine', { role: 'whose' }],
  ['ourselves', { role: 'self' }], ['myself', { role: 'self' }],
  ['we\'re', { role: 'who', verb: 'are' }], ['we\'ve', { role: 'who', verb: 'have' }], ['we\'ll', { role: 'who', verb: 'will' }], ['we\'d', { role: 'who', verb: 'would' }],
  ['i\'m', { role: 'who', verb: 'is', single: true }], ['i\'ve', { role: 'who', verb: 'has', single: true }],
  ['i\'ll', { role: 'who', verb: 'will' }], ['i\'d', { role: 'who', verb: 'would' }],
])
const OBJECTS: ReadonlySet<string> = new Set(['us', 'me'])
const STANDS_ALONE: ReadonlySet<string> = new Set(['ours', 'mine'])

export function swapWords(tokens: readonly Token[], own: readonly string[], rival: string): readonly SwapWords[] {
  const swaps: SwapWords[] = []
  const namedIn = new Set<number>()
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (!token) continue
    const found = ownNameAt(tokens, at, own) ?? voiceAt(tokens, at)
    if (!found) continue
    const again = namedIn.has(token.sentence)
    if (found.voice.role !== 'self') namedIn.add(token.sentence)
    swaps.push({ from: token, to: found.last, words: wordsFor(found.voice, token, rival, again && !found.isName) })
    if (found.voice.single && !found.voice.verb) swaps.push(...withHer(tokens, at, again && !found.isName))
    at = tokens.indexOf(found.last, at)
  }
  return swaps
}

type Found = { readonly voice: Voice; readonly last: Token; readonly isName: boolean }

function voiceAt(tokens: readonly Token[], at: number): Found | undefined {
  const token = tokens[at]
  const voice = token && OURS.get(token.lower)
  // "the US" is a country, unless everything is in capitals
  if (!token || !voice || (token.text === 'US' && tokens[at - 1]?.capital !== 'all' && tokens[at + 1]?.capital !== 'all')) return undefined
  return { voice, last: token, isName: false }
}

/** Our own name, with the "the" before it when it has one: "The Wild Bouquet", "Wild Bouquet's". */
function ownNameAt(tokens: readonly Token[], at: number, own: readonly string[]): Found | undefined {
  const skip = tokens[at]?.lower === 'the' ? 1 : 0
  if (own.length === 0 || !own.every((word, by) => tokens[at + skip + by]?.lower === word)) return undefined
  const last = tokens[at + skip + own.length - 1]
  if (!last) return undefined
  return { voice: { role: /['’]s$/iu.test(last.text) ? 'whose' : 'who' }, last, isName: true }
}

function wordsFor(voice: Voice, token: Token, rival: string, again: boolean): string {
  const verb = voice.verb ? ` ${again ? asMany(voice.verb) : voice.verb}` : ''
  if (voice.role === 'self') return 'themselves'
  if (!again) return voice.role === 'whose' ? `${rival}${/s$/iu.test(rival) ? '’' : '’s'}` : `${rival}${verb}`
  const they = voice.role === 'whose' ? (STANDS_ALONE.has(token.lower) ? 'theirs' : 'their') : OBJECTS.has(token.lower) ? 'them' : 'they'
  return `${they}${verb}`
}

const asMany = (verb: string): string => (verb === 'is' ? 'are' : verb === 'has' ? 'have' : verb)

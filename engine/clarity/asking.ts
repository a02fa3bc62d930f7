import { isForeign, isGeneral, thingsNamed } from './concrete.ts'
import { AUDIENCE, DOER } from './lexicon/people.ts'
import { phraseAt, phrases, type Phrases } from './phrases.ts'
import type { Token } from './tokens.ts'

const list = (text: string): readonly string[] => text.trim().split(/[|\n]/)
const NEED = phrases(list(`need|needs|needed|must|cannot|can't|no one|nobody|nowhere|nothing|lack|lacks|without|wait|waits|waiting|missing|missed
lost|lose|loses|losing|never|empty|too many|too few|not enough|hungry|alone|should|someone has to|somebody ought|have to|has to|stop|stops
thrown away|no longer|for want of|do not know|does not know|none of|have none|get none|has gone|have gone|closed|closing|short of|at risk`))
const TERMS = phrases(list(`we pay|i pay|paid|pays|fee|budget|in return|in exchange|we pass on|i pass on|we have|i have|we offer|i offer|we train|i train
we provide|we bring|we share|you get|you keep|the grant|you are paid|we lend|we teach`))
const TAKES = phrases(list(`would take|would cost|would end|would need|it takes|it needs|each needs|needs a|needs an|we want|we need|we could|we can|it will take|calls for|pays`))

/** Where an answer to Question 1 says that something is wrong or wanted. */
export const saysNeed = (tokens: readonly Token[]): boolean => tokens.some((_, at) => phraseAt(tokens, at, NEED) > 0)

/** What the other side gets for it. */
export const saysTerms = (tokens: readonly Token[]): boolean => tokens.some((_, at) => saysAfter(tokens, at, TERMS))

/** What it would take to put right what Question 1 names. */
export const saysWhatItTakes = (tokens: readonly Token[]): boolean => tokens.some((_, at) => saysAfter(tokens, at, TAKES))

/** "We offer a bespoke service" offers nothing: a thing or a number has to follow. */
function saysAfter(sentence: readonly Token[], at: number, wanted: Phrases): boolean {
  const length = phraseAt(sentence, at, wanted)
  if (length === 0) return false
  const after = sentence.slice(at + length)
  return after.some((token) => token.isNumber) || thingsNamed(after).length > 0
}

const SEEKS: ReadonlySet<string> = new Set('a an another someone somebody two three four five six eight ten need want seek meet for with like know'.split(' '))

/** Whether an answer to Question 2 names who or what is sought: a doer ("a fiddle player") or a thing after "need", "for", "a". */
export function saysSought(sentence: readonly Token[]): boolean {
  if (isForeign(sentence)) return false
  return sentence.some((token, at) => {
    if (token.isNumber || token.lower.length < 3) return false
    const isDoer = AUDIENCE.has(token.lower) || (DOER.test(token.lower) && !isGeneral(token.lower))
    return isDoer || (!isGeneral(token.lower) && [1, 2, 3, 4].some((back) => SEEKS.has(sentence[at - back]?.lower ?? '')))
  })
}

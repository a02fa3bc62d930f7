import type { Context, Fact, Mark, Question, Range } from './answer.ts'
import { isAudience } from './audience.ts'
import { saysNeed, saysSought, saysTerms, saysWhatItTakes } from './asking.ts'
import { findBetter, isCompared } from './better.ts'
import { ANYONE, isForeign, longestRow, thingsNamed } from './concrete.ts'
import { findFacts } from './facts.ts'
import { findOnly } from './only.ts'
import { SEASONS } from './lexicon/figures.ts'
import { findPhrases } from './phrases.ts'
import { othersWho, type Others } from './peers.ts'
import { sentences, tokenise, type Token } from './tokens.ts'
import { signsOfRecord } from './track-record.ts'

/** Everything the rules look at, found once. */
export type Signs = {
  readonly tokens: readonly Token[]
  readonly marks: ReadonlySet<Mark>
  readonly facts: readonly Fact[]
  /** Facts someone could check; "evenings" alone is not one. */
  readonly checkable: number
  readonly emptyNumbers: readonly Range[]
  readonly anyone: readonly (readonly [number, number])[]
  readonly only: readonly Range[]
  readonly better: readonly Range[]
  /** The longest row of words without grammar. */
  readonly row: number
  readonly foreign: boolean
  readonly peers: { readonly only: Others; readonly best: Others; readonly can: Others }
}

const EFFECT: ReadonlySet<string> = new Set('so because without instead until while'.split(' '))
/** "so", "because" and their like tell something only in a sentence that names something. */
const saysEffect = (sentence: readonly Token[]): boolean =>
  sentence.some((token) => EFFECT.has(token.lower) && !token.opens) && thingsNamed(sentence).length > 1

const SOME = 3
const MUCH = 5
const MANY_NUMBERS = 3
const LONG_RECORD = 3

export function findSigns(question: Question, text: string, context: Context): Signs {
  const tokens = tokenise(text)
  const said = sentences(tokens)
  // One sentence at a time: what stands in the next sentence never changes what this one says.
  const found = said.map((sentence) => ({ sentence, ...findFacts(sentence) }))
  const facts = found.flatMap((each) => each.facts)
  const named = said.reduce((most, sentence) => Math.max(most, thingsNamed(sentence).length), 0)
  // "We can do great things" needs nothing and offers nothing: only sentences that name something count here.
  const telling = said.filter((sentence) => thingsNamed(sentence).length > 0 || sentence.some((token) => token.isNumber))
  const record = new Set(found.flatMap(({ sentence, facts }) => [...signsOfRecord(sentence, facts)])).size
  const only = findOnly(tokens)
  const count = (kind: Fact['kind']): number => facts.filter((fact) => fact.kind === kind).length
  const proof = context.proof ?? []
  const peers = context.peers ?? []
  const present: readonly (readonly [Mark, boolean])[] = [
    ['something named', named >= 1], ['more named', named >= SOME], ['much named', named >= MUCH],
    ['audience', said.some((sentence) => sentence.some((_, at) => isAudience(sentence, at)))],
    ['place', count('place') > 0], ['name', count('name') + count('credential') > 0], ['date', count('date') > 0], ['money', count('money') > 0],
    ['number', count('number') > 0], ['more numbers', count('number') >= MANY_NUMBERS],
    ['effect', said.some(saysEffect)],
    ['compared', isCompared(tokens)], ['only', only.length > 0],
    ['track record', record > 0], ['long track record', record >= LONG_RECORD],
    ['proof', proof.some((piece) => !piece.old)], ['old proof', proof.some((piece) => piece.old === true)],
    ['need', question === 1 && telling.some(saysNeed)], ['sought', question === 2 && telling.some(saysSought)],
    ['terms', question === 2 && telling.some(saysTerms)], ['what it takes', question === 1 && telling.some(saysWhatItTakes)],
  ]
  return {
    tokens, facts, only, checkable: facts.filter((fact) => !SEASONS.has(text.slice(fact.start, fact.end).toLowerCase())).length, emptyNumbers: found.flatMap((each) => each.empty),
    marks: new Set(present.filter(([, here]) => here).map(([mark]) => mark)),
    anyone: findPhrases(tokens, ANYONE), better: findBetter(tokens),
    row: said.reduce((most, sentence) => Math.max(most, longestRow(sentence)), 0), foreign: said.length > 0 && said.every(isForeign),
    peers: { only: othersWho('only', tokens, peers), best: othersWho('best', tokens, peers), can: othersWho('can', tokens, peers) },
  }
}

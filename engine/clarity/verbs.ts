import type { Token } from './tokens.ts'

/** Words that may stand between "I" and its verb. */
const BETWEEN: ReadonlySet<string> = new Set('also always never still often now just only usually already alone really'.split(' '))
/** Verbs that are the same for everyone: modals and the past. */
const SAME: ReadonlySet<string> = new Set(`can cannot can't could couldn't will won't would wouldn't shall should may might must had did didn't
made got took went came ran saw gave found kept left taught sold built grew began told wrote bought brought knew met won lost spent sent
put cut let set read and or but who which that to of in on at for with by from as than so because`.split(/\s+/))
const ODD: Readonly<Record<string, string>> = { am: 'is', have: 'has', do: 'does', go: 'goes', 'don\'t': 'doesn\'t', 'haven\'t': 'hasn\'t', was: 'was', wasn: 'wasn' }
const ODD_MANY: Readonly<Record<string, string>> = { am: 'are', was: 'were', 'wasn\'t': 'weren\'t' }

/**
 * After "I" became a name (or "they"), the verb that followed it has to agree: "I run" becomes
 * "Mel Price runs". Gives no swap when the verb stays as it is or none is in sight.
 */
export function withHer(tokens: readonly Token[], at: number, many: boolean): readonly { readonly from: Token; readonly to: Token; readonly words: string }[] {
  const verb = verbAfter(tokens, at)
  if (!verb) return []
  const words = many ? ODD_MANY[verb.lower] ?? verb.text : agree(verb)
  return words === verb.text ? [] : [{ from: verb, to: verb, words }]
}

function verbAfter(tokens: readonly Token[], at: number): Token | undefined {
  const here = tokens[at]
  for (let by = 1; by <= 3; by++) {
    const token = tokens[at + by]
    if (!token || token.sentence !== here?.sentence || /[,;:]/u.test(token.gap) || token.isNumber) return undefined
    if (!BETWEEN.has(token.lower) && !/ly$/u.test(token.lower)) return token
  }
  return undefined
}

function agree(verb: Token): string {
  const word = verb.lower
  if (SAME.has(word) || /ed$/u.test(word) || verb.capital === 'all') return verb.text
  const odd = ODD[word]
  if (odd) return odd
  if (/(?:[sxz]|ch|sh|o)$/u.test(word)) return `${verb.text}es`
  return /[^aeiou]y$/u.test(word) ? `${verb.text.slice(0, -1)}ies` : `${verb.text}s`
}

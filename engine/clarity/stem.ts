/**
 * A word without its common endings, enough to see that "cleaning" and "cleaners" are about the same
 * thing. Not a full stemmer: short words stay as they are, and odd plurals are left alone.
 * @example stem('machining') // 'machin'
 * @example stem('families') // 'family'
 */
export function stem(word: string): string {
  if (word.length < 5) return word.length === 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  const bare = word.replace(/(?:ings?|ers?|ed|es|e|s|ly)$/u, (ending) => (ending === 's' && word.endsWith('ss') ? 's' : ''))
  return bare.length >= 3 ? bare : word
}

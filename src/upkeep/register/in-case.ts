/**
 * Registers shout. What is written in capitals alone is written as one would in a letter; short words and words without a vowel stay as they
 * are, since most of them are letters for a longer name.
 */
export function nameInCase(registered: string): string {
  const name = unquoted(registered)
  const words = name.split(/\s+/)
  if (/\p{Ll}/u.test(name) || !words.some((word) => /\p{L}{4}/u.test(word)) || (words.length === 1 && name.length <= 6)) return name
  return words.map((word, at) => wordInCase(word, at === 0)).join(' ')
}

export const placeInCase = (city: string): string => (city === city.toUpperCase() ? city.toLowerCase().replaceAll(/(^|[\s'’-])\p{L}/gu, (letter) => letter.toUpperCase()) : city)

/** Some were put in quotation marks once more than they should have been. */
const unquoted = (name: string) => (/^".*"$/s.test(name) ? name.slice(1, -1) : name).replaceAll('""', '"').trim()

const SMALL = new Set(['and', 'of', 'the', 'for', 'in', 'de', 'der', 'des', 'die', 'du', 'da', 'do', 'dos', 'das', 'di', 'del', 'della', 'dello', 'degli', 'delle', 'e', 'et', 'en', 'y', 'i', 'a', 'la', 'las', 'le', 'les', 'los', 'el', 'fur', 'für', 'und', 'van', 'von', 'voor', 'zu', 'zur', 'zum', 'och', 'og', 'na', 'per', 'pour', 'para', 'sur', 'au', 'aux', 'te', 'het', 'ir', 'v', 've', 'za', 'im', 'al', 'ed'])
const KNOWN: Readonly<Record<string, string>> = { gmbh: 'GmbH', mbh: 'mbH', ltd: 'Ltd', limited: 'Limited', inc: 'Inc', zoo: 'ZOO', univ: 'Univ', saint: 'Saint', sons: 'Sons' }

function wordInCase(word: string, isFirst: boolean): string {
  const low = word.toLowerCase()
  if (!isFirst && SMALL.has(low)) return low
  const bare = low.replaceAll(/[^\p{L}]/gu, '')
  const known = KNOWN[bare]
  if (known && bare.length === low.length) return known
  return word.replaceAll(/\p{L}+/gu, (piece) => pieceInCase(piece))
}

/** Within a word, between its marks: D'ENTREPRISES, PROMISHLENA-PALATA, C.E.E.S.A.R. */
function pieceInCase(piece: string): string {
  const low = piece.toLowerCase()
  if (SMALL.has(low) && low.length > 1) return low
  if (piece.length < 4 || !/[aeiouyàáâäåæèéêëìíîïòóôöøùúûüýœ]/.test(low)) return piece
  return piece.slice(0, 1) + low.slice(1)
}

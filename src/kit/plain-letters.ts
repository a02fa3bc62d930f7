const SINGLE: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' }

/** Letters as somebody types them whose keys have no others: small, and without accents. In the database `plain_letters` makes the same of them. */
export function plainLetters(text: string): string {
  return text.toLowerCase().normalize('NFD').replaceAll(/[\u0300-\u036f]/g, '').replaceAll(/[łøđðıßæœþ]/g, (letter) => SINGLE[letter] ?? letter)
}

/**
 * Whether a text looks as if it held a password. Passwords never go into a pack: they would be read by whoever may read the pack, for as
 * long as it lasts. Better a false alarm now and then, said kindly, than one password that stays.
 */
export function looksLikePassword(text: string): boolean {
  return NAMED.test(text) || text.split(/\s+/).some(isStrange)
}

export const PASSWORD_SENTENCE = 'This looks as if it holds a password. Leave it out, please: let them sign in as themselves, or share it through a password manager. Say here where they will find it.'

/** "password: rosebud", "pw = x1", "PIN is 4821": a word for it, and something right after. "No passwords here" passes. */
const NAMED = /\b(?:pass\s?words?|pass\s?codes?|pass\s?phrases?|pwd?|pword|log-?in code|pin(?: ?code| number)?)\b(?: is| was|'s)?\s*(?:[:=–—-]|\bis\b)\s*\S+|\b(?:pin|passcode)\s+(?:code\s+)?\d{4,8}\b|\b(?:password|passphrase)\s+(?:is\s+)?["'“‘]\S/i

/** One long word with capitals, small letters, figures and signs mixed is rarely English. Addresses, times, sums and dates are let be. */
function isStrange(word: string): boolean {
  const bare = word.replace(/^[("'“‘[]+|[)"'”’\],.;:?]+$/g, '')
  if (bare.length < 8 || bare.length > 64) return false
  if (/^(?:https?:\/\/|www\.)/i.test(bare) || /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(bare) || /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(bare)) return false
  if (/^[£$€+\d.,:/-]+$/.test(bare)) return false
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^\w\s'’-]/].filter((kind) => kind.test(bare)).length
  const swapped = /[a-z]\d[a-z]/i.test(bare) && /[A-Z]/.test(bare.slice(1)) && /[a-z]/.test(bare)
  return kinds >= 4 || (kinds === 3 && /\d/.test(bare) && (/[^\w\s'’-]/.test(bare) || swapped)) || (kinds === 3 && /[!$%^*#@&](?=.)/.test(bare))
}

import type { Range } from './answer.ts'
import { rangeOf } from './numbers.ts'
import type { Token } from './tokens.ts'

const US: ReadonlySet<string> = new Set(`we i us we've we're we'll i'm i've our my`.split(' '))
const NONE: ReadonlySet<string> = new Set('nobody none nowhere'.split(' '))

/** Where the answer says that nobody else does this: "only we", "the only firm", "no one else". */
export function findOnly(tokens: readonly Token[]): readonly Range[] {
  return tokens.flatMap((token, at) => {
    const last = lastOfOnly(tokens, at)
    return last ? [rangeOf(token, last)] : []
  })
}

function lastOfOnly(tokens: readonly Token[], at: number): Token | undefined {
  const [token, next, after] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  if (!token || !next || next.sentence !== token.sentence) return undefined
  const same = after?.sentence === token.sentence ? after : undefined
  if (token.lower === 'only' && (US.has(next.lower) || isName(next))) return next
  if (token.lower === 'the' && (next.lower === 'only' || next.lower === 'sole') && same && same.lower !== 'best') return next
  if (token.lower === 'no' && next.lower === 'other') return next
  if (token.lower === 'no' && next.lower === 'one' && same?.lower === 'else') return same
  if (NONE.has(token.lower) && next.lower === 'else') return next
  return undefined
}

const isName = (token: Token): boolean => token.capital !== 'none' && token.lower.length > 2

import type { PeerClaim } from './answer.ts'
import { isGeneral } from './concrete.ts'
import { stem } from './stem.ts'
import { tokenise, type Token } from './tokens.ts'

/** How many claims of others are about the same thing as this answer, and how many of them are proven. */
export type Others = { readonly others: number; readonly proven: number }

/** A claim is about the same thing when at least this share of its own words stands in the answer. */
const SAME = 0.65

export function othersWho(strength: PeerClaim['strength'], tokens: readonly Token[], peers: readonly PeerClaim[]): Others {
  const same = peers.filter((peer) => peer.strength === strength)
  if (same.length === 0) return { others: 0, proven: 0 }
  const said = new Set(tokens.map((token) => stem(token.lower)))
  const about = same.filter((peer) => isAbout(peer, said))
  return { others: about.length, proven: about.filter((peer) => peer.proven).length }
}

const isAbout = (peer: PeerClaim, said: ReadonlySet<string>): boolean =>
  [peer.about, ...(peer.alsoCalled ?? [])].some((name) => covers(said, name))

function covers(said: ReadonlySet<string>, name: string): boolean {
  const all = [...new Set(tokenise(name).map((token) => token.lower))]
  const telling = all.filter((word) => !isGeneral(word))
  const stems = (telling.length > 0 ? telling : all).map(stem)
  return stems.length > 0 && stems.filter((word) => said.has(word)).length / stems.length >= SAME
}

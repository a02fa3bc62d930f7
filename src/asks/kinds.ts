import type { Actor, Tx } from '../kit/ctx.ts'
import type { Ask } from './ask.ts'

/** How an ask reads to whoever is asked. */
export type Described = {
  readonly title: string
  readonly lines: readonly string[]
  /** Who will see the answer, for the line under the buttons. */
  readonly seenBy: string
}

export type Answer = { readonly word: string; readonly note?: string; readonly by: Actor }

/** What a room says once about a kind of ask it makes. The words are the answers, kindest no included, in the order of their buttons. */
export type AskKind = {
  /** Such as `networks.invitation`; kept with each ask for good. */
  readonly name: string
  readonly words: Readonly<Record<string, string>>
  describe(tx: Tx, ask: Ask): Promise<Described>
  /** Does what the answer means, in the same transaction. Runs as the house, since whoever answers may have no account. */
  answered(tx: Tx, ask: Ask, answer: Answer): Promise<void | { goTo: string }>
  /** Silence has had its time. */
  ended?(tx: Tx, ask: Ask): Promise<void>
  /** Where those asked are not here and their address is kept by the room alone, in a row that may be erased: where to write, each time anew. */
  reach?(tx: Tx, ask: Ask): Promise<{ readonly email?: string; readonly name?: string } | undefined>
  /** Where an answer needs more than a tap (a form to join with): the page to go to instead. Such a page calls `answerAsk` itself. */
  readonly needsPage?: Readonly<Record<string, (ask: Ask, token: string) => string>>
}

const kinds = new Map<string, AskKind>()

export function defineAskKind(kind: AskKind): AskKind {
  if (kinds.has(kind.name)) throw new Error(`Two kinds of ask are called "${kind.name}".`)
  kinds.set(kind.name, kind)
  return kind
}

export function getKind(name: string): AskKind {
  const kind = kinds.get(name)
  if (!kind) throw new Error(`No kind of ask is called "${name}".`)
  return kind
}

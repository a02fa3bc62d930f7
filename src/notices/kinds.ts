import type { Tx } from '../kit/ctx.ts'
import type { Notice } from './notice.ts'

/** How a notice reads. */
export type Told = { readonly says: string; readonly detail?: string; readonly href?: string; /** What one can do about it, as the words of a link. */ readonly more?: string }

/** What a room says once about a kind of notice it tells. */
export type NoticeKind = {
  /** Such as `referrals.thanked`; kept with each notice for good. */
  readonly name: string
  /** Good news has a place of its own on Home. */
  readonly good: boolean
  /** Runs as the house whenever somebody reads it. Nothing where what it is about is gone. */
  describe(tx: Tx, notice: Notice): Promise<Told | undefined>
}

const kinds = new Map<string, NoticeKind>()

export function defineNoticeKind(kind: NoticeKind): NoticeKind {
  if (kinds.has(kind.name)) throw new Error(`Two kinds of notice are called "${kind.name}".`)
  kinds.set(kind.name, kind)
  return kind
}

export function getNoticeKind(name: string): NoticeKind {
  const kind = kinds.get(name)
  if (!kind) throw new Error(`No kind of notice is called "${name}".`)
  return kind
}

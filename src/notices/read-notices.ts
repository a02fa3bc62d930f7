import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import { getNoticeKind, type Told } from './kinds.ts'
import type { Notice } from './notice.ts'
import { listNotices } from './store.ts'

export type NoticeInWords = Told & { readonly notice: Notice }

/** What we were told, in words, the newest first. */
export async function readNotices(ctx: Ctx, wanted: { good?: boolean; limit?: number } = {}): Promise<readonly NoticeInWords[]> {
  const notices = await ctx.read((tx) => listNotices(tx, wanted))
  return asHouse(ctx).read((tx) => noticesInWords(tx, notices))
}

/** Those whose subject is still there. They were told, so their words are theirs to read; the kind chooses them. As the house. */
export async function noticesInWords(tx: Tx, notices: readonly Notice[]): Promise<readonly NoticeInWords[]> {
  const read: NoticeInWords[] = []
  for (const notice of notices) {
    const told = await getNoticeKind(notice.kind).describe(tx, notice)
    if (told) read.push({ ...told, notice })
  }
  return read
}

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

/** A page of them, for programs. What is no longer there is left out, so a page may be shorter than was asked. */
export async function readNoticePage(ctx: Ctx, { limit, past }: { limit: number; past: number }): Promise<{ readonly notices: readonly NoticeInWords[]; readonly more: boolean }> {
  const found = await ctx.read((tx) => listNotices(tx, { limit: limit + 1, past }))
  return { notices: await asHouse(ctx).read((tx) => noticesInWords(tx, found.slice(0, limit))), more: found.length > limit }
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

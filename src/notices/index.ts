/** The door of notices: what other rooms may use. */
export type { Notice } from './notice.ts'
export { defineNoticeKind, type NoticeKind, type Told } from './kinds.ts'
export { tell } from './tell.ts'
export { putNoticeAway } from './put-away.ts'
export { noticesInWords, readNoticePage, readNotices, type NoticeInWords } from './read-notices.ts'
export { listUnwrittenNotices, markWritten } from './store.ts'

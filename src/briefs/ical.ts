import type { CalendarEntry } from '../kit/ical.ts'
import type { Brief } from './brief.ts'

/** The day by which an open brief is answered, for anybody's calendar. Never what the job is worth. */
export function deadlineOf({ id, title, by, answerBy, changedAt }: Brief, href: string): CalendarEntry | undefined {
  if (!answerBy) return undefined
  return { uid: `open-brief-${id}@guildhall`, says: `Answer by: ${title}`, detail: `From ${by}`, when: { on: answerBy }, changedAt, href }
}

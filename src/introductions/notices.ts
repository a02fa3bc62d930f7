import { defineNoticeKind, type Notice } from '../notices/index.ts'
import type { Id } from '../kit/ids.ts'
import { routes } from '../routes.ts'
import { readShortNames } from './names.ts'
import { findIntroduction } from './store.ts'

export const MADE = 'introductions.made'
export const NO_ANSWER = 'introductions.no_answer'

defineNoticeKind({
  name: MADE, good: true,
  describe: async (tx, notice) => {
    const introduction = await findIntroduction(tx, subjectOf(notice))
    if (!introduction) return undefined
    const names = await readShortNames(tx, introduction)
    const href = routes.introduction(introduction.id)
    if (introduction.by.is === 'member' && introduction.by.organisation === notice.to) return { says: `You brought ${names.asker} and ${names.other} together.`, detail: 'Both said yes, and have each other’s contact. Thank you.', href, more: 'See it' }
    const them = notice.to === introduction.asker ? names.other : names.asker
    return { says: `You and ${them} have been introduced.`, detail: `Both of you said yes. ${names.introducer} brought you together.`, href, more: 'See how to reach them' }
  },
})

defineNoticeKind({
  name: NO_ANSWER, good: false,
  describe: async (tx, notice) => {
    const introduction = await findIntroduction(tx, subjectOf(notice))
    if (!introduction) return undefined
    const names = await readShortNames(tx, introduction)
    const href = routes.introduction(introduction.id)
    if (notice.to === introduction.asker && introduction.by.is === 'member') return { says: `No answer this time about ${names.other}.`, detail: 'It happens, and says little about you. See what else you might do.', href, more: 'See it' }
    return { says: `The introduction of ${names.asker} and ${names.other} had no answer this time.`, detail: 'Nothing was passed on.', href, more: 'See it' }
  },
})

function subjectOf({ subject }: Notice): Id<'introduction'> {
  return subject['introduction'] as Id<'introduction'> // written by settle.ts and make-introduction.ts for these kinds
}

import { mayEdit, type Keeping } from '../organisations/index.ts'
import type { Actor } from '../kit/ctx.ts'
import type { Introduction, Part } from './introduction.ts'

/** Asking, answering and taking back speak for the whole organisation. */
export const maySpeak = (keeping: Keeping): boolean => mayEdit(keeping)

/** How the actor stands to an introduction they may see. Whoever acts for the organisation it is about comes before the organiser. */
export function partOf(actor: Pick<Actor, 'person' | 'organisation'>, introduction: Pick<Introduction, 'asker' | 'other' | 'by'>): Part | undefined {
  const { by } = introduction
  if (by.is === 'organiser' && by.person === actor.person && actor.organisation !== introduction.asker && actor.organisation !== introduction.other) return 'organiser'
  if (actor.organisation === introduction.asker) return by.is === 'member' ? 'asker' : 'other'
  if (actor.organisation === introduction.other) return 'other'
  if (by.is === 'member') return by.organisation === actor.organisation ? 'introducer' : undefined
  return by.person === actor.person ? 'organiser' : undefined
}

/** Whoever began it takes it back: the asker, or the organiser. */
export const mayWithdraw = (part: Part | undefined): boolean => part === 'asker' || part === 'organiser'

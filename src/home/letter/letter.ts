import type { Id } from '../../kit/ids.ts'

/**
 * The letter of an organisation to one of its people: what waits, what happened, one worth a look. It is written only when there is
 * something an earlier letter did not say, as often as they like, and stops with one press.
 */
export const RHYTHMS = ['weekly', 'monthly', 'never'] as const
export type Rhythm = (typeof RHYTHMS)[number]
export const RHYTHM_WORDS: Readonly<Record<Rhythm, { readonly label: string; readonly hint: string }>> = {
  weekly: { label: 'Once a week', hint: 'On Mondays, when there is something.' },
  monthly: { label: 'Once a month', hint: 'On the first Monday, when there is something.' },
  never: { label: 'Never', hint: 'All of it stands on Home.' },
}

/** Those who decide hear weekly until they choose otherwise; those who only read hear nothing until they ask. */
export const rhythmOf = (chosen: Rhythm | undefined, role: string): Rhythm => chosen ?? (role === 'member' ? 'never' : 'weekly')

const HOUR = 6
const DAY = 86_400_000

/** The moment of the last letter day before now: a Monday, or the first of its month, at six. */
export function lastLetterDay(rhythm: 'weekly' | 'monthly', now: Date): Date {
  const day = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), HOUR))
  for (let back = 0; back < 40; back += 1) {
    const then = new Date(day.getTime() - back * DAY)
    if (then <= now && then.getUTCDay() === 1 && (rhythm === 'weekly' || then.getUTCDate() <= 7)) return then
  }
  throw new Error('Forty days hold a first Monday.')
}

/** Whether it is time to look again if there is something to write. A house that was away on Monday writes when it is back. */
export function isDue(rhythm: Rhythm, lookedAt: Date, now: Date): boolean {
  return rhythm !== 'never' && lookedAt < lastLetterDay(rhythm, now)
}

export type Line = { readonly says: string; readonly detail?: string; readonly link?: string }

/** What one letter holds. Ids are kept, so that the next does not say it again. */
export type Content = {
  readonly turns: readonly (Line & { readonly id: Id<'ask'> })[]
  readonly good: readonly (Line & { readonly id: Id<'notice'> })[]
  readonly happened: readonly (Line & { readonly id: Id<'notice'> })[]
  readonly look?: Line & { readonly id: Id<'organisation'> }
}

export const isEmpty = ({ turns, good, happened, look }: Content): boolean => turns.length + good.length + happened.length === 0 && !look

/** The letter in lines, each part under a plain word, good news in a place of its own. */
export function inLines({ turns, good, happened, look }: Content): readonly string[] {
  const line = ({ says, detail, link }: Line) => [detail ? `${says} ${detail}` : says, link].filter(Boolean).join('\n')
  return [
    ...(turns.length > 0 ? [turns.length === 1 ? 'WAITING FOR YOU' : `WAITING FOR YOU: ${turns.length}`, ...turns.map(line)] : []),
    ...(good.length > 0 ? ['GOOD NEWS', ...good.map(line)] : []),
    ...(happened.length > 0 ? ['WHAT HAPPENED', ...happened.map(line)] : []),
    ...(look ? ['WORTH A LOOK', line(look)] : []),
  ]
}

/** What the letter is about, from what matters most in it. No name and nobody’s words: a subject is read over shoulders. */
export function subjectOf({ turns, good, happened, look }: Content, organisation: string): string {
  if (turns.length > 0) return turns.length === 1 ? `${organisation}: one question waits for you` : `${organisation}: ${turns.length} questions wait for you`
  if (good.length > 0) return `${organisation}: good news`
  return happened.length > 0 ? `${organisation}: what happened` : look ? `${organisation}: somebody worth a look` : organisation
}

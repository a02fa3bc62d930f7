import type { Id } from '../kit/ids.ts'

/** An introduction that one organisation asked for before, as the house remembers it. */
export type AskedBefore = {
  readonly other: Id<'organisation'>
  readonly through?: Id<'organisation'>
  readonly open: boolean
  /** When it came to nothing, and at whom: the introducer, or the other side. */
  readonly ended?: { readonly at: Date; readonly with: 'introducer' | 'other' }
}

export type NotAgain =
  | { readonly because: 'open' }
  /** Not through this introducer until then; another may be asked. */
  | { readonly because: 'through'; readonly until: Date }
  /** Not this organisation until then, through nobody. */
  | { readonly because: 'other'; readonly until: Date }

/**
 * Whether one may ask to be introduced to an organisation, through somebody. What came to nothing is left alone for a year: a no and a
 * silence alike, since a difference would tell of the no. Where it ended with the introducer another may be asked; where it ended with
 * the other side nobody is, so that they are not asked again through everybody they know.
 */
export function whyNotAgain(before: readonly AskedBefore[], wanted: { readonly other: Id<'organisation'>; readonly through?: Id<'organisation'> }, now: Date): NotAgain | undefined {
  const same = before.filter((one) => one.other === wanted.other)
  if (same.some((one) => one.open)) return { because: 'open' }
  const still = (one: AskedBefore) => one.ended && yearAfter(one.ended.at) > now
  const latest = (those: readonly AskedBefore[]) => yearAfter(new Date(Math.max(...those.map((one) => one.ended?.at.getTime() ?? 0))))
  const atOther = same.filter((one) => still(one) && one.ended?.with === 'other')
  if (atOther.length > 0) return { because: 'other', until: latest(atOther) }
  const atThrough = same.filter((one) => still(one) && one.through === wanted.through)
  return wanted.through && atThrough.length > 0 ? { because: 'through', until: latest(atThrough) } : undefined
}

/** The same day a year on. */
function yearAfter(moment: Date): Date {
  const then = new Date(moment)
  then.setUTCFullYear(then.getUTCFullYear() + 1)
  return then
}

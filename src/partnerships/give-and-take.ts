import type { Id } from '../kit/ids.ts'
import type { Deed } from './moment-store.ts'

/** What passed each way, counted from the shared timeline. Only the two ever see it, and it is never a score. */
export type GiveAndTake = {
  readonly weGave: Passed
  readonly theyGave: Passed
  readonly jobs: number
  readonly campaigns: number
  readonly recommendations: { readonly ours: number; readonly theirs: number }
}
export type Passed = { readonly referrals: number; readonly cameToWork: number; readonly cover: number }

export function giveAndTakeOf(us: Id<'organisation'>, deeds: readonly Deed[]): GiveAndTake {
  const sum = (fits: (deed: Deed) => boolean) => deeds.filter(fits).reduce((total, { count }) => total + count, 0)
  const passed = (ours: boolean): Passed => ({
    referrals: sum(({ kind, by }) => kind === 'referral' && (by === us) === ours),
    cameToWork: sum(({ kind, by, came }) => kind === 'referral' && (by === us) === ours && came),
    cover: sum(({ kind, by }) => kind === 'cover' && (by === us) === ours),
  })
  return {
    weGave: passed(true), theyGave: passed(false), jobs: sum(({ kind }) => kind === 'job' || kind === 'team'), campaigns: sum(({ kind }) => kind === 'campaign'),
    recommendations: { ours: sum(({ kind, by }) => kind === 'recommendation' && by === us), theirs: sum(({ kind, by }) => kind === 'recommendation' && by !== us) },
  }
}

/** As one line of whole sentences: “You passed on 4, of which 3 became work.” */
export function giveAndTakeInWords({ weGave, theyGave, jobs, campaigns, recommendations }: GiveAndTake, them: string): readonly string[] {
  const referrals = (who: string, { referrals: count, cameToWork }: Passed) =>
    count === 0 ? [] : [`${who} passed on ${count}${cameToWork > 0 ? `, of which ${cameToWork} became work` : ''}`]
  const cover = (who: string, { cover: count }: Passed) => (count === 0 ? [] : [`${who} covered ${count === 1 ? 'once' : `${count} times`}`])
  return [
    ...referrals('You', weGave), ...referrals(them, theyGave), ...cover('You', weGave), ...cover(them, theyGave),
    ...(jobs > 0 ? [jobs === 1 ? '1 job together' : `${jobs} jobs together`] : []), ...(campaigns > 0 ? [campaigns === 1 ? '1 campaign' : `${campaigns} campaigns`] : []),
    ...(recommendations.ours > 0 ? ['You recommend them'] : []), ...(recommendations.theirs > 0 ? ['They recommend you'] : []),
  ]
}

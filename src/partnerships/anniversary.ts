import type { Deed } from './moment-store.ts'
import type { Partnership } from './partnership.ts'

/** Since when the two count: the day they met where it is known, else the day both said yes. */
export function beganOn({ met, noted, standing }: Pick<Partnership, 'met' | 'noted' | 'standing'>): string {
  return met.on ?? (standing.is === 'agreed' ? standing.at : noted.at).toISOString().slice(0, 10)
}

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'] as const
const inWords = (count: number) => NUMBERS[count] ?? count.toLocaleString('en-GB')

/** “A year since Tom introduced you. Seven jobs since.” Within three days of the day itself; nothing on other days. */
export function anniversaryOf(ours: Pick<Partnership, 'met' | 'noted' | 'standing' | 'partner'>, deeds: readonly Deed[], today: string, introducer?: string): string | undefined {
  const began = beganOn(ours)
  const years = nearestYears(began, today)
  if (!years) return undefined
  const span = years === 1 ? 'A year' : `${inWords(years)} years`
  const since = introducer ? `${span} since ${introducer} introduced you.` : `${span} since you and ${ours.partner.name} ${ours.met.on || ours.met.what ? 'met' : 'became partners'}.`
  return [since, ...sinceThen(deeds)].join(' ')
}

function sinceThen(deeds: readonly Deed[]): readonly string[] {
  const count = (kind: Deed['kind']) => deeds.filter((one) => one.kind === kind).reduce((sum, one) => sum + one.count, 0)
  const jobs = count('job'), referrals = count('referral')
  if (jobs > 0) return [`${inWords(jobs)} ${jobs === 1 ? 'job' : 'jobs'} since.`]
  return referrals > 0 ? [`${inWords(referrals)} ${referrals === 1 ? 'referral' : 'referrals'} since.`] : []
}

/** How many whole years lie between two days that are within three days of an anniversary. */
function nearestYears(began: string, today: string): number | undefined {
  const now = Date.parse(today)
  for (const year of [-1, 0, 1].map((step) => Number(today.slice(0, 4)) + step)) {
    const day = new Date(Date.UTC(year, Number(began.slice(5, 7)) - 1, Number(began.slice(8, 10))))
    const years = year - Number(began.slice(0, 4))
    if (years >= 1 && Math.abs(day.getTime() - now) <= 3 * 86_400_000) return years
  }
  return undefined
}

import { dayInWords } from '../../ui/index.ts'
import type { Week } from '../read-week.ts'

const many = (count: number, one: string, more: string) => (count === 1 ? `one ${one}` : `${count.toLocaleString('en-GB')} ${more}`)
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** What came of three months, in whole sentences: the report a funder reads. What did not happen is not padded. */
export function reportOf({ network, members, quarter: { since, joined, introductions, referrals, outcomes } }: Week, now: Date): readonly string[] {
  const circle = `Between ${dayInWords(since)} and ${dayInWords(now)}, ${network.name} was a circle of ${many(members, 'member', 'members')}${joined.length > 0 ? `, ${joined.length === members ? 'all' : many(joined.length, 'of them', 'of them')} new` : ''}.`
  const met = introductions.made > 0 && `${capital(many(introductions.made, 'introduction was', 'introductions were'))} made, with a yes from both sides${introductions.led > 0 ? `; ${introductions.led === introductions.made ? (introductions.made === 1 ? 'it' : 'all') : many(introductions.led, 'of them', 'of them')} led to a partnership` : ''}.`
  const passed = referrals.passed > 0 && `Members passed ${many(referrals.passed, 'person', 'people')} on to each other, with their consent${referrals.won > 0 ? `; ${referrals.won === referrals.passed ? (referrals.passed === 1 ? 'it' : 'all') : many(referrals.won, 'of them', 'of them')} became work` : ''}.`
  const done = outcomes > 0 && `${capital(many(outcomes, 'job that members did together has', 'jobs that members did together have'))} come to an end and been noted as proof.`
  const quiet = !met && !passed && !done && 'No introduction, referral or shared job has been noted yet. The first introduction is often the organiser’s own.'
  return [circle, met, passed, done, quiet].filter((sentence) => !!sentence) as string[] // false fell out
}

import { routes } from '../../routes.ts'
import { Button, Choice, Field, Form, Hidden, Select, Tick, type OptionGroup } from '../../ui/index.ts'
import { LENSES, LENS_WORDS, MEETS_WORDS } from '../want.ts'
import { MILES, monthInWords, monthsFrom, type LookedFor } from './looked-for.ts'
import type { Desk } from './read-desk.ts'

/**
 * What one looks for and why; place, proof and time folded away until somebody wants them. A plain form. On a phone, whoever asked for something
 * sees the answers first, and the form behind one line.
 */
export function FindForm({ looked, desk, now }: { looked: LookedFor; desk: Desk; now: Date }) {
  const groups: readonly OptionGroup[] = [
    ...(desk.wants.length > 0 ? [{ label: 'Your needs', options: desk.wants.map((want) => ({ value: `need:${want.id}`, label: short(want.says) })) }] : []),
    ...(desk.briefs.length > 0 ? [{ label: 'Your briefs', options: desk.briefs.map((brief) => ({ value: `brief:${brief.id}`, label: short(brief.title) })) }] : []),
  ]
  const asked = looked.want || groups.flatMap(({ options }) => options).find(({ value }) => value === looked.from)?.label
  const fields = (
    <div className="match-form">
      <div className="form-line">
        <Field name="want" type="search" label="What are you looking for?" optional hint={desk.organisation ? 'Leave it empty, and your needs and your Question 2 are looked for.' : undefined} value={looked.want} maxLength={500} />
        <Button>Find</Button>
      </div>
      <Choice name="lens" label="I want to" layout="line" value={looked.lens} options={LENSES.map((lens) => ({ value: lens, label: LENS_WORDS[lens].label, hint: LENS_WORDS[lens].hint }))} />
      {groups.length > 0 && <Select name="from" label="Or look from" optional value={looked.from} prompt={desk.answeredTwo ? 'Question 2 and all your needs' : 'All your needs'} groups={groups} width="medium" />}
      <details open={!!(looked.near || looked.free || looked.size !== 'all')}>
        <summary>Place, proof and time</summary>
        <div className="directory-more">
          <Select name="within" label="How far" optional value={looked.within === undefined ? '' : String(looked.within)} options={[{ value: '', label: 'Anywhere' }, ...MILES.map((miles) => ({ value: String(miles), label: `Within ${miles} miles` }))]} width="short" />
          <Field name="near" label="Of a postcode district" hint="Yours, unless you say another." optional value={looked.near} width="short" maxLength={8} />
          <Select name="free" label="Free in" optional value={looked.free} options={[{ value: '', label: 'Any month' }, ...monthsFrom(now).map((month) => ({ value: month, label: monthInWords(month, now) }))]} width="short" />
          <Select name="size" label="Who" optional value={looked.size === 'all' ? '' : looked.size} options={[{ value: '', label: 'Everyone' }, { value: 'small', label: 'Small organisations, three past jobs at most' }, { value: 'new', label: 'New to us' }]} width="medium" />
          <Tick name="proven" label="Has proof" optional checked={looked.proven} />
        </div>
        {desk.organisation && <p className="fine">Your own trade: {MEETS_WORDS[desk.meets].label.toLowerCase()}. <a href={routes.ownTrade(desk.organisation)}>Change when you meet your own trade</a></p>}
      </details>
    </div>
  )
  return (
    <Form to={routes.findPartners} method="get" label="Find partners">
      {looked.network && <Hidden name="network" value={looked.network} />}
      {asked ? <details className="match-fold"><summary>{LENS_WORDS[looked.lens].label}: “{short(asked)}”. Change it</summary>{fields}</details> : fields}
    </Form>
  )
}

const short = (words: string): string => (words.length > 80 ? `${words.slice(0, 79).trimEnd()}…` : words)

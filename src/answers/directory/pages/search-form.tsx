import type { Capability } from '../../../networks/index.ts'
import { Button, Choice, Field, Form, Hidden, Tick } from '../../../ui/index.ts'
import { STRENGTHS, STRENGTH_WORDS } from '../../claim.ts'
import type { Wanted } from '../wanted.ts'

const SUGGESTED = 300

/** Words first; the rest folded away until somebody wants it, or uses it. It works as a plain form. */
export function SearchForm({ to, wanted, vocabulary, asMap }: { to: string; wanted: Wanted; vocabulary: readonly Capability[]; asMap: boolean }) {
  const { words, can, place, free, strength, proven } = wanted
  return (
    <Form to={to} method="get" label="Search the directory">
      <div className="directory-form">
        <div className="form-line">
          <Field name="words" type="search" label="Words" optional value={words} width="medium" maxLength={100} />
          <Field name="can" label="Can do" optional value={can} width="medium" maxLength={120} suggestions={vocabulary.slice(0, SUGGESTED).map((one) => one.title)} />
          <Button>Search</Button>
        </div>
        <details open={!!(place || free || strength || proven)}>
          <summary>Place, time and proof</summary>
          <div className="directory-more">
            <Field name="place" label="Postcode district or area" hint="Such as SP2, or SP for all of it." optional value={place} width="short" maxLength={8} />
            <Field name="from" type="date" label="Free from" optional value={free?.from} width="short" />
            <Field name="until" type="date" label="Until" hint="Only those who have said when they have time." optional value={free?.until} width="short" />
            <Choice name="strength" label="Says it as" optional layout="line" value={strength ?? ''} options={[{ value: '', label: 'Any' }, ...STRENGTHS.map((one) => ({ value: one, label: STRENGTH_WORDS[one] }))]} />
            <Tick name="proven" label="Has proof" optional checked={proven} />
          </div>
        </details>
      </div>
      {asMap && <Hidden name="view" value="map" />}
    </Form>
  )
}

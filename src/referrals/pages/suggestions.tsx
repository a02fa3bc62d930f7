import { routes } from '../../routes.ts'
import { Row, Rows, Section, State } from '../../ui/index.ts'
import type { Suggestion } from '../suggest.ts'

/** Who could help, and why, in sentences. Nobody is chosen for anyone. */
export function Suggestions({ found, heading, most = 5 }: { found: readonly Suggestion[]; heading: string; most?: number }) {
  const reasoned = found.filter((one) => one.reasons.length > 0).slice(0, most)
  if (reasoned.length === 0) return null
  return (
    <Section title={heading} intro="By what they say they do, what stands behind it, and how well you know them.">
      <Rows label={heading}>
        {reasoned.map((one) => (
          <Row key={one.organisation} title={one.name} href={routes.organisation(one.organisation)} detail={<State shape={one.known ? 'full' : 'ring'} tone={one.known ? 'good' : 'plain'}>{one.known ? 'Your partner' : 'You could know them'}</State>}>
            <ul>{one.reasons.map((reason) => <li key={reason}>{reason}</li>)}</ul>
            {one.cautions.map((caution) => <p key={caution} className="fine">{caution}</p>)}
          </Row>
        ))}
      </Rows>
    </Section>
  )
}

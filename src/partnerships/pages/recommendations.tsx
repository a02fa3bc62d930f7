import { BASIS_WORDS, type Recommendation } from '../../answers/index.ts'
import { Day, Row, Rows, Section, State } from '../../ui/index.ts'
import type { PartnershipRead } from '../read-partnership.ts'

/** What each has said of the other first hand, and how it stands. */
export function Recommendations({ read: { ours, recommendations } }: { read: PartnershipRead }) {
  if (recommendations.length === 0) return null
  return (
    <Section title="Recommendations" count={recommendations.length}>
      <Rows label="Recommendations">
        {recommendations.map((one) => (
          <Row key={one.id} title={`“${one.words}”`} detail={<>{one.from.organisation === ours.us ? 'You' : ours.partner.name}, <Day on={one.saidOn} />. {BASIS_WORDS[one.basis]}.</>} aside={<HowItStands one={one} />} />
        ))}
      </Rows>
    </Section>
  )
}

function HowItStands({ one: { givenAt, takenAt, declined, sight } }: { one: Recommendation }) {
  if (declined) return <State shape="dash">Not taken</State>
  if (!givenAt || !takenAt) return <State shape="ring">Waiting for a yes</State>
  return <State shape="full" tone="good">{sight === 'anyone' ? 'Anyone reads it' : 'Members read it'}</State>
}

import { Above, type Network, type Place } from '../../networks/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Day, Heading, LinkButton, PostButton, Row, Rows } from '../../ui/index.ts'
import type { Reading } from '../reading-store.ts'
import type { Found } from '../tender/found.ts'

/** A file of published tenders holds several: which one is meant, by what it is called, who buys and until when. */
export function WhichTender({ network, reading: { id, found } }: { network: Network & Place; reading: Reading }) {
  const each = found.each ?? []
  return (
    <>
      <Heading above={<Above network={network} />} intro="Choose the one you mean to answer. The others stay here for a week, in case you come back for them.">{`${each.length} tenders are in this file`}</Heading>
      <Rows label="Tenders">{each.map((one, at) => <Row key={at} title={one.title ?? `Tender ${at + 1}`} href={`${routes.briefReading(network.slug, id)}?tender=${at + 1}`} level={2} detail={<Told found={one} />} />)}</Rows>
      <Actions><LinkButton href={routes.briefReadings(network.slug)}>Choose another file</LinkButton><PostButton to={routes.briefReadingRemoval(network.slug, id)} variant="quiet">Throw this reading away</PostButton></Actions>
    </>
  )
}

function Told({ found: { forWhom, answerBy, source, parts } }: { found: Found }) {
  const told = [forWhom, parts.length === 1 ? 'one part' : `${parts.length} parts`, source].filter(Boolean).join(' · ')
  return <>{told}{answerBy && <> · closes on <Day on={answerBy} /></>}</>
}

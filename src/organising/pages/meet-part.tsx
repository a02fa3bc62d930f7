import type { FriendlyPath } from '../../matches/index.ts'
import type { Network, Place } from '../../networks/index.ts'
import { routes } from '../../routes.ts'
import { Button, Card, Cards, Empty, Form, Hidden, LinkButton, Section, Who, type Problems, type Whom } from '../../ui/index.ts'
import type { MapQuestion, Meeting } from '../map-question.ts'
import { onlyOf } from './who-on-map.ts'

type Props = { readonly network: Network & Place; readonly question: MapQuestion; readonly meeting: Meeting; readonly paths?: readonly FriendlyPath[]; readonly whom: Whom; readonly problems: Problems; readonly us?: string }

/** How could these two meet? The friendly paths in words, each with the introduction already drafted. */
export function MeetPart({ network, question, meeting, paths, whom, problems, us }: Props) {
  const nameOf = (field: 'from' | 'to') => whom.typed[field]?.fits.find((one) => one.value === meeting[field])?.label ?? 'them'
  return (
    <Section title="How could these two meet?" id="meet">
      <Form to={`${routes.networkMap(network.slug)}#meet`} method="get" layout="line" label="How could these two meet?" id={problems['from'] || problems['to'] ? 'meeting' : undefined} problems={onlyOf(problems, ['from', 'to'])} values={{ from: meeting.from ?? us ?? '', to: meeting.to ?? '' }}>
        {question.focus && <Hidden name="focus" value={question.focus} />}
        {question.capability && <Hidden name="capability" value={question.capability} />}
        <Who name="from" label="From" prompt="Choose one" width="medium" whom={whom} />
        <Who name="to" label="To" prompt="Choose one" width="medium" whom={whom} />
        <Button variant="quiet">Show the way</Button>
      </Form>
      {paths?.length === 0 && <Empty title={`No friendly path from ${nameOf('from')} to ${nameOf('to')} that you may know of`}>{network.organises ? 'You can introduce them yourself.' : 'An organiser of the network can introduce them.'}{network.organises && <p><LinkButton href={introduceHref(network.slug, meeting)}>Introduce them</LinkButton></p>}</Empty>}
      {paths && paths.length > 0 && <Cards>{paths.map((path) => <PathCard key={path.introducer?.id ?? 'known'} path={path} network={network} us={us} meeting={meeting} />)}</Cards>}
    </Section>
  )
}

const introduceHref = (slug: string, { from, to }: Meeting) => `${routes.introduceMembers(slug)}?one=${from ?? ''}&other=${to ?? ''}`

function PathCard({ path: { introducer, steps }, network, us, meeting }: { path: FriendlyPath; network: Network & Place; us?: string; meeting: Meeting }) {
  const ask = meeting.from === us && introducer ? `${routes.newIntroduction}?to=${meeting.to ?? ''}&through=${introducer.id}&network=${network.slug}` : undefined
  const action = ask ? <LinkButton href={ask} variant="main">{`Ask ${introducer?.name ?? ''} to introduce you`}</LinkButton> : network.organises && introducer ? <LinkButton href={introduceHref(network.slug, meeting)} variant="main">Introduce them</LinkButton> : undefined
  return (
    <Card title={introducer ? `Through ${introducer.name}` : 'They know each other already'} actions={action}>
      <ol className="friendly-path" role="list">
        {steps.map((step) => <li key={step.from.id}><strong>{step.from.name}</strong> knows <strong>{step.to.name}</strong>{step.words.length > 0 && <span className="quiet-text">. {step.words.join(' ')}</span>}</li>)}
      </ol>
    </Card>
  )
}

import { routes } from '../../routes.ts'
import { Actions, Ago, Button, Card, Empty, Form, Heading, LinkButton, Row, Rows, Section, State, WithAside } from '../../ui/index.ts'
import type { Home, Turn } from '../read-home.ts'

/** A short start to the day: what waits on you, how to get going, where you belong. */
export function HomePage({ home, now }: { home: Home; now: Date }) {
  return (
    <>
      <Heading>{greeting(now)}, {home.name.split(' ')[0]}</Heading>
      <WithAside label="Where you belong" aside={<Belonging home={home} />}>
        <Section title="Your turn" count={home.turns.length + home.moreTurns}>
          {home.turns.length === 0 ? <NothingWaits home={home} /> : home.turns.map((turn) => <TurnCard key={turn.ask.id} turn={turn} now={now} />)}
          {home.moreTurns > 0 && <p className="quiet-text">{home.moreTurns} more, once these are answered.</p>}
        </Section>
        <GettingStarted home={home} />
      </WithAside>
    </>
  )
}

/** A good day, and one thing worth doing with it. */
function NothingWaits({ home: { networks } }: { home: Home }) {
  const organised = networks.find((network) => network.organises)
  const first = organised ?? networks.find((network) => network.members > 1)
  const idea = organised ? <LinkButton href={routes.inviteMember(organised.slug)}>Invite someone you recommend</LinkButton>
    : first && <LinkButton href={routes.members(first.slug)}>See who is in {first.name}</LinkButton>
  return <Empty title="Nothing needs you. Enjoy it." action={idea}>When somebody asks you something, it waits for you here, and you answer in place.</Empty>
}

function Belonging({ home: { networks, working } }: { home: Home }) {
  return (
    <>
      {networks.length > 0 && (
        <Section title={networks.length === 1 ? 'Your network' : 'Your networks'}>
          <Rows>
            {networks.map((network) => <Row key={network.id} title={network.name} href={routes.network(network.slug)} detail={<>{membersInWords(network.members)}{network.organises && ' · you organise it'}</>} />)}
          </Rows>
        </Section>
      )}
      {working.length > 0 && (
        <Section title={working.length === 1 ? 'Your organisation' : 'Your organisations'}>
          <Rows>{working.map((one) => <Row key={one.organisation} title={one.name} href={routes.organisation(one.organisation)} />)}</Rows>
        </Section>
      )}
    </>
  )
}

function membersInWords(members: number): string {
  if (members === 0) return 'No members yet'
  return members === 1 ? 'One member' : `${members.toLocaleString('en-GB')} members`
}

function TurnCard({ turn, now }: { turn: Turn; now: Date }) {
  return (
    <Card title={turn.title} above={<Ago since={turn.ask.askedAt} now={now} />}>
      {turn.lines.map((line) => <p key={line}>{line}</p>)}
      <Form to={routes.answerAsk(turn.ask.id)} label={turn.title}>
        <Actions>
          {Object.entries(turn.words).map(([word, says], place) => <Button key={word} name="word" value={word} variant={place === 0 ? 'main' : 'quiet'} small about={turn.title}>{says}</Button>)}
        </Actions>
      </Form>
    </Card>
  )
}

type Step = { readonly done: boolean; readonly says: string; readonly href: string }

/** The first steps, until all are done; each is true only when it has really happened. */
function GettingStarted({ home }: { home: Home }) {
  const [network] = home.networks
  const [working] = home.working
  const steps: readonly Step[] = [
    { done: !!working, says: 'List your organisation', href: routes.newOrganisation },
    { done: !!network, says: 'Join a network, or start one', href: routes.networks },
    { done: (network?.members ?? 0) > 1, says: 'Invite one organisation you recommend', href: network ? routes.inviteMember(network.slug) : routes.networks },
  ]
  const done = steps.filter((step) => step.done).length
  if (done === steps.length) return null
  const next = steps.find((step) => !step.done)
  return (
    <Section title={`Getting started: ${done} of ${steps.length}`} actions={next && <LinkButton href={next.href} variant={home.turns.length === 0 ? 'main' : 'quiet'}>{next.says}</LinkButton>}>
      <Rows label="Getting started">
        {steps.map((step) => <Row key={step.says} title={step.says} href={step.done ? undefined : step.href} aside={step.done ? <State tone="good" shape="full">Done</State> : <State shape="ring">To do</State>} />)}
      </Rows>
    </Section>
  )
}

function greeting(now: Date): string {
  const hour = Number(now.toLocaleString('en-GB', { hour: 'numeric', hourCycle: 'h23', timeZone: 'Europe/London' }))
  if (hour < 12) return 'Good morning'
  return hour < 18 ? 'Good afternoon' : 'Good evening'
}

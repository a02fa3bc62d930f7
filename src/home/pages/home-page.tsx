import type { ReactNode } from 'react'
import type { NoticeInWords } from '../../notices/index.ts'
import { routes } from '../../routes.ts'
import { Ago, Empty, Heading, LinkButton, PostButton, Row, Rows, Section, State, WithAside } from '../../ui/index.ts'
import type { Step } from '../first-steps.ts'
import type { Part } from '../part.ts'
import type { Home } from '../read-home.ts'
import type { Worth } from '../worth-a-look.ts'
import { TurnCard } from './turn-card.tsx'

/** A short start to the day: what waits on you, who is worth a look, good news in a place of its own. */
export function HomePage({ home, now }: { home: Home; now: Date }) {
  const { turns, waiting, later } = home
  return (
    <>
      <Heading>{greeting(now)}, {home.name.split(' ')[0]}</Heading>
      <WithAside label="News and where you belong" aside={<><News home={home} now={now} /><Belonging home={home} /></>}>
        <Section title="Your turn" count={waiting}>
          {turns.length === 0 ? <NothingWaits home={home} /> : turns.map((turn) => <TurnCard key={turn.ask.id} turn={turn} now={now} />)}
          <More more={waiting - turns.length} later={later} />
        </Section>
        <WorthALook worth={home.worth} />
        {home.steps && <GettingStarted steps={home.steps} mainHere={turns.length === 0} />}
      </WithAside>
    </>
  )
}

function More({ more, later }: { more: number; later: number }) {
  if (more <= 0 && later === 0) return null
  return <p><a href={routes.turns}>{more > 0 ? `${more.toLocaleString('en-GB')} more` : `${later.toLocaleString('en-GB')} put off`}</a></p>
}

/** A good day, and one thing worth doing with it. */
function NothingWaits({ home: { networks, steps } }: { home: Home }) {
  const organised = networks.find((network) => network.organises)
  const first = organised ?? networks.find((network) => network.members > 1)
  const idea = steps ? undefined : organised ? <LinkButton href={routes.inviteMember(organised.slug)}>Invite someone you recommend</LinkButton>
    : first && <LinkButton href={routes.findPartners}>Find a partner in {first.name}</LinkButton>
  return <Empty title="Nothing needs you. Enjoy it." action={idea}>When somebody asks you something, it waits for you here, and you answer in place.</Empty>
}

/** What a card says in place of what it could not fetch. */
function Card<T>({ part, title, children }: { part: Part<readonly T[]>; title: string; children: (is: readonly T[]) => ReactNode }) {
  if (!part.ok) return <Section title={title}><p className="quiet-text">This could not be fetched just now. The rest of the page is as it should be.</p></Section>
  return part.is.length === 0 ? null : <Section title={title}>{children(part.is)}</Section>
}

function WorthALook({ worth }: { worth: Part<readonly Worth[]> }) {
  return (
    <Card part={worth} title="Worth a look">
      {(all) => <Rows label="Worth a look">{all.map((one) => <Row key={one.organisation} title={one.name} href={routes.organisation(one.organisation)} detail={one.because} actions={<LinkButton small href={`${routes.findPartners}?${new URLSearchParams({ lens: one.lens })}`} about={one.name}>See why</LinkButton>} />)}</Rows>}
    </Card>
  )
}

function News({ home: { good, happened }, now }: { home: Home; now: Date }) {
  return (
    <>
      <Card part={good} title="Good news">{(all) => <Notices notices={all} label="Good news" now={now} />}</Card>
      <Card part={happened} title="What happened">{(all) => <Notices notices={all} label="What happened" now={now} />}</Card>
    </>
  )
}

function Notices({ notices, label, now }: { notices: readonly NoticeInWords[]; label: string; now: Date }) {
  return (
    <Rows label={label}>
      {notices.map(({ notice, says, detail, href }) => (
        <Row key={notice.id} title={says} href={href} detail={<>{detail && <>{detail} </>}<Ago since={notice.toldAt} now={now} /></>} actions={<PostButton to={routes.noticeAway(notice.id)} variant="plain" small about={says}>Put away</PostButton>} />
      ))}
    </Rows>
  )
}

function Belonging({ home: { networks, working } }: { home: Home }) {
  return (
    <>
      {networks.length > 0 && (
        <Section title={networks.length === 1 ? 'Your network' : 'Your networks'}>
          <Rows>
            {networks.map((network) => <Row key={network.id} title={network.name} href={routes.network(network.slug)} detail={<>{membersInWords(network.members)}{network.organises && ' · you organise it'}</>} actions={network.organises && <LinkButton href={routes.networkWeek(network.slug)} small about={network.name}>This week</LinkButton>} />)}
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

/** The first steps, until all are done; each is true only when it has really happened. */
export function GettingStarted({ steps, mainHere, underHelp }: { steps: readonly Step[]; mainHere?: boolean; underHelp?: boolean }) {
  const done = steps.filter((step) => step.done).length
  const next = steps.find((step) => !step.done)
  return (
    <Section title={`Getting started: ${done} of ${steps.length}`} id="first-steps" actions={next && <LinkButton href={next.href} variant={mainHere ? 'main' : 'quiet'}>{next.says}</LinkButton>}>
      <Rows label="Getting started">
        {steps.map((step) => <Row key={step.says} title={step.says} href={step.done ? undefined : step.href} detail={step.done ? undefined : step.why} aside={step.done ? <State tone="good" shape="full">Done</State> : <State shape="ring">To do</State>} />)}
      </Rows>
      {!underHelp && <PostButton to={routes.firstSteps} fields={{ away: 'yes' }} variant="plain" small>Put these away; they stay under Help</PostButton>}
    </Section>
  )
}

function greeting(now: Date): string {
  const hour = Number(now.toLocaleString('en-GB', { hour: 'numeric', hourCycle: 'h23', timeZone: 'Europe/London' }))
  if (hour < 12) return 'Good morning'
  return hour < 18 ? 'Good afternoon' : 'Good evening'
}

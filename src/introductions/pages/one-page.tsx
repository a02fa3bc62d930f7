import type { FormState } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Actions, Ago, Button, Care, CopyLink, Day, Facts, Form, Good, Heading, LinkButton, Note, PostButton, Section, Steps, Words } from '../../ui/index.ts'
import type { IntroductionSeen, Reachable } from '../read-introduction.ts'
import type { Way } from '../ways.ts'
import { ContactPart } from './contact-part.tsx'

type Props = { seen: IntroductionSeen; ways: readonly Way[]; contactOnPage: boolean; form: FormState; now: Date; address: string }

/** One introduction: how far it is, what was written, and the one thing to do. */
export function IntroductionPage({ seen, ways, contactOnPage, form, now, address }: Props) {
  const { introduction, part, names, own, notes, stages, current, reach } = seen
  const open = introduction.state.is === 'asked'
  const waitsOnUs = open && !!own && !own.said && !own.endedAt
  return (
    <>
      <Heading above={<a href={routes.introductions}>Introductions</a>} intro={<>Begun <Ago since={introduction.askedAt} now={now} />{seen.networkShown && `, in ${names.network.name}`}.</>}>{titleFor(seen)}</Heading>
      {introduction.state.is !== 'no_answer' && introduction.state.is !== 'withdrawn' && <Steps label="How far it is" steps={stages} current={current} />}
      <Outcome seen={seen} ways={ways} />
      {reach && <Reach reach={reach} partnership={seen.partnership} />}
      {waitsOnUs && part === 'introducer' && <IntroducerAnswer seen={seen} form={form} />}
      {waitsOnUs && part === 'other' && <SideAnswer seen={seen} onPage={contactOnPage} form={form} />}
      {notes.map((note) => (
        <Section key={note.to} title={note.to === own?.organisation ? 'What they wrote to you' : note.to === introduction.other ? `What ${names.other} reads` : introduction.by.is === 'organiser' ? `What ${names.asker} reads` : `To ${names.introducer}`}>
          <Words>{note.words.split(/\n{2,}/).map((line, place) => <p key={`${place} ${line}`}>{line}</p>)}</Words>
        </Section>
      ))}
      {open && (part === 'asker' || part === 'organiser') && (
        <Section title="While you wait" intro={<>You hear by <Day on={introduction.hearBy} /> at the latest. Each of those asked is reminded once.</>}>
          <CopyLink link={address} label="The address of this page, to send to whoever was asked" hint="They sign in to answer. It opens for nobody else." qr={false} />
          <Actions><PostButton to={routes.introductionWithdrawal(introduction.id)}>Take it back</PostButton></Actions>
        </Section>
      )}
    </>
  )
}

function titleFor({ part, names }: IntroductionSeen): string {
  switch (part) {
    case 'asker': return `Meeting ${names.other} through ${names.introducer}`
    case 'other': return `${names.asker} and ${names.other}`
    default: return `Introducing ${names.asker} and ${names.other}`
  }
}

/** How it ended, kindly; and where one goes from here. */
function Outcome({ seen: { introduction, part, names, own }, ways }: Pick<Props, 'seen' | 'ways'>) {
  const { state } = introduction
  if (state.is === 'made') return part === 'introducer' || part === 'organiser' ? <Good>Both said yes, and have each other’s contact. Thank you for bringing them together.</Good> : null
  if (state.is === 'withdrawn') return <Note>It was taken back. Nothing was passed on.</Note>
  if (state.is === 'no_answer') {
    if (part !== 'asker') return <Note>{own?.said?.is === 'no' ? 'You said that it does not suit you. Nobody was told whose answer it was, and nothing was passed on.' : 'There was no answer this time. Nothing was passed on.'}</Note>
    const [next] = ways
    return (
      <Care word="No answer this time" actions={next ? <LinkButton variant="main" href={`${routes.newIntroduction}?${new URLSearchParams({ to: introduction.other, network: names.network.slug, through: next.organisation })}#ask`}>{`Ask ${next.name} instead`}</LinkButton> : <LinkButton href={routes.findPartners}>Find others who fit</LinkButton>}>
        It happens, and says little about you: people are busy, or it is not the moment. None of your details were passed on.
      </Care>
    )
  }
  return part === 'introducer' && own?.said ? <Good>{`You agreed, thank you. ${names.other} is asked now.`}</Good> : part === 'other' && own?.said ? <Good>You said yes. Your contact passes once the other side has said yes too.</Good> : null
}

function Reach({ reach, partnership }: { reach: Reachable; partnership?: string }) {
  return (
    <Section title={`How to reach ${reach.name}`} intro="Whoever has a minute first says hello." actions={partnership && <LinkButton variant="main" href={routes.partnership(partnership)}>Open your partnership</LinkButton>}>
      <Facts facts={[
        ...(reach.askFor ? [{ name: 'Ask for', is: reach.askFor }] : []),
        ...(reach.phone ? [{ name: 'Phone', is: <a href={`tel:${reach.phone.replaceAll(/[^\d+]/g, '')}`}>{reach.phone}</a> }] : []),
        ...(reach.email ? [{ name: 'E-mail', is: <a href={`mailto:${reach.email}`}>{reach.email}</a> }] : []),
        { name: 'Their page', is: <a href={routes.organisation(reach.organisation)}>{reach.name}</a> },
      ]} />
      {!reach.phone && !reach.email && <p className="quiet-text">They have taken their contact off their page since. Write to them from there.</p>}
    </Section>
  )
}

function IntroducerAnswer({ seen: { introduction, names }, form }: Pick<Props, 'seen' | 'form'>) {
  return (
    <Section title="Your turn" intro={`With your yes we ask ${names.other}, and say that it comes through you.`}>
      <Form to={routes.introductionAnswer(introduction.id)} id="answer" {...form} seenBy={`A yes: ${names.asker} and ${names.other}. A no stays with you`}>
        <Actions><Button name="answer" value="yes">Yes, I will introduce them</Button><Button name="answer" value="no" variant="quiet">Not this time</Button></Actions>
      </Form>
    </Section>
  )
}

function SideAnswer({ seen: { introduction, names, own }, onPage, form }: Pick<Props, 'seen' | 'form'> & { onPage: boolean }) {
  const them = own?.organisation === introduction.asker ? names.other : names.asker
  return (
    <Section title="Your turn">
      <Form to={routes.introductionAnswer(introduction.id)} id="answer" {...form} seenBy={`A yes: ${them} and ${names.introducer}. A no stays with you`}>
        <ContactPart other={them} onPage={onPage} />
        <Actions sticky><Button name="answer" value="yes">Yes, pass on my contact</Button><Button name="answer" value="no" variant="quiet">Not now</Button></Actions>
      </Form>
    </Section>
  )
}

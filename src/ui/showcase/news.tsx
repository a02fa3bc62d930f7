import { Ago, Care, Confirm, CopyLink, Day, Facts, Gap, Good, JobCard, Keys, LinkButton, Moment, Money, Note, PostButton, Section, SeenBy, State, Steps, Toast, Trouble, type When } from '../index.ts'

export function NoticesShown() {
  return (
    <Section title="Notices">
      <Note>With Mel since Tuesday. We’ll remind her once, tomorrow.</Note>
      <Care actions={<LinkButton href="/ui" small>Add the new certificate</LinkButton>}>Their quality certificate runs out in August.</Care>
      <Good word="Signed">Signed by everyone. Sealed copies are with you both.</Good>
      <Gap actions={<LinkButton href="/ui" small>See the four people</LinkButton>}>No one in this team does certification yet. Four people could.</Gap>
      <SeenBy>Only you</SeenBy>
      <SeenBy>Members of Salisbury Makers</SeenBy>
    </Section>
  )
}

export function StatesShown() {
  return (
    <Section title="States and stages">
      <p className="actions">
        <State tone="good">Proven</State><State shape="ring">Claimed</State><State shape="half" tone="care">Old proof</State><State shape="square" tone="gap">Gap</State>
        <State shape="diamond" tone="note">In focus</State><State shape="care" tone="care">Take a look</State><State shape="dash">Resting</State>
      </p>
      <Steps label="Partnership" steps={['Met', 'Trust', 'Work together', 'Agreement']} current={2} />
      <Steps label="All done" steps={['Sent', 'Accepted', 'Work won']} current={3} />
      <Steps label="Not begun" steps={['Look', 'Match columns', 'Fix', 'Preview']} current={0} />
    </Section>
  )
}

export function LinksShown({ now }: { now: When }) {
  return (
    <Section title="Links, dates, money">
      <CopyLink link="https://guildhall.example/join/9f2KqQ7bM1xTt4" label="Invitation for Asha" hint="Works once, until 18 May 2027. Send it any way you like." />
      <CopyLink link="https://guildhall.example/answer/9f2KqQ7bM1xTt4" label="Link without a picture" qr={false} />
      <Facts facts={[
        { name: 'Day', is: <Day on="2027-03-02" /> },
        { name: 'Moment', is: <Moment at="2027-06-04T13:05:00Z" /> },
        { name: 'Ago', is: <Ago since={new Date(2000, 0, 1)} now={now} /> },
        { name: 'Money', is: <><Money pence={125_000} />, <Money pence={1999} />, <Money pence={-500} /></> },
      ]} />
    </Section>
  )
}

const STAGES = ['Read the file', 'Match names', 'Bring in', 'Check']

export function NewsShown({ at }: { at: string }) {
  return (
    <>
      <Section title="News and long work">
        <Toast>Saved.</Toast>
        <JobCard job={{ id: 'import', title: 'Bringing in 312 members', href: `${at}/job`, stages: STAGES, stage: 2, done: 128, of: 312, is: 'running', cancelTo: '/ui' }} />
        <JobCard job={{ id: 'unknown', title: 'Making the report', href: at, stages: ['Count', 'Write'], stage: 0, is: 'running' }} />
        <JobCard job={{ id: 'finished', title: 'Bringing in 312 members', href: at, stages: STAGES, stage: 4, is: 'finished', ending: '42 new, 7 changed, 263 as before.', resultHref: at }} />
        <JobCard job={{ id: 'failed', title: 'Backing up', href: at, stages: STAGES, stage: 1, is: 'failed', ending: 'The disk is full. Nothing was lost; the last good backup is from yesterday.' }} />
      </Section>
      <Section title="Asking once more, when something leaves the building">
        <Confirm title="Send this to 6 members?" to="/ui" verb="Send to 6 members" backHref="/ui" seenBy="The six members named here">
          <p>Each of them gets one message, with your name on it: Asha, Tom, Nell, Jo, Mel and Ruth.</p>
        </Confirm>
      </Section>
      <Section title="Keys"><Keys /></Section>
      <Section title="A page that failed"><Trouble title="This part could not be fetched." whatToDo="The rest of the page works. Try again in a minute." action={<PostButton to="/ui">Try again</PostButton>} /></Section>
    </>
  )
}

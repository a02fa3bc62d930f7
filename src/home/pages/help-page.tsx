import { Facts, Heading, Keys, Section } from '../../ui/index.ts'

const KINDS = [
  { name: 'not-found', is: 'There is nothing at this address, or it is not shared with you. Both look the same, so that nothing leaks.' },
  { name: 'not-allowed', is: 'You can see this, but it is someone else’s to change.' },
  { name: 'sign-in-first', is: 'Sign in; you come straight back.' },
  { name: 'confirm-it-is-you', is: 'You have been signed in for a while and this act binds. Prove once more that it is you.' },
  { name: 'invalid', is: 'Something in what was sent needs mending. Each problem is named beside its field.' },
  { name: 'conflict', is: 'Things have moved on since you opened the page. Look again, then decide.' },
  { name: 'too-soon', is: 'This will be possible later.' },
  { name: 'too-many', is: 'That was tried too often in a short time. Wait a little.' },
  { name: 'too-large', is: 'What was sent is bigger than can be taken.' },
  { name: 'gone', is: 'A link was used, ran out or was taken back.' },
  { name: 'no-room', is: 'The disk is nearly full, so nothing can be saved until there is room.' },
  { name: 'away', is: 'The database is starting again. Try in a few seconds.' },
  { name: 'broken', is: 'A fault of ours. Nothing was changed; the reference finds it in the log.' },
]

export function HelpPage() {
  return (
    <>
      <Heading intro="The words we use, the keys that work, and what our refusals mean.">Help</Heading>
      <Section title="Words">
        <Facts facts={[
          { name: 'Network', is: 'A long-lived circle that hosts members: a business park, a chamber, a coalition of charities.' },
          { name: 'Organisation', is: 'A business, sole trader, charity or public body; a member when inside a network.' },
          { name: 'Organiser', is: 'Someone who tends a network.' },
          { name: 'Capability', is: 'Something one can do, in the network’s own words.' },
          { name: 'Sight', is: 'Who may see a thing: only us, partners, the network, or anyone.' },
        ]} />
      </Section>
      <Section title="Keys"><Keys /></Section>
      <Section title="When something is refused" id="problems"><Facts facts={KINDS} /></Section>
    </>
  )
}

import { Facts, Heading, Keys, Section } from '../../ui/index.ts'
import type { Step } from '../first-steps.ts'
import { GettingStarted } from './home-page.tsx'

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

const WORDS = [
  { name: 'Network', is: 'A long-lived circle that hosts members: a business park, a chamber, a coalition of charities.' },
  { name: 'Organisation, member', is: 'A business, sole trader, charity or public body; a member when inside a network.' },
  { name: 'Organiser', is: 'Someone who tends a network.' },
  { name: 'Four answers', is: 'What needs to be done, what others can do for you, what you do best, what only you can do.' },
  { name: 'Capability, claim', is: 'Something one can do, in the network’s own words; and saying that one has it: can do, best at, only us.' },
  { name: 'Proof', is: 'What stands behind a claim: a job, a recommendation, a paper. Proven, old proof, or claimed.' },
  { name: 'Brief, part, interest', is: 'A job to be done, the pieces it splits into, and a light first answer to it.' },
  { name: 'Partnership, stage', is: 'The bond of two organisations, and how far it has grown.' },
  { name: 'Lens, fit, reason', is: 'Why you look (gap, audience, cover, cause); how well two complete each other; and why, in words.' },
  { name: 'Introduction', is: 'Somebody both know brings two together. Contact details pass only once both have said yes.' },
  { name: 'Referral, thank-you', is: 'Somebody passed on, with their consent; and what is said to whoever passed them on.' },
  { name: 'Cover, bench', is: 'Someone takes work off you; and those prepared to, agreed in advance.' },
  { name: 'Team, seat, line-up', is: 'Members joined for one brief; a part held by one; one possible team.' },
  { name: 'Sight', is: 'Who may see a thing: only us, partners, the network, or anyone.' },
]

/** The words, the first steps of whoever is here, the keys, and what refusals mean. */
export function HelpPage({ steps }: { steps?: readonly Step[] }) {
  return (
    <>
      <Heading intro="The words we use, the keys that work, and what our refusals mean.">Help</Heading>
      {steps && <GettingStarted steps={steps} underHelp />}
      <Section title="Words"><Facts facts={WORDS} /></Section>
      <Section title="Keys"><Keys /></Section>
      <Section title="When something is refused" id="problems"><Facts facts={KINDS} /></Section>
    </>
  )
}

import { BAND_WORDS, VALUE_BANDS } from '../../answers/index.ts'
import type { Id } from '../../kit/ids.ts'
import type { FormState } from '../../kit/web/form.ts'
import { Above, type Capability, type Network, type Place } from '../../networks/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Care, Choice, Empty, Field, Form, Group, Heading, LinkButton, PostButton, Section, Select, Tick } from '../../ui/index.ts'
import { NEEDS, NEED_WORDS } from '../brief.ts'
import type { Found, FoundPart } from '../tender/found.ts'
import { partField } from './reading-form.ts'

type Given = { network: Network & Place; reading: Id<'reading'>; found: Found; /** Which of several in a file. */ tender?: string; vocabulary: readonly Capability[]; form: FormState }

const WORDS_LIST = 'words-of-the-network'
const MOST_WORDS = 1000

/** What was found, part by part, to keep, change or drop; and what is said of the whole. */
export function ReadingPage({ network, reading: id, found, tender, vocabulary, form }: Given) {
  const { parts, left } = found
  return (
    <>
      <Heading above={<Above network={network} />} intro="Untick what does not belong, mend the words, and make a draft of the rest. It is kept for a week if you come back later.">{countInTitle(parts.length)}</Heading>
      {left !== undefined && left > 0 && <Care>{left === 1 ? 'One more part was found than a brief can have. It is left out here.' : `${left.toLocaleString('en-GB')} more parts were found than a brief can have. They are left out here.`}</Care>}
      <Form to={tender ? `${routes.briefReading(network.slug, id)}?tender=${encodeURIComponent(tender)}` : routes.briefReading(network.slug, id)} id="reading" {...form} seenBy="Only you and your colleagues, until you publish it">
        <datalist id={WORDS_LIST}>{vocabulary.slice(0, MOST_WORDS).map((one) => <option key={one.id} value={one.title} />)}</datalist>
        <Section title="The parts">
          {parts.length === 0
            ? <Empty title="No parts were found">The words do not say plainly what needs to be done. Make the draft all the same and add its parts by hand, or paste the page that lists them.</Empty>
            : parts.map((part, at) => <PartRow key={at} part={part} at={at} />)}
        </Section>
        <Section title="The whole">
          <Field name="title" label="What the job is called" maxLength={140} />
          <Field name="says" type="textarea" label="What needs to be done" rows={5} maxLength={6000} optional hint="In a few lines, for somebody who has not read the tender." />
          <div className="fields-beside">
            <Field name="forWhom" label="For whom" maxLength={160} optional width="medium" />
            <Field name="district" label="Where" maxLength={20} optional width="short" hint="The first half of a postcode, such as SP2." />
          </div>
          <Field name="answerBy" type="date" label="Answer by" optional width="short" hint="Until when partners can say that they would like to help. Leave yourself time before the tender closes." />
          <div className="fields-beside">
            <Field name="startsOn" type="date" label="The work starts on" optional width="short" />
            <Field name="endsOn" type="date" label="The work ends on" optional width="short" />
          </div>
          <Select name="value" label="About what it is worth" optional prompt="Not said" options={VALUE_BANDS.map((band) => ({ value: band, label: BAND_WORDS[band] }))} hint="Only you and your colleagues ever see this." width="medium" />
        </Section>
        <Actions sticky><Button busy="Making it">Make the draft</Button>{tender && <LinkButton href={routes.briefReading(network.slug, id)}>Choose another</LinkButton>}<LinkButton href={routes.briefReadings(network.slug)}>Paste again</LinkButton></Actions>
      </Form>
      <PostButton to={routes.briefReadingRemoval(network.slug, id)} variant="quiet">Throw this reading away</PostButton>
    </>
  )
}

function PartRow({ part, at }: { part: FoundPart; at: number }) {
  const name = (field: string) => partField(at, field)
  return (
    <Group title={`Part ${at + 1}`}>
      <Tick name={name('keep')} label={`Keep part ${at + 1}`} optional />
      <Field name={name('says')} label="What needs to be done" type={part.says.length > 80 ? 'textarea' : 'text'} rows={3} maxLength={500} />
      <div className="fields-beside">
        <Field name={name('wants')} label="The capability it asks for" optional maxLength={120} list={WORDS_LIST} width="medium" hint={part.wants ? undefined : 'We found no word of the network for it. Choose one, or write your own.'} />
        <Field name={name('size')} label="How much" optional maxLength={120} width="medium" />
        <Choice name={name('need')} label="How much it matters" layout="line" options={NEEDS.map((need) => ({ value: need, label: NEED_WORDS[need] }))} />
        {part.startsOn && <Field name={name('startsOn')} type="date" label="From" optional width="short" />}
        {part.endsOn && <Field name={name('endsOn')} type="date" label="Until" optional width="short" />}
        {part.district && <Field name={name('district')} label="Where" optional maxLength={20} width="short" />}
      </div>
    </Group>
  )
}

function countInTitle(count: number): string {
  return count === 0 ? 'What was found' : count === 1 ? 'One part was found' : `${count} parts were found`
}

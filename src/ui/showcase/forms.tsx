import { Actions, Button, Card, Cards, Choice, Field, FileField, Form, Group, LinkButton, Section, Select, Tick, Ticks, Who, type Whom } from '../index.ts'

const TRADES = [{ value: 'florist', label: 'Florist' }, { value: 'cakes', label: 'Cake maker' }, { value: 'tipis', label: 'Tipis and tents' }]

const WHO = [
  { value: 'only_us', label: 'Only us' },
  { value: 'partners', label: 'Our partners', hint: 'Those you have said yes to.' },
  { value: 'network', label: 'Members of Salisbury Makers' },
  { value: 'anyone', label: 'Anyone', hint: 'Also people who are not signed in.' },
]

const FITS = [{ value: 'fern', label: 'Fern & Fold: wedding flowers' }, { value: 'ferncombe', label: 'Ferncombe Farm: a barn and a field' }]
const TO_WHOM: Whom = { near: [], typed: { partner: { text: '', fits: [] } } }
const UNSURE: Whom = { near: [{ label: 'Your partners', options: [{ value: 'asha', label: 'Asha’s Cakes' }] }], typed: { partner: { text: 'fern', fits: FITS } } }

export function FormsShown() {
  return (
    <Section title="Forms" intro="Label, hint and problem belong to their field. What was typed is still there.">
      <Cards>
        <Card title="Fresh">
          <Form to="/ui" id="fresh" seenBy="Members of Salisbury Makers" autosave="showcase">
            <Field name="name" label="Name of your organisation" hint="As your customers say it." autoComplete="organization" />
            <Field name="email" type="email" label="E-mail" autoComplete="email" />
            <Field name="password" type="password" label="Password" hint="Twelve characters or more. Three odd words do well." autoComplete="new-password" />
            <Field name="best" type="textarea" label="What can only you do?" maxLength={300} value="Only we grow and arrange every stem within 12 miles." />
            <Field name="fee" type="number" label="Fee" before="£" after="an hour" width="short" optional min={0} />
            <Field name="starts" type="date" label="Starts on" width="short" value="2027-06-01" />
            <Field name="site" type="url" label="Your own page" optional placeholder="https://" />
            <Select name="trade" label="Trade" prompt="Choose a trade" groups={[{ label: 'Weddings', options: TRADES }]} width="medium" />
            <Who name="partner" label="A partner, out of thousands" prompt="Choose one" whom={TO_WHOM} width="medium" optional />
            <Choice name="sight" label="Who may see this?" value="network" options={WHO} />
            <Ticks name="days" label="Days you can help" layout="line" optional value={['tue']} options={[{ value: 'tue', label: 'Tuesday' }, { value: 'thu', label: 'Thursday' }, { value: 'sat', label: 'Saturday', disabled: true }]} />
            <FileField name="list" label="Spreadsheet of members" hint="CSV or vCard, up to 10 MB." optional accept=".csv,.vcf" />
            <Actions><Button busy="Saving">Save</Button><LinkButton href="/ui">Go back</LinkButton></Actions>
          </Form>
        </Card>
        <Card title="Sent, with problems">
          <Form to="/ui" id="wrong" seenBy="Only you"
            values={{ name: '', email: 'nell@', best: 'We are passionate about bespoke flowers of the highest quality.', trade: 'cakes', sight: 'anyone', days: ['tue', 'thu'] }}
            problems={{
              name: 'Write the name of your organisation.', email: 'Write the whole e-mail address, such as nell@example.org.', password: 'Choose a longer password. This one has 6 characters.',
              best: 'Take away 24 characters.', trade: 'Choose a trade from the list.', partner: '2 names fit “fern”. Choose the one you mean, or write more of the name.', sight: 'Choose who may see this.', days: 'Choose no more than one day.', agreed: 'We can’t send this until Anna has said yes.',
            }}>
            <Field name="name" label="Name of your organisation" hint="As your customers say it." />
            <Field name="email" type="email" label="E-mail" width="medium" />
            <Field name="password" type="password" label="Password" autoComplete="new-password" />
            <Field name="best" type="textarea" label="What can only you do?" maxLength={40} />
            <Select name="trade" label="Trade" options={TRADES} width="medium" />
            <Who name="partner" label="A partner, out of thousands" prompt="Choose one" whom={UNSURE} width="medium" />
            <Choice name="sight" label="Who may see this?" options={WHO.slice(0, 3)} />
            <Ticks name="days" label="Days you can help" options={[{ value: 'tue', label: 'Tuesday' }, { value: 'thu', label: 'Thursday' }]} />
            <Tick name="agreed" label="Anna said yes to being contacted by Asha’s Cakes." hint="Ask her first. It takes one message." />
            <Actions sticky><Button>Pass Anna on</Button></Actions>
          </Form>
        </Card>
      </Cards>
      <Form to="/ui" method="get" layout="line" label="Find a member" id="quick">
        <Field name="q" label="Name or trade" type="search" optional={false} />
        <Select name="near" label="Place" options={[{ value: 'any', label: 'Anywhere' }, { value: 'sp2', label: 'Within 30 miles of SP2' }]} />
        <Button variant="quiet" icon="find">Find</Button>
      </Form>
      <Form to="/ui" id="place">
        <Group title="Where you are" hint="Only the first half of a postcode is ever shown.">
          <Field name="postcode" label="Postcode" width="short" autoComplete="postal-code" disabled value="SP2 8AB" />
        </Group>
      </Form>
    </Section>
  )
}

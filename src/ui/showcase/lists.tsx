import { Actions, Ago, Button, Card, Cards, Chips, Empty, Facts, LinkButton, Loading, Money, Pager, PostButton, Row, Rows, Section, State, Steps, Table, Tabs, Tree, Trouble } from '../index.ts'

const NOW = '2027-05-04T08:30:00Z'

export function ListsShown() {
  return (
    <>
      <Section title="Your turn" count={3} actions={<LinkButton href="/ui" small>All of them</LinkButton>}>
        <Rows>
          <Row title="Tom passed you a referral: Anna, June wedding, about 120 guests" href="/ui" detail={<>From Tom’s Tipis, <Ago since="2027-05-02T10:00:00Z" now={NOW} /></>}
            actions={<><PostButton to="/ui" small about="Tom’s referral">Accept</PostButton><PostButton to="/ui" small about="about Anna">Ask Tom</PostButton></>} />
          <Row title="Clause 4 of “Salisbury Brides” is waiting for you" detail="Two days" aside={<State tone="care" shape="care">Ends Friday</State>} actions={<LinkButton href="/ui" small about="clause 4">Open</LinkButton>} />
          <Row title="Konstantinopolitanischedudelsackpfeifenmachergesellinnen of the Old Ropewalk, Salisbury" detail="A name of more than 60 characters, in one word where it hurts: Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" aside="12 people" />
          <Row title="株式会社 花束 · Ζαχαροπλαστείο · مخبز · 🌷 Tulip & Sons <Ltd>" detail="Other scripts, a flower and a stray bracket" aside={<Money pence={125_000} />} />
        </Rows>
        <Tabs label="Referrals" tabs={[{ label: 'For me', href: '/ui', current: true, count: 2 }, { label: 'I passed on', href: '/ui?tab=sent', count: 5 }, { label: 'Finished', href: '/ui?tab=done', count: 1231 }]} />
        <Chips label="Filters" chips={[{ label: 'Has proof', href: '/ui?proof', on: true }, { label: 'within 30 miles', href: '/ui?near', on: true, removes: true }, { label: 'Free in June', href: '/ui?june', count: 12 }, { label: 'Same trade', href: '/ui?same' }]} />
      </Section>
      <Section title="Cards">
        <Cards>
          <Card title="Moorside Precision" href="/ui" above="12 people · Rotherham, 8 miles" state={<State tone="good">Good fit</State>}
            actions={<><LinkButton href="/ui" about="to Moorside Precision">Ask Ruth to introduce us</LinkButton><PostButton to="/ui" variant="plain" about="Moorside Precision">Save</PostButton></>}>
            <p>“Only we hold 5-micron tolerance on parts over two metres.”</p>
          </Card>
          <Card title="Anna Bell, June wedding" keys state={<Ago since="2027-05-03T20:00:00Z" now={NOW} />}
            actions={<><PostButton to="/ui" variant="main" letter="A" about="Anna Bell">Accept</PostButton><PostButton to="/ui" letter="D" about="Anna Bell">Decline kindly</PostButton></>}>
            <p>“They loved the tipi and want wild flowers. Budget is fair.”</p>
            <Steps label="Stages" steps={['Sent', 'Accepted', 'Talking', 'Outcome']} current={2} />
          </Card>
        </Cards>
        <Facts facts={[{ name: 'Kind', is: 'Sole trader' }, { name: 'Company number', is: '01234567' }, { name: 'Insured to', is: '31 Mar 2028' }, { name: 'Public liability', is: <Money pence={500_000_000} /> }]} />
        <Tree label="Capabilities" branches={[
          { id: 'flowers', label: 'Flowers', open: true, branches: [{ id: 'wedding', label: 'Wedding flowers', detail: <State tone="good">Best at, 14 weddings</State>, href: '/ui' }, { id: 'funeral', label: 'Funeral flowers', detail: 'can do' }, { id: 'growing', label: 'Growing', open: true, branches: [{ id: 'cut', label: 'Cut flowers, grown outdoors' }] }] },
          { id: 'food', label: 'Food and drink', branches: [{ id: 'cakes', label: 'Cakes' }] },
          { id: 'photo', label: 'Photographs', href: '/ui' },
        ]} />
      </Section>
      <Section title="Empty, loading, trouble">
        <Empty title="No one yet" action={<PostButton to="/ui" variant="main">Post this as a need</PostButton>} example={<Card title="Asha’s Cakes" above="Cake maker · SP1"><p>“She has June dates, and you both know Tom.”</p></Card>}>Post the need and we’ll tell you when someone fits.</Empty>
        <Empty title="Nothing needs you. Enjoy it." />
        <Loading count={3} />
        <Loading shape="cards" count={3} />
        <Loading shape="table" count={2} />
        <Loading shape="words" count={1} />
        <Trouble title="Your note could not be sent." kept="It is kept as a draft, with everything you wrote." whatToDo="Try again in a minute. If it fails twice, copy the link and send it yourself." reference="7F3K-22" action={<PostButton to="/ui" variant="main">Try again</PostButton>} />
      </Section>
    </>
  )
}

type Member = { name: string; trade: string; place: string; proof: 'proven' | 'claimed' | 'none'; fee?: number; jobs: number }

const MEMBERS: readonly Member[] = [
  { name: 'The Wild Bouquet', trade: 'Florist', place: 'SP2', proof: 'proven', fee: 2200, jobs: 14 },
  { name: 'Asha’s Cakes', trade: 'Cake maker', place: 'SP1', proof: 'claimed', fee: 125_050, jobs: 1204 },
  { name: 'Worshipful Association of Hedge Layers and Dry Stone Wallers', trade: 'Hedges and walls, laid and mended by hand', place: 'SP11', proof: 'none', jobs: 0 },
]

export function TablesShown() {
  return (
    <Section title="Tables">
      <Table caption="Members" rows={MEMBERS} rowKey={({ name }) => name} columns={[
        { label: 'Name', head: true, cell: ({ name }) => <a href="/ui">{name}</a>, sortHref: '/ui?sort=name', sorted: 'ascending' },
        { label: 'Trade', cell: ({ trade }) => trade },
        { label: 'Place', cell: ({ place }) => place },
        { label: 'Proof', cell: ({ proof }) => proof === 'proven' ? <State tone="good">Proven</State> : proof === 'claimed' ? <State shape="ring">Claimed</State> : <State tone="gap" shape="square">None yet</State> },
        { label: 'Fee', figures: true, cell: ({ fee }) => fee === undefined ? 'Not said' : <Money pence={fee} /> },
        { label: 'Jobs', figures: true, cell: ({ jobs }) => jobs.toLocaleString('en-GB') },
        { label: 'What you can do', labelHidden: true, cell: ({ name }) => <Actions><PostButton to="/ui" small about={name}>Say hello</PostButton></Actions> },
      ]} />
      <Pager things="members" from={51} to={100} total={1231} previousHref="/ui?page=1" nextHref="/ui?page=3" />
      <Pager things="partners" from={1} to={3} total={3} />
      <Pager things="events" from={1} to={50} nextHref="/ui?after=x" />
      <form method="get" action="/ui"><Button variant="quiet">Load a fresh copy</Button></form>
    </Section>
  )
}

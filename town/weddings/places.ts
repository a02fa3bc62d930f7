import type { Organisation } from '../types.ts'

/** Roofs, tents and wheels. */
export const places: readonly Organisation[] = [
  {
    key: 'toms-tipis', name: "Tom's Tipis", kind: 'company', state: 'open', size: 4,
    trade: 'Tipi hire',
    story: 'Tom bought three giant tipis from a festival that went under in 2018 and has put them up in 212 fields since. He still counts the pegs.',
    place: { district: 'HV6', street: "Shepherd's Bank", streetSight: 'network', reachMiles: 60 },
    contact: { website: 'https://tomstipis.example', email: 'fields@tomstipis.example', phone: '07700 900103', sight: 'anyone' },
    identifiers: [{ scheme: 'company-number', value: '99000103' }],
    memberships: [{ network: 'haverstow-weddings', since: '2025-01-14' }],
    staff: [
      { person: 'tom-garrity', role: 'owner', title: 'Puts them up' },
      { person: 'jo-hart', role: 'helper', title: 'Bookings, on Tuesdays' },
    ],
    answers: {
      whatNeedsDoing: { says: 'Couples fall in love with a field and forget about wind, water and 120 cars. Somebody should walk the field with them first.', clarity: 'clear', sight: 'anyone' },
      whatOthersCanDo: { says: 'Power, loos and food are not my trade. I pass on about 25 couples a year who need all three and would like two or three people I can ring for each.', clarity: 'convincing', sight: 'network' },
      whatWeDoBetter: { says: 'Bad ground. Slopes to one in nine, bog, chalk: we were up and dry by Friday noon in every one of 38 weddings last year.', clarity: 'convincing', sight: 'anyone' },
      whatOnlyWeDo: { says: 'We are the only tipi hirer north of the Donnet with a wind plan signed by an engineer, so your insurer says yes.', clarity: 'convincing', sight: 'anyone' },
    },
    claims: [
      { capability: 'tipi-hire', strength: 'only-us', says: 'Three giant tipis, 40 to 210 seated', capacity: { says: 'One set free 26 June and 10 July', from: '2027-06-26' }, lastConfirmed: '2027-04-01', sight: 'anyone', proof: [{ is: 'job', job: 'lowe-meadow-wedding' }, { is: 'certificate', name: 'Structural wind plan', number: 'WP-9902', issuedBy: 'Hallam Stroud, chartered engineer', expiresOn: '2028-03-31' }, { is: 'recommendation', recommendation: 'priya-on-tom' }] },
      { capability: 'furniture-hire', strength: 'can-do', says: 'Benches and fire pits', lastConfirmed: '2027-04-01', sight: 'anyone', proof: [{ is: 'job', job: 'pellow-glebe-wedding' }] },
    ],
    wants: [
      { says: 'Field power and loos, booked as one', lens: 'gap', capability: 'event-power', sight: 'network' },
      { says: 'Caterers who are happy cooking on grass', lens: 'audience', capability: 'wedding-catering', sight: 'anyone' },
    ],
  },
  {
    key: 'crakestead-barn', name: 'Crakestead Barn', kind: 'partnership', state: 'open', size: 5,
    trade: 'Farm venue on the hill',
    story: 'A working sheep farm that takes 26 weddings a year, never in lambing. Billie runs the barn; her brother Joseph runs the sheep and the car park.',
    place: { district: 'HV6', street: 'Barn Lane', streetSight: 'anyone', reachMiles: 5 },
    contact: { website: 'https://crakesteadbarn.example', email: 'barn@crakesteadbarn.example', phone: '01632 960109', sight: 'anyone' },
    identifiers: [],
    memberships: [{ network: 'haverstow-weddings', since: '2025-01-28', invitedBy: 'toms-tipis' }],
    staff: [
      { person: 'wilhelmina-carrow', role: 'owner', title: 'Runs the barn' },
      { person: 'joseph-carrow', role: 'helper', title: 'Farmer, car park' },
    ],
    answers: {
      whatNeedsDoing: { says: 'People want a whole weekend, and a farm can give them that.', clarity: 'getting there', sight: 'anyone' },
      whatOthersCanDo: { says: 'Send us only trades who have worked a barn with no mains gas. A minibus back to town at half past eleven would fill five more dates.', clarity: 'clear', sight: 'only_us' },
      whatWeDoBetter: { says: 'Friday to Sunday for 110 people with 34 beds on site, one price, no corkage.', clarity: 'convincing', sight: 'anyone' },
      whatOnlyWeDo: { says: 'We are the only venue that closes for lambing. It is not a selling point, but the lambs like it.', clarity: 'getting there', sight: 'anyone' },
    },
    claims: [
      { capability: 'barn-venue', strength: 'best-at', says: '110 seated, 34 beds', capacity: { says: 'Three dates left in 2027: 17 July, 4 and 25 September', from: '2027-07-17' }, lastConfirmed: '2027-03-30', sight: 'anyone', proof: [{ is: 'job', job: 'crake-arch-wedding' }, { is: 'figure', says: '26 weddings in 2026', source: 'Licence log', on: '2026-11-30' }] },
      { capability: 'garden-venue', strength: 'can-do', says: 'Walled orchard, 80 standing', lastConfirmed: '2027-03-30', sight: 'anyone', proof: [] },
    ],
    wants: [
      { says: 'A minibus to town at 23:30, Saturdays', lens: 'gap', capability: 'guest-transport', sight: 'anyone' },
      { says: 'Somewhere for 400 kg of flower waste a year to go', lens: 'cause', capability: 'grown-stems', sight: 'network' },
    ],
  },
  {
    key: 'the-customs-house', name: 'The Customs House', kind: 'company', state: 'open', size: 28,
    trade: 'Town venue on the quay',
    story: 'Four rooms, a terrace and a licence for 220 in the building where Haverstow once taxed brandy.',
    place: { district: 'HV3', street: 'Customs Quay', streetSight: 'anyone', reachMiles: 3 },
    contact: { website: 'https://customshouse.example', email: 'events@customshouse.example', phone: '01632 960111', sight: 'anyone' },
    identifiers: [{ scheme: 'company-number', value: '99000111' }],
    memberships: [{ network: 'haverstow-weddings', since: '2025-03-18', invitedBy: 'plain-words-ceremonies' }],
    staff: [
      { person: 'desmond-achampong', role: 'owner', title: 'Events manager' },
      { person: 'poppy-sellick', role: 'helper', title: 'Events assistant' },
    ],
    answers: {
      whatNeedsDoing: { says: 'The Customs House offers an unrivalled experience in a stunning waterfront setting.', clarity: 'vague', sight: 'anyone' },
      whatOthersCanDo: { says: 'Reliable suppliers of the highest quality.', clarity: 'vague', sight: 'network' },
      whatWeDoBetter: { says: 'Mid-week weddings: 41 of our 97 in 2026 were on a Tuesday to Thursday, at two thirds of the Saturday price.', clarity: 'convincing', sight: 'anyone' },
      whatOnlyWeDo: { says: 'Step-free from the car park to the dance floor and the terrace, with a hearing loop in each room. No other venue in town has both.', clarity: 'convincing', sight: 'anyone' },
    },
    claims: [
      { capability: 'indoor-venue', strength: 'only-us', says: 'Step-free, hearing loop in all four rooms', capacity: { says: 'Mid-week from 18 May', from: '2027-05-18' }, lastConfirmed: '2027-02-08', sight: 'anyone', proof: [{ is: 'job', job: 'rao-harbour-wedding' }, { is: 'certificate', name: 'Access audit', number: 'AA-99-0031', issuedBy: 'Open Thresholds', expiresOn: '2029-02-07' }] },
      { capability: 'wedding-bar', strength: 'can-do', lastConfirmed: '2027-02-08', sight: 'anyone', proof: [{ is: 'job', job: 'customs-house-spring-ball' }] },
      { capability: 'day-coordination', strength: 'can-do', says: 'In our own rooms only', lastConfirmed: '2026-02-20', sight: 'network', proof: [] },
    ],
    wants: [{ says: 'A caterer for mid-week weddings of 40 to 60', lens: 'gap', capability: 'wedding-catering', from: '2027-06-01', sight: 'network' }],
  },
  {
    key: 'pellow-hall-gardens', name: 'Pellow Hall Gardens', kind: 'charity', state: 'stub', listedBy: 'the-wild-bouquet', size: 6,
    trade: 'Walled garden, open to visitors',
    story: 'Four acres of walled garden at Nether Pellow. Listed by The Wild Bouquet; nobody from the Hall has been here yet.',
    place: { district: 'HV5', street: 'Pellow Street', streetSight: 'anyone', reachMiles: 2 },
    contact: { website: 'https://pellowhall.example', sight: 'anyone' },
    identifiers: [{ scheme: 'charity-number', value: '9900120' }],
    memberships: [{ network: 'haverstow-weddings', since: '2027-03-09', invitedBy: 'the-wild-bouquet' }],
    staff: [], claims: [], wants: [],
  },
  {
    key: 'slow-lane-cars', name: 'Slow Lane Cars', kind: 'sole-trader', state: 'open', size: 2,
    trade: 'Wedding cars, none of them fast',
    story: 'Gurdeep restored a 1952 saloon with his father and then could not stop. There are four now, and a very long garage.',
    place: { district: 'HV8', street: 'Quarry Bank', streetSight: 'network', reachMiles: 35 },
    contact: { website: 'https://slowlane.example', email: 'drive@slowlane.example', phone: '07700 900114', sight: 'anyone' },
    identifiers: [],
    memberships: [{ network: 'haverstow-weddings', since: '2025-07-01', invitedBy: 'two-herons-photography' }],
    staff: [{ person: 'gurdeep-bhamra', role: 'owner', title: 'Driver and mechanic' }],
    answers: {
      whatNeedsDoing: { says: 'The bride must arrive, dry and on time, with eight metres of dress. Most things that go wrong are parking.', clarity: 'clear', sight: 'anyone' },
      whatOthersCanDo: { says: 'Venues: tell me where I may turn. And one more driver who is happy at 40 miles an hour.', clarity: 'clear', sight: 'network' },
      whatWeDoBetter: { says: 'Big dresses. The 1952 has a door 94 cm wide; Nell measured it.', clarity: 'convincing', sight: 'anyone' },
      whatOnlyWeDo: { says: 'Old cars, well looked after, by people who love them.', clarity: 'vague', sight: 'anyone' },
    },
    claims: [
      { capability: 'wedding-cars', strength: 'best-at', says: 'Four cars, two drivers', capacity: { says: 'Two weddings a day' }, lastConfirmed: '2027-03-14', sight: 'anyone', proof: [{ is: 'job', job: 'okoro-two-venue-wedding' }, { is: 'job', job: 'customs-house-spring-ball' }] },
      { capability: 'guest-transport', strength: 'can-do', says: 'Up to seven guests at a time', lastConfirmed: '2025-08-09', sight: 'network', proof: [] },
    ],
    wants: [{ says: 'A minibus partner: couples ask, I have seven seats', lens: 'gap', capability: 'guest-transport', sight: 'anyone' }],
  },
]

import type { Organisation } from '../types.ts'

/** Those who feed families, each on a day of their own, and those who look after the young. */
export const foodAndYoungPeople: readonly Organisation[] = [
  {
    key: 'harbour-youth', name: 'Harbour Youth', kind: 'charity', state: 'open', size: 9,
    trade: 'Youth club that also feeds families on Thursdays',
    story: 'A youth club in the old ice house. The Thursday tea began in 2020 for six children and now there are seventy people and a queue for the pool table.',
    place: { district: 'HV3', street: 'Netloft Lane', streetSight: 'anyone', reachMiles: 5 },
    contact: { website: 'https://harbouryouth.example', email: 'hello@harbouryouth.example', phone: '01632 960302', sight: 'anyone' },
    identifiers: [{ scheme: 'charity-number', value: '9900302' }],
    memberships: [{ network: 'haverstow-together', since: '2024-06-03' }],
    staff: [
      { person: 'delroy-benjamin', role: 'owner', title: 'Manager' },
      { person: 'keeley-marsh', role: 'helper', title: 'Youth worker' },
      { person: 'samuel-okonkwo', role: 'reader', title: 'Treasurer' },
    ],
    answers: {
      whatNeedsDoing: { says: 'In the harbour wards 4 in 10 children qualify for free school meals, and school is shut for 13 weeks of the year. They are hungry on a Tuesday in August, not only in term.', clarity: 'convincing', sight: 'anyone' },
      whatOthersCanDo: { says: 'We feed families on Thursdays. Somebody else does Tuesdays, somebody else Saturdays: put us on one calendar and one fridge. We also lack anybody who can advise on debt while people eat.', clarity: 'convincing', sight: 'network' },
      whatWeDoBetter: { says: 'We work with young people that other services find hard to reach.', clarity: 'vague', sight: 'anyone' },
      whatOnlyWeDo: { says: 'Only we are open every night of the week for 11 to 18s, within a five-minute walk of both harbour estates.', clarity: 'convincing', sight: 'anyone' },
    },
    claims: [
      { capability: 'youth-club', strength: 'only-us', says: 'Seven nights, 112 regulars', capacity: { says: 'Full on Fridays; room for 20 on Mondays' }, lastConfirmed: '2027-03-29', sight: 'anyone', proof: [{ is: 'job', job: 'holiday-lunches-2026' }, { is: 'figure', says: '112 young people every week', source: 'Signing-in book', on: '2027-03-31' }] },
      { capability: 'hot-meals', strength: 'best-at', says: 'Thursdays, 70 people', lastConfirmed: '2027-03-29', sight: 'anyone', proof: [{ is: 'job', job: 'winter-teas-2026' }, { is: 'recommendation', recommendation: 'grace-on-delroy' }] },
      { capability: 'street-youth-work', strength: 'can-do', says: 'Two workers, Fridays', lastConfirmed: '2026-05-02', sight: 'network', proof: [] },
      { capability: 'room-to-borrow', strength: 'can-do', says: 'Hall and kitchen, weekdays before three', lastConfirmed: '2027-03-29', sight: 'network', proof: [] },
    ],
    wants: [
      { says: 'One calendar and one fridge with everybody who feeds families', lens: 'cause', capability: 'hot-meals', sight: 'network' },
      { says: 'Debt advice at the Thursday tea, two hours', lens: 'gap', capability: 'debt-advice', sight: 'network' },
    ],
    rivals: { welcomeFor: ['cause', 'cover'], never: [] },
  },
  {
    key: 'the-tuesday-table', name: 'The Tuesday Table', kind: 'charity', state: 'open', size: 3,
    trade: 'Tuesday supper for families',
    story: 'Started by four mothers in a church hall with a borrowed urn. The urn was never asked back.',
    place: { district: 'HV1', street: "St Aldith's Walk", streetSight: 'anyone', reachMiles: 4 },
    contact: { website: 'https://tuesdaytable.example', email: 'supper@tuesdaytable.example', phone: '01632 960303', sight: 'anyone' },
    identifiers: [{ scheme: 'charity-number', value: '9900303' }],
    memberships: [{ network: 'haverstow-together', since: '2024-06-17', invitedBy: 'harbour-youth' }],
    staff: [
      { person: 'margaret-olufemi-ward', role: 'owner', title: 'Supper leader' },
      { person: 'grace-penhaligon', role: 'helper', title: 'Chair of trustees' },
    ],
    answers: {
      whatNeedsDoing: { says: 'Families in work are hungry by Tuesday because the week’s money went on Friday’s rent. They will come to supper; they will not come to a food bank.', clarity: 'convincing', sight: 'anyone' },
      whatOthersCanDo: { says: 'Cold storage on a Monday, and somebody to drive.', clarity: 'getting there', sight: 'network' },
      whatWeDoBetter: { says: 'Supper with a tablecloth. 96 plates each week, and a third of those who eat also wash up.', clarity: 'convincing', sight: 'anyone' },
      whatOnlyWeDo: { says: 'We make a real difference to people’s lives.', clarity: 'vague', sight: 'anyone' },
    },
    claims: [
      { capability: 'hot-meals', strength: 'best-at', says: 'Tuesdays, 96 plates', lastConfirmed: '2027-02-16', sight: 'anyone', proof: [{ is: 'job', job: 'winter-teas-2026' }, { is: 'figure', says: '4,810 plates in 2026', source: 'Plate tally', on: '2026-12-29' }] },
      { capability: 'volunteer-finding', strength: 'best-at', says: '41 volunteers, average stay three years', lastConfirmed: '2027-02-16', sight: 'anyone', proof: [{ is: 'recommendation', recommendation: 'janet-on-margaret' }] },
    ],
    wants: [
      { says: 'Cold storage on Mondays', lens: 'gap', capability: 'cold-storage', sight: 'network' },
      { says: 'Others who feed families, to share a bid and not fight over it', lens: 'cause', capability: 'hot-meals', sight: 'network' },
    ],
    rivals: { welcomeFor: ['cause', 'cover'], never: [] },
  },
  {
    key: 'sallow-green-pantry', name: 'Sallow Green Pantry', kind: 'charity', state: 'open', size: 2,
    trade: 'Village pantry, Saturdays',
    story: 'Janet keeps 38 families, nine hens and a walk-in fridge that came out of a closed hotel.',
    place: { district: 'HV4', street: 'The Green', streetSight: 'anyone', reachMiles: 6 },
    contact: { website: 'https://sallowgreenpantry.example', email: 'janet@sallowgreenpantry.example', phone: '07700 900305', sight: 'anyone' },
    identifiers: [{ scheme: 'charity-number', value: '9900305' }],
    memberships: [{ network: 'haverstow-together', since: '2024-10-07', invitedBy: 'the-tuesday-table' }],
    staff: [{ person: 'janet-birtwhistle', role: 'owner', title: 'Pantry keeper' }],
    answers: {
      whatNeedsDoing: { says: 'In the village you can be poor with a view. The nearest food bank is two buses away, and the second one stops at four.', clarity: 'convincing', sight: 'anyone' },
      whatOthersCanDo: { says: 'Take my extra fridge space from Sunday night to Wednesday. Bring me somebody who speaks Ukrainian on a Saturday.', clarity: 'convincing', sight: 'network' },
      whatWeDoBetter: { says: '£4 a week for a proper shop, and people stay with us.', clarity: 'getting there', sight: 'anyone' },
      whatOnlyWeDo: { says: 'The only walk-in fridge owned by a charity for twelve miles, eight cubic metres, alarmed.', clarity: 'convincing', sight: 'anyone' },
    },
    claims: [
      { capability: 'food-pantry', strength: 'best-at', says: 'Saturdays, 38 families', capacity: { says: 'Room for six more families', from: '2027-05-08' }, lastConfirmed: '2027-04-24', sight: 'anyone', proof: [{ is: 'job', job: 'holiday-lunches-2026' }] },
      { capability: 'cold-storage', strength: 'only-us', says: 'Eight cubic metres, Sunday to Wednesday', lastConfirmed: '2027-04-24', sight: 'network', proof: [{ is: 'job', job: 'winter-teas-2026' }, { is: 'recommendation', recommendation: 'margaret-on-janet' }] },
    ],
    wants: [{ says: 'A Ukrainian speaker on Saturdays, ten till twelve', lens: 'gap', capability: 'interpreting', sight: 'network' }],
  },
  {
    key: 'salt-and-thyme', name: 'Salt & Thyme', kind: 'community-interest-company', state: 'open', size: 13,
    trade: 'Training kitchen and caterer',
    story: 'People who have been out of work learn to cook for people who are getting married. Twenty-nine have left for paid jobs; one came back as sous-chef.',
    place: { district: 'HV1', street: 'Cordwainer Row', streetSight: 'anyone', reachMiles: 30 },
    contact: { website: 'https://saltandthyme.example', email: 'kitchen@saltandthyme.example', phone: '01632 960304', sight: 'anyone' },
    identifiers: [{ scheme: 'company-number', value: '99000304' }],
    memberships: [
      { network: 'haverstow-together', since: '2024-07-01', invitedBy: 'the-tuesday-table' },
      { network: 'haverstow-weddings', since: '2025-11-18', invitedBy: 'quayside-power' },
    ],
    staff: [
      { person: 'grace-penhaligon', role: 'owner', title: 'Director' },
      { person: 'marco-silvestri', role: 'helper', title: 'Head chef' },
    ],
    answers: {
      whatNeedsDoing: { says: 'We transform lives through the power of food.', clarity: 'vague', sight: 'anyone' },
      whatOthersCanDo: { says: 'Book us mid-week: trainees work Tuesday to Thursday. Send us people who can be on time twice a week; we teach the rest.', clarity: 'convincing', sight: 'network' },
      whatWeDoBetter: { says: 'Forty to sixty plates, served in 14 minutes, by people who held their first knife in January.', clarity: 'convincing', sight: 'anyone' },
      whatOnlyWeDo: { says: 'Only our menus pay for a training place: 22 weddings fund one trainee for a year, and the couple hears who it was.', clarity: 'convincing', sight: 'anyone' },
    },
    claims: [
      { capability: 'catering-training', strength: 'only-us', says: '29 of 41 into paid work', capacity: { says: 'Next eight places on 6 September', from: '2027-09-06' }, lastConfirmed: '2027-04-05', sight: 'anyone', proof: [{ is: 'figure', says: '29 of 41 trainees in paid work after six months', source: 'Follow-up calls', on: '2027-02-28' }, { is: 'job', job: 'kitchen-to-work-2026' }] },
      { capability: 'wedding-catering', strength: 'best-at', says: '40 to 120 plates', capacity: { says: 'Tuesday to Thursday, two Saturdays a month' }, lastConfirmed: '2027-04-05', sight: 'anyone', proof: [{ is: 'job', job: 'midweek-dozen' }, { is: 'job', job: 'ash-grove-wedding' }, { is: 'recommendation', recommendation: 'desmond-on-thyme' }] },
      { capability: 'hot-meals', strength: 'can-do', says: 'Fridays, 30 plates, what is left of the week', lastConfirmed: '2026-10-12', sight: 'network', proof: [{ is: 'job', job: 'winter-teas-2026' }] },
      { capability: 'cooking-classes', strength: 'can-do', lastConfirmed: '2026-10-12', sight: 'anyone', proof: [] },
    ],
    wants: [
      { says: 'Couples marrying mid-week', lens: 'audience', capability: 'indoor-venue', sight: 'anyone' },
      { says: 'People ready for a first kitchen', lens: 'cause', capability: 'work-coaching', sight: 'network' },
    ],
  },
  {
    key: 'new-shore-welcome', name: 'New Shore Welcome', kind: 'charity', state: 'open', size: 5,
    trade: 'Help for people who have just arrived',
    story: 'Tesfaye arrived with one bag in 2009 and now meets the coach. Olena came in 2022 and runs the Monday class.',
    place: { district: 'HV1', street: 'Market Cross', streetSight: 'network', reachMiles: 15 },
    contact: { website: 'https://newshore.example', email: 'welcome@newshore.example', phone: '01632 960313', sight: 'anyone' },
    identifiers: [{ scheme: 'charity-number', value: '9900313' }],
    memberships: [{ network: 'haverstow-together', since: '2024-09-09', invitedBy: 'plain-dealing-advice' }],
    staff: [
      { person: 'tesfaye-woldemariam', role: 'owner', title: 'Coordinator' },
      { person: 'olena-bondar', role: 'helper', title: 'Teacher' },
    ],
    answers: {
      whatNeedsDoing: { says: 'A family has 28 days from the letter to leave the hotel. In that time they need a doctor, a school, a bed, a bank and somebody to explain bins.', clarity: 'convincing', sight: 'anyone' },
      whatOthersCanDo: { says: 'Beds and a table within a week, from Second Chair or anybody. A lawyer for one morning a month.', clarity: 'clear', sight: 'network' },
      whatWeDoBetter: { says: 'Interpreters you can ring: Tigrinya, Arabic, Dari and Ukrainian, one hour’s notice, 340 calls last year.', clarity: 'convincing', sight: 'anyone' },
      whatOnlyWeDo: { says: 'We meet families at the coach and stay until the kettle is on.', clarity: 'getting there', sight: 'anyone' },
    },
    claims: [
      { capability: 'interpreting', strength: 'best-at', says: 'Four languages, one hour’s notice', capacity: { says: 'Not Fridays after two' }, lastConfirmed: '2027-01-18', sight: 'anyone', proof: [{ is: 'job', job: 'twenty-eight-days' }, { is: 'recommendation', recommendation: 'kofi-on-tesfaye' }] },
      { capability: 'english-classes', strength: 'best-at', says: 'Mondays and Wednesdays, with a crèche', capacity: { says: 'Waiting list of nine' }, lastConfirmed: '2027-01-18', sight: 'anyone', proof: [{ is: 'figure', says: '61 learners, 44 went up a level', source: 'Class register', on: '2026-12-16' }] },
      { capability: 'first-weeks', strength: 'only-us', lastConfirmed: '2027-01-18', sight: 'network', proof: [{ is: 'job', job: 'twenty-eight-days' }] },
    ],
    wants: [
      { says: 'A lawyer, one morning a month', lens: 'gap', capability: 'immigration-advice', sight: 'network' },
      { says: 'Beds within a week', lens: 'gap', capability: 'furniture-reuse', sight: 'network' },
    ],
  },
]

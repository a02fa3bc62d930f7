import type { Job } from '../types.ts'

export const jobs: readonly Job[] = [
  {
    key: 'winter-teas-2026', what: 'Tea on four days a week, one fridge, November to February', forWhom: 'Families in the harbour wards and Sallow Green', finishedOn: '2027-02-26', value: '5k-25k', outcome: 'done',
    parts: [
      { by: 'the-tuesday-table', capability: 'hot-meals', did: 'Tuesdays, 96 plates' },
      { by: 'harbour-youth', capability: 'hot-meals', did: 'Thursdays, 70 plates' },
      { by: 'salt-and-thyme', capability: 'hot-meals', did: 'Fridays, 30 plates' },
      { by: 'sallow-green-pantry', capability: 'cold-storage', did: 'One fridge for all of it' },
    ],
    customerSays: { says: 'My kids think it is a club with dinner. Good.', by: 'A mother of three' }, timesBigger: 2,
  },
  {
    key: 'holiday-lunches-2026', what: '2,140 summer lunches in six weeks', forWhom: 'Children of the harbour wards and two villages', finishedOn: '2026-08-28', value: '25k-100k', outcome: 'done',
    parts: [
      { by: 'harbour-youth', capability: 'youth-club', did: 'Led it; club open from noon' },
      { by: 'sallow-green-pantry', capability: 'food-pantry', did: 'Village lunches on the green' },
      { by: 'steady-wheels', capability: 'minibus-transport', did: 'Two buses, five days a week' },
      { by: 'salt-and-thyme', capability: 'catering-training', did: 'Six trainees cooked' },
    ],
    customerSays: { says: 'First joint report we have had from four charities that added up.', by: 'Estuary Community Fund' }, timesBigger: 3,
  },
  {
    key: 'kitchen-to-work-2026', what: 'Eighteen people from training to a first wage', forWhom: 'District skills fund', finishedOn: '2026-12-18', value: '25k-100k', outcome: 'done',
    parts: [
      { by: 'salt-and-thyme', capability: 'catering-training', did: 'Ten in the kitchen' },
      { by: 'donside-skills', capability: 'trades-training', did: 'Eight at the bench' },
    ],
  },
  {
    key: 'twenty-eight-days', what: 'Fourteen families out of the hotel in time', forWhom: 'Families with 28 days’ notice', finishedOn: '2026-11-13', value: '5k-25k', outcome: 'done', sight: 'network',
    parts: [
      { by: 'new-shore-welcome', capability: 'first-weeks', did: 'School, doctor, bank, bins' },
      { by: 'new-shore-welcome', capability: 'interpreting', did: '88 calls' },
      { by: 'second-chair', capability: 'furniture-reuse', did: 'Fourteen flats' },
      { by: 'plain-dealing-advice', capability: 'benefits-advice', did: 'First claims, none refused' },
    ],
  },
  {
    key: 'twelve-keys', what: 'Twelve tenancies that lasted a year', forWhom: 'District housing team', finishedOn: '2026-09-30', value: '25k-100k', outcome: 'done',
    parts: [
      { by: 'open-door-donnet', capability: 'tenancy-support', did: 'Days' },
      { by: 'lantern-night-shelter', capability: 'tenancy-support', did: 'Nights, until the key' },
      { by: 'second-chair', capability: 'furniture-reuse', did: 'Furnished in one visit each' },
      { by: 'plain-dealing-advice', capability: 'housing-advice', did: 'Read every tenancy' },
      { by: 'plain-dealing-advice', capability: 'benefits-advice', did: 'Rent paid from week one' },
    ],
    customerSays: { says: 'Eleven of twelve. The twelfth moved in with his daughter.', by: 'Housing team leader' }, timesBigger: 2,
  },
  {
    key: 'cold-snap-2027', what: 'Open round the clock for nine days of frost', forWhom: 'People sleeping outside', finishedOn: '2027-01-19', value: 'under-1k', outcome: 'done',
    parts: [
      { by: 'open-door-donnet', capability: 'day-centre', did: 'Stayed open until seven' },
      { by: 'lantern-night-shelter', capability: 'night-shelter', did: 'Opened at seven, dogs allowed' },
      { by: 'the-tuesday-table', capability: 'hot-meals', did: 'Soup, nine nights' },
    ],
  },
  {
    key: 'supper-and-sums', what: 'Debt advice between the soup and the pudding', forWhom: 'Tuesday families', finishedOn: '2026-06-30', value: '1k-5k', outcome: 'done',
    parts: [
      { by: 'plain-dealing-advice', capability: 'debt-advice', did: '26 Tuesdays, 71 households' },
      { by: 'the-tuesday-table', capability: 'hot-meals', did: 'The table by the radiator' },
    ],
    customerSays: { says: 'I came for the pie.', by: 'A father' },
  },
  {
    key: 'wednesday-lifts', what: 'Wednesday lifts for carers', forWhom: 'Carers in four villages', finishedOn: '2026-12-16', value: '1k-5k', outcome: 'done',
    parts: [
      { by: 'haverstow-carers', capability: 'carers-breaks', did: 'A sitter in the house' },
      { by: 'steady-wheels', capability: 'minibus-transport', did: '44 Wednesdays' },
    ],
  },
  {
    key: 'ring-then-knock', what: 'A worrying voice at ten, a knock by noon', forWhom: 'Older people in Tollerwick', finishedOn: '2027-03-31', value: 'under-1k', outcome: 'done',
    parts: [
      { by: 'kind-ear', capability: 'phone-befriending', did: 'Heard it, nine times' },
      { by: 'good-neighbours-tollerwick', capability: 'home-visits', did: 'Knocked, nine times' },
    ],
    customerSays: { says: 'I was only cross. But I was glad.', by: 'Mr P., 88' },
  },
  {
    key: 'saturday-interpreter', what: 'Ukrainian on Saturdays, ten weeks', forWhom: 'Sallow Green families', finishedOn: '2026-05-30', value: 'under-1k', outcome: 'done',
    parts: [
      { by: 'new-shore-welcome', capability: 'interpreting', did: 'Olena, ten Saturdays' },
      { by: 'sallow-green-pantry', capability: 'food-pantry', did: 'Seven new families' },
    ],
  },
  {
    key: 'joint-minutes-year', what: 'Minutes for five boards, one clerk, one price', forWhom: 'Five member charities', finishedOn: '2027-03-26', value: '1k-5k', outcome: 'done',
    parts: [
      { by: 'plain-minutes', capability: 'trustee-minutes', did: '31 meetings, each out in two days' },
      { by: 'haverstow-carers', capability: 'room-to-borrow', did: 'Lent the room and the biscuits' },
    ],
  },
  {
    key: 'shelter-accounts', what: 'Shelter accounts, two years late, put right', forWhom: 'The Lantern Night Shelter', finishedOn: '2026-01-30', value: '1k-5k', outcome: 'done',
    parts: [
      { by: 'ledger-and-leaf', capability: 'charity-accounts', did: 'Found £11,400 in the wrong fund' },
      { by: 'lantern-night-shelter', capability: 'night-shelter', did: 'Nine carrier bags of receipts' },
    ],
    customerSays: { says: 'I sleep again.', by: 'Agnieszka Dąbrowska' },
  },
  {
    key: 'safe-hands-day', what: 'One safeguarding day for six charities', forWhom: 'Haverstow Together', finishedOn: '2026-10-07', value: '1k-5k', outcome: 'done',
    parts: [
      { by: 'harbour-youth', capability: 'safeguarding-training', did: 'Keeley taught 54 people' },
      { by: 'haverstow-carers', capability: 'safeguarding-training', did: 'Adults at risk, the afternoon' },
    ],
  },
]

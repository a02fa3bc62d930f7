import type { Brief } from '../types.ts'

export const briefs: readonly Brief[] = [
  {
    key: 'bell-june-wedding', network: 'haverstow-weddings', by: 'toms-tipis', title: 'Bell wedding: a meadow, 120 guests, one day',
    says: 'Anna Bell and her partner marry in their own meadow at Nether Pellow. They have a tipi. They need everything that goes in and around it, from people who have worked on grass, with one person in charge on the day.',
    forWhom: 'Bell family', district: 'HV5', postedOn: '2027-04-20', answerBy: '2027-05-12', startsOn: '2027-06-25', endsOn: '2027-06-27', value: '25k-100k', openToRivals: true, sight: 'network',
    parts: [
      { key: 'shelter', says: 'Two tipis joined, floor for dancing', capability: 'tipi-hire', need: 'must', size: '120 seated' },
      { key: 'flowers', says: 'Wild flowers for 12 tables and an arch', capability: 'wedding-flowers', need: 'must', size: '12 tables' },
      { key: 'supper', says: 'Supper cooked on site, a third vegetarian', capability: 'wedding-catering', need: 'must', size: '120 plates' },
      { key: 'power', says: 'Power, light and loos, quiet after eleven', capability: 'event-power', need: 'must', size: '32 amps, 4 loos' },
      { key: 'cake', says: 'A cake everybody can eat', capability: 'free-from-cakes', need: 'should', size: '120 slices' },
      { key: 'pictures', says: 'Photographs, mostly of children and dogs', capability: 'wedding-photography', need: 'must', size: 'One day' },
      { key: 'dance', says: 'A band that gets the uncle up', capability: 'ceilidh-band', need: 'should', size: 'Three hours' },
      { key: 'home', says: 'Guests back to town at half past eleven', capability: 'guest-transport', need: 'should', size: '60 seats' },
    ],
    interests: [
      { by: 'the-wild-bouquet', part: 'flowers', says: 'My oat and mallow will be at their best that week. Yes please.', on: '2027-04-21', state: 'welcomed' },
      { by: 'stem-and-stone', part: 'flowers', says: 'Happy to do the tables if Priya has the arch.', on: '2027-04-23', state: 'waiting' },
      { by: 'hugo-lacey-photography', part: 'pictures', says: 'Free, and I like dogs. I would want a second pair of eyes for 120.', on: '2027-04-22', state: 'waiting' },
      { by: 'two-herons-photography', part: 'pictures', says: 'We are at Crakestead that day, sorry. Ask Hugo.', on: '2027-04-24', state: 'declined-kindly' },
      { by: 'quayside-power', part: 'power', says: 'Pencilled. Need to see the gate.', on: '2027-04-27', state: 'waiting' },
    ],
  },
  {
    key: 'haverstow-wedding-weekend', network: 'haverstow-weddings', by: 'the-customs-house', title: 'An open weekend for couples, all trades, one ticket',
    says: 'Instead of another fair in a sports hall: a Saturday on the quay and a Sunday on the hill, a small real ceremony at each, and every trade doing its work and not handing out leaflets. We hope for 300 couples and will share the cost by table.',
    forWhom: 'Couples marrying in 2028', district: 'HV3', postedOn: '2027-03-15', answerBy: '2027-06-30', startsOn: '2027-10-09', endsOn: '2027-10-10', value: '5k-25k', openToRivals: true, sight: 'network',
    parts: [
      { key: 'quay', says: 'Rooms on the Saturday', capability: 'indoor-venue', need: 'must', size: '150 couples' },
      { key: 'hill', says: 'A barn on the Sunday', capability: 'barn-venue', need: 'must', size: '150 couples' },
      { key: 'words', says: 'Two short real ceremonies', capability: 'celebrant-ceremonies', need: 'must', size: '2 x 20 minutes' },
      { key: 'flowers', says: 'Two florists, two styles', capability: 'wedding-flowers', need: 'must', size: 'Two rooms' },
      { key: 'film', says: 'A film we can all use', capability: 'wedding-film', need: 'should', size: 'Four minutes' },
      { key: 'paper', says: 'One printed guide', capability: 'signs-and-plans', need: 'should', size: '500 copies' },
      { key: 'bus', says: 'A bus between quay and hill', capability: 'guest-transport', need: 'should', size: '16 seats, all day' },
    ],
    interests: [
      { by: 'crakestead-barn', part: 'hill', says: 'The 10th is ours if the ewes agree.', on: '2027-03-20', state: 'welcomed' },
      { by: 'stem-and-stone', part: 'flowers', says: 'We take the quay.', on: '2027-03-18', state: 'welcomed' },
      { by: 'steady-wheels', part: 'bus', says: 'Both buses are free that weekend.', on: '2027-04-06', state: 'waiting' },
      { by: 'jo-hart-va', says: 'I could look after the couples’ list, with each couple’s yes.', on: '2027-04-08', state: 'waiting' },
    ],
  },
]

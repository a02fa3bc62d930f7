import type { Job } from '../types.ts'

export const jobs: readonly Job[] = [
  {
    key: 'lowe-meadow-wedding', what: 'Wedding for 130 in a hay meadow at Nether Pellow', forWhom: 'Lowe family', finishedOn: '2026-07-18', value: '5k-25k', outcome: 'done',
    parts: [
      { by: 'toms-tipis', capability: 'tipi-hire', did: 'Two tipis on a slope of one in eleven, dry by Friday noon' },
      { by: 'the-wild-bouquet', capability: 'wedding-flowers', did: 'Bouquets, 14 tables of jars and an arch of oat and mallow' },
      { by: 'ashas-cakes', capability: 'wedding-cakes', did: 'Four egg-free tiers with pressed violas' },
      { by: 'hugo-lacey-photography', capability: 'wedding-photography', did: '412 frames, 80 prints' },
    ],
    customerSays: { says: 'Rain until two and nobody noticed. Faultless, all four of you.', by: 'Sarah Lowe' }, timesBigger: 2,
  },
  {
    key: 'crake-arch-wedding', what: 'Barn weekend for 108 with a nine-metre flower arch', forWhom: 'Harriet and Sunil', finishedOn: '2026-09-06', value: '25k-100k', outcome: 'done',
    parts: [
      { by: 'crakestead-barn', capability: 'barn-venue', did: 'Friday to Sunday, 34 beds' },
      { by: 'the-wild-bouquet', capability: 'foraged-installations', did: 'Arch of hops, old man’s beard and rosehip over the barn door' },
      { by: 'tollerwick-ceilidh-band', capability: 'ceilidh-band', did: 'Two sets, one bride on the accordion' },
    ],
    customerSays: { says: 'The bees came in with the arch. Best guests we had.', by: 'Harriet Sole' },
  },
  {
    key: 'rao-harbour-wedding', what: 'Harbour wedding over two days, 180 guests', forWhom: 'Dev Rao and Ellie', finishedOn: '2026-08-22', value: '25k-100k', outcome: 'done',
    parts: [
      { by: 'the-customs-house', capability: 'indoor-venue', did: 'All four rooms and the terrace' },
      { by: 'ashas-cakes', capability: 'free-from-cakes', did: 'Five tiers without egg or nuts' },
      { by: 'ashas-cakes', capability: 'dessert-tables', did: 'Mithai for 180' },
      { by: 'two-herons-photography', capability: 'wedding-photography', did: 'Both days; 160 people grouped in 22 minutes' },
      { by: 'paper-lark', capability: 'letterpress', did: '140 invitations in English and Telugu' },
      { by: 'paper-lark', capability: 'invitations', did: 'Design, replies card, map' },
    ],
    customerSays: { says: 'My grandmother ate the cake. You will not know what that means, but we do.', by: 'Dev Rao' }, timesBigger: 3,
  },
  {
    key: 'okoro-two-venue-wedding', what: 'Two ceremonies, two venues, 150 guests and a ferry bell', forWhom: 'Okoro and Lindsay families', finishedOn: '2026-05-30', value: '25k-100k', outcome: 'done',
    parts: [
      { by: 'nell-dress-co', capability: 'made-to-measure-dress', did: 'Two dresses from one bolt of aso oke and silk' },
      { by: 'fern-ashdown-hair', capability: 'bridal-hair', did: 'Six bridesmaids by ten o’clock' },
      { by: 'fern-ashdown-hair', capability: 'textured-hair', did: 'Bride and her mother' },
      { by: 'marta-labedz-make-up', capability: 'bridal-make-up', did: 'Seven faces, four skin types' },
      { by: 'two-herons-photography', capability: 'wedding-photography', did: 'Both ceremonies' },
      { by: 'tollerwick-ceilidh-band', capability: 'ceilidh-band', did: 'Highlife for the last hour, by request' },
      { by: 'plain-words-ceremonies', capability: 'two-language-ceremonies', did: 'English and Igbo' },
      { by: 'slow-lane-cars', capability: 'wedding-cars', did: 'Three cars between two venues' },
    ],
    customerSays: { says: 'Eight strangers who behaved like cousins.', by: 'Chidi Okoro' }, timesBigger: 2,
  },
  {
    key: 'customs-house-spring-ball', what: 'Spring ball, 22 tables, nine days’ notice', forWhom: 'Haverstow Lifeboat supporters', finishedOn: '2026-03-28', value: '5k-25k', outcome: 'done',
    parts: [
      { by: 'stem-and-stone', capability: 'wedding-flowers', did: '22 tables and a staircase' },
      { by: 'the-customs-house', capability: 'wedding-bar', did: 'Two bars, 220 guests' },
      { by: 'slow-lane-cars', capability: 'wedding-cars', did: 'Met the mayor from the 19:04' },
    ],
  },
  {
    key: 'pellow-glebe-wedding', what: 'Glebe field wedding for 60', forWhom: 'Rowan and Theo', finishedOn: '2026-06-13', value: '5k-25k', outcome: 'done',
    parts: [
      { by: 'toms-tipis', capability: 'furniture-hire', did: 'Benches, fire pits and a floor' },
      { by: 'hugo-lacey-photography', capability: 'film-photography', did: '80 hand prints in a box' },
      { by: 'hugo-lacey-photography', capability: 'wedding-photography', did: 'The whole day' },
      { by: 'plain-words-ceremonies', capability: 'celebrant-ceremonies', did: 'Under the walnut tree, rehearsed twice' },
    ],
    customerSays: { says: 'We open the box every month.', by: 'Rowan Peat' },
  },
  {
    key: 'sea-wall-wedding', what: 'Ceremony on the sea wall, 44 guests, force five', forWhom: 'Two teachers who asked for no names', finishedOn: '2026-10-10', value: '1k-5k', outcome: 'done',
    parts: [
      { by: 'two-herons-photography', capability: 'wedding-photography', did: 'Led the day' },
      { by: 'hugo-lacey-photography', capability: 'second-shooter', did: 'Stood in for Kwame, who had flu' },
      { by: 'slow-reel-films', capability: 'wedding-film', did: 'Four minutes, out on the Tuesday' },
      { by: 'tollerwick-ceilidh-band', capability: 'ceremony-music', did: 'Two fiddles, one hat lost' },
      { by: 'plain-words-ceremonies', capability: 'celebrant-ceremonies', did: 'Spoke into the wind' },
    ],
  },
  {
    key: 'ash-grove-wedding', what: 'Field wedding with power, loos and supper for 120', forWhom: 'Ash and Grace', finishedOn: '2026-08-01', value: '5k-25k', outcome: 'done',
    parts: [
      { by: 'toms-tipis', capability: 'tipi-hire', did: 'Three tipis joined' },
      { by: 'quayside-power', capability: 'event-power', did: 'Silent generator, festoon and four loos' },
      { by: 'salt-and-thyme', capability: 'wedding-catering', did: 'Supper cooked on grass by six trainees' },
    ],
    customerSays: { says: 'The trainees got the loudest cheer.', by: 'Grace Wen' },
  },
  {
    key: 'bell-engagement-party', what: 'Engagement party for 70 in the orchard', forWhom: 'Bell family', finishedOn: '2026-09-19', value: '1k-5k', outcome: 'done',
    parts: [
      { by: 'crakestead-barn', capability: 'garden-venue', did: 'Walled orchard until ten' },
      { by: 'ashas-cakes', capability: 'wedding-cakes', did: 'A cake like a beehive' },
      { by: 'steady-wheels', capability: 'guest-transport', did: 'Two minibuses, two runs each' },
    ],
  },
  {
    key: 'midweek-dozen', what: 'Twelve Tuesday weddings at one price', forWhom: 'The Customs House', finishedOn: '2026-11-24', value: '25k-100k', outcome: 'done',
    parts: [
      { by: 'the-customs-house', capability: 'day-coordination', did: 'Twelve Tuesdays, one running sheet' },
      { by: 'stem-and-stone', capability: 'wedding-flowers', did: 'One design in four colours' },
      { by: 'salt-and-thyme', capability: 'wedding-catering', did: 'Lunch for 40 to 60, twelve times' },
    ],
    timesBigger: 5,
  },
  {
    key: 'barn-minibus-season', what: 'Half past eleven bus, ten Saturdays', forWhom: 'Crakestead Barn', finishedOn: '2026-09-26', value: '1k-5k', outcome: 'done',
    parts: [
      { by: 'crakestead-barn', capability: 'barn-venue', did: 'Sold the seats with the beds' },
      { by: 'steady-wheels', capability: 'guest-transport', did: 'Ten Saturdays, 312 guests home' },
    ],
  },
  {
    key: 'guest-list-rescue', what: '210 replies in three languages, untangled in five days', forWhom: 'Farrow and Mbeki families', finishedOn: '2027-02-12', value: 'under-1k', outcome: 'done',
    parts: [
      { by: 'jo-hart-va', capability: 'guest-list-admin', did: 'Checked every reply against every list' },
      { by: 'paper-lark', capability: 'signs-and-plans', did: 'Table plan, set once, printed once' },
    ],
    customerSays: { says: 'No reprint. First time ever.', by: 'Beatriz Fonseca' },
  },
  {
    key: 'silk-and-saloon', what: 'Remade a 1963 dress, and found a car it fits in', forWhom: 'Tamsin Yeo', finishedOn: '2026-04-25', value: '1k-5k', outcome: 'done',
    parts: [
      { by: 'nell-dress-co', capability: 'heirloom-remaking', did: 'Kept the sleeves, remade the rest' },
      { by: 'slow-lane-cars', capability: 'wedding-cars', did: 'The 1952, door 94 cm' },
    ],
  },
  {
    key: 'harvest-supper-flowers', what: 'Harvest supper for 90 neighbours', forWhom: 'Nether Pellow parish', finishedOn: '2026-09-26', value: 'under-1k', outcome: 'done',
    parts: [
      { by: 'the-wild-bouquet', capability: 'grown-stems', did: '30 buckets, arranged by the neighbours' },
      { by: 'stem-and-stone', capability: 'dried-flowers', did: 'Wreath class in the porch' },
    ],
    unconfirmedBy: ['stem-and-stone'],
  },
  {
    key: 'hill-storm-wedding', what: 'Hill wedding moved indoors at noon', forWhom: 'Marchetti and Bloom', finishedOn: '2025-08-16', value: '5k-25k', outcome: 'stopped-early',
    parts: [
      { by: 'toms-tipis', capability: 'tipi-hire', did: 'Taken down at 58 miles an hour, as the wind plan says' },
      { by: 'crakestead-barn', capability: 'barn-venue', did: 'Opened the barn in two hours' },
      { by: 'quayside-power', capability: 'event-power', did: 'Kept the kitchen lit' },
    ],
    customerSays: { says: 'We got married in a barn by accident and would do it again.', by: 'Luca Marchetti' },
  },
]

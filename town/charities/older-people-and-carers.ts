import type { Organisation } from '../types.ts'

/** Company, breaks and a telephone. */
export const olderPeopleAndCarers: readonly Organisation[] = [
  {
    key: 'haverstow-carers', name: 'Haverstow Carers', kind: 'charity', state: 'open', size: 6,
    trade: 'Breaks and company for unpaid carers',
    story: 'Shabnam looked after her father for nine years and was asked how he was every day. She opened a place where people ask the other one.',
    place: { district: 'HV1', street: "St Aldith's Walk", streetSight: 'anyone', reachMiles: 12 },
    contact: { website: 'https://haverstowcarers.example', email: 'tea@haverstowcarers.example', phone: '01632 960306', sight: 'anyone' },
    identifiers: [{ scheme: 'charity-number', value: '9900306' }],
    memberships: [{ network: 'haverstow-together', since: '2024-06-03' }],
    staff: [
      { person: 'shabnam-akhtar', role: 'owner', title: 'Manager' },
      { person: 'fiona-mcallister', role: 'reader', title: 'Clerk to the trustees' },
    ],
    answers: {
      whatNeedsDoing: { says: 'About 2,900 people in town look after somebody for more than twenty hours a week. We know 410 of them by name.', clarity: 'convincing', sight: 'anyone' },
      whatOthersCanDo: { says: 'Raise awareness of carers.', clarity: 'vague', sight: 'network' },
      whatWeDoBetter: { says: 'Three-hour breaks at two days’ notice. 1,020 last year, 14 cancelled by us.', clarity: 'convincing', sight: 'anyone' },
      whatOnlyWeDo: { says: 'We offer a holistic, person-centred service.', clarity: 'vague', sight: 'anyone' },
    },
    claims: [
      { capability: 'carers-breaks', strength: 'best-at', says: 'Three hours, two days’ notice', capacity: { says: 'Mornings full until 24 May', from: '2027-05-24' }, lastConfirmed: '2027-04-14', sight: 'anyone', proof: [{ is: 'job', job: 'wednesday-lifts' }, { is: 'figure', says: '1,020 breaks, 14 cancelled', source: 'Rota 2026', on: '2026-12-31' }] },
      { capability: 'carers-groups', strength: 'can-do', lastConfirmed: '2027-04-14', sight: 'anyone', proof: [{ is: 'recommendation', recommendation: 'parveen-on-shabnam' }] },
      { capability: 'memory-cafe', strength: 'can-do', says: 'First Friday', lastConfirmed: '2025-06-06', sight: 'anyone', proof: [] },
    ],
    wants: [{ says: 'Befrienders for people who no longer speak', lens: 'gap', capability: 'home-visits', sight: 'network' }],
  },
  {
    key: 'kind-ear', name: 'Kind Ear', kind: 'charity', state: 'open', size: 4,
    trade: 'Friendship by telephone',
    story: 'Parveen pairs talkers with listeners by what they like to argue about. The longest pair is at 640 calls, on cricket.',
    place: { district: 'HV8', street: 'Peat Road', streetSight: 'network', reachMiles: 25 },
    contact: { website: 'https://kindear.example', email: 'ring@kindear.example', phone: '01632 960310', sight: 'anyone' },
    identifiers: [{ scheme: 'charity-number', value: '9900310' }],
    memberships: [{ network: 'haverstow-together', since: '2024-09-23', invitedBy: 'haverstow-carers' }],
    staff: [{ person: 'parveen-sandhu', role: 'owner', title: 'Coordinator' }],
    answers: {
      whatNeedsDoing: { says: 'One in six people over 75 here told the surgery they had spoken to nobody that week.', clarity: 'convincing', sight: 'anyone' },
      whatOthersCanDo: { says: 'When a voice worries us we need somebody who can knock on the door the same day. We cannot.', clarity: 'convincing', sight: 'network' },
      whatWeDoBetter: { says: 'The same voice, the same hour, every week: 143 pairs, and 9 in 10 still talking after a year.', clarity: 'convincing', sight: 'network' },
      whatOnlyWeDo: { says: 'We speak several languages.', clarity: 'getting there', sight: 'anyone' },
    },
    claims: [
      { capability: 'phone-befriending', strength: 'best-at', says: '143 pairs', capacity: { says: 'Fifteen listeners waiting for a friend', from: '2027-05-04' }, lastConfirmed: '2027-03-16', sight: 'anyone', proof: [{ is: 'job', job: 'ring-then-knock' }, { is: 'figure', says: '9 in 10 pairs still talking after a year', source: 'Pair book', on: '2027-03-01' }] },
      { capability: 'volunteer-finding', strength: 'can-do', says: 'From the sofa: people who cannot leave home', lastConfirmed: '2027-03-16', sight: 'network', proof: [] },
    ],
    wants: [{ says: 'Somebody who can knock the same day', lens: 'gap', capability: 'home-visits', sight: 'network' }],
    rivals: { welcomeFor: ['cause', 'cover', 'gap'], never: [] },
  },
  {
    key: 'good-neighbours-tollerwick', name: 'Good Neighbours Tollerwick', kind: 'charity', state: 'open', size: 1,
    trade: 'Visits and small jobs in Tollerwick',
    story: 'Thirty volunteers, one mobile phone and Hilary, who keeps it in the biscuit tin. They change light bulbs and stay for the tea.',
    place: { district: 'HV7', street: 'Chapel Lane', streetSight: 'network', reachMiles: 4 },
    contact: { email: 'hilary@tollerwickneighbours.example', phone: '07700 900311', sight: 'anyone' },
    identifiers: [{ scheme: 'charity-number', value: '9900311' }],
    memberships: [{ network: 'haverstow-together', since: '2025-02-24', invitedBy: 'steady-wheels' }],
    staff: [{ person: 'hilary-stubbs', role: 'owner', title: 'Secretary' }],
    answers: {
      whatNeedsDoing: { says: 'People here are on their own a lot.', clarity: 'vague', sight: 'anyone' },
      whatOthersCanDo: { says: 'Younger volunteers. Half of ours are older than the people they visit.', clarity: 'clear', sight: 'network' },
      whatWeDoBetter: { says: 'We know everybody in Tollerwick. There are 612 people and we have been in 240 of the houses.', clarity: 'convincing', sight: 'anyone' },
      whatOnlyWeDo: { says: 'Just being neighbours really.', clarity: 'vague', sight: 'anyone' },
    },
    claims: [
      { capability: 'home-visits', strength: 'best-at', says: 'Same day, in Tollerwick', capacity: { says: 'Not on cricket Saturdays' }, lastConfirmed: '2026-11-25', sight: 'network', proof: [{ is: 'job', job: 'ring-then-knock' }, { is: 'recommendation', recommendation: 'parveen-on-hilary' }] },
      { capability: 'volunteer-drivers', strength: 'can-do', says: 'To the surgery and back', lastConfirmed: '2026-11-25', sight: 'network', proof: [] },
    ],
    wants: [{ says: 'Volunteers under seventy', lens: 'gap', capability: 'volunteer-finding', sight: 'network' }],
    rivals: { welcomeFor: ['cause'], never: [] },
  },
]

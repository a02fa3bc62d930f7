import type { Network } from '../types.ts'

export const network: Network = {
  key: 'haverstow-together',
  name: 'Haverstow Together',
  about: 'Charities and social enterprises that meet the same people on different days, and would like to do it on purpose.',
  district: 'HV1',
  startedOn: '2024-06-03',
  joining: 'by-asking',
  organisers: [
    { person: 'seun-adebayo-fairweather', since: '2024-06-03' },
    { person: 'delroy-benjamin', since: '2025-06-09' },
  ],
  rules: [
    { says: 'A person’s details pass between us only after that person has said yes, and only what is needed.', because: 'Some of the people we meet are hiding from somebody.' },
    { says: 'If two of us want the same grant, we say so to each other before the deadline and not after.' },
    { says: 'Nobody counts the same family twice in a report without saying so.' },
    { says: 'Worried about a child or an adult at risk? Ring first. Safeguarding goes before every other rule here.' },
    { says: 'We do not speak for another member to the press, the council or a funder.' },
  ],
  vocabulary: 'charity-words',
}

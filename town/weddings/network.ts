import type { Network } from '../types.ts'

export const network: Network = {
  key: 'haverstow-weddings',
  name: 'Haverstow Wedding Trades',
  about: 'The people who make weddings in and around Haverstow: flowers, food, shelter, clothes, pictures, words and music.',
  district: 'HV1',
  startedOn: '2025-01-14',
  joining: 'by-invitation',
  organisers: [
    { person: 'tom-garrity', since: '2025-01-14' },
    { person: 'niamh-orourke', since: '2026-02-02' },
  ],
  rules: [
    { says: 'Pass a couple on only when they have said yes, and only to somebody you would book yourself.' },
    { says: 'No commission between members. A thank-you, a bunch of sweet peas or a cake is fine.', because: 'Couples ask, and we like to be able to say it.' },
    { says: 'Answer a member within three days, even if the answer is no.' },
    { says: 'A date shared here in confidence is not a date to quote against.' },
    { says: 'If you are ill on the day, ring the organisers first: somebody will cover, and the couple stays yours.' },
  ],
  vocabulary: 'wedding-words',
}

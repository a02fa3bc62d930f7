import type { Network } from '../types.ts'

export const network: Network = {
  key: 'don-side-park',
  name: 'Don Side Park',
  about: 'Makers on and around the old locomotive works at Don Side: design, machining, controls, measuring, finishing. Small firms that want large jobs.',
  district: 'HV2',
  startedOn: '2024-10-01',
  joining: 'by-asking',
  organisers: [
    { person: 'dilys-hargreave', since: '2024-10-01' },
    { person: 'ruth-adeyemi', since: '2025-11-03' },
  ],
  rules: [
    { says: 'Drawings stay with the people they were sent to. Ask before you show them to a colleague.', because: 'Half of us have the same three customers.' },
    { says: 'Prices are never discussed between firms of the same trade. Scope is, and first.' },
    { says: 'Say no quickly. A no on Monday is worth more than a maybe on Friday.' },
    { says: 'If you lead a team, you pay your partners within 30 days, whether or not the customer has paid you.' },
    { says: 'Do not hire from a partner while you share a job, unless you have both said so in writing.' },
  ],
  vocabulary: 'park-words',
}

import type { Team } from '../types.ts'

/** Kestrel’s team for the hydrogen bench: Ruth’s software and Halden’s welds are in, the leak tests wait for a rival, and nobody certifies yet. */
export const teams: readonly Team[] = [
  {
    brief: 'hydrogen-test-bench', by: 'kestrel', says: 'One bench, one contract, one lead: each of us does what the others ring us up for anyway.',
    own: ['design'],
    seats: [
      { by: 'don-side-controls', parts: ['controls'], note: 'Third rig together. The valve list is frozen on 28 June, I promise.', percent: 18, state: 'taken' },
      { by: 'halden-pressure-pipework', parts: ['pipework'], note: 'Mick and Folasade for the X-rays, as you asked.', percent: 14, state: 'taken' },
      { by: 'donside-skills', parts: ['training'], percent: 3, state: 'asked' },
      {
        by: 'ravensgill-test-systems', parts: ['leaks'], note: 'Scope first, as we said at the bus stop.', percent: 6, state: 'asked',
        scope: { purpose: 'One joint bid for the 700 bar bench, and nothing after it.', says: 'Ravensgill tests every joint for leaks in its own cell. Kestrel designs, leads and speaks with the customer. Neither quotes the other’s customers on the strength of this job.', never: ['What either of us charges anybody else', 'Other bids in hydrogen', 'Who is hiring'] },
      },
    ],
    entries: [
      { by: 'kestrel', kind: 'date', says: 'Valve list frozen', on: '2027-06-28', part: 'controls' },
      { by: 'kestrel', kind: 'date', says: 'Answer goes to Estuary Hydrogen Trials', on: '2027-05-14' },
      { by: 'kestrel', kind: 'decision', says: 'Orbital welds only. No hand welds above 350 bar.', part: 'pipework' },
      { by: 'halden-pressure-pipework', kind: 'word', says: 'X-ray van is booked for the second week of July.', part: 'pipework' },
      { by: 'don-side-controls', kind: 'word', says: 'Source goes over with the bench, comments and all.', part: 'controls' },
    ],
  },
]

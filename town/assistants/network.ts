import type { Network } from '../types.ts'

export const network: Network = {
  key: 'donnet-assistants',
  name: 'Donnet Association of Virtual Assistants',
  about: 'Assistants who work alone and do not want to be alone on the Friday when three clients ring at once.',
  district: 'HV1',
  startedOn: '2025-09-02',
  joining: 'by-invitation',
  organisers: [
    { person: 'jo-hart', since: '2025-09-02' },
    { person: 'hannah-tsang', since: '2026-03-03' },
  ],
  rules: [
    { says: 'The client stays whose they are. You do not work for a client you covered for twelve months after, unless the owner of that client says yes in writing.', because: 'It is the fear that stops people from asking for help.' },
    { says: 'A client is named only after you have said yes to the cover, and only with the client’s own yes.' },
    { says: 'Passwords go through a vault, never in a message, and are changed when the cover ends.' },
    { says: 'Answer a request for cover within four working hours: yes, partly, or no thanks.' },
    { says: 'Covered work is paid within 14 days, whether or not the client has paid.' },
    { says: 'Everybody keeps professional insurance and shows the date it ends.' },
  ],
  vocabulary: 'assistant-words',
}

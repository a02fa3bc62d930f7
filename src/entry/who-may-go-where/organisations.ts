import type { Rows } from './row.ts'

const page = () => ({ name: 'Alder Anew', kind: 'company', line: 'Doors and stairs' })

/** Alder's pages as everyone meets them: those who may see it are told it is not theirs to change, to others it is not there. */
export const organisations: Rows = {
  'GET /organisations': { may: 'in ok ok ok ok ok ok ok ok' },
  'GET /organisations/new': { may: 'in ok ok ok ok ok ok ok ok' },
  'POST /organisations/new': { may: 'in go go go go go go go go', send: page },
  'GET /organisations/:id': { may: '404 404 ok ok ok ok 404 ok 404' },
  'GET /organisations/:id/edit': { may: '404 404 ok no no no 404 no 404' },
  'POST /organisations/:id/edit': { may: '404 404 go no no no 404 no 404', send: page },
  'POST /organisations/:id/rest': { may: '404 404 go no no no 404 no 404', send: () => ({ rests: 'yes' }) },
  'GET /organisations/:id/closing': { may: '404 404 ok no no no 404 no 404' },
  'POST /organisations/:id/closing': { may: '404 404 go no no no 404 no 404' },
  'GET /organisations/:id/identifiers': { may: '404 404 ok no no no 404 no 404' },
  'POST /organisations/:id/identifiers': { may: '404 404 go no no no 404 no 404', send: () => ({ scheme: 'GB-CHC', value: '1123456' }) },
  'POST /organisations/:id/identifiers/removal': { may: '404 404 go no no no 404 no 404', send: () => ({ scheme: 'GB-COH', value: '09876541' }) },
  'GET /organisations/:id/staff': { may: '404 404 ok ok no no 404 no 404' },
  'POST /organisations/:id/staff': { may: '404 404 go no no no 404 no 404', send: () => ({ role: 'member', forWhom: 'Sam' }) },
  'POST /organisations/:id/staff/:person/role': { may: '404 404 go no no no 404 no 404', send: () => ({ role: 'editor' }) },
  'POST /organisations/:id/staff/:person/leaving': { may: '404 404 go go no no 404 no 404' },
  'GET /organisations/:id/claim-links': { may: '404 404 ok 404 404 404 404 404 404', at: ({ organisations: { stub } }) => `/organisations/${stub}/claim-links` },
  'POST /organisations/:id/claim-links': { may: '404 404 go 404 404 404 404 404 404', at: ({ organisations: { stub } }) => `/organisations/${stub}/claim-links`, send: () => ({ forWhom: 'Sam' }) },
  'POST /organisations/:id/staff-links/:link/withdrawal': { may: '404 404 go no no no 404 no 404' },
  'GET /staff-links/:token': { may: 'ok ok ok ok ok ok ok ok ok', holdsLink: true, at: ({ links }) => `/staff-links/${links.staff}` },
  'POST /staff-links/:token': { may: 'in go 409 409 go go go go go', holdsLink: true, at: ({ links }) => `/staff-links/${links.staff}` },
  'GET /organisations/:id/who-sees': { may: '404 404 ok no no no 404 no 404' },
  'POST /organisations/:id/who-sees': { may: '404 404 go no no no 404 no 404', send: () => ({ page: 'anyone', contact: 'anyone', place: 'anyone' }) },
  'POST /organisations/:id/who-sees/partners': { may: '404 404 go no no no 404 no 404', send: ({ organisations: { maple } }) => ({ partner: maple }) },
  'POST /organisations/:id/who-sees/partners/:partner/end': { unknown: 303, may: '404 404 go no no no 404 no 404' },
  'POST /organisations/:id/who-sees/grants': { may: '404 404 go no no no 404 no 404', send: ({ organisations: { maple } }) => ({ to: maple, part: 'contact', reason: 'For a bid', untilOn: '2027-05-01' }) },
  'POST /organisations/:id/who-sees/grants/:grant/withdrawal': { unknown: 303, may: '404 404 go no no no 404 no 404' },
}

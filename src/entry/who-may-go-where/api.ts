import type { Rows } from './row.ts'

const page = () => ({ name: 'Alder Anew', kind: 'company' })
const words = () => ({ name: 'The Guild', purpose: 'To find each other', kind: 'Association' })

/** What programs may do: never more than their person, never more than their scopes, and no new keys to the house. */
export const api: Rows = {
  'GET /api/v1/openapi.json': { may: 'ok ok ok ok ok ok ok ok ok ok ok' },
  'GET /api/v1/me': { may: 'in ok ok ok ok ok ok ok ok ok ok' },
  'GET /api/v1/sessions': { may: 'in ok ok ok ok ok ok ok ok ok ok' },
  'DELETE /api/v1/sessions/:id': { may: 'in 404 ok 404 404 404 404 404 404 no ok' },
  'GET /api/v1/tokens': { may: 'in ok ok ok ok ok ok ok ok ok ok' },
  'POST /api/v1/tokens': { may: 'in ok ok ok ok ok ok ok ok no no', send: () => ({ name: 'Another', scopes: ['read'], lasts: 'month' }) },
  'DELETE /api/v1/tokens/:id': { may: 'in 404 ok 404 404 404 404 404 404 no no' },
  'GET /api/v1/organisations': { may: 'in ok ok ok ok ok ok ok ok ok ok' },
  'POST /api/v1/organisations': { may: 'in ok ok ok ok ok ok ok ok no ok', send: page },
  'GET /api/v1/organisations/:id': { may: 'in 404 ok ok ok ok 404 ok 404 ok ok' },
  'PUT /api/v1/organisations/:id': { may: 'in 404 ok no no no 404 no 404 no ok', send: page },
  'POST /api/v1/organisations/:id/identifiers': { may: 'in 404 ok no no no 404 no 404 no ok', send: () => ({ scheme: 'GB-CHC', value: '1123456' }) },
  'DELETE /api/v1/organisations/:id/identifiers/:scheme/:value': { unknown: 204, may: 'in 404 ok no no no 404 no 404 no ok', at: ({ organisations: { alder } }) => `/api/v1/organisations/${alder}/identifiers/GB-COH/09876541` },
  'GET /api/v1/organisations/:id/staff': { may: 'in 404 ok ok no no 404 no 404 ok ok' },
  'PUT /api/v1/organisations/:id/staff/:person': { may: 'in 404 ok no no no 404 no 404 no ok', send: () => ({ role: 'editor' }) },
  'DELETE /api/v1/organisations/:id/staff/:person': { may: 'in 404 ok no no no 404 no 404 no ok' },
  'PUT /api/v1/organisations/:id/who-sees': { may: 'in 404 ok no no no 404 no 404 no ok', send: () => ({ page: 'anyone', contact: 'anyone', place: 'anyone' }) },
  'POST /api/v1/organisations/:id/grants': { may: 'in 404 ok no no no 404 no 404 no ok', send: ({ organisations: { maple } }) => ({ to: maple, part: 'contact', reason: 'For a bid', untilOn: '2027-05-01' }) },
  'DELETE /api/v1/organisations/:id/grants/:grant': { unknown: 204, may: 'in 404 ok no no no 404 no 404 no ok' },
  'GET /api/v1/networks': { may: 'in ok ok ok ok ok ok ok ok ok ok' },
  'POST /api/v1/networks': { may: 'in ok ok ok ok ok ok ok ok no ok', send: words },
  'GET /api/v1/networks/:slug': { may: 'in 404 ok ok 404 ok 404 ok 404 ok ok' },
  'PUT /api/v1/networks/:slug': { may: 'in 404 no no 404 no 404 ok 404 no no', send: () => ({ ...words(), listed: 'anyone' }) },
  'GET /api/v1/networks/:slug/members': { may: 'in 404 ok ok 404 ok 404 ok 404 ok ok' },
  'DELETE /api/v1/networks/:slug/members/:organisation': { unknown: 409, may: 'in 404 no no 404 no 404 ok 404 no no', send: () => ({ because: 'They moved away' }) },
  'DELETE /api/v1/networks/:slug/membership': { may: 'in 404 ok no 404 ok 404 409 404 no ok' },
  'POST /api/v1/networks/:slug/invitations': { may: 'in 404 no no 404 no 404 ok 404 no no', send: () => ({ name: 'Sam', email: 'sam@example.org' }) },
  'GET /api/v1/networks/:slug/capabilities': { may: 'in 404 ok ok 404 ok 404 ok 404 ok ok' },
  'POST /api/v1/networks/:slug/capabilities': { may: 'in 404 no no 404 no 404 ok 404 no no', send: () => ({ title: 'Joinery' }) },
  'PUT /api/v1/networks/:slug/capabilities/:id': { may: 'in 404 no no 404 no 404 ok 404 no no', send: () => ({ title: 'Joinery' }) },
  'DELETE /api/v1/networks/:slug/capabilities/:id': { may: 'in 404 no no 404 no 404 ok 404 no no', at: ({ guild, ids }) => `/api/v1/networks/${guild.slug}/capabilities/${ids.narrower}` },
  'POST /api/v1/networks/:slug/capabilities/import': { may: 'in 404 no no 404 no 404 ok 404 no no', send: () => ({ table: 'title\nJoinery' }) },
}

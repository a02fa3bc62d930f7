import type { Row, Rows } from './row.ts'

const LOOK = '404 404 ok no no no 404 no 404'
const DO = '404 404 go no no no 404 no 404'
const LINK = 'ok ok ok ok ok ok ok ok ok'
const path = (written: string) => ({ organisations: { alder }, answers }: Parameters<NonNullable<Row['at']>>[0]) =>
  `/organisations/${alder}${written.replaceAll(/:(\w+)/g, (_, name: string) => answers[name as keyof typeof answers] ?? name)}` // an unknown name stays as it is written
const at = (written: string, may: string, rest: Partial<Row> = {}): Row => ({ may, at: path(written), ...rest })
const link = (written: string, end: 'look' | 'jobLink' | 'quoteLink', rest: Partial<Row> = {}): Row => ({ may: LINK, holdsLink: true, at: ({ answers }) => `${written}/${answers[end]}`, ...rest })
const claim = () => ({ words: 'Joinery', strength: 'can_do', sight: 'network' })

const READ_API = 'in 404 ok ok ok ok 404 ok 404 ok ok'
const DO_API = 'in 404 ok no no no 404 no 404 no ok'
const api = (written: string, may: string, rest: Partial<Row> = {}): Row => ({ may, at: (world) => `/api/v1${path(written)(world)}`, ...rest })

/** What Alder answers, claims and proves: for its owner alone to change; and the links by which others are asked. */
export const alderAnswers: Rows = {
  'GET /organisations/:id/answers': { may: DO },
  'GET /organisations/:id/answers/:question': at('/answers/4', LOOK),
  'POST /organisations/:id/answers/:question': at('/answers/4', DO, { send: () => ({ words: 'Only we.', sight: 'anyone' }) }),
  'POST /organisations/:id/answers/:question/dismissed-notes': at('/answers/4/dismissed-notes', DO, { send: () => ({ kind: 'no-date', words: '' }) }),
  'POST /organisations/:id/answers/:question/dismissed-notes/return': at('/answers/4/dismissed-notes/return', DO, { send: () => ({ kind: 'no-date', words: '' }) }),
  'POST /organisations/:id/suggestions/:suggestion/taking': at('/suggestions/:suggestion/taking', DO),
  'POST /organisations/:id/suggestions/:suggestion/putting-away': at('/suggestions/:suggestion/putting-away', DO),
  'GET /organisations/:id/answers/:question/versions': at('/answers/4/versions', LOOK),
  'POST /organisations/:id/answers/:question/versions/:version/return': at('/answers/4/versions/:version/return', DO),
  'GET /organisations/:id/answers/:question/second-looks': at('/answers/4/second-looks', LOOK),
  'POST /organisations/:id/answers/:question/second-looks': at('/answers/1/second-looks', LOOK, { send: () => ({ name: 'Sam' }) }),
  'GET /second-look/:token': link('/second-look', 'look'),
  'POST /second-look/:token': link('/second-look', 'look', { send: () => ({ words: 'Other words' }) }),
  'GET /not-so/job/:token': link('/not-so/job', 'jobLink'),
  'POST /not-so/job/:token': link('/not-so/job', 'jobLink', { send: () => ({ note: 'It was another' }) }),
  'GET /not-so/recommendation/:token': link('/not-so/recommendation', 'quoteLink'),
  'POST /not-so/recommendation/:token': link('/not-so/recommendation', 'quoteLink', { send: () => ({ note: 'In other words' }) }),
  'GET /organisations/:id/claims': { may: LOOK },
  'POST /organisations/:id/claims/confirmation': { may: DO },
  'GET /organisations/:id/claims/new': { may: LOOK },
  'POST /organisations/:id/claims/new': { may: DO, send: claim },
  'GET /organisations/:id/claims/:claim': at('/claims/:claim', LOOK),
  'POST /organisations/:id/claims/:claim': at('/claims/:claim', DO, { send: claim }),
  'POST /organisations/:id/claims/:claim/removal': at('/claims/:claim/removal', DO),
  'POST /organisations/:id/claims/:claim/return': at('/claims/:removedClaim/return', DO),
  'GET /organisations/:id/claims/:claim/proof': at('/claims/:claim/proof', LOOK),
  'POST /organisations/:id/claims/:claim/proof/:proof/removal': at('/claims/:claim/proof/:proof/removal', DO, { unknown: 303 }),
  'GET /organisations/:id/claims/:claim/proof/:kind': at('/claims/:claim/proof/job', LOOK),
  'POST /organisations/:id/claims/:claim/proof/:kind': at('/claims/:claim/proof/figure', DO, { send: () => ({ says: '14 doors', source: 'Our books', on: '2027-01-01', sight: 'network' }) }),
  'GET /organisations/:id/certificates/:certificate/file': at('/certificates/:certificate/file', '404 404 404 404 404 404 404 404 404'),
  'GET /networks/:slug/free-words': { may: '404 404 404 404 404 404 404 ok 404' },
  'POST /networks/:slug/free-words': { may: '404 404 no no 404 no 404 go 404', send: () => ({ words: 'Canaryclaimshown' }) },

  'GET /api/v1/organisations/:id/answers': { may: READ_API },
  'GET /api/v1/networks/:slug/claims': { may: 'in 404 ok ok 404 ok 404 ok 404 ok ok' },
  'PUT /api/v1/organisations/:id/answers/:question': api('/answers/4', DO_API, { send: () => ({ words: 'Only we.' }) }),
  'POST /api/v1/organisations/:id/claims': { may: DO_API, send: claim },
  'PUT /api/v1/organisations/:id/claims/:claim': api('/claims/:claim', DO_API, { send: claim }),
  'DELETE /api/v1/organisations/:id/claims/:claim': api('/claims/:claim', DO_API),
  'POST /api/v1/organisations/:id/claims/:claim/confirmation': api('/claims/:claim/confirmation', DO_API),
  'DELETE /api/v1/organisations/:id/claims/:claim/proof/:proof': api('/claims/:claim/proof/:proof', DO_API, { unknown: 204 }),
  'POST /api/v1/organisations/:id/jobs': { may: DO_API, send: () => ({ what: 'Twelve doors', finishedOn: '2027-01-01' }) },
  'POST /api/v1/organisations/:id/given-recommendations/:about': { may: DO_API, at: ({ organisations }) => `/api/v1/organisations/${organisations.alder}/given-recommendations/${organisations.maple}`, send: () => ({ basis: 'referred', words: 'Fine doors' }) },
  'POST /api/v1/organisations/:id/recommendations': { may: DO_API, send: ({ answers: { claim: of } }) => ({ fromName: 'Sam', basis: 'referred', words: 'Fine doors', saidOn: '2027-01-01', claim: of }) },
  'POST /api/v1/organisations/:id/certificates': { may: DO_API, send: ({ answers: { claim: of } }) => ({ name: 'Fire doors', issuedBy: 'Somebody', claim: of }) },
  'POST /api/v1/organisations/:id/figures': { may: DO_API, send: ({ answers: { claim: of } }) => ({ says: '14 doors', source: 'Our books', on: '2027-01-01', claim: of }) },
}

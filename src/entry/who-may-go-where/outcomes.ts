import type { Row, Rows } from './row.ts'

const LINK = 'ok ok ok ok ok ok ok ok ok'
const at = (end = ''): NonNullable<Row['at']> => ({ outcomes }) => `/outcomes/${outcomes.outcome}${end}`
const by = (end = ''): NonNullable<Row['at']> => (world) => `/api/v1${at(end)(world)}`

const correction = () => ({ what: 'A job', finishedOn: '2027-01-01', ending: 'done' })

/** What came of a job, for those who did it: Alder, who noted it, and Maple. Its size is each one's own. */
export const outcomes: Rows = {
  'GET /outcomes': { may: 'in ok ok ok ok ok ok ok ok' },
  'GET /outcomes/new': { may: 'in ok ok ok ok ok ok ok ok' },
  'POST /outcomes/new': { may: 'in no 422 no 422 422 422 no no', send: () => ({ what: 'A job', finishedOn: '2027-01-01', ending: 'done' }) },
  'GET /outcomes/:id': { may: 'in 404 ok ok 404 ok 404 404 404', at: at() },
  'GET /outcomes/:id/correction': { may: 'in 404 ok ok 404 404 404 404 404', at: at('/correction') },
  'POST /outcomes/:id/correction': { may: 'in 404 go no 404 404 404 404 404', at: at('/correction'), send: correction },
  'POST /outcomes/:id/taking-back': { may: 'in 404 go no 404 404 404 404 404', at: at('/taking-back'), send: () => ({ because: 'It was another job' }) },
  'POST /outcomes/:id/customer': { may: 'in 404 409 no 404 404 404 404 404', at: at('/customer'), send: () => ({ name: 'Sam' }) },
  'POST /outcomes/:id/size': { may: 'in 404 go no 404 go 404 404 404', at: at('/size'), send: () => ({ timesBigger: '2' }) },
  'GET /your-word/:token': { may: LINK, holdsLink: true, at: ({ outcomes: { word } }) => `/your-word/${word}` },
  'POST /your-word/:token': { may: LINK, holdsLink: true, at: ({ outcomes: { word } }) => `/your-word/${word}`, send: () => ({ words: 'Fine work' }) },
  'GET /not-so/outcome/:token': { may: LINK, holdsLink: true, at: ({ outcomes: { party } }) => `/not-so/outcome/${party}` },
  'POST /not-so/outcome/:token': { may: LINK, holdsLink: true, at: ({ outcomes: { party } }) => `/not-so/outcome/${party}`, send: () => ({ note: 'Otherwise' }) },

  'GET /api/v1/outcomes': { may: 'in ok ok ok ok ok ok ok ok ok ok' },
  'POST /api/v1/outcomes': { may: 'in no 422 no 422 422 422 no no no 422', send: () => ({ what: 'A job', finishedOn: '2027-01-01', ending: 'done' }) },
  'GET /api/v1/outcomes/:id': { may: 'in 404 ok ok 404 ok 404 404 404 ok ok', at: by() },
  'PUT /api/v1/outcomes/:id': { may: 'in 404 ok no 404 404 404 404 404 no ok', at: by(), send: correction },
  'POST /api/v1/outcomes/:id/taking-back': { may: 'in 404 ok no 404 404 404 404 404 no ok', at: by('/taking-back'), send: () => ({ because: 'It was another job' }) },
  'POST /api/v1/outcomes/:id/customer': { may: 'in 404 409 no 404 404 404 404 404 no 409', at: by('/customer'), send: () => ({ name: 'Sam' }) },
  'PUT /api/v1/outcomes/:id/size': { may: 'in 404 ok no 404 ok 404 404 404 no ok', at: by('/size'), send: () => ({ timesBigger: 2 as unknown as string }) }, // programs send numbers
}

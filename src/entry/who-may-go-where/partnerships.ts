import type { Row, Rows } from './row.ts'

/** Ann and Amy work for Alder, Pat for Pine, its partner; Una, Olga and Hugh act for nobody. */
const LOOK = 'in 404 ok ok ok 404 404 404 404', OPEN = 'in 404 ok no ok 404 404 404 404', DO = 'in 404 go no go 404 404 404 404'
const API_LOOK = 'in 404 ok ok ok 404 404 404 404 ok ok', API_DO = 'in 404 ok no ok 404 404 404 404 no ok'
type Which = 'bond' | 'listed'
const at = (end: string, may: string, send?: Row['send'], which: Which = 'bond'): Row => ({ may, send, at: ({ partnerships }) => `/partnerships/${partnerships[which]}${end}` })
const api = (end: string, may: string, send?: Row['send'], which: Which = 'bond'): Row => ({ may, send, at: ({ partnerships }) => `/api/v1/partnerships/${partnerships[which]}${end}` })
const withOak: Row['send'] = ({ organisations: { oak } }) => ({ with: oak, stage: 'met' })
const shows = { shows: 'network' }, line = { says: 'Coffee on Tuesday', for: 'both' }, stage = { stage: 'trust' }, terms = { aim: 'Six weddings together a year' }

export const partnerships: Rows = {
  'GET /partnerships': { may: 'in ok ok ok ok ok ok ok ok' },
  'POST /partnerships/habit': { may: 'in no go no go go go no no', send: () => ({ ...shows, quietMonths: '4' }) },
  'GET /partnerships/new': { may: 'in no ok no ok ok ok no no' },
  'POST /partnerships/new': { may: 'in no go no go go 404 no no', send: withOak },
  'GET /partnerships/:id': at('', LOOK),
  'POST /partnerships/:id/taking-back': at('/taking-back', 'in 404 go no 404 404 404 404 404', undefined, 'listed'),
  'POST /partnerships/:id/asks': at('/asks', 'in 404 409 no 404 404 404 404 404', undefined, 'listed'),
  'POST /partnerships/:id/stage': at('/stage', DO, () => stage),
  'POST /partnerships/:id/lines': at('/lines', DO, () => line),
  'POST /partnerships/:id/who-knows': at('/who-knows', DO, () => shows),
  'POST /partnerships/:id/reminder': at('/reminder', DO, () => ({ quietMonths: '6' })),
  'POST /partnerships/:id/notes/:note/removal': { may: 'in 404 go no 404 404 404 404 404', at: ({ partnerships: { bond, note } }) => `/partnerships/${bond}/notes/${note}/removal` },
  'POST /partnerships/:id/moments/:moment/taking-back': { may: 'in 404 go no 409 404 404 404 404', at: ({ partnerships: { bond, moment } }) => `/partnerships/${bond}/moments/${moment}/taking-back` },
  'GET /partnerships/:id/terms': at('/terms', OPEN),
  'POST /partnerships/:id/terms': at('/terms', DO, () => terms),
  'GET /partnerships/:id/recommendation': at('/recommendation', OPEN),
  'POST /partnerships/:id/recommendation': at('/recommendation', 'in 404 go no 409 404 404 404 404', () => ({ basis: 'referred', words: 'Fine doors' })),
  'GET /partnerships/:id/rest': at('/rest', OPEN),
  'POST /partnerships/:id/rest': at('/rest', DO),
  'POST /partnerships/:id/waking': at('/waking', DO),
  'GET /partnerships/:id/ending': at('/ending', OPEN),
  'POST /partnerships/:id/ending': at('/ending', DO),
  'POST /partnerships/:id/return': at('/return', DO),
  'POST /partnerships/:id/counting': at('/counting', DO, () => ({ counts: 'yes' })),

  'GET /api/v1/partnerships': { may: 'in no ok ok ok ok ok no no ok ok' },
  'POST /api/v1/partnerships': { may: 'in no ok no ok ok 404 no no no ok', send: withOak },
  'PUT /api/v1/partnerships/habit': { may: 'in no ok no ok ok ok no no no ok', send: () => ({ ...shows, quietMonths: 4 as unknown as string }) }, // programs send numbers
  'GET /api/v1/partnerships/:id': api('', API_LOOK),
  'DELETE /api/v1/partnerships/:id': api('', 'in 404 ok no 404 404 404 404 404 no ok', undefined, 'listed'),
  'POST /api/v1/partnerships/:id/lines': api('/lines', API_DO, () => line),
  'PUT /api/v1/partnerships/:id/terms': api('/terms', API_DO, () => terms),
  'PUT /api/v1/partnerships/:id/stage': api('/stage', API_DO, () => stage),
  'PUT /api/v1/partnerships/:id/who-knows': api('/who-knows', API_DO, () => shows),
  'PUT /api/v1/partnerships/:id/reminder': api('/reminder', API_DO, () => ({ quietMonths: 6 as unknown as string })), // programs send numbers
  'POST /api/v1/partnerships/:id/asks': api('/asks', 'in 404 409 no 404 404 404 404 404 no 409', undefined, 'listed'),
  'POST /api/v1/partnerships/:id/rest': api('/rest', API_DO, () => ({})),
  'POST /api/v1/partnerships/:id/waking': api('/waking', API_DO),
  'POST /api/v1/partnerships/:id/ending': api('/ending', API_DO, () => ({})),
  'POST /api/v1/partnerships/:id/return': api('/return', API_DO),
  'DELETE /api/v1/partnerships/:id/notes/:thing': { may: 'in 404 ok no 404 404 404 404 404 no ok', at: ({ partnerships: { bond, note } }) => `/api/v1/partnerships/${bond}/notes/${note}` },
  'DELETE /api/v1/partnerships/:id/moments/:thing': { may: 'in 404 ok no 409 404 404 404 404 no ok', at: ({ partnerships: { bond, moment } }) => `/api/v1/partnerships/${bond}/moments/${moment}` },
}

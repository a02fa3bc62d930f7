import type { Rows } from './row.ts'

/** What is somebody’s own: their turns, their letter, their first steps. */
export const home: Rows = {
  'GET /together': { may: 'in no ok ok ok ok ok no no' },
  'GET /turns': { may: 'in ok ok ok ok ok ok ok ok' },
  'POST /turns/:id/snooze': { may: 'in 404 404 404 go 404 404 404 404', at: ({ introductions }) => `/turns/${introductions.introducerAsk}/snooze`, send: ({ house }) => ({ untilOn: new Date(house.clock.now().getTime() + 2 * 86_400_000).toISOString().slice(0, 10) }) },
  'POST /turns/:id/snooze/end': { may: 'in go go go go go go go go', at: ({ introductions }) => `/turns/${introductions.introducerAsk}/snooze/end`, unknown: 303 },
  'POST /first-steps': { may: 'in go go go go go go go go', send: () => ({ away: 'yes' }) },
  'GET /letters': { may: 'in no ok ok ok ok ok no no' },
  'POST /letters': { may: 'in no go go go go go no no', send: () => ({ rhythm: 'monthly' }) },
  'GET /letters/stop/:token': { may: 'ok ok ok ok ok ok ok ok ok', holdsLink: true, at: ({ introductions }) => `/letters/stop/${introductions.stopLink}` },
  'GET /calendar': { may: 'in ok ok ok ok ok ok ok ok' },
  'POST /calendar': { may: 'in go go go go go go go go' },
  'POST /calendar/removal': { may: 'in go go go go go go go go' },
  'GET /calendar/:token/dates.ics': { may: 'ok ok ok ok ok ok ok ok ok', holdsLink: true, at: ({ introductions }) => `/calendar/${introductions.calendarLink}/dates.ics` },
  'GET /api/v1/calendar': { may: 'in ok ok ok ok ok ok ok ok ok ok' },
  'GET /api/v1/turns': { may: 'in ok ok ok ok ok ok ok ok ok ok' },
  'POST /api/v1/turns/:id/answer': { may: 'in 404 404 404 ok 404 404 404 404 no 404', at: ({ introductions }) => `/api/v1/turns/${introductions.introducerAsk}/answer`, send: () => ({ word: 'no' }) },
  'PUT /api/v1/turns/:id/snooze': { may: 'in 404 404 404 ok 404 404 404 404 no 404', at: ({ introductions }) => `/api/v1/turns/${introductions.introducerAsk}/snooze`, send: ({ house }) => ({ untilOn: new Date(house.clock.now().getTime() + 2 * 86_400_000).toISOString().slice(0, 10) }) },
  'DELETE /api/v1/turns/:id/snooze': { may: 'in ok ok ok ok ok ok ok ok no ok', at: ({ introductions }) => `/api/v1/turns/${introductions.introducerAsk}/snooze`, unknown: 204 },
  'GET /api/v1/notices': { may: 'in ok ok ok ok ok ok ok ok ok ok' },
  'GET /api/v1/letters': { may: 'in no ok ok ok ok ok no no ok ok' },
  'PUT /api/v1/letters': { may: 'in no ok ok ok ok ok no no no ok', send: () => ({ rhythm: 'monthly' }) },
  'POST /letters/stop/:token': { may: 'ok ok ok ok ok ok ok ok ok', holdsLink: true, at: ({ introductions }) => `/letters/stop/${introductions.stopLink}`, send: () => ({ rhythm: 'never' }) },
}

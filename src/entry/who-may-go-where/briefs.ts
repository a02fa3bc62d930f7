import type { Row, Rows } from './row.ts'

const at = (end = '', which: 'brief' | 'draft' = 'brief'): NonNullable<Row['at']> => ({ guild, briefs }) => `/networks/${guild.slug}/briefs/${briefs[which]}${end.replaceAll(/:(\w+)/g, (_, name: string) => briefs[name as keyof typeof briefs] ?? name)}` // an unknown name stays as it is written
const by = (end = '', which: 'brief' | 'draft' = 'brief'): NonNullable<Row['at']> => (world) => `/api/v1${at(end, which)(world)}`
const words = () => ({ title: 'A job', answerBy: '2027-06-01' })
const part = () => ({ says: 'Doors' })

const SEE = '404 404 ok ok 404 ok 404 ok 404'
const EDIT = 'in 404 ok no 404 no 404 no 404'
const DO = 'in 404 go no 404 no 404 no 404'
const API_SEE = 'in 404 ok ok 404 ok 404 ok 404 ok ok'
const API_DO = 'in 404 ok no 404 no 404 no 404 no ok'

/** A brief that Alder opened to the guild: its members see it, Alder's editors keep it, Maple is interested. */
export const briefs: Rows = {
  'GET /briefs': { may: 'in ok ok ok ok ok ok ok ok' },
  'GET /networks/:slug/briefs': { may: '404 404 ok ok 404 ok 404 ok 404' },
  'GET /networks/:slug/briefs/new': { may: 'in 404 ok no 404 ok 404 no 404' },
  'POST /networks/:slug/briefs/new': { may: 'in 404 go no 404 go 404 no 404', send: words },
  'GET /networks/:slug/briefs/:brief': { may: SEE, at: at() },
  'GET /networks/:slug/briefs/:brief/edit': { may: EDIT, at: at('/edit') },
  'POST /networks/:slug/briefs/:brief/edit': { may: DO.replace('in', '404'), at: at('/edit'), send: words },
  'GET /networks/:slug/briefs/:brief/parts/:part': { may: EDIT, at: at('/parts/:part') },
  'POST /networks/:slug/briefs/:brief/parts/:part': { may: DO.replace('in', '404'), at: at('/parts/:part'), send: part },
  'POST /networks/:slug/briefs/:brief/parts': { may: DO, at: at('/parts'), send: part },
  'POST /networks/:slug/briefs/:brief/parts/:part/place': { may: DO, at: at('/parts/:part/place'), send: () => ({ to: 'up' }) },
  'POST /networks/:slug/briefs/:brief/parts/:part/removal': { may: DO, at: at('/parts/:part/removal') },
  'POST /networks/:slug/briefs/:brief/parts/:part/return': { may: DO, at: at('/parts/:removedPart/return') },
  'POST /networks/:slug/briefs/:brief/publication': { may: 'in 404 422 no 404 404 404 404 404', at: at('/publication', 'draft') },
  'POST /networks/:slug/briefs/:brief/closing': { may: DO, at: at('/closing') },
  'POST /networks/:slug/briefs/:brief/withdrawal': { may: DO, at: at('/withdrawal') },
  'POST /networks/:slug/briefs/:brief/reopening': { may: DO, at: at('/reopening') },
  'POST /networks/:slug/briefs/:brief/removal': { may: 'in 404 go no 404 404 404 404 404', at: at('/removal', 'draft') },
  'POST /networks/:slug/briefs/:brief/showings': { may: DO, at: at('/showings'), send: ({ organisations: { maple } }) => ({ to: maple, untilOn: '2027-05-01' }) },
  'POST /networks/:slug/briefs/:brief/showings/:grant/end': { may: DO, at: at('/showings/:showing/end'), unknown: 303 },
  'POST /networks/:slug/briefs/:brief/interests': { may: 'in 404 409 no 404 go 404 no 404', at: at('/interests'), send: () => ({ says: 'We could' }) },
  'POST /networks/:slug/briefs/:brief/interests/:interest/answer': { may: 'in 404 go no 404 no 404 404 404', at: at('/interests/:interest/answer'), send: () => ({ answer: 'welcomed' }) },
  'POST /networks/:slug/briefs/:brief/interests/:interest/withdrawal': { may: 'in 404 404 404 404 go 404 404 404', at: at('/interests/:interest/withdrawal') },
  'GET /not-this-time/:token': { may: 'ok ok ok ok ok ok ok ok ok', holdsLink: true, at: ({ briefs: { interestLink } }) => `/not-this-time/${interestLink}` },
  'POST /not-this-time/:token': { may: 'ok ok ok no ok ok ok ok ok', holdsLink: true, at: ({ briefs: { interestLink } }) => `/not-this-time/${interestLink}`, send: () => ({ note: 'Next time' }) },

  'GET /api/v1/briefs': { may: 'in ok ok ok ok ok ok ok ok ok ok' },
  'GET /api/v1/networks/:slug/briefs': { may: 'in 404 ok ok 404 ok 404 ok 404 ok ok' },
  'POST /api/v1/networks/:slug/briefs': { may: 'in 404 ok no 404 ok 404 no 404 no ok', send: words },
  'GET /api/v1/networks/:slug/briefs/:brief': { may: API_SEE, at: by() },
  'PUT /api/v1/networks/:slug/briefs/:brief': { may: API_DO, at: by(), send: words },
  'DELETE /api/v1/networks/:slug/briefs/:brief': { may: 'in 404 ok no 404 404 404 404 404 no ok', at: by('', 'draft') },
  'POST /api/v1/networks/:slug/briefs/:brief/publication': { may: 'in 404 422 no 404 404 404 404 404 no 422', at: by('/publication', 'draft') },
  'POST /api/v1/networks/:slug/briefs/:brief/closing': { may: API_DO, at: by('/closing') },
  'POST /api/v1/networks/:slug/briefs/:brief/withdrawal': { may: API_DO, at: by('/withdrawal') },
  'POST /api/v1/networks/:slug/briefs/:brief/showings': { may: API_DO, at: by('/showings'), send: ({ organisations: { maple } }) => ({ to: maple, untilOn: '2027-05-01' }) },
  'DELETE /api/v1/networks/:slug/briefs/:brief/showings/:grant': { may: API_DO, at: by('/showings/:showing'), unknown: 204 },
  'POST /api/v1/networks/:slug/briefs/:brief/parts': { may: API_DO, at: by('/parts'), send: part },
  'PUT /api/v1/networks/:slug/briefs/:brief/parts/:part': { may: API_DO, at: by('/parts/:part'), send: part },
  'PUT /api/v1/networks/:slug/briefs/:brief/parts/:part/place': { may: API_DO, at: by('/parts/:part/place'), send: () => ({ to: 'down' }) },
  'DELETE /api/v1/networks/:slug/briefs/:brief/parts/:part': { may: API_DO, at: by('/parts/:part') },
  'POST /api/v1/networks/:slug/briefs/:brief/parts/:part/return': { may: API_DO, at: by('/parts/:removedPart/return') },
  'GET /api/v1/networks/:slug/briefs/:brief/interests': { may: API_SEE, at: by('/interests') },
  'POST /api/v1/networks/:slug/briefs/:brief/interests': { may: 'in 404 409 no 404 ok 404 no 404 no 409', at: by('/interests'), send: () => ({ says: 'We could' }) },
  'POST /api/v1/networks/:slug/briefs/:brief/interests/:interest/answer': { may: 'in 404 ok no 404 no 404 404 404 no ok', at: by('/interests/:interest/answer'), send: () => ({ answer: 'declined' }) },
  'DELETE /api/v1/networks/:slug/briefs/:brief/interests/:interest': { may: 'in 404 404 404 404 ok 404 404 404 no 404', at: by('/interests/:interest') },
}

import type { Rows } from './row.ts'

/** Pine shows its page to anyone. */
const pine = (path = '') => () => `/o/pine-canaryorgpine${path}`

/** What strangers may look at, and what an organisation's own people do with it; the guild's directory is its members'. */
export const publicFaces: Rows = {
  'GET /o/:slug': { may: 'ok ok ok ok ok ok ok ok ok', at: pine() },
  'GET /o/:slug/badge.svg': { may: 'ok ok ok ok ok ok ok ok ok', at: pine('/badge.svg') },
  'GET /o/:slug/card': { may: 'ok ok ok ok ok ok ok ok ok', at: pine('/card') },
  'GET /o/:slug/statement': { may: 'ok ok ok ok ok ok ok ok ok', at: pine('/statement') },
  'GET /o/:slug/statement.pdf': { may: 'ok ok ok ok ok ok ok ok ok', at: pine('/statement.pdf') },
  'GET /o/:slug/enquiries': { may: 'ok ok ok ok ok ok ok ok ok', at: pine('/enquiries') },
  'POST /o/:slug/enquiries': { may: 'go go go go go go go go go', at: pine('/enquiries'), send: () => ({ who: 'Sam', reach: '01632 960000', could: 'Plenty' }) },
  'GET /enquiries/:token': { may: '410 410 410 410 410 410 410 410 410' },
  'GET /sitemap.xml': { may: 'ok ok ok ok ok ok ok ok ok' },
  'GET /robots.txt': { may: 'ok ok ok ok ok ok ok ok ok' },
  'GET /organisations/:id/public-page': { may: '404 404 ok no no no 404 no 404' },
  'POST /organisations/:id/statement-uses': { may: '404 404 go no no no 404 no 404', send: () => ({ name: 'Bid to the council', part: ['answers', 'claims'] }) },
  'POST /organisations/:id/statement-uses/:use/removal': { may: '404 404 go no no no 404 no 404', at: ({ organisations: { alder } }) => `/organisations/${alder}/statement-uses/${alder}/removal` },
  'GET /networks/:slug/directory': { may: '404 404 ok ok 404 ok 404 ok 404' },
}

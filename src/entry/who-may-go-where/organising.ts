import type { Row, Rows } from './row.ts'

/** The map is for the circle: members, whoever reads for one, and organisers. */
const CIRCLE = '404 404 ok ok 404 ok 404 ok 404', API_CIRCLE = 'in 404 ok ok 404 ok 404 ok 404 ok ok'
const at = (end: string): Row => ({ may: CIRCLE, at: ({ guild }) => `/networks/${guild.slug}${end}` })

export const organising: Rows = {
  'GET /networks/:slug/week': { may: '404 404 no no 404 no 404 ok 404' },
  'GET /networks/:slug/nudges': { may: '404 404 no no 404 no 404 ok 404' },
  'POST /networks/:slug/nudges': { may: '404 404 no no 404 no 404 422 404' },
  'GET /networks/:slug/map': at('/map'),
  'GET /networks/:slug/map.csv': at('/map.csv'),
  'GET /networks/:slug/map.graphml': at('/map.graphml'),
  'GET /networks/:slug/map.svg': at('/map.svg'),
  'GET /api/v1/networks/:slug/map': { may: API_CIRCLE },
  'GET /api/v1/networks/:slug/map/paths': { may: API_CIRCLE, at: ({ guild, organisations }) => `/api/v1/networks/${guild.slug}/map/paths?from=${organisations.alder}&to=${organisations.maple}` },
}

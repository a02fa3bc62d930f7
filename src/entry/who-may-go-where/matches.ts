import type { World } from '../testing/world.ts'
import type { Rows } from './row.ts'

const at = (path: (slug: string, world: World) => string) => (world: World) => path(world.guild.slug, world)
const need = () => ({ lens: 'gap', says: 'A joiner for Saturdays', sight: 'network' })
const reason = () => ({ reason: 'too_far' })

/** Partners are found inside a network, with one's own eyes; what is chosen is chosen by who keeps the organisation. */
export const matches: Rows = {
  'GET /find': { may: 'in ok ok ok ok ok ok ok ok' },
  'GET /networks/:slug/needs': { may: '404 404 ok ok 404 ok 404 ok 404' },
  'GET /networks/:slug/needs/new': { may: '404 404 ok no 404 ok 404 no 404' },
  'POST /networks/:slug/needs/new': { may: '404 404 go no 404 go 404 no 404', send: need },
  'POST /networks/:slug/needs/:need/withdrawal': { may: '404 404 go no 404 404 404 no 404', at: at((slug, { matches: { need: id } }) => `/networks/${slug}/needs/${id}/withdrawal`) },
  'POST /networks/:slug/needs/:need/return': { may: '404 404 go no 404 404 404 no 404', at: at((slug, { matches: { need: id } }) => `/networks/${slug}/needs/${id}/return`) },
  'GET /networks/:slug/matches/not-for-us': { may: '404 404 ok ok 404 ok 404 ok 404' },
  'POST /networks/:slug/matches/:organisation/not-for-us': { may: '404 404 go no 404 404 404 no 404', send: reason, at: at((slug, { organisations: { maple } }) => `/networks/${slug}/matches/${maple}/not-for-us`) },
  'POST /networks/:slug/matches/:organisation/not-for-us/return': { unknown: 303, may: '404 404 go no 404 go 404 no 404', at: at((slug, { organisations: { maple } }) => `/networks/${slug}/matches/${maple}/not-for-us/return`) },
  'GET /networks/:slug/matches/saved': { may: '404 404 ok ok 404 ok 404 ok 404' },
  'GET /networks/:slug/matches/compare': { may: '404 404 ok ok 404 ok 404 ok 404' },
  'POST /networks/:slug/matches/:organisation/saved': { may: '404 404 go no 404 404 404 no 404', at: at((slug, { organisations: { maple } }) => `/networks/${slug}/matches/${maple}/saved`) },
  'POST /networks/:slug/matches/:organisation/saved/return': { unknown: 303, may: '404 404 go no 404 go 404 no 404', at: at((slug, { organisations: { maple } }) => `/networks/${slug}/matches/${maple}/saved/return`) },
  'GET /organisations/:id/own-trade': { may: '404 404 ok no no no 404 no 404' },
  'POST /organisations/:id/own-trade': { may: '404 404 go no no no 404 no 404', send: () => ({ meets: 'always' }) },

  'GET /api/v1/networks/:slug/fits': { may: 'in 404 ok ok 404 ok 404 ok 404 ok ok' },
  'GET /api/v1/networks/:slug/friendly-paths': { unknown: 200, may: 'in 404 ok ok 404 ok 404 ok 404 ok ok', at: at((slug, { organisations: { maple } }) => `/api/v1/networks/${slug}/friendly-paths?to=${maple}`) },
  'GET /api/v1/networks/:slug/needs': { may: 'in 404 ok ok 404 ok 404 ok 404 ok ok' },
  'POST /api/v1/networks/:slug/needs': { may: 'in 404 ok no 404 ok 404 no 404 no ok', send: need },
  'DELETE /api/v1/networks/:slug/needs/:need': { may: 'in 404 ok no 404 404 404 no 404 no ok', at: at((slug, { matches: { need: id } }) => `/api/v1/networks/${slug}/needs/${id}`) },
  'GET /api/v1/networks/:slug/not-for-us': { may: 'in 404 ok ok 404 ok 404 ok 404 ok ok' },
  'PUT /api/v1/networks/:slug/not-for-us/:organisation': { may: 'in 404 ok no 404 404 404 no 404 no ok', send: reason, at: at((slug, { organisations: { maple } }) => `/api/v1/networks/${slug}/not-for-us/${maple}`) },
  'DELETE /api/v1/networks/:slug/not-for-us/:organisation': { unknown: 204, may: 'in 404 ok no 404 ok 404 no 404 no ok', at: at((slug, { organisations: { maple } }) => `/api/v1/networks/${slug}/not-for-us/${maple}`) },
  'GET /api/v1/networks/:slug/saved': { may: 'in 404 ok ok 404 ok 404 ok 404 ok ok' },
  'PUT /api/v1/networks/:slug/saved/:organisation': { may: 'in 404 ok no 404 404 404 no 404 no ok', at: at((slug, { organisations: { maple } }) => `/api/v1/networks/${slug}/saved/${maple}`) },
  'DELETE /api/v1/networks/:slug/saved/:organisation': { unknown: 204, may: 'in 404 ok no 404 ok 404 no 404 no ok', at: at((slug, { organisations: { maple } }) => `/api/v1/networks/${slug}/saved/${maple}`) },
  'GET /api/v1/organisations/:id/own-trade': { may: 'in 404 ok no no no 404 no 404 ok ok' },
  'PUT /api/v1/organisations/:id/own-trade': { may: 'in 404 ok no no no 404 no 404 no ok', send: () => ({ meets: 'always' }) },
}

import type { World } from '../testing/world.ts'
import type { Rows } from './row.ts'

const nothing = '00000000-0000-4000-8000-000000000000'
const to = 'https://hooks.example.org/guildhall'
const ours = (path: string) => ({ at: () => path.replaceAll(/:(id|delivery)/g, nothing) })
const guilds = (path: string) => ({ at: ({ guild }: World) => path.replace(':slug', guild.slug).replaceAll(/:(id|delivery)/g, nothing) })

/** Addresses outside that are told what happens: an organisation's own people keep theirs, organisers their network's. The world holds none yet. */
export const webhooks: Rows = {
  'GET /everything': { may: 'in no ok no ok ok ok no no' },
  'POST /everything': { may: 'in no go no go go go no no' },
  'GET /networks/:slug/everything': { may: '404 404 no no 404 no 404 ok 404' },
  'POST /networks/:slug/everything': { may: '404 404 no no 404 no 404 go 404' },
  'GET /exports/:id': { may: '404 404 404 404 404 404 404 404 404', at: () => `/exports/${nothing}` },
  'POST /exports/:id/file': { may: '404 404 404 404 404 404 404 404 404', at: () => `/exports/${nothing}/file` },
  'GET /api/v1/mcp': { may: '405 405 405 405 405 405 405 405 405 405 405' },
  'POST /api/v1/mcp': { may: 'in in in in in in in in in 406 406', send: () => ({ jsonrpc: '2.0', id: '1', method: 'tools/list' }) },
  'GET /webhooks': { may: 'in no ok no ok ok ok no no', ...ours('/webhooks') },
  'GET /networks/:slug/webhooks': { may: '404 404 no no 404 no 404 ok 404', ...guilds('/networks/:slug/webhooks') },
  'POST /webhooks': { may: 'in no ok no ok ok ok no no', ...ours('/webhooks'), send: () => ({ address: to, events: 'claim.changed' }) },
  'POST /networks/:slug/webhooks': { may: '404 404 no no 404 no 404 ok 404', ...guilds('/networks/:slug/webhooks'), send: () => ({ address: to, events: 'member.joined' }) },
  'GET /webhooks/:id': { may: 'in no 404 no 404 404 404 no no', ...ours('/webhooks/:id') },
  'GET /networks/:slug/webhooks/:id': { may: '404 404 no no 404 no 404 404 404', ...guilds('/networks/:slug/webhooks/:id') },
  'POST /webhooks/:id/pause': { may: 'in no 404 no 404 404 404 no no', ...ours('/webhooks/:id/pause') },
  'POST /networks/:slug/webhooks/:id/pause': { may: '404 404 no no 404 no 404 404 404', ...guilds('/networks/:slug/webhooks/:id/pause') },
  'POST /webhooks/:id/pause/end': { may: 'in no 404 no 404 404 404 no no', ...ours('/webhooks/:id/pause/end') },
  'POST /networks/:slug/webhooks/:id/pause/end': { may: '404 404 no no 404 no 404 404 404', ...guilds('/networks/:slug/webhooks/:id/pause/end') },
  'POST /webhooks/:id/removal': { may: 'in no 404 no 404 404 404 no no', ...ours('/webhooks/:id/removal') },
  'POST /networks/:slug/webhooks/:id/removal': { may: '404 404 no no 404 no 404 404 404', ...guilds('/networks/:slug/webhooks/:id/removal') },
  'POST /webhooks/:id/deliveries/:delivery/sending': { may: 'in no 404 no 404 404 404 no no', ...ours('/webhooks/:id/deliveries/:delivery/sending') },
  'POST /networks/:slug/webhooks/:id/deliveries/:delivery/sending': { may: '404 404 no no 404 no 404 404 404', ...guilds('/networks/:slug/webhooks/:id/deliveries/:delivery/sending') },
  'GET /api/v1/webhooks': { may: 'in no ok no ok ok ok no no ok ok', ...ours('/api/v1/webhooks') },
  'GET /api/v1/networks/:slug/webhooks': { may: 'in 404 no no 404 no 404 ok 404 no no', ...guilds('/api/v1/networks/:slug/webhooks') },
  'POST /api/v1/webhooks': { may: 'in no ok no ok ok ok no no no no', ...ours('/api/v1/webhooks'), send: () => ({ address: to, events: ['claim.changed'] }) },
  'POST /api/v1/networks/:slug/webhooks': { may: 'in 404 no no 404 no 404 ok 404 no no', ...guilds('/api/v1/networks/:slug/webhooks'), send: () => ({ address: to, events: ['member.joined'] }) },
  'GET /api/v1/webhooks/:id/deliveries': { may: 'in no 404 no 404 404 404 no no 404 404', ...ours('/api/v1/webhooks/:id/deliveries') },
  'GET /api/v1/networks/:slug/webhooks/:id/deliveries': { may: 'in 404 no no 404 no 404 404 404 no no', ...guilds('/api/v1/networks/:slug/webhooks/:id/deliveries') },
  'POST /api/v1/webhooks/:id/deliveries/:delivery/sending': { may: 'in no 404 no 404 404 404 no no no 404', ...ours('/api/v1/webhooks/:id/deliveries/:delivery/sending') },
  'POST /api/v1/networks/:slug/webhooks/:id/deliveries/:delivery/sending': { may: 'in 404 no no 404 no 404 404 404 no no', ...guilds('/api/v1/networks/:slug/webhooks/:id/deliveries/:delivery/sending') },
  'PUT /api/v1/webhooks/:id/pause': { may: 'in no 404 no 404 404 404 no no no 404', ...ours('/api/v1/webhooks/:id/pause') },
  'PUT /api/v1/networks/:slug/webhooks/:id/pause': { may: 'in 404 no no 404 no 404 404 404 no no', ...guilds('/api/v1/networks/:slug/webhooks/:id/pause') },
  'DELETE /api/v1/webhooks/:id/pause': { may: 'in no 404 no 404 404 404 no no no 404', ...ours('/api/v1/webhooks/:id/pause') },
  'DELETE /api/v1/networks/:slug/webhooks/:id/pause': { may: 'in 404 no no 404 no 404 404 404 no no', ...guilds('/api/v1/networks/:slug/webhooks/:id/pause') },
  'DELETE /api/v1/webhooks/:id': { may: 'in no 404 no 404 404 404 no no no 404', ...ours('/api/v1/webhooks/:id') },
  'DELETE /api/v1/networks/:slug/webhooks/:id': { may: 'in 404 no no 404 no 404 404 404 no no', ...guilds('/api/v1/networks/:slug/webhooks/:id') },
}

import type { Rows } from './row.ts'

const words = () => ({ name: 'The Guild', purpose: 'To find each other', kind: 'Association', listed: 'anyone' })

/** The guild, which only its members may find, as everyone meets it; and the links that lead into it. */
export const networks: Rows = {
  'GET /networks': { may: 'in ok ok ok ok ok ok ok ok' },
  'GET /networks/new': { may: 'in ok ok ok ok ok ok ok ok' },
  'POST /networks/new': { may: 'in go go go go go go go go', send: words },
  'GET /networks/:slug': { may: '404 404 ok ok 404 ok 404 ok 404' },
  'GET /networks/:slug/settings': { may: '404 404 no no 404 no 404 ok 404' },
  'POST /networks/:slug/settings': { may: '404 404 no no 404 no 404 go 404', send: words },
  'GET /networks/:slug/members': { may: '404 404 ok ok 404 ok 404 ok 404' },
  'GET /networks/:slug/leaving': { may: '404 404 ok ok 404 ok 404 ok 404' },
  'POST /networks/:slug/leaving': { may: '404 404 go no 404 go 404 409 404' },
  'GET /networks/:slug/members/:organisation/removal': { unknown: 200, may: '404 404 no no 404 no 404 ok 404' },
  'POST /networks/:slug/members/:organisation/removal': { unknown: 409, may: '404 404 no no 404 no 404 go 404', send: () => ({ because: 'They moved away' }) },
  'GET /networks/:slug/organisers': { may: '404 404 no no 404 no 404 ok 404' },
  'POST /networks/:slug/organisers': { may: '404 404 no no 404 no 404 go 404', send: ({ people: { ann } }) => ({ person: ann }) },
  'POST /networks/:slug/organisers/:person/end': { may: '404 404 no no 404 no 404 409 404', at: ({ guild, people: { olga } }) => `/networks/${guild.slug}/organisers/${olga}/end` },
  'GET /networks/:slug/invitations': { may: '404 404 no no 404 no 404 ok 404' },
  'POST /networks/:slug/invitations': { may: '404 404 no no 404 no 404 go 404', send: () => ({ name: 'Sam', email: 'sam@example.org' }) },
  'POST /networks/:slug/join-links': { may: '404 404 no no 404 no 404 go 404', send: () => ({ says: 'The noticeboard', days: '30' }) },
  'POST /networks/:slug/join-links/:link/withdrawal': { may: '404 404 no no 404 no 404 go 404' },
  'POST /networks/:slug/invitations/:ask/withdrawal': { may: '404 404 no no 404 no 404 go 404' },
  'GET /join/:token': { may: 'ok ok ok ok ok ok ok ok ok', holdsLink: true, at: ({ links }) => `/join/${links.join}` },
  'POST /join/:token': { may: '422 no no no go no no no no', holdsLink: true, at: ({ links }) => `/join/${links.join}`, send: ({ organisations: { pine } }) => ({ organisation: pine }) },
  'POST /join/:token/no-thanks': { may: 'ok ok ok ok ok ok ok ok ok', holdsLink: true, at: ({ links }) => `/join/${links.invitation}/no-thanks` },
  'GET /networks/:slug/capabilities/import': { may: '404 404 no no 404 no 404 ok 404' },
  'POST /networks/:slug/capabilities/import': { may: '404 404 no no 404 no 404 go 404', send: () => ({ table: 'title\nJoinery', _go: 'yes' }) },
  'GET /networks/:slug/capabilities': { may: '404 404 ok ok 404 ok 404 ok 404' },
  'GET /networks/:slug/capabilities/export': { may: '404 404 ok ok 404 ok 404 ok 404' },
  'GET /networks/:slug/capabilities/new': { may: '404 404 no no 404 no 404 ok 404' },
  'POST /networks/:slug/capabilities/new': { may: '404 404 no no 404 no 404 go 404', send: () => ({ title: 'Joinery' }) },
  'GET /networks/:slug/capabilities/:id': { may: '404 404 no no 404 no 404 ok 404' },
  'POST /networks/:slug/capabilities/:id': { may: '404 404 no no 404 no 404 go 404', send: () => ({ title: 'Joinery' }) },
  'POST /networks/:slug/capabilities/:id/retirement': { may: '404 404 no no 404 no 404 go 404', at: ({ guild, ids }) => `/networks/${guild.slug}/capabilities/${ids.narrower}/retirement` },
  'POST /networks/:slug/capabilities/:id/return': { may: '404 404 no no 404 no 404 go 404', at: ({ guild, ids }) => `/networks/${guild.slug}/capabilities/${ids.retired}/return` },
}

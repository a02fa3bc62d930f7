import type { World } from '../testing/world.ts'
import type { Row, Rows } from './row.ts'

const DO = 'in 404 ok no no no 404 no 404 no ok', LOOK = 'in 404 ok no no no 404 no 404 ok ok'
const TEND = 'in 404 no no 404 no 404 ok 404 no no', TENDED = 'in 404 no no 404 no 404 ok 404 no no'
const TEAM = '/api/v1/teams', OURS = '/api/v1/organisations'

const of = (path: (world: World) => string, may: string, more: Omit<Row, 'may' | 'at'> = {}): Row => ({ may, at: path, ...more })
const alder = (path: (world: World) => string, may: string, more: Omit<Row, 'may' | 'at'> = {}): Row => of((world) => `${OURS}/${world.organisations.alder}${path(world)}`, may, more)
const guild = (path: (world: World) => string, may: string, more: Omit<Row, 'may' | 'at'> = {}): Row => of((world) => `/api/v1/networks/${world.guild.slug}${path(world)}`, may, more)

/** What programs may do beside it: join, tend, invite, look at earlier words, find anything. */
export const apiMore: Rows = {
  'GET /api/v1/networks/:slug/organisers': { may: 'in 404 ok ok 404 ok 404 ok 404 ok ok' },
  'PUT /api/v1/networks/:slug/organisers/:person': guild(({ people }) => `/organisers/${people.ann}`, TEND),
  'DELETE /api/v1/networks/:slug/organisers/:person': guild(({ people }) => `/organisers/${people.olga}`, TEND.replace('ok', '409')),
  'GET /api/v1/networks/:slug/invitations': { may: TENDED },
  'DELETE /api/v1/networks/:slug/invitations/:id': guild(({ ids }) => `/invitations/${ids.invitation}`, TEND),
  'GET /api/v1/networks/:slug/join-links': { may: TENDED },
  'POST /api/v1/networks/:slug/join-links': { may: TEND, send: () => ({ says: 'The noticeboard', days: 30 as never }) },
  'DELETE /api/v1/networks/:slug/join-links/:id': guild(({ ids }) => `/join-links/${ids.joinLink}`, TEND),
  'GET /api/v1/join-links/:token': of(({ links }) => `/api/v1/join-links/${links.join}`, 'in ok ok ok ok ok ok ok ok ok ok', { holdsLink: true }),
  'POST /api/v1/join-links/:token/membership': of(({ links }) => `/api/v1/join-links/${links.join}/membership`, 'in no no no ok no no no no no no', { holdsLink: true, send: ({ organisations: { pine } }) => ({ organisation: pine }) }),
  'GET /api/v1/networks/:slug/week': { may: TENDED },
  'POST /api/v1/networks/:slug/nudges': { may: TEND, send: ({ organisations }) => ({ members: [organisations.maple] }) },
  'GET /api/v1/networks/:slug/capabilities/export': { may: 'in 404 ok ok 404 ok 404 ok 404 ok ok' },
  'POST /api/v1/networks/:slug/capabilities/import/preview': { may: TEND, send: () => ({ table: 'title\nCutting\n' }) },
  'POST /api/v1/networks/:slug/capabilities/:id/return': guild(({ ids }) => `/capabilities/${ids.retired}/return`, TEND),
  'GET /api/v1/networks/:slug/free-words': { may: TENDED },
  'POST /api/v1/networks/:slug/free-words': { may: TEND, send: () => ({ words: 'Canaryclaimshown' }) },
  'POST /api/v1/networks/:slug/needs/:need/return': guild(({ matches }) => `/needs/${matches.need}/return`, 'in 404 ok no 404 404 404 no 404 no ok'),

  'GET /api/v1/organisations/:id/counted-partners': { may: LOOK },
  'PUT /api/v1/organisations/:id/counted-partners/:partner': alder(({ organisations }) => `/counted-partners/${organisations.maple}`, DO),
  'DELETE /api/v1/organisations/:id/counted-partners/:partner': alder(({ organisations }) => `/counted-partners/${organisations.pine}`, DO, { unknown: 204 }),
  'GET /api/v1/organisations/:id/grants': { may: LOOK },
  'GET /api/v1/organisations/:id/invitations': { may: LOOK },
  'POST /api/v1/organisations/:id/invitations': { may: DO, send: () => ({ role: 'member', forWhom: 'Sam' }) },
  'DELETE /api/v1/organisations/:id/invitations/:link': alder(({ ids }) => `/invitations/${ids.staffLink}`, DO),
  'POST /api/v1/organisations/:id/claim-links': of(({ organisations }) => `${OURS}/${organisations.stub}/claim-links`, 'in 404 ok 404 404 404 404 404 404 no ok', { send: () => ({ forWhom: 'Sam' }) }),
  'DELETE /api/v1/organisations/:id/membership': { may: 'in 404 409 ok 404 404 404 404 404 no 409' },
  'PUT /api/v1/organisations/:id/rest': { may: DO },
  'DELETE /api/v1/organisations/:id/rest': { may: DO },
  'DELETE /api/v1/organisations/:id': { may: DO },

  'GET /api/v1/organisations/:id/answers/:question/versions': alder(() => '/answers/4/versions', LOOK),
  'POST /api/v1/organisations/:id/answers/:question/versions/:version/return': alder(({ answers }) => `/answers/4/versions/${answers.version}/return`, DO),
  'POST /api/v1/organisations/:id/claims/:claim/return': alder(({ answers }) => `/claims/${answers.removedClaim}/return`, DO),
  'POST /api/v1/organisations/:id/answers/:question/second-looks': alder(() => '/answers/1/second-looks', DO, { send: () => ({ name: 'Sam' }) }),
  'GET /api/v1/organisations/:id/suggestions': { may: LOOK },
  'POST /api/v1/organisations/:id/suggestions/:suggestion/taking': alder(({ answers }) => `/suggestions/${answers.suggestion}/taking`, DO),
  'POST /api/v1/organisations/:id/suggestions/:suggestion/putting-away': alder(({ answers }) => `/suggestions/${answers.suggestion}/putting-away`, DO),
  'GET /api/v1/organisations/:id/answers/:question/dismissed-notes': alder(() => '/answers/4/dismissed-notes', LOOK),
  'POST /api/v1/organisations/:id/answers/:question/dismissed-notes': alder(() => '/answers/4/dismissed-notes', DO, { send: () => ({ kind: 'no-date', words: '' }) }),
  'POST /api/v1/organisations/:id/answers/:question/dismissed-notes/return': alder(() => '/answers/4/dismissed-notes/return', DO, { send: () => ({ kind: 'no-date', words: '' }) }),
  'GET /api/v1/organisations/:id/certificates/:certificate/file': alder(({ answers }) => `/certificates/${answers.certificate}/file`, 'in 404 404 404 404 404 404 404 404 404 404'),
  'GET /api/v1/organisations/:id/statement-uses': { may: LOOK },
  'POST /api/v1/organisations/:id/statement-uses': { may: DO, send: () => ({ name: 'Bid to the council', part: ['answers', 'claims'] }) },
  'DELETE /api/v1/organisations/:id/statement-uses/:use': alder(({ organisations }) => `/statement-uses/${organisations.alder}`, DO, { unknown: 204 }),

  'GET /api/v1/search': of(() => '/api/v1/search?q=a', 'in ok ok ok ok ok ok ok ok ok ok'),
  'DELETE /api/v1/notices/:id': of(({ organisations }) => `/api/v1/notices/${organisations.alder}`, 'in 404 404 404 404 404 404 404 404 no 404'),
  'PUT /api/v1/first-steps': { may: 'in ok ok ok ok ok ok ok ok no ok', send: () => ({ away: true as never }) },
  'GET /api/v1/referrals/export': { may: 'in no ok ok ok ok ok no no ok ok' },
  'GET /api/v1/introductions/draft': of(({ organisations }) => `/api/v1/introductions/draft?one=${organisations.alder}&other=${organisations.maple}`, 'in 404 ok ok ok ok 404 ok 404 ok ok'),
  'GET /api/v1/networks/:slug/briefs/:brief/team-proposals': guild(({ briefs }) => `/briefs/${briefs.brief}/team-proposals`, 'in 404 ok ok 404 ok 404 404 404 ok ok'),
  'GET /api/v1/teams/:id/sheet': of(({ teams }) => `${TEAM}/${teams.team}/sheet`, 'in 404 ok ok 404 ok 404 404 404 ok ok'),
  'GET /api/v1/teams/:id/entries/:entry/file': of(({ teams }) => `${TEAM}/${teams.team}/entries/${teams.entry}/file`, 'in 404 404 404 404 404 404 404 404 404 404'),
  'POST /api/v1/teams/:id/entries/:entry/return': of(({ teams }) => `${TEAM}/${teams.team}/entries/${teams.entry}/return`, 'in 404 ok no 404 ok 404 404 404 no ok'),
  'POST /api/v1/teams/:id/line-ups/:line/comeback': of(({ teams }) => `${TEAM}/${teams.team}/line-ups/${teams.awayLine}/comeback`, 'in 404 ok no 404 no 404 404 404 no ok'),
}

import type { Rows } from './row.ts'

/**
 * Tables that organisers bring in and take out. The test world holds none under way yet, so the rows of those say only that what is not
 * there is not there for an organiser, and not theirs to ask for anyone else.
 */
export const tables: Rows = {
  'GET /networks/:slug/import': { may: '404 404 no no 404 no 404 ok 404' },
  'POST /networks/:slug/import': { may: '404 404 no no 404 no 404 422 404' },
  'GET /networks/:slug/export': { may: '404 404 no no 404 no 404 ok 404' },
  'POST /networks/:slug/export': { may: '404 404 no no 404 no 404 422 404' },
  'GET /networks/:slug/import/:table/columns': { may: '404 404 404 404 404 404 404 404 404' },
  'POST /networks/:slug/import/:table/columns': { may: '404 404 404 404 404 404 404 404 404' },
  'GET /networks/:slug/import/:table/mending': { may: '404 404 404 404 404 404 404 404 404' },
  'POST /networks/:slug/import/:table/mending': { may: '404 404 404 404 404 404 404 404 404' },
  'GET /networks/:slug/import/:table/preview': { may: '404 404 404 404 404 404 404 404 404' },
  'POST /networks/:slug/import/:table/preview': { may: '404 404 404 404 404 404 404 404 404' },
  'GET /networks/:slug/import/:table': { may: '404 404 no no 404 no 404 404 404' },
  'GET /networks/:slug/import/:table/undo': { may: '404 404 no no 404 no 404 404 404' },
  'POST /networks/:slug/import/:table/undo': { may: '404 404 404 404 404 404 404 404 404' },
  'POST /networks/:slug/import/:table/discard': { may: '404 404 404 404 404 404 404 404 404' },
}

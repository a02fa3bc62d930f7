import type { Row, Rows } from './row.ts'

/** Ann and Amy work for Alder, which asked; Pat for Pine, who is asked to introduce; Mel for Maple, who is not asked yet; Olga organises. */
const LOOK = 'in 404 ok ok ok 404 404 404 404'
const API_LOOK = 'in 404 ok ok ok 404 404 404 404 ok ok'
const at = (end: string, may: string, rest: Partial<Row> = {}): Row => ({ may, at: ({ introductions }) => `/introductions/${introductions.asked}${end}`, ...rest })
const api = (end: string, may: string, rest: Partial<Row> = {}): Row => ({ may, at: ({ introductions }) => `/api/v1/introductions/${introductions.asked}${end}`, ...rest })
const meet = ({ guild, organisations }: Parameters<NonNullable<Row['at']>>[0]) => `?to=${organisations.maple}&network=${guild.slug}`
const details = { way: 'typed', phone: '01632 960999' }

export const introductions: Rows = {
  'GET /introductions': { may: 'in ok ok ok ok ok ok ok ok' },
  'GET /introductions/new': { may: 'in no ok no 404 409 404 no no', at: (world) => `/introductions/new${meet(world)}` },
  'POST /introductions/new': { may: 'in no 404 no 404 409 404 no no', send: ({ guild, organisations }) => ({ network: guild.slug, to: organisations.maple, through: organisations.holly, toIntroducer: 'Hello', toOther: 'Hello', ...details }) },
  'GET /introductions/:id': at('', LOOK),
  'POST /introductions/:id/answer': at('/answer', 'in 404 no no go 404 404 404 404', { send: () => ({ answer: 'yes' }) }),
  'POST /introductions/:id/withdrawal': at('/withdrawal', 'in 404 go no no 404 404 404 404'),
  'GET /introduction-contact/:token': { may: 'ok ok ok ok ok ok ok ok ok', holdsLink: true, at: ({ introductions: { sideLink } }) => `/introduction-contact/${sideLink}` },
  'POST /introduction-contact/:token': { may: 'ok ok ok no ok ok ok ok ok', holdsLink: true, at: ({ introductions: { sideLink } }) => `/introduction-contact/${sideLink}`, send: () => details },
  'GET /networks/:slug/introductions/new': { may: 'in 404 no no 404 no 404 ok 404' },
  'POST /networks/:slug/introductions/new': { may: 'in 404 no no 404 no 404 409 404', send: ({ organisations }) => ({ one: organisations.alder, other: organisations.alder, note: 'Do meet' }) },

  'GET /api/v1/introductions': { may: 'in ok ok ok ok ok ok ok ok ok ok' },
  'GET /api/v1/introductions/ways': { may: 'in no ok no 404 409 404 no no ok ok', at: (world) => `/api/v1/introductions/ways${meet(world)}` },
  'POST /api/v1/introductions': { may: 'in no 404 no 404 409 404 no no no 404', send: ({ guild, organisations }) => ({ network: guild.slug, to: organisations.maple, through: organisations.holly, toIntroducer: 'Hello', toOther: 'Hello', ...details }) },
  'GET /api/v1/introductions/:id': api('', API_LOOK),
  'POST /api/v1/introductions/:id/answer': api('/answer', 'in 404 no no ok 404 404 404 404 no no', { send: () => ({ answer: 'yes' }) }),
  'POST /api/v1/introductions/:id/withdrawal': api('/withdrawal', 'in 404 ok no no 404 404 404 404 no ok'),
  'POST /api/v1/networks/:slug/introductions': { may: 'in 404 no no 404 no 404 409 404 no no', send: ({ organisations }) => ({ one: organisations.alder, other: organisations.alder, note: 'Do meet' }) },
}

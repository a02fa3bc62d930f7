import type { Row, Rows } from './row.ts'

/**
 * Ann and Amy work for Alder, which leads the team; Amy only reads for it. Mel's Maple sits in it. Pat was asked whether he has room, and
 * nobody has used the link by which a rival is asked. For everyone else there is no team.
 */
const path = (written: string) => ({ teams, organisations }: Parameters<NonNullable<Row['at']>>[0]) => {
  const parts: Readonly<Record<string, string>> = { ...teams, id: teams.team, part: teams.askedPart, seat: teams.linkSeat, organisation: organisations.maple }
  return written.replaceAll(/:(\w+)/g, (_, name: string) => parts[name] ?? name)
}
const at = (written: string, may: string, rest: Partial<Row> = {}): Row => ({ may, at: path(written), ...rest })
const DESK = '404 404 ok ok 404 no 404 404 404'
const LEAD = '404 404 go no 404 no 404 404 404'
const LOOK = '404 404 ok ok 404 ok 404 404 404'
const TAKE_PART = '404 404 go no 404 go 404 404 404'
const LINK = 'ok ok ok ok ok ok ok ok ok'

const API_DESK = 'in 404 ok ok 404 no 404 404 404 ok ok'
const API_LEAD = 'in 404 ok no 404 no 404 404 404 no ok'
const API_LOOK = 'in 404 ok ok 404 ok 404 404 404 ok ok'
const API_TAKE_PART = 'in 404 ok no 404 ok 404 404 404 no ok'
const api = (written: string, may: string, rest: Partial<Row> = {}): Row => ({ may, at: (world) => `/api/v1${path(written)(world)}`, ...rest })

const started = ({ guild, teams }: Parameters<NonNullable<Row['send']>>[0]) => ({ network: guild.slug === '' ? '' : guild.id, brief: teams.brief })
const partWords = () => ({ says: 'A part', need: 'must' })
const add = ({ organisations }: Parameters<NonNullable<Row['send']>>[0]) => ({ do: 'add', organisation: organisations.maple })
const invite = ({ teams }: Parameters<NonNullable<Row['send']>>[0]) => ({ name: 'Sam', parts: [teams.freePart] })
const own = ({ teams }: Parameters<NonNullable<Row['send']>>[0]) => ({ parts: [teams.freePart] })

export const teams: Rows = {
  'GET /teams': { may: 'in ok ok ok ok ok ok ok ok' },
  'GET /teams/new': at('/teams/new?brief=:brief', 'in ok ok ok ok ok ok ok ok'),
  'POST /teams/new': { may: 'in 404 go no 404 404 404 404 404', send: started },
  'GET /teams/:id': at('/teams/:id', LOOK),
  'GET /teams/:id/words': at('/teams/:id/words', DESK),
  'POST /teams/:id/words': at('/teams/:id/words', LEAD, { send: () => ({ title: 'A team', says: 'For a job' }) }),
  'POST /teams/:id/brief-taking': at('/teams/:id/brief-taking', LEAD),
  'POST /teams/:id/finish': at('/teams/:id/finish', LEAD),
  'GET /teams/:id/ending': at('/teams/:id/ending', DESK),
  'POST /teams/:id/ending': at('/teams/:id/ending', LEAD),
  'GET /teams/:id/compare': at('/teams/:id/compare', DESK),
  'POST /teams/:id/line-ups': at('/teams/:id/line-ups', LEAD),
  'GET /teams/:id/line-ups/:line': at('/teams/:id/line-ups/:line', DESK),
  'POST /teams/:id/line-ups/:line/steps': at('/teams/:id/line-ups/:line/steps', LEAD, { send: add }),
  'POST /teams/:id/line-ups/:line/return': at('/teams/:id/line-ups/:line/return', LEAD, { send: () => ({ number: '1' }) }),
  'POST /teams/:id/line-ups/:line/removal': at('/teams/:id/line-ups/:line/removal', '404 404 422 no 404 no 404 404 404'),
  'POST /teams/:id/line-ups/:line/comeback': at('/teams/:id/line-ups/:awayLine/comeback', LEAD),
  'GET /teams/:id/line-ups/:line/proposals': at('/teams/:id/line-ups/:line/proposals', DESK),
  'GET /teams/:id/line-ups/:line/without/:organisation': at('/teams/:id/line-ups/:line/without/:organisation', DESK),
  'GET /teams/:id/parts/new': at('/teams/:id/parts/new', DESK),
  'POST /teams/:id/parts/new': at('/teams/:id/parts/new', LEAD, { send: partWords }),
  'GET /teams/:id/parts/:part': at('/teams/:id/parts/:needPart', '404 404 ok ok 404 404 404 404 404'),
  'GET /teams/:id/parts/:part/edit': at('/teams/:id/parts/:part/edit', DESK),
  'POST /teams/:id/parts/:part/edit': at('/teams/:id/parts/:part/edit', LEAD, { send: partWords }),
  'POST /teams/:id/parts/:part/removal': at('/teams/:id/parts/:part/removal', LEAD),
  'GET /teams/:id/parts/:part/people': at('/teams/:id/parts/:part/people', DESK),
  'GET /teams/:id/parts/:part/proof/:organisation': at('/teams/:id/parts/:openPart/proof/:organisation', LOOK),
  'GET /teams/:id/seats/new': at('/teams/:id/seats/new', DESK),
  'POST /teams/:id/seats/new': at('/teams/:id/seats/new', LEAD, { send: invite }),
  'POST /teams/:id/own-parts': at('/teams/:id/own-parts', LEAD, { send: ({ teams: { freePart } }) => ({ ownParts: freePart }) }),
  'POST /teams/:id/capacity': at('/teams/:id/capacity', LEAD, { send: ({ organisations }) => ({ organisation: organisations.quince }) }),
  'GET /teams/:id/seats/:seat': at('/teams/:id/seats/:mapleSeat', LOOK),
  'POST /teams/:id/seats/:seat/nudge': at('/teams/:id/seats/:seat/nudge', LEAD),
  'POST /teams/:id/seats/:seat/withdrawal': at('/teams/:id/seats/:seat/withdrawal', LEAD),
  'POST /teams/:id/seats/:seat/leaving': at('/teams/:id/seats/:mapleSeat/leaving', TAKE_PART),
  'POST /teams/:id/seats/:seat/words': at('/teams/:id/seats/:seat/words', '404 404 go no 404 404 404 404 404', { send: () => ({ scope: 'Other words', seen: '1' }) }),
  'POST /teams/:id/seats/:seat/agreement': at('/teams/:id/seats/:seat/agreement', '404 404 go no 404 404 404 404 404', { send: () => ({ seen: '1' }) }),
  'POST /teams/:id/seats/:seat/parts/:part/proof': at('/teams/:id/seats/:mapleSeat/parts/:openPart/proof', '404 404 404 no 404 go 404 404 404', { send: () => ({ stands: 'yes' }) }),
  'POST /teams/:id/seats/:seat/parts/:part/proof-request': at('/teams/:id/seats/:mapleSeat/parts/:openPart/proof-request', LEAD),
  'POST /teams/:id/seats/:seat/parts/:part/share': at('/teams/:id/seats/:mapleSeat/parts/:openPart/share', TAKE_PART, { send: () => ({ what: 'delivered', figure: '40', unit: 'hours' }) }),
  'GET /seat-answers/:token': at('/seat-answers/:seatLink', LINK, { holdsLink: true }),
  'POST /seat-answers/:token': at('/seat-answers/:seatLink', '422 422 422 422 422 422 422 422 422', { holdsLink: true, send: () => ({ seen: '1' }) }),
  'POST /seat-answers/:token/words': at('/seat-answers/:seatLink/words', '409 409 ok ok ok ok ok 409 409', { holdsLink: true, send: () => ({ seen: '1', scope: 'Other words' }) }),
  'POST /seat-answers/:token/suggestion': at('/seat-answers/:seatLink/suggestion', LINK, { holdsLink: true, send: () => ({ suggests: 'Somebody else' }) }),
  'GET /capacity-answers/:token/:word': at('/capacity-answers/:capacityLink/from', LINK, { holdsLink: true }),
  'POST /capacity-answers/:token/:word': at('/capacity-answers/:capacityLink/from', LINK, { holdsLink: true, send: () => ({ fromOn: '2027-07-01' }) }),
  'GET /teams/:id/workshare': at('/teams/:id/workshare', LOOK),
  'GET /teams/:id/room': at('/teams/:id/room', LOOK),
  'POST /teams/:id/entries': at('/teams/:id/entries', TAKE_PART, { send: () => ({ kind: 'word', says: 'Hello' }) }),
  'GET /teams/:id/entries/:entry/file': at('/teams/:id/entries/:entry/file', '404 404 404 404 404 404 404 404 404'),
  'POST /teams/:id/entries/:entry/removal': at('/teams/:id/entries/:entry/removal', TAKE_PART),
  'POST /teams/:id/entries/:entry/return': at('/teams/:id/entries/:entry/return', TAKE_PART),
  'GET /teams/:id/sheet': at('/teams/:id/sheet', LOOK),
  'GET /teams/:id/sheet.pdf': at('/teams/:id/sheet.pdf', LOOK),

  'GET /api/v1/teams': { may: 'in ok ok ok ok ok ok ok ok ok ok' },
  'POST /api/v1/teams': { may: 'in 404 ok no 404 404 404 404 404 no ok', send: started },
  'GET /api/v1/teams/:id': api('/teams/:id', API_LOOK),
  'PUT /api/v1/teams/:id': api('/teams/:id', API_LEAD, { send: () => ({ title: 'A team', says: 'For a job' }) }),
  'GET /api/v1/teams/:id/line-ups': api('/teams/:id/line-ups', API_DESK),
  'POST /api/v1/teams/:id/line-ups': api('/teams/:id/line-ups', API_LEAD, { send: () => ({}) }),
  'POST /api/v1/teams/:id/line-ups/:line/steps': api('/teams/:id/line-ups/:line/steps', API_LEAD, { send: add }),
  'POST /api/v1/teams/:id/line-ups/:line/return': api('/teams/:id/line-ups/:line/return', API_LEAD, { send: () => ({ number: 1 }) as never }),
  'DELETE /api/v1/teams/:id/line-ups/:line': api('/teams/:id/line-ups/:line', 'in 404 422 no 404 no 404 404 404 no 422'),
  'GET /api/v1/teams/:id/line-ups/:line/proposals': api('/teams/:id/line-ups/:line/proposals', API_DESK),
  'POST /api/v1/teams/:id/brief-taking': api('/teams/:id/brief-taking', API_LEAD),
  'POST /api/v1/teams/:id/finish': api('/teams/:id/finish', API_LEAD),
  'POST /api/v1/teams/:id/ending': api('/teams/:id/ending', API_LEAD, { send: () => ({}) }),
  'POST /api/v1/teams/:id/parts': api('/teams/:id/parts', API_LEAD, { send: partWords }),
  'PUT /api/v1/teams/:id/parts/:part': api('/teams/:id/parts/:part', API_LEAD, { send: partWords }),
  'DELETE /api/v1/teams/:id/parts/:part': api('/teams/:id/parts/:part', API_LEAD),
  'POST /api/v1/teams/:id/seats': api('/teams/:id/seats', API_LEAD, { send: invite }),
  'POST /api/v1/teams/:id/own-parts': api('/teams/:id/own-parts', API_LEAD, { send: own }),
  'POST /api/v1/teams/:id/capacity': api('/teams/:id/capacity', API_LEAD, { send: ({ organisations }) => ({ organisation: organisations.quince }) }),
  'GET /api/v1/teams/:id/seats/:seat': api('/teams/:id/seats/:mapleSeat', API_LOOK),
  'POST /api/v1/teams/:id/seats/:seat/nudge': api('/teams/:id/seats/:seat/nudge', API_LEAD),
  'POST /api/v1/teams/:id/seats/:seat/withdrawal': api('/teams/:id/seats/:seat/withdrawal', API_LEAD),
  'POST /api/v1/teams/:id/seats/:seat/leaving': api('/teams/:id/seats/:mapleSeat/leaving', API_TAKE_PART, { send: () => ({}) }),
  'POST /api/v1/teams/:id/seats/:seat/words': api('/teams/:id/seats/:seat/words', API_LEAD, { send: () => ({ scope: 'Other words' }) }),
  'POST /api/v1/teams/:id/seats/:seat/agreement': api('/teams/:id/seats/:seat/agreement', API_LEAD, { send: () => ({ seen: 1 }) as never }),
  'POST /api/v1/teams/:id/seats/:seat/parts/:part/proof': api('/teams/:id/seats/:mapleSeat/parts/:openPart/proof', 'in 404 404 no 404 ok 404 404 404 no 404', { send: () => ({ stands: true }) as never }),
  'POST /api/v1/teams/:id/seats/:seat/parts/:part/proof-request': api('/teams/:id/seats/:mapleSeat/parts/:openPart/proof-request', API_LEAD),
  'POST /api/v1/teams/:id/seats/:seat/parts/:part/share': api('/teams/:id/seats/:mapleSeat/parts/:openPart/share', API_TAKE_PART, { send: () => ({ what: 'delivered', figure: 40 }) as never }),
  'GET /api/v1/teams/:id/workshare': api('/teams/:id/workshare', API_LOOK),
  'GET /api/v1/teams/:id/entries': api('/teams/:id/entries', API_LOOK),
  'POST /api/v1/teams/:id/entries': api('/teams/:id/entries', API_TAKE_PART, { send: () => ({ kind: 'word', says: 'Hello' }) }),
  'DELETE /api/v1/teams/:id/entries/:entry': api('/teams/:id/entries/:entry', API_TAKE_PART),
  'POST /api/v1/seat-answers/:token': api('/seat-answers/:seatLink', 'in 422 422 422 422 422 422 422 422 no 422', { holdsLink: true, send: () => ({ seen: 1 }) as never }),
  'POST /api/v1/seat-answers/:token/words': api('/seat-answers/:seatLink/words', 'in 409 ok ok ok ok ok 409 409 no ok', { holdsLink: true, send: () => ({ seen: 1, scope: 'Other words' }) as never }),
  'POST /api/v1/seat-answers/:token/suggestion': api('/seat-answers/:seatLink/suggestion', 'in ok ok ok ok ok ok ok ok no ok', { holdsLink: true, send: () => ({ suggests: 'Somebody else' }) }),
  'POST /api/v1/capacity-answers/:token/:word': api('/capacity-answers/:capacityLink/from', 'in ok ok ok ok ok ok ok ok no ok', { holdsLink: true, send: () => ({ fromOn: '2027-07-01' }) }),
}

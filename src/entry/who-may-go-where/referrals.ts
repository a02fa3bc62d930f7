import type { AlderReferrals } from '../testing/referrals-of-alder.ts'
import type { Row, Rows } from './row.ts'

/**
 * Ann owns Alder, Amy reads for it. Mel's Maple is the other side of most; Pat's Pine declined one. Nobody else is told that there is any.
 * `own` is for whoever acts for an organisation; `owner` for its owners alone.
 */
type Which = keyof AlderReferrals
const own = 'in no ok no ok ok ok no no'
const give = 'in no go no go 422 go no no'
const LINK = 'ok ok ok ok ok ok ok ok ok'
const GO = 'go go go go go go go go go'

const at = (which: Which, end: string, may: string, rest: Partial<Row> = {}): Row => ({ may, at: ({ referrals }) => `/referrals/${referrals[which]}${end}`, ...rest })
const api = (which: Which, end: string, may: string, rest: Partial<Row> = {}): Row => ({ may, at: ({ referrals }) => `/api/v1/referrals/${referrals[which]}${end}`, ...rest })
const mine = (end: string, may: string, rest: Partial<Row> = {}): Row => ({ may, holdsLink: true, at: ({ referrals: { ownLink, waiting } }) => `/my-details/${ownLink}${end.replace(':id', waiting)}`, ...rest })

const passed = { who: 'Nora Quill', needs: 'A garden room', reach: '07700 900111', how: 'send', agreed: 'yes', yesOn: '2027-03-01', yesSays: 'Do ring me' }
const passedByProgram = { ...passed, agreed: true as never } // a program says true

export const referrals: Rows = {
  'GET /referrals': { may: 'in ok ok ok ok ok ok ok ok' },
  'GET /referrals/list.csv': { may: 'in no ok ok ok ok ok no no' },
  'GET /referrals/figures': { may: own },
  'GET /referrals/keeping': { may: own },
  'POST /referrals/keeping': { may: 'in no go no go go go no no', send: () => ({ months: '12' }) },
  'GET /referrals/new': { may: own },
  'POST /referrals/new': { may: give, send: ({ organisations }) => ({ ...passed, to: organisations.maple }) },
  'GET /referrals/:id': at('given', '', 'in 404 ok ok 404 ok 404 404 404'),
  'GET /referrals/:id/questions': at('received', '/questions', 'in 404 ok ok 404 ok 404 404 404'),
  'POST /referrals/:id/questions': at('received', '/questions', 'in 404 go no 404 go 404 404 404', { send: () => ({ words: 'Is it outdoors?' }) }),
  'GET /referrals/:id/acceptance': at('received', '/acceptance', 'in 404 ok no 404 no 404 404 404'),
  'POST /referrals/:id/acceptance': at('received', '/acceptance', 'in 404 go no 404 no 404 404 404'),
  'GET /referrals/:id/passing-on': at('received', '/passing-on', 'in 404 ok no 404 no 404 404 404'),
  'POST /referrals/:id/passing-on': at('received', '/passing-on', 'in 404 go no 404 no 404 404 404', { send: ({ organisations }) => ({ to: organisations.pine, how: 'ask' }) }),
  'GET /referrals/:id/declining': at('received', '/declining', 'in 404 ok no 404 no 404 404 404'),
  'POST /referrals/:id/declining': at('received', '/declining', 'in 404 go no 404 no 404 404 404'),
  'GET /referrals/:id/later': at('received', '/later', 'in 404 ok no 404 no 404 404 404'),
  'POST /referrals/:id/later': at('received', '/later', 'in 404 go no 404 no 404 404 404', { send: () => ({ until: '2027-03-20' }) }),
  'GET /referrals/:id/outcome': at('accepted', '/outcome', 'in 404 ok no 404 no 404 404 404'),
  'POST /referrals/:id/outcome': at('accepted', '/outcome', 'in 404 go no 404 no 404 404 404', { send: () => ({ word: 'won' }) }),
  'GET /referrals/:id/thanks': at('won', '/thanks', 'in 404 ok no 404 no 404 404 404'),
  'POST /referrals/:id/thanks': at('won', '/thanks', 'in 404 go no 404 no 404 404 404', { send: () => ({ phrase: 'lovely' }) }),
  'GET /referrals/:id/quote': at('thanked', '/quote', 'in 404 ok no 404 no 404 404 404'),
  'POST /referrals/:id/quote': at('thanked', '/quote', 'in 404 go no 404 no 404 404 404', { send: ({ answers }) => ({ claim: answers.claim }) }),
  'POST /referrals/:id/taking-back': at('given', '/taking-back', 'in 404 go no 404 no 404 404 404'),
  'GET /referrals/:id/privacy-note': at('accepted', '/privacy-note', 'in 404 ok ok 404 404 404 404 404'),
  'POST /referrals/:id/privacy-note': at('accepted', '/privacy-note', 'in 404 409 no 404 404 404 404 404'),
  'GET /referrals/:id/erasure': at('given', '/erasure', 'in 404 ok no 404 no 404 404 404'),
  'POST /referrals/:id/erasure': at('given', '/erasure', 'in 404 go no 404 no 404 404 404'),
  'GET /my-details/:token': mine('', LINK),
  'POST /my-details/:token/referrals/:id/answer': mine('/referrals/:id/answer', GO, { send: () => ({ word: 'yes' }) }),
  'POST /my-details/:token/referrals/:id/end': mine('/referrals/:id/end', GO),
  'GET /my-details/:token/correction': mine('/correction', LINK),
  'POST /my-details/:token/correction': mine('/correction', GO, { send: () => ({ name: 'Nora Quill', needs: 'A shed', reach: '07700 900112' }) }),
  'GET /my-details/:token/erasure': mine('/erasure', LINK),
  'POST /my-details/:token/erasure': mine('/erasure', GO),

  'GET /api/v1/referrals': { may: 'in no ok ok ok ok ok no no ok ok' },
  'GET /api/v1/referrals/figures': { may: 'in no ok no ok ok ok no no ok ok' },
  'GET /api/v1/referrals/suggestions': { may: 'in no ok no ok ok ok no no ok ok', at: () => '/api/v1/referrals/suggestions?needs=joinery' },
  'GET /api/v1/referrals/keeping': { may: 'in no ok no ok ok ok no no ok ok' },
  'PUT /api/v1/referrals/keeping': { may: 'in no ok no ok ok ok no no no ok', send: () => ({ months: 12 as never }) }, // a program sends a number
  'POST /api/v1/referrals': { may: 'in no ok no ok 422 ok no no no ok', send: ({ organisations }) => ({ ...passedByProgram, to: organisations.maple }) },
  'GET /api/v1/referrals/:id': api('given', '', 'in 404 ok ok 404 ok 404 404 404 ok ok'),
  'POST /api/v1/referrals/:id/passing-on': api('received', '/passing-on', 'in 404 ok no 404 no 404 404 404 no ok', { send: ({ organisations }) => ({ to: organisations.pine, how: 'ask' }) }),
  'POST /api/v1/referrals/:id/taking-back': api('given', '/taking-back', 'in 404 ok no 404 no 404 404 404 no ok'),
  'POST /api/v1/referrals/:id/acceptance': api('received', '/acceptance', 'in 404 ok no 404 no 404 404 404 no ok'),
  'POST /api/v1/referrals/:id/privacy-note': api('accepted', '/privacy-note', 'in 404 409 no 404 404 404 404 404 no 409'),
  'GET /api/v1/referrals/:id/privacy-note': api('accepted', '/privacy-note', 'in 404 ok ok 404 404 404 404 404 ok ok'),
  'POST /api/v1/referrals/:id/erasure': api('given', '/erasure', 'in 404 ok no 404 no 404 404 404 no ok'),
  'POST /api/v1/referrals/:id/declining': api('received', '/declining', 'in 404 ok no 404 no 404 404 404 no ok', { send: () => ({}) }),
  'POST /api/v1/referrals/:id/questions': api('received', '/questions', 'in 404 ok no 404 ok 404 404 404 no ok', { send: () => ({ words: 'Is it outdoors?' }) }),
  'POST /api/v1/referrals/:id/later': api('received', '/later', 'in 404 ok no 404 no 404 404 404 no ok', { send: () => ({ until: '2027-03-20' }) }),
  'POST /api/v1/referrals/:id/outcome': api('accepted', '/outcome', 'in 404 ok no 404 no 404 404 404 no ok', { send: () => ({ word: 'won' }) }),
  'POST /api/v1/referrals/:id/thanks': api('won', '/thanks', 'in 404 ok no 404 no 404 404 404 no ok', { send: () => ({ phrase: 'lovely' }) }),
  'POST /api/v1/referrals/:id/quote': api('thanked', '/quote', 'in 404 ok no 404 no 404 404 404 no ok', { send: ({ answers }) => ({ claim: answers.claim }) }),
}

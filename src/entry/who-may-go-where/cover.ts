import type { World } from '../testing/world.ts'
import type { Row, Rows } from './row.ts'

/** Ann and Amy work for Alder, whose covers these are; Pat for Pine, who is asked for one and declined another; Mel for Maple, who has the work. */
type Which = 'asking' | 'waiting' | 'under' | 'back' | 'place' | 'proposed'
const at = (which: Which, end: string, may: string, rest: Partial<Row> = {}): Row => ({ may, at: ({ cover }) => `/cover/${which === 'place' || which === 'proposed' ? 'bench/' : ''}${cover[which]}${end}`, ...rest })
const api = (which: Which, end: string, may: string, rest: Partial<Row> = {}): Row => ({ may, at: ({ cover }) => `/api/v1/cover/${which === 'place' || which === 'proposed' ? 'bench/' : ''}${cover[which]}${end}`, ...rest })
const link = (written: string, end: 'askLink' | 'clientLink' | 'underLink', rest: Partial<Row> = {}): Row => ({ may: 'ok ok ok ok ok ok ok ok ok', holdsLink: true, at: ({ cover }) => written.replace(':token', cover[end]), ...rest })
const linkGo = (written: string, end: 'askLink' | 'clientLink' | 'underLink', rest: Partial<Row> = {}): Row => ({ ...link(written, end, rest), may: 'go go go go go go go go go' })

const terms = { rate: '25', per: 'hour', mayKnow: 'yes', whoSpeaks: 'us' }
const work = { says: 'Mind the desk', startsOn: '2027-03-09', hours: '3', client: 'asked', whoSpeaks: 'us' }
const client = () => ({ name: 'Sam' })
const pack = () => ({ how: 'As ever' })
const quince = ({ organisations }: World) => ({ associate: organisations.quince })

/** For the owner alone to do; Maple, who sees it too, finds nothing there. */
const FORM = 'in 404 ok no 404 404 404 404 404'
/** A form that is refused is shown again, to whom it may be shown. */
const SEND = 'in 404 go no 404 404 404 404 404'
const PRESS = 'in no go no 404 404 404 no no'
const OWNER_API = 'in no ok no 404 404 404 no no no ok'

export const cover: Rows = {
  'GET /cover': { may: 'in ok ok ok ok ok ok ok ok' },
  'GET /cover/new': { may: 'in no ok no ok ok ok no no' },
  'POST /cover/new': { may: 'in no go no 409 409 409 no no', send: () => work },
  'GET /cover/free': { may: 'in no ok no ok ok ok no no' },
  'POST /cover/free': { may: 'in no go no 422 422 422 no no', send: () => ({ from: '2027-03-09' }) },
  'GET /cover/bench/new': { may: 'in no ok no ok ok ok no no' },
  'POST /cover/bench/new': { may: 'in no go no go go go no no', send: ({ organisations }) => ({ ...terms, associate: organisations.quince }) },
  'GET /cover/bench/:id': at('place', '', 'in 404 ok ok ok 404 404 404 404'),
  'GET /cover/bench/:id/terms': at('place', '/terms', 'in 404 ok no ok 404 404 404 404'),
  'POST /cover/bench/:id/terms': at('place', '/terms', 'in 404 go no go 404 404 404 404', { send: () => terms }),
  'POST /cover/bench/:id/terms/withdrawal': at('proposed', '/terms/withdrawal', 'in no go no 404 404 409 no no'),
  'POST /cover/bench/:id/end': at('place', '/end', 'in no go no go 404 404 no no'),
  'GET /cover/:id': at('under', '', 'in 404 ok ok 404 ok 404 404 404'),
  'GET /cover/:id/withdrawal': at('asking', '/withdrawal', FORM),
  'POST /cover/:id/withdrawal': at('asking', '/withdrawal', SEND),
  'POST /cover/:id/parts': at('asking', '/parts', 'in 404 422 no 404 404 404 404 404', { send: ({ organisations }) => ({ [`hours-${organisations.pine}`]: '2' }) }),
  'GET /cover/:id/widening': at('asking', '/widening', FORM),
  'POST /cover/:id/widening': at('asking', '/widening', 'in 404 409 no 404 404 404 404 404', { send: quince }),
  'GET /cover/:id/client': at('waiting', '/client', FORM),
  'POST /cover/:id/client': at('waiting', '/client', SEND, { send: client }),
  'POST /cover/:id/client/replies': at('waiting', '/client/replies', SEND, { send: () => ({ says: 'Yes' }) }),
  'GET /cover/:id/client/erasure': at('waiting', '/client/erasure', FORM),
  'POST /cover/:id/client/erasure': at('waiting', '/client/erasure', SEND),
  'GET /cover/:id/pack': at('under', '/pack', FORM),
  'POST /cover/:id/pack': at('under', '/pack', SEND, { send: pack }),
  'GET /cover/:id/pack/print': at('under', '/pack/print', 'in 404 ok ok 404 ok 404 404 404'),
  'GET /cover/:id/pack.pdf': at('under', '/pack.pdf', 'in 404 ok ok 404 ok 404 404 404'),
  'POST /cover/:id/handover': at('under', '/handover', PRESS),
  'GET /cover/:id/return': at('under', '/return', 'in 404 404 no 404 ok 404 404 404'),
  'POST /cover/:id/return': at('under', '/return', 'in 404 404 no 404 go 404 404 404', { send: () => ({ done: 'All of it', hours: '4' }) }),
  'GET /cover/:id/thanks': at('back', '/thanks', FORM),
  'POST /cover/:id/thanks': at('back', '/thanks', SEND, { send: () => ({ says: 'Thank you' }) }),
  'GET /cover/partly/:token': link('/cover/partly/:token', 'askLink'),
  'POST /cover/partly/:token': link('/cover/partly/:token', 'askLink', { send: () => ({ hours: '2' }) }),
  'GET /cover/client/:token': link('/cover/client/:token', 'clientLink'),
  'POST /cover/client/:token': linkGo('/cover/client/:token', 'clientLink', { send: () => ({ word: 'yes' }) }),
  'POST /cover/client/:token/questions': linkGo('/cover/client/:token/questions', 'clientLink', { send: () => ({ says: 'Who?' }) }),
  'POST /cover/client/:token/correction': linkGo('/cover/client/:token/correction', 'clientLink', { send: client }),
  'POST /cover/client/:token/word': link('/cover/client/:token/word', 'underLink', { may: '409 409 409 409 409 409 409 409 409', send: () => ({ says: 'Fine' }) }),
  'GET /cover/client/:token/erasure': link('/cover/client/:token/erasure', 'clientLink'),
  'POST /cover/client/:token/erasure': linkGo('/cover/client/:token/erasure', 'clientLink'),

  'GET /api/v1/cover': { may: 'in no ok ok ok ok ok no no ok ok' },
  'POST /api/v1/cover': { may: 'in no ok no 409 409 409 no no no ok', send: () => ({ ...work }) },
  'POST /api/v1/cover/free': { may: 'in no ok no 422 422 422 no no no ok', send: () => ({ from: '2027-03-09' }) },
  'POST /api/v1/cover/bench': { may: 'in no ok no ok ok ok no no no ok', send: ({ organisations }) => ({ ...terms, associate: organisations.quince }) },
  'GET /api/v1/cover/bench/:id': api('place', '', 'in 404 ok ok ok 404 404 404 404 ok ok'),
  'PUT /api/v1/cover/bench/:id/terms': api('place', '/terms', 'in no ok no ok 404 404 no no no ok', { send: () => ({ ...terms }) }),
  'DELETE /api/v1/cover/bench/:id/terms': api('proposed', '/terms', 'in no ok no 404 404 409 no no no ok'),
  'POST /api/v1/cover/bench/:id/answer': api('proposed', '/answer', 'in 404 404 no 404 404 ok 404 404 no 404', { send: () => ({ word: 'yes' }) }),
  'POST /api/v1/cover/bench/:id/end': api('place', '/end', 'in no ok no ok 404 404 no no no ok'),
  'GET /api/v1/cover/:id': api('under', '', 'in 404 ok ok 404 ok 404 404 404 ok ok'),
  'GET /api/v1/cover/:id/widening': api('asking', '/widening', 'in 404 ok ok 404 404 404 404 404 ok ok'),
  'POST /api/v1/cover/:id/answer': api('asking', '/answer', 'in 404 404 no ok 404 404 404 404 no 404', { send: () => ({ word: 'yes' }) }),
  'POST /api/v1/cover/:id/parts': api('asking', '/parts', 'in no 422 no 404 404 404 no no no 422', { send: ({ organisations }) => ({ parts: [{ associate: organisations.pine, hours: 2 }] as never }) }),
  'POST /api/v1/cover/:id/widening': api('asking', '/widening', 'in no 409 no 404 404 404 no no no 409', { send: quince }),
  'PUT /api/v1/cover/:id/client': api('waiting', '/client', OWNER_API, { send: client }),
  'DELETE /api/v1/cover/:id/client': api('waiting', '/client', OWNER_API),
  'POST /api/v1/cover/:id/client/replies': api('waiting', '/client/replies', OWNER_API, { send: () => ({ says: 'Yes' }) }),
  'PUT /api/v1/cover/:id/pack': api('under', '/pack', OWNER_API, { send: pack }),
  'POST /api/v1/cover/:id/handover': api('under', '/handover', OWNER_API),
  'POST /api/v1/cover/:id/return': api('under', '/return', 'in no 404 no 404 ok 404 no no no 404', { send: () => ({ done: 'All of it', hours: '4' }) }),
  'POST /api/v1/cover/:id/thanks': api('back', '/thanks', OWNER_API, { send: () => ({ says: 'Thank you' }) }),
  'POST /api/v1/cover/:id/withdrawal': api('asking', '/withdrawal', OWNER_API),
}

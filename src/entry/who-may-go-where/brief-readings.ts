import type { Row, Rows } from './row.ts'

const reading = (end = ''): NonNullable<Row['at']> => ({ guild }) => `/networks/${guild.slug}/briefs/readings/0190d3f2-5c1a-7000-8000-00000000000a${end}`
const text = () => ({ text: 'We need forty oak doors.' })
/** What somebody read is there for their own people alone; this one was used up. */
const READING = 'in 404 404 404 404 404 404 404 404'

/** Reading tenders, and the feed of a guild that only its members may find. */
export const briefReadings: Rows = {
  'GET /networks/:slug/briefs.atom': { may: '404 404 404 404 404 404 404 404 404' },
  'GET /networks/:slug/briefs.ics': { may: '404 404 404 404 404 404 404 404 404' },
  'GET /networks/:slug/briefs/readings': { may: 'in 404 ok no 404 ok 404 no 404' },
  'POST /networks/:slug/briefs/readings': { may: 'in 404 go no 404 go 404 no 404', send: text },
  'GET /networks/:slug/briefs/readings/:reading': { may: READING, at: reading() },
  'POST /networks/:slug/briefs/readings/:reading': { may: READING, at: reading(), send: () => ({ title: 'A job' }) },
  'POST /networks/:slug/briefs/readings/:reading/removal': { may: READING, at: reading('/removal') },
  'POST /api/v1/networks/:slug/briefs/readings': { may: 'in 404 ok no 404 ok 404 no 404 ok ok', send: text },
}

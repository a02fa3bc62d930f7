import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../../asks/index.ts'
import { putCover } from '../../cover/index.ts'
import { openTestWeb, type TestWeb } from '../../entry/testing.ts'
import { closeAccount } from '../../people/close-account.ts'
import { saveStaff } from '../../organisations/index.ts'
import { leaveStaff } from '../../organisations/change-staff.ts'
import { savePartnerships } from '../../partnerships/index.ts'
import { routes } from '../../routes.ts'
import { addEntry } from '../../teams/index.ts'
import { openBench, teamOf, type Bench } from '../../teams/testing/bench.ts'
import { makeToken } from '../../upkeep/tokens/index.ts'
import { arrive } from '../../people/testing/people.ts'
import { makeCalendarLink } from './keep-link.ts'
import { short, withoutContacts } from './entries.ts'

const DAY = 86_400_000
let web: TestWeb
let bench: Bench

beforeAll(async () => {
  web = await openTestWeb()
  bench = await openBench(web.town)
  const { kestrel, moorside } = bench
  const { team } = await teamOf(bench)
  await addEntry(kestrel.ctx, team, { kind: 'date', onDay: '2027-04-01', says: 'Kick-off; at ten, in the canteen\\hall\r\nBEGIN:VEVENT\r\nATTENDEE:mailto:x@example.org, call 0114 496 0000' })
  await addEntry(kestrel.ctx, team, { kind: 'date', onDay: '2020-04-01', says: 'Long over' })
  await addEntry(kestrel.ctx, team, { kind: 'word', says: 'A secret word' })
  await web.town.ctx().transaction(async (tx) => {
    await savePartnerships(tx, [{
      between: [kestrel.organisation, moorside.organisation], stage: 'trust', at: new Date('2025-01-10T10:00:00Z'), agreed: true, met: { on: '2024-02-29' }, next: { says: 'Lunch', on: '2027-03-20' },
      hiddenBy: [], notes: [{ by: kestrel.organisation, says: 'A private note' }], moments: [],
    }])
    await putCover(tx, {
      cover: { organisation: kestrel.organisation, says: 'Two weeks of inspection', startsOn: '2027-04-05', endsOn: '2027-04-16', minutes: 600, client: 'asked', whoSpeaks: 'associate', how: 'in_turn', turnHours: 24, answerBy: new Date(tx.now.getTime() + DAY), madeAt: tx.now, takenAt: tx.now },
      asked: [{ associate: moorside.organisation, askedAt: tx.now, answer: { at: tx.now, is: 'yes' }, chosen: { at: tx.now, minutes: 600 } }], client: { name: 'Canary Mills', phone: '0114 496 0001' },
    })
    await ask(tx, { kind: 'networks.invitation', network: bench.network.id, from: { organisation: moorside.organisation }, to: { organisation: kestrel.organisation }, subject: {}, answerBy: new Date('2027-03-09T12:00:00Z') })
  })
})
afterAll(() => web?.close())

/** What a calendar program makes of it: the summary, the first day and the day after the last, by the beginning of its UID. */
function read(text: string): Readonly<Record<string, readonly string[]>> {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]) // one calendar in, one out
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
  return Object.fromEntries(events.map((event) => [event.uid.replace(/-[0-9a-f]{8}-.*/, ''), [event.summary, event.startDate.toString(), event.endDate.toString()]]))
}

const linkOf = async (person = bench.kestrel.person): Promise<string> => {
  const page = await web.get(routes.calendar, { as: person })
  return new URL(/value="([^"]+\/dates\.ics)"/.exec(page.text)?.[1] ?? 'http://none/').pathname
}

test('all that has a day is in one’s own calendar by a secret link, with nobody’s contact details', async () => {
  expect((await web.get(routes.calendar, { as: bench.kestrel.person })).text.includes('Turn it on')).toBe(true)
  expect((await web.post(routes.calendar, {}, { as: bench.kestrel.person })).location).toBe(routes.calendar)
  const page = await web.get(routes.calendar, { as: bench.kestrel.person })
  expect(['<svg class="qr"', 'href="webcal:', 'Made on'].filter((words) => !page.text.includes(words))).toEqual([])
  expect([...page.text.matchAll(/row-title"><a[^>]*>([^<]*)/g)].map(([, says = '']) => says.slice(0, 14)).filter((_, at) => at === 0 || at === 7)).toEqual(['Last chance to', 'Moorside Preci'])
  const feed = await web.get(await linkOf())

  expect(feed.headers.get('Content-Type')).toBe('text/calendar; charset=UTF-8')
  expect(feed.headers.get('Cache-Control')).toBe('private, no-cache')
  expect(read(feed.text)).toEqual({
    ask: ['Last chance to answer: an invitation', '2027-03-09T12:00:00Z', '2027-03-09T12:00:00Z'],
    next: ['Next with Moorside Precision: Lunch', '2027-03-20', '2027-03-21'],
    'team-date': ['Hydrogen test bench: Kick-off; at ten, in the canteen\\hall BEGIN:VEVENT …, call …', '2027-04-01', '2027-04-02'],
    cover: ['Cover for us: Two weeks of inspection', '2027-04-05', '2027-04-17'],
    brief: ['Our brief closes: Hydrogen test bench', '2027-05-14', '2027-05-15'],
    'team-answer': ['To be answered: Hydrogen test bench', '2027-05-14', '2027-05-15'],
    'team-work': ['Work: Hydrogen test bench', '2027-06-07', '2027-06-08'],
    anniversary: ['Moorside Precision and you: partners since 2024', '2025-02-28', '2025-03-01'],
  })
  expect(feed.text).toMatch(/^RRULE:FREQ=YEARLY\r$/m)
  expect(feed.text).toMatch(/^REFRESH-INTERVAL;VALUE=DURATION:PT4H\r$/m)
  expect(feed.text.match(/^DTSTAMP:\d{8}T\d{6}Z\r$/gm)).toHaveLength(8)
  expect(feed.text).toMatch(/^DTSTART;VALUE=DATE:20270401\r$/m)
  expect(feed.text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75 || line.includes('\n'))).toEqual([])
  expect(feed.text).not.toMatch(/Canary|0114|secret word|private note|Long over|example\.org/)
})

test('the partner’s and the associate’s calendar holds their own side of it, and no more', async () => {
  await web.post(routes.calendar, {}, { as: bench.moorside.person })
  const { text } = await web.get(await linkOf(bench.moorside.person))

  expect(Object.keys(read(text)).toSorted()).toEqual(['anniversary', 'cover', 'next'])
  expect(read(text)['cover']).toEqual(['We cover: Two weeks of inspection', '2027-04-05', '2027-04-17'])
  expect(text).not.toMatch(/Canary|Hydrogen/)
})

test('who has it already is told so; a change is heard, under the same name', async () => {
  const first = await web.get(await linkOf())
  const headers = { 'If-None-Match': first.headers.get('ETag') ?? '' }
  web.town.clock.forward(60_000)
  const again = await web.get(await linkOf(), { headers })
  expect([again.status, again.text]).toEqual([304, ''])

  await web.town.ctx().transaction((tx) => tx.db.updateTable('brief').set({ answer_by: '2027-05-20', changed_at: tx.now }).where('id', '=', bench.brief).execute())
  const changed = await web.get(await linkOf(), { headers })

  expect(changed.status).toBe(200)
  expect(read(changed.text)['brief']?.[1]).toBe('2027-05-20')
  expect(changed.text).toContain(`UID:brief-${bench.brief}@guildhall`)
})

test('a program reads the same of the organisation it speaks for', async () => {
  const writes = await arrive(web.town, 'Nell')
  const { text } = await makeToken(writes.ctx, { name: 'Calendar', scopes: ['read'], lasts: 'month' })
  const feed = await web.api('GET', '/calendar', undefined, { token: text })

  expect([feed.status, feed.headers.get('Content-Type')]).toEqual([200, 'text/calendar; charset=UTF-8'])
  expect(read(feed.text)).toEqual({})
  expect((await web.get(routes.calendar)).location).toContain(routes.signIn)
})

test('a link made anew, turned off or forged shows nothing; nor does that of somebody who left', async () => {
  const old = await linkOf()
  await web.post(routes.calendar, {}, { as: bench.kestrel.person })
  const now = await linkOf()
  expect(now).not.toBe(old)
  expect([(await web.get(old)).status, (await web.get(now)).status, (await web.get(now.replace(/.\/dates/, 'x/dates'))).status, (await web.get(routes.calendarFeed('x'))).status]).toEqual([404, 200, 404, 404])

  await web.town.ctx().transaction((tx) => saveStaff(tx, bench.kestrel.organisation, bench.donside.person, 'owner'))
  await leaveStaff(bench.kestrel.ctx, bench.kestrel.organisation)
  expect(read((await web.get(now)).text)).toEqual({})
  await web.post(routes.calendarRemoval, {}, { as: bench.kestrel.person })
  expect((await web.get(now)).status).toBe(404)

  expect((await web.get(await linkOf(bench.moorside.person))).status).toBe(200)

  const gone = await arrive(web.town, 'Tom')
  await makeCalendarLink(gone.ctx)
  const theirs = await linkOf(gone.person)
  await closeAccount(gone.ctx)
  expect((await web.get(theirs)).status).toBe(404)
})

test('addresses and numbers that people typed stay on the page; days and measures stay in the words', () => {
  expect(withoutContacts('Call Ruth: 0114 496 0000 or (0114) 496-0000, +44 7700 900123; ruth.k@don-side.example.org.')).toBe('Call Ruth: … or …, …; ….')
  expect(withoutContacts('350 joints at 700 bar by 2027-05-14, 10.30 to 12, £25,000')).toBe('350 joints at 700 bar by 2027-05-14, 10.30 to 12, £25,000')
  expect([...short('ü'.repeat(200))]).toHaveLength(120)
})

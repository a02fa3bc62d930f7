import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBench, WANTED, type Bench } from '../teams/testing/bench.ts'
import { saveJobs } from '../answers/index.ts'
import { asHouse } from '../kit/ctx.ts'
import { joins, someone, type Character } from '../networks/testing/cast.ts'
import { sayWhoSees } from '../networks/index.ts'
import { openTestWeb, type TestWeb } from './testing.ts'

/** A lead's whole errand through the pages alone: from the brief to the sheet, with a rival and a gap that is filled through somebody both know. */
let web: TestWeb
let bench: Bench
let pennock: Character
beforeAll(async () => {
  web = await openTestWeb()
  bench = await openBench(web.town)
  pennock = await someone(web.town, 'Penny', 'Pennock Assurance')
  await joins(web.town, bench.network.id, pennock)
  await sayWhoSees(pennock.ctx, pennock.organisation, { page: 'network', contact: 'network', place: 'network' })
  await bench.claims(bench.kestrel, 'Design of the bench', '2026-05-01')
  await bench.claims(bench.moorside, 'Titanium machining', '2026-06-01')
  await bench.claims(bench.donside, 'Controls software', '2026-04-01')
  await bench.claims(pennock, 'Certification')
  const together = [bench.kestrel, pennock].map((other) => ({ by: other.organisation, what: 'A rig together', finishedOn: '2026-02-01', parties: [other, bench.donside].map(({ organisation }) => ({ organisation, sight: 'network' as const, confirmedAt: web.town.clock.now() })) }))
  await asHouse(web.town.ctx()).transaction((tx) => saveJobs(tx, together))
})
afterAll(() => web?.close())

const text = (html: string) => html.replaceAll(/<script[\s\S]*?<\/script>/g, '').replaceAll(/<[^>]+>/g, ' ').replaceAll('&#x27;', '’').replaceAll('&amp;', '&').replaceAll(/\s+/g, ' ')

test('from the brief to the sheet, with script off', async () => {
  const ellen = bench.kestrel.person
  const chosen = await web.get(`/teams/new?brief=${bench.brief}`, { as: ellen })
  expect(chosen.status).toBe(200)
  const started = await web.post('/teams/new', { network: bench.network.id, brief: bench.brief, says: 'One bench, one lead.' }, { as: ellen })
  const team = started.location ?? ''
  expect(team).toMatch(/^\/teams\/[0-9a-f-]+$/)
  const alone = await web.get(team, { as: ellen })
  expect(text(alone.text)).toContain('Cover: 1 of 4 proven, 3 gaps.')
  const line = /\/teams\/[0-9a-f-]+\/line-ups\/[0-9a-f-]{36}/.exec(alone.text)?.[0] ?? ''
  const parts = WANTED.map((says) => new RegExp(`href="${team}/parts/([0-9a-f-]{36})"[^>]*>${says}`).exec(alone.text)?.[1] ?? '')

  // Every click keeps what was chosen, and shows what came of it.
  for (const one of [bench.moorside, bench.donside]) expect((await web.post(`${line}/steps`, { do: 'add', organisation: one.organisation }, { as: ellen })).location).toBe(line)
  const three = text((await web.get(line, { as: ellen })).text)
  expect(three).toContain('Cover: 3 of 4 proven, 1 gap, 3 rest on one organisation.')
  expect(three).toContain('1 organisation could fill this')
  const without = text((await web.get(`${line}/without/${bench.moorside.organisation}`, { as: ellen })).text)
  expect(without).toContain('Falls open')
  expect(without).toContain('Titanium machining')
  expect(text((await web.get(`${line}/proposals`, { as: ellen })).text)).toMatch(/The smallest team.*Proven best: no team of this size covers it better\./)
  expect(text((await web.get(`${team}/compare`, { as: ellen })).text)).toContain('Line-up A')

  // The gap offers people, and the friendly path.
  const people = await web.get(`${team}/parts/${parts[3]}/people`, { as: ellen })
  expect(text(people.text)).toContain('Ask Don Side Controls to introduce us')
  expect(people.text).toContain(`/introductions/new?to=${pennock.organisation}&amp;through=${bench.donside.organisation}&amp;network=${bench.network.slug}`)

  // Its own part, one by name, one by a link that anyone may use, and a rival with the scope agreed first.
  expect((await web.post(`${team}/own-parts`, { ownParts: parts[0] ?? '' }, { as: ellen })).location).toBe(team)
  const take = async (who: Character, fields: Readonly<Record<string, string>>, agreeing: Readonly<Record<string, string>> = {}) => {
    const invited = await web.post(`${team}/seats/new`, fields, { as: ellen })
    const token = /\/answer\/([^"<\s]+)/.exec((await web.get(invited.location ?? '', { as: ellen })).text)?.[1] ?? ''
    expect(text((await web.get(`/seat-answers/${token}`, { as: who.person })).text)).toContain('Join the team for')
    const taken = await web.post(`/seat-answers/${token}`, agreeing, { as: who.person })
    return taken.status
  }
  expect(await take(bench.moorside, { organisation: bench.moorside.organisation, parts: parts[1] ?? '', unit: 'percent', [`share-${parts[1]}`]: '30', note: 'As last time' }, { proof: parts[1] ?? '' })).toBe(303)
  expect(await take(bench.donside, { name: 'Ruth', parts: parts[2] ?? '' })).toBe(303)
  expect(await take(pennock, { organisation: pennock.organisation, parts: parts[3] ?? '', rivals: 'yes', purpose: 'One bench', scope: 'They certify, we build.', neverDiscussed: 'Prices' })).toBe(422)
  const waiting = (await web.get(team, { as: ellen })).text
  const seat = new RegExp(`${team}/seats/[0-9a-f-]{36}`, 'g')
  const seats = [...new Set(waiting.match(seat) ?? [])]
  const links = await Promise.all(seats.map(async (path) => /\/answer\/([^"<\s]+)/.exec((await web.get(path, { as: ellen })).text)?.[1]))
  const token = links.find((one) => one !== undefined) ?? /\/answer\/([^"<\s]+)/.exec((await openSeatLink(ellen)))?.[1] ?? ''
  expect((await web.post(`/seat-answers/${token}`, { agree: 'yes', seen: '1' }, { as: pennock.person })).status).toBe(303)

  // Four in it, every must held, and the sheet goes out with real words in it.
  const member = text((await web.get(team, { as: pennock.person })).text)
  expect(member).toContain('Cover: 3 of 4 proven, 1 claimed.')
  const pdf = await web.app.request(`${team}/sheet.pdf`, { headers: { Cookie: await web.cookie(ellen) } })
  const file = join(mkdtempSync(join(tmpdir(), 'guildhall-sheet-')), 'sheet.pdf')
  writeFileSync(file, Buffer.from(await pdf.arrayBuffer()))
  const read = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
  if (read.error === undefined) for (const words of ['Hydrogen test bench', 'Moorside Precision', 'Titanium machining', 'Proven', 'Cover: 3 of 4 proven']) expect(read.stdout).toContain(words)
  expect(Buffer.from(await (await web.app.request(`${team}/sheet.pdf`, { headers: { Cookie: await web.cookie(ellen) } })).arrayBuffer()).toString('latin1').match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1)

  // The job ends where its outcome begins.
  expect((await web.post(`${team}/finish`, {}, { as: ellen })).location).toBe(`/outcomes/new?team=${team.split('/').at(-1)}`)
})

/** An invitation that is in no line-up is found by the asks it made. */
async function openSeatLink(as: Character['person']): Promise<string> {
  const row = await asHouse(web.town.ctx()).read((tx) => tx.db.selectFrom('seat').select(['id', 'team_id']).where('rivals_at', 'is not', null).executeTakeFirstOrThrow())
  return (await web.get(`/teams/${row.team_id}/seats/${row.id}`, { as })).text
}

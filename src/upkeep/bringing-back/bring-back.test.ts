import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '../../kit/ids.ts'
import { packZip } from '../../kit/tables/pack-zip.ts'
import { unpackZip } from '../../kit/tables/unpack-zip.ts'
import { closeOrganisation, listOrganisation } from '../../organisations/index.ts'
import { routes } from '../../routes.ts'
import { TAKEN } from '../everything/tables.ts'
import { openGuild, type Guild } from '../moving/testing/guild.ts'
import { bringBackAtTerminal } from './at-terminal.ts'
import { LEFT } from './left.ts'
import { notesIn } from './notes-part.ts'
import { PARTS } from './parts.ts'
import { readExport, type Brought, type Row } from './read-export.ts'
import { rowsOf, SHAPES } from './shapes.ts'
import { bring, furnish, go, takeOut } from './testing/full-house.ts'

let here: Guild, there: Guild
let rose: Id<'organisation'>, thorn: Id<'organisation'>
let file: Buffer, network: Buffer
beforeAll(async () => {
  here = await openGuild()
  ;({ rose, thorn } = await furnish(here))
  file = await takeOut(here, here.people.una, routes.everything)
  network = await takeOut(here, here.people.olga, routes.networkEverything(here.slug))
  there = await openGuild()
})
afterAll(async () => {
  await here?.close()
  await there?.close()
})

/** All that may come back, without ids and days of its own: what two houses must agree on. */
function comparable(brought: Brought): Readonly<Record<string, readonly string[]>> {
  const live = ['organisation', 'organisation_contact', 'organisation_place', 'identifier', 'answer', 'claim', 'certificate', 'figure', 'job', 'job_party', 'referral_keeping', 'statement_use'] as const
  const without = new Set(['id', 'job_id', 'file_id', 'confirmed_at', 'added_at', 'file_shown_at', 'removed_at'])
  const told = (row: Row) => JSON.stringify(Object.fromEntries(Object.entries(row).filter(([column]) => !without.has(column)).map(([column, value]) => [column, value instanceof Date ? value.toISOString() : value])))
  const tables = Object.fromEntries(live.map((table) => [table, (rowsOf(brought, table) as readonly Row[]).map(told).sort()])) // each is an object
  const papers = [...brought.files].filter(([name]) => name.startsWith('files/')).map(([name, bytes]) => `${name.replace(/^files\/[0-9a-f-]{36}-/, '')} ${bytes.toString('base64')}`).sort()
  return { ...tables, papers, notes: notesIn(brought).map(({ kind, about, says, on }) => JSON.stringify([kind, about, says, on])).sort() }
}

async function altered(bytes: Buffer, change: (data: { guildhall: number; tables: Record<string, Row[]> }) => void, more: Readonly<Record<string, string>> = {}): Promise<Buffer> {
  const files = new Map(await unpackZip(bytes, () => true))
  const data = JSON.parse(files.get('everything.json')?.toString('utf8') ?? '') as Parameters<typeof change>[0]
  change(data)
  files.set('everything.json', Buffer.from(JSON.stringify(data)))
  for (const [name, text] of Object.entries(more)) files.set(name, Buffer.from(text))
  return packZip(files)
}

const rowsIn = async (guild: Guild) => guild.web.town.ctx().read(async (tx) => JSON.stringify([await tx.db.selectFrom('organisation').selectAll().orderBy('id').execute(), await tx.db.selectFrom('claim').selectAll().orderBy('id').execute(), await tx.db.selectFrom('kept_note').selectAll().orderBy('id').execute(), await tx.db.selectFrom('brought_file').select('id').where('done_at', 'is', null).execute()]))

test('every table of an export comes back or is said to stay out, and why', () => {
  const decided = [...PARTS.flatMap(({ reads }) => reads), ...Object.keys(LEFT)]

  expect(TAKEN.map(({ table }) => table).filter((table) => !decided.includes(table))).toEqual([])
  expect(decided.filter((table, at) => decided.indexOf(table) !== at)).toEqual([])
  expect(decided.filter((table) => !TAKEN.some((one) => one.table === table))).toEqual([])
  const columns = (table: string) => TAKEN.find((one) => one.table === table)?.columns.split(' ') ?? []
  expect(Object.entries(SHAPES).flatMap(([table, { shape }]) => Object.keys(shape).filter((column) => !columns(table).includes(column)).map((column) => `${table}.${column}`)).filter((one) => one !== 'cover_asked.organisation_id')).toEqual([])
})

test('an organisation goes into an empty house and comes out of it the same; bringing it again changes nothing', async () => {
  const { una } = there.people
  const look = await bring(there, una, file)
  expect(look.says).toContain('as a new organisation of yours')
  expect(look.says).toContain('You become its first owner')
  expect(look.says).toContain('nobody here is made to have agreed')
  expect(look.says).toContain('you are in none yet') // a brief needs a network
  expect(look.says).toContain('no single button that takes this back. It comes in as an organisation of its own')
  expect(await there.web.town.ctx().read((tx) => tx.db.selectFrom('organisation').select('id').where('name', '=', 'Rose & Co').execute())).toEqual([]) // only looked

  expect(await go(there, una, look.path)).toMatch(/^\d+ new, 0 changed, 0 the same, \d+ left out\.$/)

  const [made] = await there.web.town.ctx().read((tx) => tx.db.selectFrom('brought_file').select('organisation_id').where('person_id', '=', una).execute())
  const again = made?.organisation_id as Id<'organisation'> // a column of organisation ids
  await there.web.post(routes.actingFor, { organisation: again }, { as: una })
  const out = await takeOut(there, una, routes.everything)
  const [before, after] = [comparable(await readExport(file)), comparable(await readExport(out))]
  expect(after).toEqual(before)
  expect(after['papers']).toHaveLength(1)
  expect(after['notes']?.join()).toMatch(/CANARY-NOTE[^]*The best peas|The best peas[^]*CANARY-NOTE/)
  const lost = await altered(file, (data) => { for (const row of data.tables['organisation'] ?? []) (row as Record<string, unknown>)['story'] = null })
  expect(comparable(await readExport(lost))).not.toEqual(after) // control: one lost field is seen

  const second = await bring(there, una, file)
  expect(second.says).toContain('Nothing would change')
  expect(second.says).toMatch(/0 new, 0 changed, \d+ the same/)
  const live = await there.web.town.ctx().read(async (tx) => ({ bonds: await tx.db.selectFrom('partnership').select('id').execute(), words: await tx.db.selectFrom('recommendation').select('id').execute(), people: await tx.db.selectFrom('staff').select('person_id').where('organisation_id', '=', again).execute(), witnessed: await tx.db.selectFrom('proof').select('stands_at').where('organisation_id', '=', again).where('job_id', 'is not', null).execute(), asks: await tx.db.selectFrom('ask').select('id').execute() }))
  expect(live).toEqual({ bonds: [], words: [], people: [{ person_id: una }], witnessed: [{ stands_at: null }], asks: [] }) // nobody is made to have agreed, and nobody is asked

  const notes = await there.web.get(routes.keptNotes, { as: una })
  expect(notes.text).toContain('CANARY-NOTE')
  expect((await there.web.get(routes.keptNotes, { as: there.people.osman })).text).not.toContain('CANARY-NOTE')
})

test('in a network a brief comes in as a draft, and by program and at a terminal the same is said', async () => {
  const { una } = there.people
  const [{ organisation_id }] = await there.web.town.ctx().read((tx) => tx.db.selectFrom('brought_file').select('organisation_id').where('person_id', '=', una).where('done_at', 'is not', null).execute()) as [{ organisation_id: Id<'organisation'> }] // the one made above
  await there.web.town.ctx().transaction((tx) => tx.db.insertInto('membership').values({ network_id: there.id, organisation_id, joined_at: tx.now, listed_as: 'Rose & Co', listed_words: 'rose', sight: 'network' }).execute())

  const sent = await there.web.send('/api/v1/everything/back', { method: 'POST', body: new Uint8Array(file), headers: { 'Content-Type': 'application/zip', 'Sec-Fetch-Site': 'same-origin', Cookie: await there.web.cookie(una) } })
  const said = sent.json() as { id: string; counts: Record<string, number>; sections: { title: string; steps: { does: string }[] }[] }
  expect([sent.status, said.counts['new'], said.sections.find(({ title }) => title.startsWith('Briefs'))?.steps[0]?.does]).toEqual([201, 1, 'new'])
  const dry = await bringBackAtTerminal(there.web.town.ctx(), { name: 'x.zip', bytes: file, person: 'una@example.org', dry: true }, () => undefined)
  expect(dry.counts).toEqual(said.counts)
  expect((await there.web.get(routes.broughtFile(said.id), { as: una })).text).toContain('no single button that takes this back. Each thing is taken off or changed by hand')
  expect((await there.web.api('POST', `/everything/back/${said.id}/taking-in`, undefined, { as: una })).status).toBe(202)
  await there.work()

  const [brief] = await there.web.town.ctx().read((tx) => tx.db.selectFrom('brief').select(['title', 'published_at', 'network_id']).execute())
  expect(brief).toEqual({ title: 'A marquee for May', published_at: null, network_id: there.id })
  expect((await bringBackAtTerminal(there.web.town.ctx(), { name: 'x.zip', bytes: file, person: 'una@example.org' }, () => undefined)).said).toContain('here already')
})

test('a network goes into another house with its rules, vocabulary and members as listings; again it changes nothing, and its tables can be taken back', async () => {
  const { olga } = there.people
  const look = await bring(there, olga, network)
  expect(look.says).toContain('as a new network of yours')
  expect(look.says).toContain('As listings, to be claimed by their own people')
  expect(await there.web.town.ctx().read((tx) => tx.db.selectFrom('network').select('id').execute())).toHaveLength(1) // only looked

  expect(await go(there, olga, look.path)).toMatch(/new, 0 changed/)

  const made = await there.web.town.ctx().read((tx) => tx.db.selectFrom('network as n').innerJoin('membership as m', 'm.network_id', 'n.id').innerJoin('organisation as o', 'o.id', 'm.organisation_id').where('n.id', '<>', there.id).select(['n.slug', 'o.name', 'o.claimed_at', 'o.listed_by']).orderBy('o.name').execute())
  expect(made.map(({ name, claimed_at, listed_by }) => ({ name, claimed_at, listed_by }))).toEqual([{ name: 'Rose & Co', claimed_at: null, listed_by: olga }, { name: 'Thorn Ltd', claimed_at: null, listed_by: olga }])
  const again = await bring(there, olga, network)
  expect(again.says).toContain('Nothing would change')
  expect((await there.web.get(routes.importTables(made[0]?.slug ?? ''), { as: olga })).text).toContain('members.csv of Salisbury Makers')
})

test('whoever left keeps the file, and does not become the organisation by it; its owner does once it has closed', async () => {
  const osman = await bring(here, here.people.osman, file)
  expect([osman.status, osman.says.includes('you do not work for')]).toEqual([409, true])
  expect((await bring(here, here.people.osman, network)).status).toBe(303) // he organises it

  here.web.town.clock.forward(60_000)
  const same = await bring(here, here.people.una, file)
  expect(same.says).toContain('Nothing would change')

  await closeOrganisation(here.ctx('una', rose), rose)
  expect((await bring(here, here.people.osman, file)).status).toBe(409)
  const anew = await bring(here, here.people.una, file, 'new')
  expect(anew.says).toContain('as a new organisation of yours')
  expect(await go(here, here.people.una, anew.path)).toMatch(/new, 0 changed/)
  expect(await here.web.town.ctx().read((tx) => tx.db.selectFrom('organisation').select('closed_at').where('name', '=', 'Rose & Co').where('closed_at', 'is', null).execute())).toHaveLength(1)
})

/** A ZIP as anybody's program packs it, with everything.json and perhaps another file. */
async function packedSmall(data: Buffer, more?: Buffer): Promise<Buffer> {
  const zip = new ZipFile()
  zip.addBuffer(data, 'everything.json')
  if (more) zip.addBuffer(more, 'files/more')
  zip.end()
  return buffer(zip.outputStream)
}

describe('a file that nobody should bring is refused in a sentence, and nothing is changed', () => {
  const NUL = String.fromCodePoint(0)
  const own = (row: Row | undefined, set: Record<string, unknown>) => Object.assign(row ?? {}, set)
  const FILES: Record<string, () => Promise<Buffer> | Buffer> = {
    'nothing at all': () => Buffer.alloc(0), 'a picture': () => Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'another ZIP': () => packZip(new Map([['letter.txt', Buffer.from('hello')]])), 'half of it': () => file.subarray(0, file.length / 2), 'its end cut off': () => file.subarray(0, -12),
    'a later version': () => altered(file, (data) => { data.guildhall = 99 }), 'no version': () => altered(file, (data) => { delete (data as Partial<typeof data>).guildhall }), 'no tables': () => altered(file, (data) => { data.tables = {} }), 'two organisations': () => altered(file, (data) => { data.tables['organisation']?.push(data.tables['organisation'][0] ?? {}) }),
    'JSON that is none': () => packZip(new Map([['everything.json', Buffer.from('{"guildhall":2,')]])), 'JSON in no encoding': () => packZip(new Map([['everything.json', Buffer.from([0xff, 0xfe, 0x81])]])), 'a list': () => packZip(new Map([['everything.json', Buffer.from('[1]')]])),
    'a name above the folder': () => altered(file, () => undefined, { '../evil': 'x' }), 'a name from the root': () => altered(file, () => undefined, { '/etc/passwd': 'x' }), 'a name of Windows': () => altered(file, () => undefined, { 'C:\\x': 'x' }), 'a hidden name': () => altered(file, () => undefined, { 'files/.htaccess': 'x' }), 'a deep name': () => altered(file, () => undefined, { 'a/b/c/d': 'x' }),
    'more entries than any': () => packZip(new Map(Array.from({ length: 2_001 }, (_, at): [string, Buffer] => [`files/${at}`, Buffer.from('x')]))), 'a bomb': () => packedSmall(Buffer.alloc(20 * 1024 * 1024)), 'a bomb beside it': () => packedSmall(Buffer.from('{}'), Buffer.alloc(20 * 1024 * 1024)),
    'an address that runs': () => altered(file, (data) => { own(data.tables['organisation']?.[0], { website: 'javascript:alert(1)' }) }), 'a sight nobody has': () => altered(file, (data) => { own(data.tables['answer']?.[0], { sight: 'everyone' }) }), 'a character that cannot be kept': () => altered(file, (data) => { own(data.tables['claim']?.[0], { title: `a${NUL}b` }) }),
    'a fifth question': () => altered(file, (data) => { own(data.tables['answer']?.[0], { question: 5 }) }), 'a day that never was': () => altered(file, (data) => { own(data.tables['job']?.[0], { finished_on: '2027-02-31' }) }), 'a name of a megabyte': () => altered(file, (data) => { own(data.tables['claim']?.[0], { title: 'x'.repeat(1_000_000) }) }), 'the same claim twice': () => altered(file, (data) => { data.tables['claim']?.push(data.tables['claim'][0] ?? {}) }), 'more jobs than anybody did': () => altered(file, (data) => { data.tables['job'] = Array.from({ length: 20_001 }, () => data.tables['job']?.[0] ?? {}) }),
    'rows that are no rows': () => altered(file, (data) => { data.tables['claim'] = [1 as unknown as Row] }),
  }

  test.each(Object.keys(FILES))('%s', async (name) => {
    const before = await rowsIn(there)
    const answer = await bring(there, there.people.osman, await FILES[name]?.() ?? Buffer.alloc(0))

    expect([answer.status, answer.says.includes('class="problem') || answer.says.includes('aria-invalid')]).toEqual([422, true])
    expect(await rowsIn(there)).toBe(before)
  })

  test('control: the file as it came is taken by the same hands, and a name from __proto__ names nothing', async () => {
    const odd = await altered(file, (data) => { Object.defineProperty(data.tables, '__proto__', { value: [{ id: thorn }], enumerable: true }) })
    there.web.town.clock.forward(3_700_000)
    expect((await bring(there, there.people.osman, odd)).status).toBe(303)
    const crossed = await bring(there, there.people.osman, await altered(file, (data) => { for (const row of data.tables['claim'] ?? []) own(row, { capacity_from: '2027-05-02', capacity_until: '2027-05-01' }) }))
    expect(await go(there, there.people.osman, crossed.path)).toContain('contradicts itself') // each row reads, and the table refuses them: nothing of it is written
    expect(await there.web.town.ctx().read((tx) => tx.db.selectFrom('organisation').select('id').where('claimed_by', '=', there.people.osman).execute())).toEqual([])
    const acting = await listOrganisation(there.ctx('osman'), { name: 'Quite another', kind: 'company' })
    const wrong = await bring(there, there.people.osman, file)
    expect([acting.length, wrong.status, wrong.says.includes('you act for Quite another')]).toEqual([36, 409, true])
  })
})

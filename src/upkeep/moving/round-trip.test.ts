import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeCsv } from '../../kit/tables/write-csv.ts'
import { addCapability } from '../../networks/index.ts'
import { routes } from '../../routes.ts'
import { exportTable } from './export-table.ts'
import { fieldsIn, openGuild, tableIn, type Guild } from './testing/guild.ts'

let guild: Guild
beforeAll(async () => { guild = await openGuild() })
afterAll(() => guild.close())

const read = (csv: string) => parse(csv, { bom: true })

/** Brings a table as far as its preview and says what it would do. */
async function look(file: string, kind = 'members'): Promise<{ id: string; says: string }> {
  const { web, slug, people: { olga: as } } = guild
  const id = tableIn(await guild.upload(file, { kind }))
  const columns = await web.get(routes.importColumns(slug, id), { as })
  await web.post(routes.importColumns(slug, id), fieldsIn(columns.text), { as })
  const preview = await web.get(routes.importPreview(slug, id), { as })
  return { id, says: /[\d,]+ new, [\d,]+ changed, [\d,]+ the same/.exec(preview.text)?.[0] ?? preview.text.slice(0, 2_000) }
}

async function bring(file: string, kind = 'members'): Promise<string> {
  const { id, says } = await look(file, kind)
  await guild.web.post(routes.importPreview(guild.slug, id), {}, { as: guild.people.olga })
  await guild.work()
  return says
}

const AWKWARD = [
  ['=cmd|calc!A1', '+44 1722 123456', '-1+2', '@SUM(A1)'], ["'=already", '', "''+twice", "'plain"], ['Comma, "quoted"; Ltd', '', 'Two\nlines', 'x'],
  ['مكتب عبده ‏Ltd', '', '🧁 cakes', 'ﷺ'], ['Ünïcödé & Söhne', '(01722) 123-456', '<script>alert(1)</script>', '<b>'], ['  Spaced  ', '', '\tTab first', '-'],
] as const

test('what is taken out and brought back changes nothing', async () => {
  const file = writeCsv(['Name', 'Phone', 'Line', 'Town', 'E-mail', 'Company number', 'Postcode'], AWKWARD.map(([name, phone, line, town], at) => [name, phone, line, town, `a${at}@example.org`, `0123456${at}`, 'SP2 7AA']))
  expect(await bring(file)).toBe('6 new, 0 changed, 0 the same')

  const { csv } = await exportTable(guild.ctx('olga'), guild.slug, 'members')

  expect((await look(csv)).says).toBe('0 new, 0 changed, 6 the same')
})

test('a cell a spreadsheet would run is quoted on its way out', async () => {
  const { csv } = await exportTable(guild.ctx('olga'), guild.slug, 'members')

  for (const cell of read(csv).flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
  expect(csv).toContain("'=cmd|calc!A1")
})

test('three edited cells are three changes, and an emptied one empties', async () => {
  const { csv } = await exportTable(guild.ctx('olga'), guild.slug, 'members')
  const [head = [], ...rows] = read(csv)
  const [name, line, email] = ['Name', 'What they do, in one line', 'E-mail'].map((label) => head.indexOf(label))
  const edited = rows.map((cells, at) => cells.map((cell, place) => (at === 0 && place === name ? 'Renamed' : at === 1 && place === line ? 'Edited by hand' : at === 2 && place === email ? '' : cell)))
  const file = `\ufeff${[head, ...edited].map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n')}`

  expect(await bring(file)).toBe('0 new, 3 changed, 3 the same')

  const again = await exportTable(guild.ctx('olga'), guild.slug, 'members')
  expect(again.csv).toContain('Renamed')
  expect((await look(file)).says).toBe('0 new, 0 changed, 6 the same')
})

test('taking out asks for a fresh proof, is noted, and is for organisers', async () => {
  const { web, slug, people, web: { town } } = guild
  const entries = await town.ctx().read((tx) => tx.db.selectFrom('audit').select('act').where('act', '=', 'members.exported').execute())
  town.clock.forward(31 * 60_000)

  await expect(exportTable(guild.ctx('una'), slug, 'members')).rejects.toMatchObject({ kind: 'not-allowed' })
  const asked = await web.post(routes.exportTables(slug), { kind: 'members' }, { as: people.olga })

  expect(asked.location).toContain(routes.confirmItIsYou)
  expect(entries.length).toBeGreaterThan(0)
})

test('claims and jobs come in, go out and come back the same; a retouched one is one change, and all is taken back', async () => {
  const { web, slug, people: { olga: as }, web: { town } } = guild
  town.clock.forward(3_600_000)
  await bring('Name,Town\nAlder,Wilton\nOak,Wilton')
  const skill = await addCapability(guild.ctx('olga'), slug, { title: 'Joinery', code: 'J1', synonyms: 'Carpentry' })

  expect(await bring('Member,Capability,Strength,Capacity,From\nAlder,carpentry,Best at,two days a week,2 Mar 2027\nOak,J1,,,\nOak,Basket weaving,only us,,', 'claims')).toBe('3 new, 0 changed, 0 the same')
  expect(await bring('Member,Job,Finished on,Customer,Together with\nAlder,A barn door,1/2/2027,The parish,Oak\nOak,A fence,2027-01-05,,', 'jobs')).toBe('2 new, 0 changed, 0 the same')
  const kept = await town.ctx().read((tx) => tx.db.selectFrom('claim').select(['title', 'strength', 'capability_id']).orderBy('title').orderBy('strength').execute())
  expect(kept).toEqual([{ title: 'Basket weaving', strength: 'only_us', capability_id: null }, { title: 'Joinery', strength: 'best_at', capability_id: skill }, { title: 'Joinery', strength: 'can_do', capability_id: skill }])

  const fresh = { ...guild.ctx('olga').actor, provedAt: town.clock.now() }
  for (const kind of ['claims', 'jobs'] as const) {
    const { csv, rows } = await exportTable(town.ctx(fresh), slug, kind)
    expect((await look(csv, kind)).says).toBe(`0 new, 0 changed, ${rows} the same`)
    const { id, says } = await look(csv.replace(kind === 'claims' ? 'two days a week' : 'A barn door', 'Something else'), kind)
    expect(says).toBe(`0 new, 1 changed, ${rows - 1} the same`)
    await web.post(routes.importPreview(slug, id), {}, { as })
    await guild.work()
    await web.post(routes.importUndo(slug, id), {}, { as })
    await guild.work()
    expect((await web.get(routes.importDone(slug, id), { as })).text).toContain('All of it was taken back.')
    expect((await exportTable(town.ctx(fresh), slug, kind)).csv).toBe(csv)
  }

  const drafts = await guild.ctx('olga').read((tx) => tx.db.selectFrom('import_draft').select('id').where('kind', 'in', ['claims', 'jobs']).where('new_count', '>', 0).execute())
  for (const { id } of drafts) await web.post(routes.importUndo(slug, id), {}, { as })
  await guild.work()
  const left = await town.ctx().read(async (tx) => [await tx.db.selectFrom('claim').select('id').execute(), await tx.db.selectFrom('job').select('id').execute()])
  expect(left).toEqual([[], []])
})

test('a row about nobody, a word we do not know and a day to come each get their sentence', async () => {
  const { web, slug, people: { olga: as } } = guild
  const id = tableIn(await guild.upload('Member,Job,Finished on,With\nNobody,x,2027-01-01,\nAlder,y,2030-01-01,\nAlder,z,31/02/2027,Stranger', { kind: 'jobs' }))
  await web.post(routes.importColumns(slug, id), { c0: 'member', c1: 'what', c2: 'finishedOn', c3: 'partners' }, { as })

  const { text } = await web.get(routes.importMending(slug, id), { as })

  for (const sentence of ['No member of this network is called “Nobody”.', 'That day is still to come.', 'This is not a date.', 'No member of this network is called “Stranger”.']) expect(text).toContain(sentence)
})

test('work that took many comes in by one row: who led, its number, keywords that stand as proof, and all of it goes out and comes back the same', async () => {
  const { slug, web: { town } } = guild
  await bring('Name,EU participant code\nAlder,999000001\nOak,999000002\nAsh,999000003\nElm,')
  await addCapability(guild.ctx('olga'), slug, { title: 'Kilns', synonyms: 'Ovens' })
  await bring('Member,Capability\nOak,Kilns\nElm,Kilns', 'claims')

  const file = 'Member,Job,Finished on,Began on,Reference,Partners,Lead,Keywords,Summary,Funder\nAlder,Two kilns,2026-11-30,2024-02-01,K-7,EU-PIC 999000002; Elm,EU-PIC 999000002,ovens; wood,Built on site,\nAlder,Two kilns,2026-11-30,,K-8,Ash,,,,The Lottery'
  expect(await bring(file, 'jobs')).toBe('2 new, 0 changed, 0 the same')
  expect((await look(file, 'jobs')).says).toBe('0 new, 0 changed, 2 the same')

  const parties = await town.ctx().read((tx) => tx.db.selectFrom('job_party as p').innerJoin('job as j', 'j.id', 'p.job_id').innerJoin('organisation as o', 'o.id', 'p.organisation_id')
    .select(['o.name', 'p.role', 'p.confirmed_at', 'j.keywords', 'j.started_on', 'j.about']).where('j.reference', '=', 'K-7').orderBy('o.name').execute())
  const told = { keywords: ['ovens', 'wood'], started_on: '2024-02-01', about: 'Built on site', confirmed_at: expect.any(Date) }
  expect(parties).toEqual([{ name: 'Alder', role: 'member', ...told }, { name: 'Elm', role: 'member', ...told }, { name: 'Oak', role: 'lead', ...told }])
  const proven = await town.ctx().read((tx) => tx.db.selectFrom('proof as p').innerJoin('organisation as o', 'o.id', 'p.organisation_id').select(['o.name', 'p.counts_until']).where('p.stands_at', 'is not', null).orderBy('o.name').execute())
  expect(proven).toEqual([{ name: 'Elm', counts_until: '2029-11-30' }, { name: 'Oak', counts_until: '2029-11-30' }])

  const { csv } = await exportTable(town.ctx({ ...guild.ctx('olga').actor, provedAt: town.clock.now() }), slug, 'jobs')
  expect(csv).toContain('The Lottery')
  expect((await look(csv, 'jobs')).says).toBe('0 new, 0 changed, 2 the same')
})

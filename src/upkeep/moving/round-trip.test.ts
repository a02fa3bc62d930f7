import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeCsv } from '../../kit/tables/write-csv.ts'
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

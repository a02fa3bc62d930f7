import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { foldOfSplit } from '../../../engine/evaluate/queries.ts'
import { readTables } from '../../../engine/evaluate/read-tables.ts'
import { tagsOf } from '../../../engine/evaluate/rows-from-tables.ts'
import { openTestHouse, type TestHouse } from '../../kit/testing/house.ts'
import { withAtlas } from '../../matches/index.ts'
import { startMine } from '../start-mine.ts'
import { bringInRegister } from './bring-in-register.ts'
import { compare } from './compare.ts'
import { readRegister } from './read-register.ts'
import { findNetworkBySlug, listByNumber } from './register-store.ts'
import { keywordsOf, tablesOf } from './tables-of-register.ts'

const PROJECTS = [
  ['t1', '"Oak, and ""solid"" doors"', '2018-01-10', 'train', 'ash birch fig', 'joinery'], ['t2', 'Oak stairs', '2018-05-01', 'train', 'birch fig gorse', 'joinery; timber'],
  ['t3', '', '2018-06-01', 'train', 'hazel', ''], ['t4', 'Clay ovens', '2018-07-01', 'train', 'gorse hazel', ''],
  ['v1', 'Oak windows and doors', '2019-10-01', 'valid', 'ash birch fig', 'joinery'], ['v2', 'Oak stairs again', '2019-11-01', 'valid', 'birch gorse fig', ''],
] as const
const NUMBERS: Readonly<Record<string, string>> = { ash: '999000001', birch: '999000002', fig: '999000003', gorse: '999000004', hazel: '999000005' }

let folder: string, house: TestHouse
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'register-'))
  writeFileSync(join(folder, 'projects.csv.gz'), gzipSync(['id,title,topic_code,theme,start_date,end_date,euroscivoc_dictionary_tags,split', ...PROJECTS.map(([id, title, day, split, , tags]) => `${id},${title},WOOD-3-2018,Making,${day},2020-12-31,${tags},${split}`)].join('\r\n')))
  writeFileSync(join(folder, 'organisations.csv'), ['id,name,country,city,type', ...Object.entries(NUMBERS).map(([name, id]) => `${id},${name === 'fig' ? '' : name === 'gorse' ? 'ash' : name},UK,LEEDS,PRC`)].join('\n'))
  writeFileSync(join(folder, 'participations.csv'), `${['project_id,org_id,role', ...PROJECTS.flatMap(([id, , , , members]) => members.split(' ').map((name, at) => `${id},${NUMBERS[name] ?? ''},${at === 0 ? 'coordinator' : 'participant'}`))].join('\n')}\n`)
  writeFileSync(join(folder, 'euroscivoc.csv'), 'code,title,path\n/1,making,/making\n/1/2,joinery,/making/joinery\n/1/3,timber,/making/timber\n')
  house = await openTestHouse()
})
afterAll(async () => { rmSync(folder, { recursive: true, force: true }); await house.close() })

test('a register comes in by the importers everybody uses, twice without change, and the application ranks partners as the engine does over the files', async () => {
  const ctx = house.ctx()
  await startMine(ctx, { name: 'The host', email: 'host@example.org', password: 'six oak doors and a stair', network: 'Wood', purpose: 'Joint work' }, 'a terminal')
  const { slug, id, person } = await ctx.read(async (tx) => ({ slug: 'wood', id: await findNetworkBySlug(tx, 'wood'), person: (await tx.db.selectFrom('account').select('person_id').executeTakeFirstOrThrow()).person_id }))
  if (!id) throw new Error('The network was started above.')
  const register = await readRegister(folder, () => undefined)
  const network = { slug, organiser: { person: person as never, email: 'host@example.org' } }
  const tables = tablesOf(register, register.projects.filter(({ split }) => split === 'train'), '2027-03-02')

  const first = await bringInRegister(ctx, network, tables, () => undefined)
  const again = await bringInRegister(ctx, network, tables, () => undefined)

  expect(first.map(({ step, taken, leftOut }) => [step, taken.new, leftOut])).toEqual([['vocabulary', 3, []], ['members', 5, []], ['claims', 7, []], ['jobs', 4, []]])
  expect(again.map(({ taken }) => [taken.new, taken.changed])).toEqual([[0, 0], [0, 0], [0, 0], [0, 0]])
  const proofs = await ctx.read((tx) => tx.db.selectFrom('proof').select((at) => at.fn.countAll<number>().as('count')).where('stands_at', 'is not', null).executeTakeFirstOrThrow())
  expect(Number(proofs.count)).toBe(9)
  const files = readTables(folder), numbers = await ctx.read((tx) => listByNumber(tx, id, 'EU-PIC'))
  const compared = await withAtlas(ctx, id, (atlas) => compare(files, foldOfSplit(files, 'valid'), atlas, (number) => numbers.get(number), () => undefined))
  for (const { ranker, list, fromFiles, fromTheHouse } of compared) {
    expect(fromTheHouse.queries).toBe(fromFiles.queries)
    if (ranker.startsWith('engine')) expect(fromTheHouse.ndcg10).toBeGreaterThanOrEqual(fromFiles.ndcg10) // it knows besides what members say of themselves
    if (['popularity', 'personal PageRank', 'record kNN'].includes(ranker)) expect({ ranker, list, figures: fromTheHouse }).toEqual({ ranker, list, figures: fromFiles })
  }
})

test('a project is filed under the very tags the engine is measured with', () => {
  const project = { id: 'x', acronym: '', title: 'T', topicCode: 'LC-SC3-RES-1-2019', topicTitle: '', theme: 'Energy', action: 'RIA', programme: 'H2020-EE;H2020-RES', startsOn: '', endsOn: '', fields: ['joinery'], tags: ['joinery'], split: 'train' }

  expect(keywordsOf(project)).toEqual(tagsOf(project).map((tag) => tag.replace(/^field /, '')))
})

test('a folder that is no register is refused in a sentence', async () => {
  await expect(readRegister(tmpdir(), () => undefined)).rejects.toThrow(/There is no projects.csv/)
})

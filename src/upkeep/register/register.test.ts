import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { foldOfSplit } from '../../../engine/evaluate/queries.ts'
import { readTables } from '../../../engine/evaluate/read-tables.ts'
import { tagsOf } from '../../../engine/evaluate/rows-from-tables.ts'
import { openTestHouse, type TestHouse } from '../../kit/testing/house.ts'
import { withAtlas } from '../../matches/index.ts'
import { startMine } from '../start-mine.ts'
import { bringInRegister } from './bring-in-register.ts'
import { compare } from './compare.ts'
import { nameInCase } from './in-case.ts'
import { readRegister } from './read-register.ts'
import { findNetworkBySlug, listByNumber } from './register-store.ts'
import { keywordsOf, tablesOf } from './tables-of-register.ts'
import { writeWood } from './testing/wood.ts'

let folder: string, house: TestHouse
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'register-'))
  writeWood(folder)
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

test('names that shout are written as in a letter, and what may be letters for something longer is left alone', () => {
  const written = (name: string) => nameInCase(name)

  expect(['UNIVERSITAT DE LES ILLES BALEARS', 'HAMUEL MASCHINENBAU GMBH & CO KG', "INCUBATEUR D'ENTREPRISES INNOVANTES INIZIA", 'CENTRE NATIONAL DE LA RECHERCHE SCIENTIFIQUE CNRS', 'University Berne', 'CERN', 'SP PROCESSUM AKTIEBOLAG', '"INSTITUTUL ""ELIE CARAFOLI"""'].map(written)).toEqual(['Universitat de les Illes Balears', 'Hamuel Maschinenbau GmbH & CO KG', "Incubateur D'Entreprises Innovantes Inizia", 'Centre National de la Recherche Scientifique CNRS', 'University Berne', 'CERN', 'SP Processum Aktiebolag', 'Institutul "Elie Carafoli"'])
})

test('a folder that is no register is refused in a sentence', async () => {
  await expect(readRegister(tmpdir(), () => undefined)).rejects.toThrow(/There is no projects.csv/)
})

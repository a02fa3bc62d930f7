import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'

/**
 * A folder of three splits. Ash asks in every query. Birch is met in train, Cedar in valid, Dogwood for the first time in the
 * split asked about, and Elm in a split that comes after it.
 */
const PROJECTS = [
  ['t1', '"Oak, and ""solid"" doors"', '2018-01-10', 'train', 'ash birch fig'], ['t2', 'Oak stairs', '2018-05-01', 'train', 'birch fig gorse'],
  ['v1', 'Oak windows', '2019-10-01', 'valid', 'ash cedar fig'], ['v2', 'Oak floors', '2019-11-01', 'valid', 'cedar gorse birch'],
  ['q1', 'Oak doors again', '2020-06-01', 'test', 'ash birch cedar dogwood'], ['q2', 'Oak windows again', '2018-02-01', 'test', 'ash fig cedar'],
  ['q3', 'Oak stairs again', '2020-07-01', 'test', 'ash gorse fig'], ['l1', 'Oak gates', '2021-01-01', 'later', 'ash elm birch'],
] as const

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'any-folder-'))
  const projects = PROJECTS.map(([id, title, day, split]) => `${id},${title},${day},${split}`)
  writeFileSync(join(folder, 'projects.csv.gz'), gzipSync(['id,title,start_date,split', ...projects].join('\r\n')))
  const names = [...new Set(PROJECTS.flatMap(([, , , , members]) => members.split(' ')))]
  writeFileSync(join(folder, 'organisations.csv'), ['id,country,type', ...names.map((name) => `${name},FR,PRC`)].join('\n'))
  const seats = PROJECTS.flatMap(([id, , , , members]) => members.split(' ').map((name, i) => `${id},${name},${i === 0 ? 'coordinator' : 'participant'}`))
  writeFileSync(join(folder, 'participations.csv'), `${['project_id,org_id,role', ...seats].join('\n')}\n`)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Line = { readonly task: string; readonly query: string; readonly ranked: readonly string[] }

function rankings(split: string, ...more: string[]): Line[] {
  const file = join(folder, `${split}.jsonl`)
  execFileSync(process.execPath, [join(import.meta.dirname, 'index.ts'), '--data', folder, '--split', split, '--rankings', file, ...more], { stdio: 'pipe' })
  return readFileSync(file, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as Line)
}

test('any folder is evaluated by the name of a split, with every earlier split as history and nothing else', { timeout: 120_000 }, () => {
  const lines = rankings('test')
  const everyone = new Set(lines.flatMap(({ ranked }) => ranked))

  expect([...new Set(lines.map(({ task }) => task))].sort()).toEqual(['all', 'brief', 'launch', 'new', 'small'])
  expect([...new Set(lines.map(({ query }) => query))].sort()).toEqual(['q1', 'q2', 'q3'])
  expect(lines.find(({ task, query }) => task === 'all' && query === 'q1')!.ranked).toEqual(expect.arrayContaining(['birch', 'cedar', 'fig', 'gorse']))
  for (const unseen of ['dogwood', 'elm']) expect(everyone).not.toContain(unseen)
  for (const { task, ranked } of lines) if (task === 'all') expect(ranked).not.toContain('ash')
})

test('an earlier split knows nothing of later ones, and words alone can be asked for', { timeout: 120_000 }, () => {
  const everyone = new Set(rankings('valid', '--words-only', '--without-teams').flatMap(({ ranked }) => ranked))

  expect(everyone).not.toContain('cedar')
  expect(everyone).toContain('birch')
})

test('a split nobody has heard of is refused in words', { timeout: 120_000 }, () => {
  expect(() => rankings('nowhere')).toThrow(/Nothing to ask: 0 queries/)
})

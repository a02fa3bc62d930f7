import { expect, test } from 'vitest'
import { foldOfSplit, launchOf } from './queries.ts'
import type { Project, Tables } from './read-tables.ts'

const project = (id: string, split: string, startsOn: string): Project =>
  ({ id, split, startsOn, title: 'Oak', topicCode: '', topicTitle: '', theme: '', action: '', programme: '', tags: [] })
const members = [{ organisation: 'a', role: 'coordinator' }, { organisation: 'b', role: 'participant' }, { organisation: 'c', role: 'participant' }]
const tablesOf = (projects: Project[]): Tables => ({ projects, organisations: [], members: new Map(projects.map(({ id }) => [id, members])) })

const tables = tablesOf([
  ...['1', '2', '3'].map((id) => project(id, 'train', '2018-01-01')), ...['4', '5', '6'].map((id) => project(id, 'valid', '2019-10-01')),
  project('7', 'test', '2017-01-01'), ...['8', '9'].map((id) => project(id, 'test', '2020-06-01')),
])

test('history is every earlier split, and never a later one', () => {
  expect(foldOfSplit(tables, 'valid').history.map(({ id }) => id)).toEqual(['1', '2', '3'])
  expect(foldOfSplit(tables, 'test').history.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5', '6'])
  expect(foldOfSplit(tables, 'train').history).toEqual([])
})

test('the coordinator asks and is not part of the answer', () => {
  expect(foldOfSplit(tables, 'valid').queries[0]).toMatchObject({ coordinator: 'a', answer: ['b', 'c'] })
})

test('a launch keeps about a tenth of history, the same tenth every time', () => {
  const many = tablesOf([...Array.from({ length: 2000 }, (_, i) => project(`t${i}`, 'train', '2018-01-01')), project('q', 'valid', '2019-10-01')])
  const kept = launchOf(foldOfSplit(many, 'valid')).history

  expect(kept.length).toBeGreaterThan(150)
  expect(kept.length).toBeLessThan(250)
  expect(launchOf(foldOfSplit(many, 'valid')).history).toEqual(kept)
})

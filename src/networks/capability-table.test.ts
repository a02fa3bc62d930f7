import { describe, expect, test } from 'vitest'
import type { Id } from '../kit/ids.ts'
import type { Capability } from './capability.ts'
import { guessColumns, planImport, readTable, safeCell, writeTable } from './capability-table.ts'

const plan = (text: string, known: readonly Capability[] = []) => planImport(readTable(text), known)
const paths = (text: string) => plan(text).added.map((one) => one.path)

describe('reading a table', () => {
  test('families are found by path, by parent’s title and by parent’s code, in any order', () => {
    expect(paths('path\nFlowers > Weddings\nFlowers > Funerals')).toEqual(['Flowers', 'Flowers > Weddings', 'Flowers > Funerals'])
    expect(paths('title;parent\nWeddings;Flowers\nFlowers;')).toEqual(['Flowers', 'Flowers > Weddings'])
    expect(paths('Code\tLabel\tBroader\n1.1\tWeddings\t1\n1\tFlowers\t')).toEqual(['Flowers', 'Flowers > Weddings'])
  })

  test('columns are guessed from the words people put over them', () => {
    expect(guessColumns(['Ref', 'Capability', 'Category', 'Alt labels', 'Colour'])).toEqual({ code: 0, title: 1, parent: 2, synonyms: 3 })
  })

  test('what goes out comes back in as the same', () => {
    const first = plan('title,parent,code,synonyms\nFlowers,,A,\n"=cmd()",Flowers,B,"bouquets; -sprays"')
    const known = first.added.map((one) => ({ id: one.id, parent: one.parent, title: one.title, code: one.code, synonyms: one.synonyms }))
    expect(plan(writeTable(known), known)).toMatchObject({ added: [], changed: [], same: 2 })
  })

  test('a second time nothing is new; other synonyms are a change', () => {
    const known: Capability[] = [{ id: 'x' as Id<'capability'>, title: 'Flowers', synonyms: [] }]
    expect(plan('title,synonyms\nflowers,blooms', known)).toMatchObject({ added: [], changed: [{ synonyms: ['blooms'] }] })
    expect(plan('title\nFLOWERS', known)).toMatchObject({ added: [], changed: [], same: 1 })
  })

  test.each([
    ['title\n', /nothing below it/], ['colour\nred', /No column is called/], ['title,code\n,7', /Row 2: it has no title/],
    [`title\n${'x'.repeat(121)}`, /Row 2: a title can have 120/], ['title,parent\nA,B\nB,A', /Row 2: "A" is placed below itself/],
    ['title\n"never closed', /cannot be read/], ['title\nA\u0000', /cannot be read/], [`path\n${Array.from({ length: 14 }, (_, at) => at).join(' > ')}`, /deeper than 12/],
  ])('%j is refused in words', (text, words) => {
    expect(() => plan(text)).toThrow(expect.objectContaining({ problems: [expect.objectContaining({ sentence: expect.stringMatching(words) })] }))
  })

  test('a table that is too large is refused before it is read', () => {
    expect(() => readTable(`title\n${'x,'.repeat(1_100_000)}`)).toThrow(/larger than 2 MB/)
    expect(() => plan(`title\n${Array.from({ length: 20_001 }, (_, at) => `a${at}`).join('\n')}`)).toThrow('Some of this needs another look.')
  })

  test('many wrong rows are named, ten at most', () => {
    const wrong = `title,code\n${Array.from({ length: 25 }, () => ',7').join('\n')}`
    expect(() => plan(wrong)).toThrow(expect.objectContaining({ problems: [expect.objectContaining({ sentence: expect.stringMatching(/Row 11: .*And 15 rows more\./) })] }))
  })
})

test.each(['=1+1', '+1', '-1', '@sum', '\tx', '\rx'])('a cell a spreadsheet would run is quoted: %j', (cell) => {
  expect(safeCell(cell)).toMatch(/^"'/)
})

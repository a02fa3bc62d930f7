import { expect, test } from 'vitest'
import { exampleNetwork } from '../fit/example-network.ts'
import { buildAtlas } from './atlas.ts'
import { checkRow } from './check-row.ts'
import { MEMBER, VISITOR } from './sight.ts'
import type { Row } from './rows.ts'
import { labelOf, TEXT_LIMIT, wordsOf } from './words.ts'

const two: Row[] = [{ is: 'organisation', id: 'a' }, { is: 'organisation', id: 'b' }]
const job = (id: string, more: Partial<Extract<Row, { is: 'work' }>> = {}): Row => ({ is: 'work', id, text: 'oak door', members: [{ organisation: 'a' }, { organisation: 'b' }], ...more })
const strengthsOf = (rows: readonly Row[]) => [...buildAtlas(rows).ties(MEMBER).strengths]

test('a row that cannot be read is named among the refused and the rest stands', () => {
  const atlas = buildAtlas([...two, { is: 'claim', id: 'c' }, null, { is: 'organisation' }, { is: 'gossip', id: 'g' }])

  expect(atlas.refused.map(({ refused }) => refused)).toEqual(['no-organisation', 'not-a-row', 'no-id', 'unknown-kind'])
  expect(atlas.organisations.size).toBe(2)
})

test('of two rows with one id the last stands, and the first is named', () => {
  const atlas = buildAtlas([{ is: 'organisation', id: 'a', kind: 'florist' }, { is: 'organisation', id: 'a', kind: 'baker' }])

  expect(atlas.organisations.rows[0]).toMatchObject({ kind: 'baker' })
  expect(atlas.refused).toEqual([{ refused: 'duplicate', is: 'organisation', id: 'a' }])
})

test('a work that names someone unknown waits for them', () => {
  const atlas = buildAtlas([two[0]!, job('w')])
  expect(atlas.ties(MEMBER).targets.length).toBe(0)

  atlas.apply({ put: two[1]! })

  expect(atlas.ties(MEMBER).targets.length).toBe(2)
})

test('ties made change by change equal ties built at once', () => {
  const atlas = buildAtlas([...two, job('w')])
  atlas.ties(MEMBER)

  atlas.apply({ put: job('v', { members: [{ organisation: 'a' }, { organisation: 'b' }, { organisation: 'c' }] }) })
  atlas.apply({ put: { is: 'organisation', id: 'c' } })
  atlas.apply({ put: { is: 'tie', id: 't', between: ['a', 'c'] } })
  atlas.apply({ remove: { is: 'work', id: 'w' } })

  const { id: _, ...afresh } = { id: '', ...buildAtlas([...two, { is: 'organisation', id: 'c' }, job('v', { members: [{ organisation: 'a' }, { organisation: 'b' }, { organisation: 'c' }] }), { is: 'tie', id: 't', between: ['a', 'c'] }]).ties(MEMBER) }
  expect(atlas.ties(MEMBER)).toEqual(afresh)
})

test('a job nobody else may see ties nobody for others', () => {
  expect(strengthsOf([...two, job('w', { sight: 'only_us', owner: 'a' })])).toEqual([])
  expect(strengthsOf([...two, job('w')])).toEqual([1, 1])
  expect([...buildAtlas([...two, job('w')]).ties(VISITOR).strengths]).toEqual([])
})

test('each sight opens to exactly whom it says', () => {
  const atlas = buildAtlas([
    ...two, { is: 'organisation', id: 'c' }, { is: 'organisation', id: 'd' }, { is: 'partnership', id: 'p', between: ['a', 'b'] },
    ...(['only_us', 'partners', 'network', 'anyone'] as const).map((sight) => job(sight, { sight, owner: 'a', sharedWith: ['d'] })),
  ])
  const seenBy = (id?: string) => [0, 1, 2, 3].filter((work) => atlas.works.sees(atlas.viewer(id), work)).map((work) => atlas.works.ids[work])

  expect(seenBy('a')).toEqual(['only_us', 'partners', 'network', 'anyone'])
  expect(seenBy('b')).toEqual(['partners', 'network', 'anyone'])
  expect(seenBy('c')).toEqual(['network', 'anyone'])
  expect(seenBy('d')).toEqual(['only_us', 'partners', 'network', 'anyone'])
  expect(seenBy()).toEqual(['anyone'])
  expect(seenBy('a stranger')).toEqual(['anyone'])
})

test('a sight that cannot be read is taken for the narrowest', () => {
  expect(checkRow({ is: 'work', id: 'w', sight: 'everybody!' })).toMatchObject({ sight: 'only_us' })
})

test('capabilities are found by name, synonym and code, and a narrower one answers for a broader', () => {
  const { vocabulary } = buildAtlas(exampleNetwork)

  expect(vocabulary.saidIn('Floristry and N77.2, please')).toEqual(['flowers', 'marquees'])
  expect(vocabulary.answers('bouquets', 'flowers')).toBe(1)
  expect(vocabulary.answers('flowers', 'bouquets')).toBe(0.5)
  expect(vocabulary.answers('cakes', 'flowers')).toBe(0)
})

test('a vocabulary that runs in a circle is followed once around', () => {
  const { vocabulary } = buildAtlas([{ is: 'capability', id: 'x', name: 'X', parent: 'y' }, { is: 'capability', id: 'y', name: 'Y', parent: 'x' }])

  expect(vocabulary.within('x').sort()).toEqual(['x', 'y'])
  expect(vocabulary.answers('x', 'elsewhere')).toBe(0)
})

test('words are read in any script, whatever the accents and endings', () => {
  expect(wordsOf('The Cafés’ DOORS, repairing 2 roofs')).toEqual(['cafe', 'door', 'repair', '2', 'roof'])
  expect(wordsOf('木工教室')).toEqual(['木工', '工教', '教室'])
  expect(wordsOf('Ремонт крыш')).toEqual(['ремонт', 'крыш'])
  expect(wordsOf('\ud800 \u0000 🎂')).toEqual([])
  expect(labelOf('🎂')).toBe('🎂')
})

test('a text without end is read up to its limit', () => {
  expect(wordsOf('oak '.repeat(TEXT_LIMIT)).length).toBe(TEXT_LIMIT / 4)
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Id } from '../kit/ids.ts'
import { whyNotAgain, type AskedBefore } from './asked-before.ts'
import { draftBetween, draftNotes } from './note.ts'

const org = (name: string) => name as Id<'organisation'> // names stand for ids
const now = new Date('2027-05-03T09:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
const ended = (with_: 'introducer' | 'other', days: number, through = 'ruth'): AskedBefore => ({ other: org('moorside'), through: org(through), open: false, ended: { at: daysAgo(days), with: with_ } })
const ask = (before: readonly AskedBefore[], through = 'ruth', other = 'moorside') => whyNotAgain(before, { other: org(other), through: org(through) }, now)

describe('whoever did not answer is left alone for a year', () => {
  test('an introducer who said no, or nothing, is not asked again about the same two; another may be', () => {
    expect(ask([ended('introducer', 10)])).toEqual({ because: 'through', until: new Date('2028-04-23T09:00:00Z') })
    expect(ask([ended('introducer', 10)], 'switchyard')).toBeUndefined()
    expect(ask([ended('introducer', 10)], 'ruth', 'delta')).toBeUndefined()
    expect(ask([ended('introducer', 367)])).toBeUndefined()
  })

  test('the other side is not asked again through anybody at all', () => {
    expect(ask([ended('other', 10)])?.because).toBe('other')
    expect(ask([ended('other', 10)], 'switchyard')?.because).toBe('other')
    expect(ask([ended('other', 367)], 'switchyard')).toBeUndefined()
  })

  test('while one waits, no second is asked', () => {
    expect(ask([{ other: org('moorside'), through: org('ruth'), open: true }], 'switchyard')).toEqual({ because: 'open' })
  })

  test('the order in which things happened does not matter, and more of the past never allows more', () => {
    const one = fc.record({ other: fc.constantFrom('moorside', 'delta').map(org), through: fc.constantFrom('ruth', 'switchyard').map(org), open: fc.boolean(), ended: fc.option(fc.record({ at: fc.integer({ min: 0, max: 800 }).map(daysAgo), with: fc.constantFrom('introducer' as const, 'other' as const) }), { nil: undefined }) })
    fc.assert(fc.property(fc.array(one), one, (before, more) => {
      expect(ask(before.toReversed())).toEqual(ask(before))
      if (ask(before)) expect(ask([...before, more])).toBeDefined()
    }))
  })
})

describe('the note is written from both sides’ own words', () => {
  const kestrel = { name: 'Kestrel Test Rigs', best: 'Rigs that run on the day: 31 of 31.', needs: 'Titanium end plates, machined true over two metres' }
  const moorside = { name: 'Moorside Precision', only: 'Only we hold 5 microns over two metres.', needs: 'Rig builders who ring before they draw.' }
  const note = draftNotes({ us: kestrel, them: moorside, introducer: { name: 'Ruth', firm: 'Don Side Controls' }, signed: 'Callum Reid', knowsUs: 'You and Don Side Controls did “Pallister valve rig” together in 2026.', knowsThem: 'Don Side Controls and Moorside Precision are partners.' })

  test('in the asker’s voice, with what both say, and how the introducer knows both', () => {
    expect(note.toIntroducer).toBe([
      'Hello Ruth,', 'Would you introduce us to Moorside Precision?', 'You and Moorside Precision are partners. You and we did “Pallister valve rig” together in 2026.',
      'What we are looking for: “Titanium end plates, machined true over two metres.”', 'What made us think of them: “Only we hold 5 microns over two metres.”',
      'And we may be of use to them. They look for: “Rig builders who ring before they draw.” What we do best: “Rigs that run on the day: 31 of 31.”',
      'If it does not suit you, just say so; we will not be told.', 'Callum Reid, Kestrel Test Rigs',
    ].join('\n\n'))
  })

  test('what the other side reads says nothing of whom the introducer knows', () => {
    expect(note.toOther).toContain('We would like to meet you because of this: “Only we hold 5 microns over two metres.”')
    expect(note.toOther).not.toContain('valve rig')
  })

  test('with nothing to quote it is still a letter, and makes nothing up', () => {
    const bare = draftNotes({ us: { name: 'Nell Dress Co' }, them: { name: 'Tom’s Tipis' }, introducer: { name: 'Asha', firm: 'Asha’s Cakes' }, signed: 'Nell' })
    expect(bare.toIntroducer).toBe('Hello Asha,\n\nWould you introduce us to Tom’s Tipis?\n\nIf it does not suit you, just say so; we will not be told.\n\nNell, Nell Dress Co')
    expect(bare.toOther).toBe('Hello,\n\nWe are Nell Dress Co and would like to meet you.\n\nNell, Nell Dress Co')
  })

  test('long words are cut at a word, and an organiser’s note speaks of both', () => {
    const long = { name: 'Long', only: 'stem '.repeat(100) }
    expect(draftBetween(long, moorside, 'Olga').split('\n\n')[2]?.length).toBeLessThan(280)
    expect(draftBetween(kestrel, moorside, 'Olga')).toContain('Kestrel Test Rigs could do with: “Titanium')
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LAW_TIMEOUT, runs } from '../evaluate/law-runs.ts'
import { LEVELS, type Context, type Question } from './answer.ts'
import { heldOut, tuned } from './corpus/index.ts'
import { filler } from './corpus/filler.ts'
import { readAnswer } from './read-answer.ts'

const RUNS = runs(80)
const all = [...tuned, ...heldOut]
const rank = (question: Question, text: string, context: Context): number => LEVELS.indexOf(readAnswer(question, text, context).level)
const kinds = (question: Question, text: string, context: Context = {}): string[] => readAnswer(question, text, context).notes.map((note) => note.kind)

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 200 }), fc.constantFrom(...all.map((row) => row.text)))
const anyQuestion = fc.constantFrom<Question>(1, 2, 3, 4)
const aProof = fc.record({ kind: fc.constantFrom('job' as const, 'recommendation' as const, 'certificate' as const, 'figure' as const), old: fc.boolean() })
const aPeer = fc.record({ about: fc.oneof(fc.string(), fc.constantFrom('wedding flowers', 'titanium', 'dementia care')), strength: fc.constantFrom('can' as const, 'best' as const, 'only' as const), proven: fc.boolean() })
const anyContext: fc.Arbitrary<Context> = fc.record({ proof: fc.array(aProof, { maxLength: 3 }), peers: fc.array(aPeer, { maxLength: 3 }) })

describe('laws', { timeout: LAW_TIMEOUT }, () => {
  test('filler put between sentences never raises a level', () => {
    fc.assert(fc.property(fc.constantFrom(...all), fc.array(fc.constantFrom(...filler), { minLength: 1, maxLength: 4 }), fc.nat(), ({ question, text, context }, added, seed) => {
      const padded = added.reduce((longer, sentence, by) => putBetween(longer, sentence, seed + by * 7), text)

      expect(rank(question, padded, context)).toBeLessThanOrEqual(rank(question, text, context))
    }), { numRuns: RUNS })
  })

  test('each filler sentence is vague on its own, for every question', () => {
    const read = filler.flatMap((text) => ([1, 2, 3, 4] as const).map((question) => ({ text, question, level: readAnswer(question, text).level })))

    expect(read.filter(({ level }) => level !== 'vague')).toEqual([])
  })

  test('proof never lowers a level', () => {
    fc.assert(fc.property(anyQuestion, anyText, anyContext, aProof, (question, text, context, more) => {
      const richer = { ...context, proof: [...(context.proof ?? []), more] }

      expect(rank(question, text, richer)).toBeGreaterThanOrEqual(rank(question, text, context))
    }), { numRuns: RUNS })
  })

  test('a further claim of others never raises a level', () => {
    fc.assert(fc.property(anyQuestion, anyText, anyContext, aPeer, (question, text, context, more) => {
      const contested = { ...context, peers: [...(context.peers ?? []), more] }

      expect(rank(question, text, contested)).toBeLessThanOrEqual(rank(question, text, context))
    }), { numRuns: RUNS })
  })

  test('the order of proof and of others’ claims does not matter', () => {
    fc.assert(fc.property(anyQuestion, anyText, anyContext, (question, text, context) => {
      const turned = { proof: [...(context.proof ?? [])].reverse(), peers: [...(context.peers ?? [])].reverse() }

      expect(readAnswer(question, text, turned)).toEqual(readAnswer(question, text, context))
    }), { numRuns: RUNS })
  })

  test('any text at all is read the same twice, with ranges inside it that hold the words they name', () => {
    fc.assert(fc.property(anyQuestion, anyText, anyContext, (question, text, context) => {
      const reading = readAnswer(question, text, context)

      expect(readAnswer(question, text, context)).toEqual(reading)
      for (const note of reading.notes) {
        expect(note.ranges.length).toBeGreaterThan(0)
        for (const { start, end } of note.ranges) expect(0 <= start && start <= end && end <= text.length).toBe(true)
        expect(note.words).toEqual(note.words.length === 0 ? [] : note.ranges.map(({ start, end }) => text.slice(start, end)))
      }
    }), { numRuns: RUNS })
  })

  test('a hundred thousand letters of anything are read to the end', () => {
    const pieces = ['a', 'We ', '1', '1.', 'A-', '’', 'a’', 'only we ', 'Bath ', '£', '\n', '🌸', 'no one else ', 'in the ', 'Aa ', '9 in 10 ', '\u0301']
    for (const [turn, piece] of pieces.entries()) {
      const text = piece.repeat(Math.ceil(100_000 / piece.length)).slice(0, 100_000)
      const question = (1 + (turn % 4)) as Question // 1 to 4 by construction

      expect(LEVELS).toContain(readAnswer(question, text).level)
    }
  })
})

describe('notes', () => {
  test('words anyone could say are pointed at where they stand', () => {
    const text = 'We are passionate about bespoke flowers of the highest quality.'

    const note = readAnswer(4, text).notes.find(({ kind }) => kind === 'anyone-could-say')

    expect(note?.words).toEqual(['passionate', 'bespoke', 'highest quality'])
    expect(note?.ranges).toEqual([{ start: 7, end: 17 }, { start: 24, end: 31 }, { start: 47, end: 62 }])
  })

  test('an "only" that two others also claim says how many, and how many of them have proof', () => {
    const peers = [{ about: 'wedding flowers', strength: 'only', proven: true }, { about: 'growing wedding flowers', strength: 'only', proven: false }, { about: 'funeral flowers', strength: 'only', proven: true }] as const

    const reading = readAnswer(4, 'Only we grow our own wedding flowers in Wiltshire.', { peers })

    expect(reading.notes.find(({ kind }) => kind === 'others-say-only')).toMatchObject({ others: 2, proven: 1, words: ['Only we'] })
    expect(reading.level).toBe('getting there')
  })

  test('a synonym from the network’s words is the same claim', () => {
    const peers = [{ about: 'titanium work', alsoCalled: ['machine titanium'], strength: 'only', proven: false }] as const

    expect(kinds(4, 'Only we machine titanium in Rotherham.', { peers })).toContain('others-say-only')
  })

  test('better than nobody in particular is asked about, better than someone is not', () => {
    expect(kinds(3, 'We rewire homes faster than anyone.')).toContain('compared-with-nobody')
    expect(kinds(3, 'We rewire homes faster than the council’s own team.')).not.toContain('compared-with-nobody')
  })

  test('numbers that say nothing are no facts', () => {
    expect(kinds(3, 'We give 110%, 24/7, with 20 years of experience.')).toEqual(expect.arrayContaining(['empty-number', 'no-fact']))
  })

  test('figures alone, or a telephone number, say nothing', () => {
    expect(readAnswer(3, '12 34 56 78 90, 2026, £500').level).toBe('vague')
    expect(kinds(2, 'Call 01722 900123.')).toContain('no-fact')
  })

  test('Question 2 asks what is missing: how much, by when, where', () => {
    expect(kinds(2, 'We are looking for a plasterer.')).toEqual(['no-fact', 'no-amount', 'no-date', 'no-place'])
    expect(kinds(2, 'A plasterer in Frome for three weeks from March.')).toEqual(['no-terms'])
  })

  test('an answer in another language is left alone', () => {
    expect(kinds(4, 'Ni yw’r unig siop flodau yn Aberystwyth sy’n tyfu ei blodau ei hun.')).toEqual(['other-language'])
  })

  test('nothing yet is one note and no reproach', () => {
    expect(kinds(1, '  ')).toEqual(['empty'])
  })
})

/** Puts a sentence before, after or between the sentences of a text. */
function putBetween(text: string, sentence: string, seed: number): string {
  const gaps = [0, ...[...text.matchAll(/[.!?]\s+/gu)].map((match) => match.index + match[0].length), text.length]
  const at = gaps[seed % gaps.length] ?? 0
  return `${text.slice(0, at)}${at === text.length && text !== '' ? (/[.!?]\s*$/u.test(text) ? ' ' : '. ') : ''}${sentence} ${text.slice(at)}`
}

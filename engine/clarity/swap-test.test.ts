import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { LAW_TIMEOUT, runs } from '../evaluate/law-runs.ts'
import { swapTest } from './swap-test.ts'

vi.setConfig({ testTimeout: LAW_TIMEOUT })

const swapped = (text: string, rival = 'Bloom & Co'): string => swapTest(text, 'The Wild Bouquet', rival).sentence

test.each([
  ['Only we grow every stem.', 'Only Bloom & Co grow every stem.'],
  ['We’re proud of our work, and it shows.', 'Bloom & Co are proud of their work, and it shows.'],
  ['Our clients love us.', 'Bloom & Co’s clients love them.'],
  ['I’m the only florist who forages.', 'Bloom & Co is the only florist who forages.'],
  ['I also carry ladders, and I am never late.', 'Bloom & Co also carries ladders, and they are never late.'],
  ['The Wild Bouquet grows its own. So do we.', 'Bloom & Co grows its own. So do Bloom & Co.'],
  ['Ask wild bouquet’s own growers.', 'Ask Bloom & Co’s own growers.'],
  ['We do it ourselves.', 'Bloom & Co do it themselves.'],
  ['Weddings in the US since 2019: ask us.', 'Weddings in the US since 2019: ask Bloom & Co.'],
  ['What we do: Our own cider.', 'What Bloom & Co do: Bloom & Co’s own cider.'],
  ['NOBODY ELSE BUT US.', 'NOBODY ELSE BUT Bloom & Co.'],
])('%s', (text, expected) => {
  expect(swapped(text)).toBe(expected)
})

test('a rival whose name ends in s owns things in the British way', () => {
  expect(swapped('Our vans are green.', 'Asha’s Cakes')).toBe('Asha’s Cakes’ vans are green.')
})

test('a sentence that names nobody is cautioned, and read with the rival’s name before it', () => {
  expect(swapTest('Fresh bread daily.', 'Crumb', 'Bloom & Co')).toEqual({ sentence: 'Bloom & Co: Fresh bread daily.', replaced: [], caution: 'nothing to swap' })
  expect(swapTest('We bake.', 'Crumb', ' ').caution).toBe('no rival')
  expect(swapTest('', 'Crumb', 'Bloom & Co').sentence).toBe('')
})

test('every range holds the words that went and the words that came, for any text', () => {
  const piece = fc.constantFrom('we', 'Our', 'I', 'am', 'us', 'The', 'Wild', 'Bouquet', 'Bouquet’s', 'grow', '.', ',', '🌸', 'my', 'I’ve', 'only', '\u0000')
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(piece).map((words) => words.join(' '))), fc.string(), fc.string(), (text, own, rival) => {
    const swap = swapTest(text, own, rival)

    let end = 0
    let rebuilt = ''
    for (const { from, to } of swap.replaced) {
      rebuilt += text.slice(end, from.start) + swap.sentence.slice(to.start, to.end)
      end = from.end
    }
    if (!swap.caution) expect(rebuilt + text.slice(end)).toBe(swap.sentence)
  }), { numRuns: runs(100) })
}, 60_000)

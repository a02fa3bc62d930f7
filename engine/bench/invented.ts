import type { Row } from '../atlas/rows.ts'

/** Sizes of real consortia (Horizon 2020, by hundredths), and how often an organisation turns up: 62 % once, a few everywhere. */
const WORK_SIZES = [1, 1, 1, 1, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 18, 22, 30]
const WORDS_IN_TITLE = 10
const VOCABULARY = 20_000

/**
 * An invented network with the real data's skew: `size` organisations, about four participations each, 62 % of them appearing once.
 * Yields row by row, so that only what the atlas keeps stays in memory. The same size is always the same network.
 */
export function* inventedNetwork(size: number): Generator<Row> {
  for (let i = 0; i < size; i++) yield { is: 'organisation', id: `o${i}`, kind: KINDS[i % 3]!, place: PLACES[i % PLACES.length]! }
  yield* inventedWorks(size)
}

const KINDS = ['maker', 'adviser', 'school']
const PLACES = Array.from({ length: 40 }, (_, i) => ({ country: `C${i}` }))

export function* inventedWorks(size: number): Generator<Extract<Row, { is: 'work' }>> {
  const random = generator(size)
  const once = Math.floor(size * 0.62)
  let newcomers = 0
  let participations = 0
  for (let work = 0; participations < size * 4; work++) {
    const members = new Set<number>()
    const wanted = WORK_SIZES[Math.floor(random() * WORK_SIZES.length)]!
    while (members.size < wanted) {
      // 62 in 400 seats go to someone who never returns; the rest to regulars, the busiest far more often.
      if (newcomers < once && random() < 0.155) members.add(newcomers++)
      else members.add(once + Math.floor((size - once) * random() ** 3))
    }
    participations += members.size
    const text = Array.from({ length: WORDS_IN_TITLE }, () => word(Math.floor(VOCABULARY * random() ** 3))).join(' ')
    yield { is: 'work', id: `w${work}`, text, tags: [`field ${Math.floor(random() * 300)}`], on: '2024-05-01', members: [...members].map((member, i) => (i === 0 ? { organisation: `o${member}`, role: 'lead' } : { organisation: `o${member}` })) }
  }
}

const SYLLABLES = ['ba', 'ko', 'ri', 'mu', 'te', 'la', 'so', 'ni', 'du', 'pe']
const word = (number: number): string => String(number).padStart(5, '0').replace(/\d/g, (digit) => SYLLABLES[Number(digit)]!)

/** Mulberry32: small, fast and the same everywhere. */
export function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

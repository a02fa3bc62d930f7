import type { Joint } from '../atlas/build-ties.ts'

/** A source of numbers from 0 up to 1 that gives the same row for the same seed (Mulberry32, T. Ettinger). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Share of seats taken by someone new. By Simon (1955) 1 / (2 - share) of all then appear once: 62 %, as in the real data. */
const NEW = 0.387

/**
 * Jobs done together in an invented network of so many organisations: a few are in many jobs, most in one.
 * Crews have 2 to `largest` members; whoever has done more is asked more often.
 */
export function skewedJobs(size: number, seed: number, largest = 6): Joint[] {
  const random = seeded(seed)
  const seats: number[] = []
  const jobs: Joint[] = []
  let known = 0
  while (known < size) {
    const crew = new Set<number>()
    const members = 2 + Math.floor(random() * (largest - 1))
    while (crew.size < members) {
      const isNew = seats.length === 0 || (random() < NEW && known < size) || seats.length < members * 2
      crew.add(isNew ? known++ : seats[Math.floor(random() * seats.length)] ?? 0)
      if (known >= size) break
    }
    seats.push(...crew)
    if (crew.size > 1) jobs.push({ members: [...crew].filter((member) => member < size) })
  }
  return jobs
}

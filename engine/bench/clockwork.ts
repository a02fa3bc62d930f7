/** Middle and 95th of a hundred, of times in milliseconds. */
export type Times = { readonly p50: number; readonly p95: number }

export function timesOf(durations: readonly number[]): Times {
  const sorted = durations.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95) }
}

/** `milliseconds` by the clock; `processor` what it cost in processor time, which other work on the machine disturbs less. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ value: T; milliseconds: number; processor: number }> {
  const started = performance.now()
  const before = process.cpuUsage()
  const value = await work()
  const { user, system } = process.cpuUsage(before)
  return { value, milliseconds: performance.now() - started, processor: (user + system) / 1000 }
}

/** Each question once unmeasured, so that code is compiled and caches are filled, then once by the clock. */
export async function timedEach<Q>(questions: readonly Q[], ask: (question: Q) => unknown): Promise<Times> {
  for (const question of questions.slice(0, 20)) await ask(question)
  const durations: number[] = []
  for (const question of questions) durations.push((await timed(() => ask(question))).milliseconds)
  return timesOf(durations)
}

export const ms = (milliseconds: number): string => (milliseconds >= 100 ? milliseconds.toFixed(0) : milliseconds >= 1 ? milliseconds.toFixed(1) : milliseconds.toFixed(3))
export const times = (ratio: number): string => (ratio >= 10 ? `${ratio.toFixed(0)} x` : `${ratio.toFixed(1)} x`)
/** Heap and array memory in use, after a collection where node was started with --expose-gc. */
export function memoryInUse(): number {
  const { gc } = globalThis as { gc?: () => void }
  gc?.()
  gc?.() // array memory is given back one round later
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
export const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MB`

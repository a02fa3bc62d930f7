/** What FUZZ_RUNS says when nothing is set: so many cases for the laws of one part of the engine. */
const BY_DAY = 500
const asked = Number(process.env['FUZZ_RUNS'] ?? BY_DAY)

/**
 * How often one law is tried: `byDay` times in the test run, and in proportion more with FUZZ_RUNS=20000. What the laws of one
 * part are tried by day adds up to about 500, so FUZZ_RUNS is the sum over its laws.
 */
export const runs = (byDay: number): number => Math.max(1, Math.ceil((byDay * asked) / BY_DAY))

/** Time for one law, in milliseconds: it grows with the runs, and no law is judged by its time. */
export const LAW_TIMEOUT = 60_000 * Math.max(1, asked / BY_DAY)

import { type Ask, range } from '../assembly/ask.ts'

/**
 * The same question as a mixed-integer program in CPLEX LP text, for HiGHS: x is who joins, a who holds which part,
 * y who leans on whom. Only x has to be whole: with x whole, the best a and y are whole by themselves, which is the
 * easiest form of the problem for a solver.
 */
export function asMilp(ask: Ask): string {
  const { problem, openCost } = ask
  const { parts, size, worth, capacity, forced } = problem
  const people = range(size)
  const holds = people.flatMap((u) => range(parts).filter((p) => worth[u * parts + p]! >= 0).map((p) => ({ u, p })))
  const leans = people.flatMap((u) => people.filter((v) => problem.tie[u * size + v]! > 0).map((v) => ({ u, v })))
  const rows: string[] = []
  const row = (terms: readonly string[], rest: string) => void (terms.length > 0 && rows.push(`${wrapped(terms)} ${rest}`))
  row(people.map((u) => `+ x${u}`), `= ${ask.members}`)
  for (const p of range(parts)) {
    const takers = holds.filter((hold) => hold.p === p).map(({ u }) => `+ a${u}_${p}`)
    const open = openCost[p]! < Infinity ? [`+ o${p}`] : []
    if (takers.length + open.length === 0) return `Maximize\n obj: x0\nSubject To\n c0: x0 >= 2\nBounds\n x0 <= 1\nEnd\n`
    row([...takers, ...open], '= 1')
  }
  for (const { u, p } of holds) row([`+ a${u}_${p}`, `- x${u}`], '<= 0')
  for (const u of people) {
    const held = holds.filter((hold) => hold.u === u).map(({ p }) => `+ a${u}_${p}`)
    row([...held, `- ${capacity[u]} x${u}`], '<= 0')
    if (!forced[u]) row([...held, `- x${u}`], '>= 0')
    else row([`+ x${u}`], '= 1')
    row(leans.filter((lean) => lean.u === u).map(({ v }) => `+ y${u}_${v}`).concat(`- x${u}`), '<= 0')
  }
  for (const { u, v } of leans) row([`+ y${u}_${v}`, `- x${v}`], '<= 0')
  for (const u of people) for (const v of problem.rivals[u]!) if (u < v) row([`+ x${u}`, `+ x${v}`], '<= 1')
  for (const limit of ask.atMost) row(people.filter((u) => limit.each[u]! > 0).map((u) => `+ ${limit.each[u]} x${u}`), `<= ${limit.total}`)
  if (problem.asked.small > 0) row([...people.filter((u) => problem.small[u]).map((u) => `+ x${u}`), '+ 0 x0'], `>= ${problem.asked.small}`)
  const extra = [...namedAtLeast(problem.place, problem.asked.places, 'p', row), ...namedAtLeast(problem.region, problem.asked.regions, 'r', row)]
  const value = [
    ...holds.map(({ u, p }) => `+ ${worth[u * parts + p]! / 1e6} a${u}_${p}`),
    ...leans.map(({ u, v }) => `+ ${problem.tie[u * size + v]! / 1e6} y${u}_${v}`),
    ...range(parts).filter((p) => openCost[p]! > 0 && openCost[p]! < Infinity).map((p) => `- ${openCost[p]! / 1e6} o${p}`),
  ]
  const upTo1 = [...holds.map(({ u, p }) => `a${u}_${p}`), ...leans.map(({ u, v }) => `y${u}_${v}`), ...range(parts).filter((p) => openCost[p]! < Infinity).map((p) => `o${p}`), ...extra]
  return [
    'Maximize', ` obj: ${wrapped(value)}`, 'Subject To', ...rows.map((text, i) => ` c${i}: ${text}`),
    'Bounds', ...upTo1.map((name) => ` 0 <= ${name} <= 1`), 'Binaries', wrapped(people.map((u) => ` x${u}`)), 'End', '',
  ].join('\n')
}

/** At least so many different names: z counts a name only if someone with it is in the team. */
function namedAtLeast(name: Int32Array, least: number, letter: string, row: (terms: readonly string[], rest: string) => void): string[] {
  if (least === 0) return []
  const names = [...new Set(name)].filter((one) => one >= 0)
  for (const one of names) row([`+ z${letter}${one}`, ...range(name.length).filter((u) => name[u] === one).map((u) => `- x${u}`)], '<= 0')
  if (names.length === 0) row(['+ x0'], '>= 2')
  row(names.map((one) => `+ z${letter}${one}`), `>= ${least}`)
  return names.map((one) => `z${letter}${one}`)
}

/** Lines stay short: the format allows 560 characters. */
function wrapped(terms: readonly string[]): string {
  const lines: string[] = []
  for (let k = 0; k < terms.length; k += 20) lines.push(terms.slice(k, k + 20).join(' '))
  return lines.join('\n   ')
}

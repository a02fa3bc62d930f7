import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'rolldown/utils'
import { outermost, rooms, shared } from '../src/lifecycle.ts'

/**
 * The import rules, generated from the list of rooms: upstream only, by the door, pure engine, no cycles.
 * Says each breach on a line of its own and ends with 1 if there is any.
 */
type Import = { readonly from: string; readonly to: string; readonly outside: boolean }

const root = fileURLToPath(new URL('..', import.meta.url))
const isTest = (file: string) => /\.test\.tsx?$|\/testing\/|\/testing\.tsx?$/.test(file)
const placeOf = (file: string) => (file.startsWith('src/') ? (file.split('/')[1] ?? '') : (file.split('/')[0] ?? ''))
const order = new Map<string, number>(rooms.map((room, place) => [room, place]))
const isShared = (place: string) => (shared as readonly string[]).includes(place)

export function readImports(file: string, source: string): readonly Import[] {
  const { module } = parseSync(file, source)
  const named = [...module.staticImports.map((one) => one.moduleRequest.value), ...module.staticExports.flatMap((one) => one.entries.flatMap((entry) => entry.moduleRequest?.value ?? []))]
  const dynamic = module.dynamicImports.map((one) => source.slice(one.moduleRequest.start + 1, one.moduleRequest.end - 1)).filter((name) => name.startsWith('.'))
  return [...new Set([...named, ...dynamic])].map((name) => (name.startsWith('.') ? { from: file, to: join(dirname(file), name), outside: false } : { from: file, to: name, outside: true }))
}

/** What is wrong with one import, in words; nothing where it is right. */
export function breachOf({ from, to, outside }: Import): string | undefined {
  const here = placeOf(from)
  if (isTest(from)) return undefined
  if (here === 'engine') return engineBreach(from, to, outside)
  if (outside) return /who-may\.ts$/.test(from) && /^(kysely|pg)$/.test(to) ? 'a rule sees the database' : undefined
  const there = placeOf(to)
  if (!from.startsWith('src/') || here === there || here === outermost || !to.startsWith('src/')) return undefined
  if (isShared(here)) {
    if (here === 'ui' && there === 'kit') return 'ui has no data'
    return isShared(there) || !order.has(there) ? undefined : `${here} knows no room, yet uses ${there}`
  }
  if (there === outermost) return 'no room uses entry'
  const [mine, theirs] = [order.get(here), order.get(there)]
  if (mine === undefined || theirs === undefined) return undefined
  if (theirs > mine) return `${here} looks downstream at ${there}`
  return /\/index\.tsx?$/.test(to) && to.split('/').length === 3 ? undefined : `${there} is entered past its door`
}

function engineBreach(from: string, to: string, outside: boolean): string | undefined {
  if (/^engine\/(evaluate|bench)\//.test(from)) return undefined
  return outside || !to.startsWith('engine/') ? 'the engine is pure' : undefined
}

export function findCycles(imports: readonly Import[]): readonly string[] {
  const next = Map.groupBy(imports.filter((one) => !one.outside), (one) => one.from)
  const done = new Set<string>()
  const cycles: string[] = []
  const walk = (file: string, trail: readonly string[]): void => {
    const at = trail.indexOf(file)
    if (at >= 0) return void cycles.push([...trail.slice(at), file].join(' -> '))
    if (done.has(file)) return
    for (const { to } of next.get(file) ?? []) walk(to, [...trail, file])
    done.add(file)
  }
  for (const file of next.keys()) walk(file, [])
  return cycles
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = globSync('{src,engine,town}/**/*.{ts,tsx}', { cwd: root }).sort()
  const imports = files.flatMap((file) => readImports(file, readFileSync(root + file, 'utf8')))
  const missing = imports.filter((one) => !one.outside && !existsSync(root + one.to)).map((one) => `${one.from}: ${relative('', one.to)} is not there`)
  const breaches = imports.flatMap((one) => { const why = breachOf(one); return why ? [`${one.from} -> ${one.to}: ${why}`] : [] })
  const cycles = findCycles(imports.filter((one) => !isTest(one.from))).map((cycle) => `a circle: ${cycle}`)
  const wrong = [...missing, ...breaches, ...cycles]
  for (const line of wrong) process.stderr.write(`${line}\n`)
  process.stdout.write(`${files.length} files, ${imports.length} imports, ${wrong.length} against the rules\n`)
  process.exitCode = wrong.length > 0 ? 1 : 0
}

import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseSync } from 'rolldown/utils'
import { rooms } from '../../lifecycle.ts'

/** Where an action is reached from, as the sources stand: named by its room and its own name. */
export type Reach = { readonly byPage: ReadonlySet<string>; readonly byApi: ReadonlySet<string> }

const isTest = (file: string) => /\.test\.tsx?$|\/testing\/|\/testing\.tsx?$/.test(file)
const isPage = (file: string) => /\/pages\/|\/pages\.tsx$|-pages?\.tsx$/.test(file)
const isApi = (file: string) => /\/([a-z-]+-)?api\.ts$/.test(file)
/** An exported function that is given who asks first. */
const ACTION = /export (?:async )?function (\w+)(?:<[^(]*?>)?\(\s*\w+: (?:Ctx\b|Pick<Ctx\b|Ctx \| Tx\b)/g

type Read = { readonly actions: ReadonlySet<string>; readonly imports: readonly { readonly from: string; readonly name: string }[]; readonly passedOn: ReadonlyMap<string, { readonly from: string; readonly name: string }> }

/** Follows what pages and API import, through the doors of rooms, to the actions themselves. */
export function readReach(root: string): Reach {
  const files = new Map(globSync(`src/{${rooms.join(',')}}/**/*.{ts,tsx}`, { cwd: root }).filter((file) => !isTest(file)).map((file) => [file, readFile(root, file)]))
  const actionAt = (file: string, name: string, depth = 0): string | undefined => {
    const read = files.get(file)
    if (!read || depth > 5) return undefined
    if (read.actions.has(name)) return `${file.split('/')[1]}: ${name}`
    const on = read.passedOn.get(name)
    return on && actionAt(on.from, on.name, depth + 1)
  }
  const reached = (is: (file: string) => boolean) => new Set([...files].filter(([file]) => is(file)).flatMap(([, read]) => read.imports.flatMap(({ from, name }) => actionAt(from, name) ?? [])))
  return { byPage: reached(isPage), byApi: reached(isApi) }
}

function readFile(root: string, file: string): Read {
  const source = readFileSync(join(root, file), 'utf8')
  const { module } = parseSync(file, source)
  const at = (name: string) => join(dirname(file), name)
  const named = module.staticImports.flatMap((one) => one.entries.flatMap((entry) => (entry.isType || !entry.importName.name || !one.moduleRequest.value.startsWith('.') ? [] : [{ from: at(one.moduleRequest.value), name: entry.importName.name }])))
  const passedOn = module.staticExports.flatMap((one) => one.entries.flatMap((entry) => (entry.moduleRequest && entry.importName.name && entry.exportName.name ? [[entry.exportName.name, { from: at(entry.moduleRequest.value), name: entry.importName.name }] as const] : [])))
  return { imports: named, passedOn: new Map(passedOn), actions: new Set([...source.matchAll(ACTION)].map(([, name = '']) => name)) }
}

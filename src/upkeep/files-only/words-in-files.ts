import { basename } from 'node:path'
import type { Row } from '../../../engine/index.ts'
import { BadFile } from './errors.ts'
import { readTableFile } from './read-file.ts'

/** The vocabulary: of a table where one is given, else whatever words claims and jobs use. */
export type Words = {
  /** The capability that somebody's word means. */
  readonly meant: (word: string) => string | undefined
  readonly nameOf: (id: string) => string
  readonly rows: () => readonly Row[]
}

type Entry = { readonly id: string; readonly name: string; readonly parent?: string; readonly synonyms: readonly string[]; readonly code?: string }

const HEADINGS = { title: /^(title|name|capability|label|skill|service)$/, code: /^(code|id|number)$/, path: /^(path|hierarchy|tree)$/, synonyms: /^(synonyms?|other words|also called|alt labels?)$/ }

export async function readWords(path: string | undefined, tell: (says: string) => void): Promise<Words> {
  if (path === undefined) return growing()
  tell(`Reading ${basename(path)}`)
  const { head, rows } = await readTableFile(path)
  const at = Object.fromEntries(Object.entries(HEADINGS).map(([field, shape]) => [field, head.findIndex((heading) => shape.test(heading.trim().toLowerCase()))]))
  if ((at['title'] ?? -1) < 0) throw new BadFile(basename(path), 'no column is called title, name or capability.')
  const cell = (cells: readonly string[], field: string) => { const place = at[field] ?? -1; return place < 0 ? '' : (cells[place] ?? '').trim() }
  const entries = rows.flatMap(({ cells }): readonly Entry[] => {
    const name = cell(cells, 'title')
    const steps = cell(cells, 'path').split(/\s*[>/›»|]\s*/).filter(Boolean).slice(0, -1)
    const code = cell(cells, 'code')
    return name === '' ? [] : [{ id: name.toLowerCase(), name, synonyms: cell(cells, 'synonyms').split(/[;|]/).map((word) => word.trim()).filter(Boolean), ...(steps.length > 0 ? { parent: (steps.at(-1) ?? '').toLowerCase() } : {}), ...(code ? { code } : {}) }]
  })
  const byWord = new Map(entries.toReversed().flatMap((entry) => [...entry.synonyms, entry.code ?? '', entry.name].filter(Boolean).map((word) => [word.toLowerCase(), entry.id] as const)))
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  return { meant: (word) => byWord.get(word.trim().toLowerCase()), nameOf: (id) => byId.get(id)?.name ?? id, rows: () => [...byId.values()].map((entry) => ({ is: 'capability', ...entry })) }
}

/** Every word that is used is a capability. */
function growing(): Words {
  const names = new Map<string, string>()
  return {
    meant: (word) => {
      const plain = word.trim(), id = plain.toLowerCase().slice(0, 200)
      if (id === '') return undefined
      if (!names.has(id)) names.set(id, plain)
      return id
    },
    nameOf: (id) => names.get(id) ?? id,
    rows: () => [...names].map(([id, name]) => ({ is: 'capability', id, name })),
  }
}

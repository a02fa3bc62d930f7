import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

export type Project = {
  readonly id: string
  readonly title: string
  readonly topicCode: string
  readonly topicTitle: string
  readonly theme: string
  readonly action: string
  readonly programme: string
  readonly startsOn: string
  readonly tags: readonly string[]
  readonly split: string
}
export type Participant = { readonly organisation: string; readonly role: string }
export type Organisation = { readonly id: string; readonly name: string; readonly country: string; readonly city: string; readonly type: string }
export type Tables = {
  readonly projects: readonly Project[]
  readonly organisations: readonly Organisation[]
  readonly members: ReadonlyMap<string, readonly Participant[]>
}

/** Reads the three tables from a folder, plain or gzipped, with the columns named in the data's README. A column that is not there is empty. */
export function readTables(folder: string): Tables {
  const members = new Map<string, Participant[]>()
  for (const cell of rowsOf(folder, 'participations')) {
    const list = members.get(cell('project_id')) ?? []
    if (list.length === 0) members.set(cell('project_id'), list)
    list.push({ organisation: cell('org_id'), role: cell('role') })
  }
  return { projects: rowsOf(folder, 'projects').map(projectFrom), organisations: rowsOf(folder, 'organisations').map(organisationFrom), members }
}

/** One row, asked by the name of a column. */
type Row = (column: string) => string

// n_participations and sme_2021 are left unread: they were counted after the query projects had begun.
const organisationFrom = (cell: Row): Organisation => ({ id: cell('id'), name: cell('name'), country: cell('country'), city: cell('city'), type: cell('type') })

const projectFrom = (cell: Row): Project => ({
  id: cell('id'), title: cell('title'), topicCode: cell('topic_code'), topicTitle: cell('topic_title'), theme: cell('theme'),
  action: cell('action_type'), programme: cell('programme_parts'), startsOn: cell('start_date'),
  tags: cell('euroscivoc_dictionary_tags').split(/[;|]/).map((tag) => tag.trim()).filter(Boolean), split: cell('split'),
})

function rowsOf(folder: string, table: string): Row[] {
  const packed = join(folder, `${table}.csv.gz`)
  const text = existsSync(packed) ? gunzipSync(readFileSync(packed)).toString('utf8') : readFileSync(join(folder, `${table}.csv`), 'utf8')
  const [head = [], ...lines] = parseCsv(text)
  const places = new Map(head.map((name, i) => [name, i]))
  return lines.map((cells) => (column) => cells[places.get(column) ?? -1] ?? '')
}

/** RFC 4180: quoted cells may hold commas, line breaks and doubled quotes. */
export function parseCsv(text: string): string[][] {
  const lines: string[][] = []
  let line: string[] = []
  const cell = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/gy
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; at = cell.lastIndex) {
    cell.lastIndex = at
    const [, raw = '', end = ''] = cell.exec(text) ?? ['', text.slice(at), '']
    line.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw)
    if (end !== ',') {
      lines.push(line)
      line = []
    }
    if (end === '') break
  }
  return lines
}

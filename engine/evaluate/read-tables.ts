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

/** Reads the three tables from a folder, plain or gzipped, with the columns named in the data's README. */
export function readTables(folder: string): Tables {
  const members = new Map<string, Participant[]>()
  for (const row of rowsOf(folder, 'participations')) {
    const list = members.get(row['project_id']!) ?? []
    if (list.length === 0) members.set(row['project_id']!, list)
    list.push({ organisation: row['org_id']!, role: row['role']! })
  }
  return { projects: rowsOf(folder, 'projects').map(projectFrom), organisations: rowsOf(folder, 'organisations').map(organisationFrom), members }
}

type Row = Record<string, string>

// n_participations and sme_2021 are left unread: they were counted after the query projects had begun.
const organisationFrom = (row: Row): Organisation => ({ id: row['id']!, name: row['name']!, country: row['country']!, city: row['city']!, type: row['type']! })

const projectFrom = (row: Row): Project => ({
  id: row['id']!, title: row['title']!, topicCode: row['topic_code']!, topicTitle: row['topic_title']!, theme: row['theme']!,
  action: row['action_type']!, programme: row['programme_parts']!, startsOn: row['start_date']!,
  tags: row['euroscivoc_dictionary_tags']!.split(/[;|]/).map((tag) => tag.trim()).filter(Boolean), split: row['split']!,
})

function rowsOf(folder: string, table: string): Row[] {
  const packed = join(folder, `${table}.csv.gz`)
  const text = existsSync(packed) ? gunzipSync(readFileSync(packed)).toString('utf8') : readFileSync(join(folder, `${table}.csv`), 'utf8')
  const [head = [], ...lines] = parseCsv(text)
  return lines.map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i] ?? ''])))
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

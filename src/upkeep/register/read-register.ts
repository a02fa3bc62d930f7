import { parse } from 'csv-parse'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { Refusal } from '../../kit/refusal.ts'

/**
 * A register of funded projects as a folder of four tables: projects, organisations, who took part in what, and the fields they are filed
 * under. The columns are those of the European Commission's CORDIS, cleaned; any folder with the same columns is taken.
 */
export type Register = {
  readonly projects: readonly Project[]
  readonly organisations: readonly RegisteredOrganisation[]
  readonly partsIn: ReadonlyMap<string, readonly TookPart[]>
  readonly fields: readonly { readonly code: string; readonly title: string; readonly path: string }[]
}
export type Project = {
  readonly id: string; readonly acronym: string; readonly title: string; readonly topicCode: string; readonly topicTitle: string; readonly theme: string; readonly action: string; readonly programme: string
  readonly startsOn: string; readonly endsOn: string; readonly fields: readonly string[]; readonly split: string
}
export type RegisteredOrganisation = { readonly id: string; readonly name: string; readonly country: string; readonly city: string; readonly type: string }
export type TookPart = { readonly organisation: string; readonly role: string }

class NotARegister extends Refusal {
  readonly kind = 'invalid'
  constructor(because: string) { super(because, 'The folder holds projects.csv, organisations.csv, participations.csv and euroscivoc.csv, plain or packed with gzip.') }
}

const MOST_BYTES = 300 * 1024 * 1024
const MOST_ROWS = 1_000_000

export async function readRegister(folder: string, tell: (says: string) => void): Promise<Register> {
  const projects: Project[] = [], organisations: RegisteredOrganisation[] = [], fields: { code: string; title: string; path: string }[] = []
  const partsIn = new Map<string, TookPart[]>()
  const words = new Map<string, string>()
  const once = (word: string) => { const kept = words.get(word); if (kept === undefined) words.set(word, word); return kept ?? word } // ids and places come back a hundred thousand times
  tell('Reading the projects')
  await eachRow(folder, 'projects', ['id', 'title'], (cell) => projects.push({
    id: cell('id'), acronym: cell('acronym'), title: cell('title'), topicCode: cell('topic_code'), topicTitle: cell('topic_title'), theme: once(cell('theme')), action: once(cell('action_type')), programme: once(cell('programme_parts')),
    startsOn: cell('start_date'), endsOn: cell('end_date'), fields: cell('euroscivoc_dictionary_tags').split(/[;|]/).map((tag) => once(tag.trim())).filter(Boolean), split: once(cell('split')),
  }))
  tell('Reading the organisations')
  await eachRow(folder, 'organisations', ['id'], (cell) => organisations.push({ id: once(cell('id')), name: cell('name').trim(), country: once(cell('country')), city: once(cell('city').trim()), type: once(cell('type')) }))
  tell('Reading who took part in what')
  await eachRow(folder, 'participations', ['project_id', 'org_id'], (cell) => {
    const parts = partsIn.get(cell('project_id')) ?? []
    if (parts.length === 0) partsIn.set(cell('project_id'), parts)
    parts.push({ organisation: once(cell('org_id')), role: once(cell('role')) })
  })
  await eachRow(folder, 'euroscivoc', ['title'], (cell) => fields.push({ code: cell('code'), title: cell('title'), path: cell('path') }))
  return { projects, organisations, partsIn, fields }
}

type Cell = (column: string) => string

async function eachRow(folder: string, table: string, needed: readonly string[], take: (cell: Cell) => void): Promise<void> {
  const packed = join(folder, `${table}.csv.gz`), plain = join(folder, `${table}.csv`)
  const isPacked = await stat(packed).then((found) => found.isFile(), () => false)
  const found = await stat(isPacked ? packed : plain).catch(() => undefined)
  if (!found?.isFile()) throw new NotARegister(`There is no ${table}.csv in ${folder}.`)
  if (found.size > MOST_BYTES) throw new NotARegister(`${table}.csv is larger than 300 MB.`)
  const file = createReadStream(isPacked ? packed : plain)
  const parser = parse({ bom: true, relax_column_count: true, skip_empty_lines: true, max_record_size: 1_000_000 })
  const bytes = isPacked ? file.pipe(createGunzip()) : file
  bytes.on('error', (error) => parser.destroy(error))
  file.on('error', (error) => parser.destroy(error))
  bytes.pipe(parser)
  let places: ReadonlyMap<string, number> | undefined
  let rows = 0
  try {
    for await (const record of parser as AsyncIterable<readonly string[]>) {
      if (!places) {
        places = new Map(record.map((name, at) => [name.trim().toLowerCase(), at]))
        for (const name of needed) if (!places.has(name)) throw new NotARegister(`${table}.csv has no column called ${name}.`)
        continue
      }
      rows += 1
      if (rows > MOST_ROWS) throw new NotARegister(`${table}.csv has more than a million rows.`)
      const known = places
      take((column) => record[known.get(column) ?? -1] ?? '')
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new NotARegister(`${table}.csv cannot be read as CSV.`)
  }
}

import { eachRow, type Bounds } from './read-rows.ts'

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

/** The four tables and what each cannot do without. */
export const COLUMNS = { projects: ['id', 'title'], organisations: ['id'], participations: ['project_id', 'org_id'], euroscivoc: ['title'] } as const
export type TableName = keyof typeof COLUMNS
export const TABLES = Object.keys(COLUMNS) as readonly TableName[] // the keys of our own constant

export async function readRegister(folder: string, tell: (says: string) => void | Promise<void>, bounds?: Bounds): Promise<Register> {
  const projects: Project[] = [], organisations: RegisteredOrganisation[] = [], fields: { code: string; title: string; path: string }[] = []
  const partsIn = new Map<string, TookPart[]>()
  const words = new Map<string, string>()
  const once = (word: string) => { const kept = words.get(word); if (kept === undefined) words.set(word, word); return kept ?? word } // ids and places come back a hundred thousand times
  await tell('Reading the projects')
  await eachRow(folder, 'projects', COLUMNS.projects, (cell) => projects.push({
    id: cell('id'), acronym: cell('acronym'), title: cell('title'), topicCode: cell('topic_code'), topicTitle: cell('topic_title'), theme: once(cell('theme')), action: once(cell('action_type')), programme: once(cell('programme_parts')),
    startsOn: cell('start_date'), endsOn: cell('end_date'), fields: cell('euroscivoc_dictionary_tags').split(/[;|]/).map((tag) => once(tag.trim())).filter(Boolean), split: once(cell('split')),
  }), bounds)
  await tell('Reading the organisations')
  await eachRow(folder, 'organisations', COLUMNS.organisations, (cell) => organisations.push({ id: once(cell('id')), name: cell('name').trim(), country: once(cell('country')), city: once(cell('city').trim()), type: once(cell('type')) }), bounds)
  await tell('Reading who took part in what')
  await eachRow(folder, 'participations', COLUMNS.participations, (cell) => {
    const parts = partsIn.get(cell('project_id')) ?? []
    if (parts.length === 0) partsIn.set(cell('project_id'), parts)
    parts.push({ organisation: once(cell('org_id')), role: once(cell('role')) })
  }, bounds)
  await eachRow(folder, 'euroscivoc', COLUMNS.euroscivoc, (cell) => fields.push({ code: cell('code'), title: cell('title'), path: cell('path') }), bounds)
  return { projects, organisations, partsIn, fields }
}

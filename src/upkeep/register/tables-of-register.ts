import { nameInCase, placeInCase } from './in-case.ts'
import { writeCsv } from '../../kit/tables/write-csv.ts'
import type { Project, Register, RegisteredOrganisation } from './read-register.ts'

/** A register as the product's own tables, for the importers that every network uses. */
export type RegisterTables = { readonly words: string; readonly members: Buffer; readonly claims: Buffer; readonly jobs: Buffer; /** Projects that are not finished, and stay out. */ readonly unfinished: readonly string[] }

export const SCHEME = 'EU-PIC'
const MOST_CLAIMS = 5

export const isFinished = ({ endsOn }: Pick<Project, 'endsOn'>, today: string): boolean => endsOn !== '' && endsOn <= today

/** Whoever takes part in these projects. */
export function organisationsIn({ organisations, partsIn }: Register, projects: readonly Project[]): readonly RegisteredOrganisation[] {
  const named = new Set(projects.flatMap(({ id }) => (partsIn.get(id) ?? []).map(({ organisation }) => organisation)))
  return organisations.filter(({ id }) => named.has(id))
}

/** The tables of some of a register's projects with whoever takes part in them, so that nobody of a later project is known before; its fields come whole. */
export function tablesOf(register: Register, projects: readonly Project[], today: string): RegisterTables {
  const finished = projects.filter((project) => isFinished(project, today))
  return {
    words: wordsTable(register.fields),
    members: membersTable(organisationsIn(register, projects)), claims: claimsTable(register, finished), jobs: jobsTable(register, finished),
    unfinished: projects.filter((project) => !finished.includes(project)).map(({ id }) => id),
  }
}

/** A code that stands at two fields names neither, so only the first keeps it. */
function wordsTable(fields: Register['fields']): string {
  const first = new Map(fields.toReversed().map((field) => [field.code, field]))
  return writeCsv(['code', 'title', 'path'], fields.map((field) => [first.get(field.code) === field ? field.code : '', field.title, field.path.replaceAll('/', ' > ').replace(/^ > /, '')]))
}

const KINDS: Readonly<Record<string, string>> = { HES: 'Public body', REC: 'Something else', PRC: 'Company', PUB: 'Public body', OTH: 'Something else' }

function membersTable(organisations: readonly RegisteredOrganisation[]): Buffer {
  const named = Map.groupBy(organisations, ({ name }) => name.toLowerCase())
  const called = ({ id, name }: RegisteredOrganisation) => (name === '' ? `Organisation ${id}` : (named.get(name.toLowerCase())?.length ?? 0) > 1 ? `${short(nameInCase(name), 100)} (${id})` : short(nameInCase(name), 120))
  return Buffer.from(writeCsv(['Name', 'Kind', 'Town', SCHEME], organisations.map((one) => [called(one), KINDS[one.type] ?? '', placeOf(one), one.id])))
}

/** Two letters that the European Union writes in its own way. */
const COUNTRIES: Readonly<Record<string, string>> = { UK: 'GB', EL: 'GR' }
const names = new Intl.DisplayNames('en-GB', { type: 'region', fallback: 'code' })

export function placeOf({ city, country }: RegisteredOrganisation): string {
  const land = /^[A-Z]{2}$/.test(country) ? names.of(COUNTRIES[country] ?? country) ?? country : country
  return short([placeInCase(city), land].filter(Boolean).join(', '), 80)
}

const short = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text)

/** What an organisation can do, by the fields its projects are filed under: the five it worked in most. */
function claimsTable({ partsIn, fields }: Register, projects: readonly Project[]): Buffer {
  const known = new Set(fields.map(({ title }) => title.toLowerCase()))
  const counts = new Map<string, Map<string, number>>()
  for (const { id, fields: filedUnder } of projects) {
    for (const { organisation } of filedUnder.length > 0 ? partsIn.get(id) ?? [] : []) {
      const held = counts.get(organisation) ?? new Map<string, number>()
      counts.set(organisation, held)
      for (const field of filedUnder) if (known.has(field.toLowerCase())) held.set(field, (held.get(field) ?? 0) + 1)
    }
  }
  const rows = [...counts].flatMap(([organisation, held]) => [...held].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).slice(0, MOST_CLAIMS).map(([field]) => [`${SCHEME} ${organisation}`, field, 'Can do']))
  return Buffer.from(writeCsv(['Member', 'Capability', 'How strong'], rows))
}

const HEAD = ['Member', 'What the job was', 'Finished on', 'Together with', 'Who led it', 'Number or code of its own', 'Began on', 'More about it', 'Keywords', 'Who else says so'] as const
const FUNDER = 'European Commission'

function jobsTable({ partsIn }: Register, projects: readonly Project[]): Buffer {
  return Buffer.from(writeCsv(HEAD, projects.flatMap((project) => {
    const parts = partsIn.get(project.id) ?? []
    const leads = parts.filter(({ role }) => role === 'coordinator').map(({ organisation }) => organisation)
    const member = leads[0] ?? parts[0]?.organisation
    if (member === undefined) return []
    const { what, about } = wordsOf(project)
    const partners = parts.filter(({ organisation }) => organisation !== member).map(({ organisation }) => `${SCHEME} ${organisation}`)
    return [[`${SCHEME} ${member}`, what, project.endsOn, partners.join('; '), leads.map((id) => `${SCHEME} ${id}`).join('; '), project.id, project.startsOn, about, keywordsOf(project).join('; '), FUNDER]]
  })))
}

/** A title longer than a name may be goes on below it, cut between words, so that what is read as a whole stays whole. A project without one is known by its number. */
function wordsOf({ id, title, topicTitle }: Project): { readonly what: string; readonly about: string } {
  const name = (title || topicTitle).trim()
  const more = title ? topicTitle : ''
  if (name === '') return { what: id, about: '' }
  if (name.length <= 200) return { what: name, about: more.trim() }
  const cut = name.lastIndexOf(' ', 200)
  return { what: name.slice(0, cut > 0 ? cut : 200), about: `${name.slice(cut > 0 ? cut + 1 : 200)} ${more}`.trim() }
}

/**
 * What a project is filed under: its fields, and where its call belongs, from broad to narrow: `LC-SC3-RES-1-2019` is filed under LC,
 * LC.SC3 and LC.SC3.RES, and under each word by itself.
 */
export function keywordsOf({ topicCode, theme, action, programme, fields }: Pick<Project, 'topicCode' | 'theme' | 'action' | 'programme' | 'fields'>): readonly string[] {
  const pieces = topicCode.toUpperCase().split(/[-_ ]+/).filter((piece) => piece !== '' && !/^\d{4}$/.test(piece))
  return [...new Set([
    ...pieces.map((_, at) => `code ${pieces.slice(0, at + 1).join('.')}`), ...pieces.filter((piece) => !/^\d+$/.test(piece)).map((piece) => `topic ${piece}`),
    ...(theme ? [`theme ${theme}`] : []), ...(action ? [`action ${action}`] : []), ...programme.split(';').filter(Boolean).map((part) => `programme ${part}`), ...fields,
  ])]
}

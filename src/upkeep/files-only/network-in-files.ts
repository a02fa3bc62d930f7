import { basename } from 'node:path'
import { buildAtlas, type Atlas, type Row } from '../../../engine/index.ts'
import { STRENGTH_WORDS, STRENGTHS, type Strength } from '../../answers/index.ts'
import type { Table } from '../../kit/tables/table.ts'
import { byField, guessColumns, problemsWith } from '../moving/columns.ts'
import { MEMBER_FIELDS } from '../moving/member-fields.ts'
import { memberNamed } from '../moving/member-named.ts'
import { CLAIM_FIELDS } from '../moving/plan-claims.ts'
import { JOB_FIELDS, planJobs } from '../moving/plan-jobs.ts'
import type { KnownMember } from '../moving/plan-members.ts'
import type { Cells, Field, SourceRow } from '../moving/shape.ts'
import { BadFile } from './errors.ts'
import { readTableFile } from './read-file.ts'
import { readWords, type Words } from './words-in-files.ts'

export type NetworkFiles = { readonly network: string; readonly jobs?: string; readonly claims?: string; readonly words?: string }
export type Tell = (says: string) => void

/** A network read from tables alone: what the engine thinks with, and the names people know things by. Whoever holds the files sees all of it. */
export type NetworkInFiles = {
  readonly atlas: Atlas
  readonly members: ReadonlyMap<string, KnownMember>
  readonly named: ReturnType<typeof memberNamed>
  readonly words: Words
  readonly jobs: ReadonlyMap<string, { readonly what: string; readonly finishedOn?: string }>
  /** Rows that could not be read, each in a sentence. */
  readonly leftOut: readonly string[]
}

/** Reads the same tables that go into a house, with the same forgiving headings. */
export async function readNetwork(files: NetworkFiles, today: string, tell: Tell): Promise<NetworkInFiles> {
  const leftOut: string[] = []
  const members = await membersIn(files.network, tell)
  const named = memberNamed([...members.values()])
  const words = await readWords(files.words, tell)
  const claims = files.claims === undefined ? [] : await rowsIn(files.claims, CLAIM_FIELDS, tell)
  const claimRows = claims.flatMap((row) => { const read = claimFrom(row, named, words); if (typeof read === 'string') leftOut.push(`${basename(files.claims ?? '')} row ${row.number}: ${read}`); return typeof read === 'string' ? [] : [read] })
  const jobs = files.jobs === undefined ? [] : await jobsIn(files.jobs, [...members.values()], today, leftOut, tell)
  const works = jobs.map((job) => workFrom(job, words))
  tell(`Building the network: ${members.size.toLocaleString('en-GB')} members, ${works.length.toLocaleString('en-GB')} jobs`)
  const atlas = buildAtlas([...[...members.values()].map(organisationFrom), ...words.rows(), ...claimRows, ...works])
  return { atlas, members, named, words, jobs: new Map(jobs.map(({ id, cells }) => [id, { what: cells['what'] ?? '', ...(cells['finishedOn'] ? { finishedOn: cells['finishedOn'] } : {}) }])), leftOut }
}

async function rowsIn(path: string, fields: readonly Field[], tell: Tell, needed: readonly string[] = fields.filter((field) => field.needed).map(({ name }) => name)): Promise<readonly SourceRow[]> {
  tell(`Reading ${basename(path)}`)
  const table = await readTableFile(path)
  const columns = columnsOf(path, table, fields, needed)
  return table.rows.map((row) => byField({ number: row.number, cells: row.cells, unreadable: row.problems }, columns))
}

function columnsOf(path: string, { head }: Table, fields: readonly Field[], needed: readonly string[]): readonly string[] {
  const asked = fields.map((field) => ({ ...field, needed: needed.includes(field.name) }))
  const columns = guessColumns(head, asked)
  const [wrong] = Object.values(problemsWith(columns, head, asked))
  if (wrong !== undefined) throw new BadFile(basename(path), `its columns are not clear. ${wrong} They read as: ${head.map((heading, place) => `${heading || `column ${place + 1}`}: ${columns[place] || 'left out'}`).join('; ').slice(0, 600)}.`)
  return columns
}

async function membersIn(path: string, tell: Tell): Promise<ReadonlyMap<string, KnownMember>> {
  const members = new Map<string, KnownMember>()
  for (const { number, cells } of await rowsIn(path, MEMBER_FIELDS, tell)) {
    const name = (cells['name'] ?? '').trim()
    const id = (cells['id'] ?? '').trim().toLowerCase().replaceAll(/\s+/g, '-').slice(0, 100) || `row-${number}` // ids stand beside each other with a space between them
    if (name !== '' && !members.has(id)) members.set(id, { id, name, cells, ours: true, claimed: false })
  }
  if (members.size === 0) throw new BadFile(basename(path), 'no row of it has a name.')
  return members
}

const ANYONE = { sight: 'anyone' } as const // whoever holds the files sees all that is in them

function organisationFrom({ id, name, cells }: KnownMember): Row {
  const text = [cells['line'], cells['story']].filter(Boolean).join(' ')
  const [town, region] = [cells['town']?.trim(), cells['district']?.trim()]
  return { is: 'organisation', id, name, ...ANYONE, ...(text ? { text } : {}), place: { ...(town ? { town } : {}), ...(region ? { region } : {}) } }
}

function claimFrom({ number, cells }: SourceRow, named: NetworkInFiles['named'], words: Words): Row | string {
  const { found, problem } = named(cells['member'] ?? '')
  if (!found) return problem ?? 'it names no member.'
  const capability = words.meant(cells['capability'] ?? '')
  if (!capability) return cells['capability'] ? `“${cells['capability'].slice(0, 60)}” is not in the vocabulary.` : 'it names no capability.'
  return { is: 'claim', id: `claim ${number}`, organisation: found.id, capability, strength: strengthMeant(cells['strength'] ?? ''), ...ANYONE }
}

function strengthMeant(word: string): Strength {
  const plain = word.trim().toLowerCase().replaceAll(/[_-]/g, ' ')
  return STRENGTHS.find((strength) => strength.replaceAll('_', ' ') === plain || STRENGTH_WORDS[strength].toLowerCase() === plain) ?? 'can_do'
}

type JobRead = { readonly id: string; readonly cells: Cells }

async function jobsIn(path: string, members: readonly KnownMember[], today: string, leftOut: string[], tell: Tell): Promise<readonly JobRead[]> {
  const rows = await rowsIn(path, JOB_FIELDS, tell, ['member', 'what'])
  const planned = await planJobs({ members, jobs: [], today }, rows.map((row) => ({ ...row, cells: { ...row.cells, id: '' } })))
  return planned.flatMap(({ number, after, problems }) => {
    const undated = !after['finishedOn']
    const wrong = Object.entries(problems).find(([field]) => field !== 'finishedOn' || !undated)
    if (wrong) leftOut.push(`${basename(path)} row ${number}: ${wrong[1]}`)
    return wrong ? [] : [{ id: `job ${number}`, cells: after }]
  })
}

function workFrom({ id, cells }: JobRead, words: Words): Row {
  const leads = new Set((cells['leads'] ?? '').split(' ').filter(Boolean))
  const keywords = (cells['keywords'] ?? '').split('; ').filter(Boolean)
  const capabilities = [...new Set(keywords.flatMap((word) => words.meant(word) ?? []))]
  const text = [cells['what'], cells['about']].filter(Boolean).join(' ')
  const parties = [cells['organisation'] ?? '', ...partiesIn(cells)]
  return { is: 'work', id, text, tags: keywords, capabilities, ...ANYONE, ...(cells['finishedOn'] ? { on: cells['finishedOn'] } : {}), members: parties.map((organisation) => ({ organisation, ...(leads.has(organisation) ? { role: 'lead' as const } : {}) })) }
}

const partiesIn = (cells: Cells) => (cells['parties'] ?? '').split(' ').filter(Boolean)

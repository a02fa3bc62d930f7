import { listCertificates, listClaims, listJobs, makeStatement } from '../../answers/index.ts'
import type { Ctx } from '../../kit/ctx.ts'
import { packPdf, readPack } from '../../cover/index.ts'
import { readStoredFile } from '../../kit/files.ts'
import { isId, type Id } from '../../kit/ids.ts'
import { Refusal } from '../../kit/refusal.ts'
import { writeCsv } from '../../kit/tables/write-csv.ts'
import { exportCapabilities, listCapabilities } from '../../networks/index.ts'
import { getOrganisation, namesOfOrganisations, SCHEME_CODES } from '../../organisations/index.ts'
import { readSheet, SHEET_SECTIONS, teamSheetPdf } from '../../teams/index.ts'
import { CLAIM_FIELDS } from '../moving/plan-claims.ts'
import { JOB_FIELDS } from '../moving/plan-jobs.ts'
import { MEMBER_FIELDS } from '../moving/member-fields.ts'
import { inPlainWords, KINDS, type Cells, type Field } from '../moving/shape.ts'
import { shapeOf } from '../moving/shapes.ts'
import { getNetworkToMove } from '../moving/who-may.ts'
import { asCell, readTaken } from './read-taken.ts'
import { TAKEN } from './tables.ts'

/** One file of an export: what is in it, in words, and its first rows for the page that lists them. */
export type Part = { readonly name: string; readonly title: string; readonly bytes: Buffer; readonly shown?: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly all: number } }
export type Contents = { readonly title: string; readonly intro: string; readonly parts: readonly Part[] }

/** The form of everything.json; docs/for-programs.md describes it, and bringing back reads it. */
export const VERSION = 2
const SHOWN = 200
const labels = (fields: readonly Field[]) => fields.map(({ label }) => label)

function table(name: string, title: string, fields: readonly Field[], rows: readonly Cells[]): Part {
  const cells = rows.map((row) => fields.map((field) => inPlainWords(field, row[field.name] ?? '')))
  return { name, title, bytes: Buffer.from(writeCsv(labels(fields), cells)), shown: { head: labels(fields), rows: cells.slice(0, SHOWN), all: rows.length } }
}

/** All of an organisation's own: tables that any network can take in again, all the rest as data and as tables, its papers and its statement. */
export async function contentsOfOrganisation(ctx: Ctx, id: Id<'organisation'>, tell: (done: number) => Promise<void>): Promise<Contents> {
  const own = await ctx.read(async (tx) => ({ organisation: await getOrganisation(tx, id), claims: await listClaims(tx, id), jobs: await listJobs(tx, id, 10_000), certificates: await listCertificates(tx, id) }))
  const { name } = own.organisation
  const parts: Part[] = [
    table('for-another-network/members.csv', 'Our page, as a table that a network takes in', MEMBER_FIELDS, [memberCells(own.organisation)]),
    table('for-another-network/claims.csv', 'What we can do, as a table that a network takes in', CLAIM_FIELDS, own.claims.map((claim) => ({ member: name, capability: claim.title, strength: claim.strength, says: claim.says ?? '', capacity: claim.capacity?.says ?? '', from: claim.capacity?.from ?? '', until: claim.capacity?.until ?? '' }))),
    table('for-another-network/jobs.csv', 'Jobs we noted, as a table that a network takes in', JOB_FIELDS, own.jobs.filter((job) => job.notedBy === id).map((job) => ({
      member: name, what: job.what, finishedOn: job.finishedOn, forWhom: job.forWhom ?? '', did: job.parties.find((party) => party.organisation === id)?.did ?? '', partners: job.parties.filter((party) => party.organisation !== id).flatMap((party) => party.name ?? []).join('; '),
      lead: job.parties.filter((party) => party.role === 'lead').flatMap((party) => (party.organisation === id ? name : party.name ?? [])).join('; '), reference: job.reference ?? '', startedOn: job.startedOn ?? '', about: job.about ?? '', keywords: job.keywords.join('; '),
      heard: job.witnesses?.find((witness) => witness.confirmedAt)?.name ?? '',
    }))),
  ]
  const data: Record<string, readonly Record<string, unknown>[]> = {}
  for (const [at, taken] of TAKEN.entries()) {
    const { columns, rows } = await ctx.read((tx) => readTaken(tx, id, taken))
    data[taken.table] = rows.map((row) => Object.fromEntries(columns.map((column, place) => [column, row[place] ?? null])))
    const cells = rows.map((row) => row.map(asCell))
    if (cells.length > 0) parts.push({ name: `tables/${taken.table}.csv`, title: taken.title, bytes: Buffer.from(writeCsv(columns, cells)), shown: { head: columns, rows: cells.slice(0, SHOWN), all: cells.length } })
    await tell(at + 1)
  }
  const names = await namesIn(ctx, data)
  const readable = parts.map((part): Part => (part.shown ? { ...part, shown: { ...part.shown, rows: part.shown.rows.map((row) => row.map((cell) => names[cell] ?? cell)) } } : part)) // to a person an id says nothing; the tables keep them
  parts.splice(0, parts.length, ...readable, { name: 'everything.json', title: 'All of it as data, to bring back', bytes: Buffer.from(JSON.stringify({ guildhall: VERSION, kind: 'organisation', madeAt: ctx.now.toISOString(), tables: data, names }, null, 1)) })
  for (const certificate of own.certificates) {
    const file = certificate.file ? await readStoredFile(ctx, certificate.file) : undefined
    if (file) parts.push({ name: `files/${certificate.id}-${plainName(file.name)}`, title: `Paper: ${certificate.name}`, bytes: file.bytes })
  }
  parts.push(...await filesOfTeams(ctx, data['team_entry'] ?? []), ...await sheets(ctx, id, data))
  return { title: name, intro: `Everything that ${name} keeps in Guildhall, as it stood on ${ctx.now.toISOString().slice(0, 10)}.`, parts }
}

const plainName = (name: string) => name.replaceAll(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+/, '') || 'file'

/** Names of whoever the rows speak of, as its people may see them: a row holds ids alone, which say nothing elsewhere. */
async function namesIn(ctx: Ctx, data: Readonly<Record<string, readonly Record<string, unknown>[]>>): Promise<Readonly<Record<string, string>>> {
  const ids = new Set<Id<'organisation'>>()
  for (const row of Object.values(data).flat()) for (const [column, value] of Object.entries(row)) if (/^(one_id|other_id|partner_id|given_by|given_to|associate_id|introducer_id|to_organisation|from_organisation|organisation_id)$/.test(column) && isId<'organisation'>(value)) ids.add(value)
  const all = [...ids], names: [string, string][] = []
  for (let at = 0; at < all.length; at += 1_000) names.push(...await ctx.read((tx) => namesOfOrganisations(tx, all.slice(at, at + 1_000))))
  return Object.fromEntries(names)
}

/** Files that we put into rooms of teams. */
async function filesOfTeams(ctx: Ctx, entries: readonly Record<string, unknown>[]): Promise<readonly Part[]> {
  const parts: Part[] = []
  for (const entry of entries) {
    const file = isId<'file'>(entry['file_id']) && !entry['removed_at'] ? await readStoredFile(ctx, entry['file_id']) : undefined
    if (file) parts.push({ name: `files/team-${String(entry['id'])}-${plainName(file.name)}`, title: `In a team’s room: ${file.name}`, bytes: file.bytes })
  }
  return parts
}

/** All that is a sheet of paper: the statement, the sheet of each team, the pack of each cover. What is not shown any more is not there. */
async function sheets(ctx: Ctx, id: Id<'organisation'>, data: Readonly<Record<string, readonly Record<string, unknown>[]>>): Promise<readonly Part[]> {
  const statement = await makeStatement(ctx, id)
  const parts: Part[] = statement ? [{ name: 'statement.pdf', title: 'Our statement on one page', bytes: Buffer.from(statement) }] : []
  for (const team of new Set([...(data['team'] ?? []).map((row) => row['id']), ...(data['seat'] ?? []).map((row) => row['team_id'])])) {
    const sheet = isId<'team'>(team) ? await orNone(() => readSheet(ctx, team, SHEET_SECTIONS)) : undefined
    if (sheet) parts.push({ name: `sheets/team-${sheet.team.id}.pdf`, title: `Team sheet: ${sheet.team.title}`, bytes: Buffer.from(await teamSheetPdf(sheet, ctx.now, ctx.url('/'))) })
  }
  for (const cover of new Set([...(data['cover'] ?? []).map((row) => row['id']), ...(data['cover_asked'] ?? []).map((row) => row['cover_id'])])) {
    const pack = isId<'cover'>(cover) ? await orNone(() => readPack(ctx, cover)) : undefined
    if (pack) parts.push({ name: `sheets/pack-${String(cover)}.pdf`, title: `Hand-over pack: ${pack.owner}, ${pack.when}`, bytes: Buffer.from(await packPdf(pack)) })
  }
  return parts
}

async function orNone<Made>(read: () => Promise<Made>): Promise<Made | undefined> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

type Own = Awaited<ReturnType<typeof getOrganisation>>
function memberCells(own: Own): Cells {
  const numbers = Object.fromEntries(SCHEME_CODES.map((code) => [code, own.identifiers.filter(({ scheme }) => scheme === code).map(({ value }) => value).join('; ')]))
  return { name: own.name, kind: own.kind, line: own.line ?? '', story: own.story ?? '', website: own.website ?? '', peopleCount: asCell(own.peopleCount), email: own.contact?.email ?? '', phone: own.contact?.phone ?? '', district: own.place?.district ?? '', town: own.place?.town ?? '', ...numbers }
}

/** All that an organiser may see of a network: its tables, as they are taken in again, and its vocabulary. */
export async function contentsOfNetwork(ctx: Ctx, slug: string, tell: (done: number) => Promise<void>): Promise<Contents> {
  const network = await ctx.read((tx) => getNetworkToMove(tx, slug))
  const parts: Part[] = []
  for (const [at, kind] of KINDS.entries()) {
    const shape = shapeOf(kind)
    const rows = await ctx.read((tx) => shape.listAll(tx, network.id))
    parts.push(table(`for-another-network/${kind}.csv`, TITLES[kind], shape.fields, rows))
    await tell(at + 1)
  }
  const words = await ctx.read((tx) => listCapabilities(tx, network.id))
  parts.push({ name: 'for-another-network/vocabulary.csv', title: 'The vocabulary', bytes: Buffer.from(await exportCapabilities(ctx, slug)), shown: { head: ['title', 'code', 'synonyms'], rows: words.slice(0, SHOWN).map((one) => [one.title, one.code ?? '', one.synonyms.join('; ')]), all: words.length } })
  const { id, name, purpose, kind, houseRules, listed, openedAt } = network
  parts.push({ name: 'network.json', title: 'The network itself', bytes: Buffer.from(JSON.stringify({ guildhall: VERSION, kind: 'network', madeAt: ctx.now.toISOString(), network: { id, slug, name, purpose, kind, houseRules: houseRules ?? null, listed, openedAt } }, null, 1)) })
  await tell(KINDS.length + 1)
  return { title: name, intro: `Everything of ${name} that its organisers may see, as it stood on ${ctx.now.toISOString().slice(0, 10)}. What members keep to themselves is theirs to take.`, parts }
}

const TITLES = { members: 'Members', claims: 'What members can do', jobs: 'Finished jobs' } as const

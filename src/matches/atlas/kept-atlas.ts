import { createHash } from 'node:crypto'
import { Atlas, type Row, type RowKind } from '../../../engine/index.ts'
import type { Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { listTies, type Tie } from '../../partnerships/index.ts'
import type { JobFacts, OrganisationFacts } from './facts.ts'
import { listJobIds, listMemberIds, listPartnershipIds, readCapabilities, readJobs, readOrganisations } from './read-facts.ts'
import { answerId, rowsOfOrganisation } from './rows-of-organisation.ts'
import { rowsOfJob } from './rows-of-job.ts'
import { rowOfTie } from './rows-of-ties.ts'

/** One network's atlas with what is needed to keep it true: which rows each thing gave, and when something in it ends by itself. */
export type KeptAtlas = {
  readonly atlas: Atlas
  /** How the database stood when it was last read, as PostgreSQL writes a snapshot. */
  readAs: string
  /** By organisation: a print of its rows, and of whom they reach, on which its jobs depend. */
  readonly organisations: Map<string, { readonly print: string; readonly reach: string; readonly endsAt?: number; readonly partners: readonly string[] }>
  /** By job: a print of its rows, and their ids. */
  readonly jobs: Map<string, { readonly print: string; readonly ids: readonly string[] }>
  /** By partnership, likewise. */
  readonly ties: Map<string, { readonly print: string; readonly ids: readonly string[] }>
  /** The first moment at which something in it ends by itself. */
  endsAt: number
  /** Rows taken in since it was built. Nothing is moved in an atlas, so one that has changed a lot is better made anew. */
  changes: number
}

const PORTION = 500

/**
 * Reads a whole network and makes its atlas, a portion at a time, letting others get on in between: a page asked for meanwhile waits a
 * few milliseconds at most.
 */
export async function buildKept(tx: Tx, network: Id<'network'>, readAs: string): Promise<KeptAtlas> {
  const kept: KeptAtlas = { atlas: new Atlas(), readAs, organisations: new Map(), jobs: new Map(), ties: new Map(), endsAt: Infinity, changes: 0 }
  kept.atlas.take(await readCapabilities(tx, network))
  const seen = new Set<string>()
  for (let after: string | undefined; ;) {
    const ids = await listMemberIds(tx, network, after, PORTION)
    if (ids.length === 0) break
    after = ids.at(-1)
    for (const facts of await readOrganisations(tx, network, ids)) kept.atlas.take(noteOrganisation(kept, facts))
    await others()
    const jobs = (await listJobIds(tx, ids)).filter((id) => !seen.has(id))
    jobs.forEach((id) => seen.add(id))
    for (let from = 0; from < jobs.length; from += PORTION) {
      for (const facts of await readJobs(tx, network, jobs.slice(from, from + PORTION))) kept.atlas.take(noteJob(kept, facts))
      await others()
    }
  }
  for (const [, ties] of byPartnership(await listTies(tx))) kept.atlas.take(noteTies(kept, ties))
  kept.atlas.settle()
  await others()
  return kept
}

/** What has changed, by kind and id, read anew. All is read first and then taken in at once, so a question sees it before or after. */
export async function bringUpToDate(tx: Tx, network: Id<'network'>, kept: KeptAtlas, touched: ReadonlyMap<string, ReadonlySet<string>>): Promise<void> {
  const organisations = [...touched.get('organisation') ?? [], ...endedBy(kept, tx.now.getTime())]
  const facts = await readOrganisations(tx, network, organisations)
  const capabilities = [...touched.get('capability') ?? []]
  const words = capabilities.length > 0 ? await readCapabilities(tx, network, capabilities) : []
  // Whom a job's rows reach depends on whom its parties' pages reach.
  const moved = organisations.filter((id) => (kept.organisations.get(id)?.reach ?? '') !== reachPrint(facts.find((one) => one.id === id)))
  const jobIds = [...new Set([...touched.get('job') ?? [], ...await listJobIds(tx, moved)])]
  const jobs = await readJobs(tx, network, jobIds)
  const partnerships = [...new Set([...touched.get('tie') ?? [], ...await listPartnershipIds(tx, moved)])]
  const ties = new Map<string, readonly Tie[]>()
  for (const of of partnerships) ties.set(of, await listTies(tx, { of: of as Id<'partnership'> })) // a column of partnership ids

  for (const row of words) put(kept, row)
  for (const id of capabilities) if (!words.some((row) => row.id === id)) take(kept, 'capability', id)
  for (const id of organisations) putOrganisation(kept, id, facts.find((one) => one.id === id))
  for (const id of jobIds) putJob(kept, id, jobs.find((one) => one.id === id))
  for (const [id, each] of ties) putTies(kept, id, each)
  kept.endsAt = Math.min(Infinity, ...[...kept.organisations.values()].map(({ endsAt }) => endsAt ?? Infinity))
}

function putOrganisation(kept: KeptAtlas, id: string, facts: OrganisationFacts | undefined): void {
  const before = kept.organisations.get(id)
  const rows = facts ? noteOrganisation(kept, facts) : []
  if (!facts) kept.organisations.delete(id)
  if (before?.print === kept.organisations.get(id)?.print) return
  const now = new Set(rows.map(nameOf))
  for (const old of rowsHeld(kept.atlas, id)) if (!now.has(nameOf(old))) take(kept, old.is, old.id)
  for (const row of rows) put(kept, row)
}

function putJob(kept: KeptAtlas, id: string, facts: JobFacts | undefined): void {
  const before = kept.jobs.get(id)
  const rows = facts ? noteJob(kept, facts) : []
  if (!facts) kept.jobs.delete(id)
  const now = kept.jobs.get(id)
  if (before?.print === now?.print) return
  for (const old of before?.ids ?? []) if (!now?.ids.includes(old)) take(kept, 'work', old)
  for (const row of rows) put(kept, row)
}

function putTies(kept: KeptAtlas, id: string, ties: readonly Tie[]): void {
  const before = kept.ties.get(id)
  const rows = noteTies(kept, ties)
  if (rows.length === 0) kept.ties.delete(id)
  const now = kept.ties.get(id)
  if (before?.print === now?.print) return
  for (const old of before?.ids ?? []) if (!now?.ids.includes(old)) take(kept, 'tie', old)
  for (const row of rows) put(kept, row)
}

function noteOrganisation(kept: KeptAtlas, facts: OrganisationFacts): Row[] {
  const rows = rowsOfOrganisation(facts)
  kept.organisations.set(facts.id, { print: printOf(rows), reach: reachPrint(facts), endsAt: facts.changesAt, partners: facts.partners })
  kept.endsAt = Math.min(kept.endsAt, facts.changesAt ?? Infinity)
  return rows
}

function noteJob(kept: KeptAtlas, facts: JobFacts): Row[] {
  const rows = rowsOfJob(facts)
  if (rows.length > 0) kept.jobs.set(facts.id, { print: printOf(rows), ids: rows.map(({ id }) => id) })
  else kept.jobs.delete(facts.id)
  return rows
}

/** Ties of two members; those of others say nothing here. */
function noteTies(kept: KeptAtlas, ties: readonly Tie[]): Row[] {
  const [first] = ties
  if (!first || !first.between.every((one) => kept.organisations.has(one))) return []
  const rows = ties.map((tie) => rowOfTie(tie, (organisation) => kept.organisations.get(organisation)?.partners ?? []))
  kept.ties.set(first.partnership, { print: printOf(rows), ids: rows.map(({ id }) => id) })
  return rows
}

const byPartnership = (ties: readonly Tie[]) => Map.groupBy(ties, (tie) => tie.partnership)

function endedBy(kept: KeptAtlas, now: number): readonly string[] {
  return now < kept.endsAt ? [] : [...kept.organisations].filter(([, { endsAt }]) => endsAt !== undefined && endsAt <= now).map(([id]) => id)
}

/** The rows an organisation has given so far, as the atlas holds them. */
function rowsHeld(atlas: Atlas, id: string): { readonly is: RowKind; readonly id: string }[] {
  const own = <T extends { readonly organisation: string }>(rows: readonly T[]) => rows.filter(({ organisation }) => organisation === id)
  const claims = own(atlas.claims.naming(id))
  const answers = [1, 3, 4].map((question) => answerId(id, question)).filter((work) => atlas.works.find(work) !== undefined)
  return [
    { is: 'organisation', id }, ...claims, ...claims.flatMap((claim) => atlas.proofs.naming(claim.id)), ...own(atlas.wants.naming(id)), ...own(atlas.preferences.naming(id)),
    ...answers.map((work) => ({ is: 'work' as const, id: work })),
  ]
}

function put(kept: KeptAtlas, row: Row): void {
  kept.atlas.apply({ put: row })
  kept.changes++
}

function take(kept: KeptAtlas, is: RowKind, id: string): void {
  kept.atlas.apply({ remove: { is, id } })
  kept.changes++
}

const nameOf = ({ is, id }: { is: string; id: string }): string => `${is} ${id}`
const printOf = (value: unknown): string => createHash('sha1').update(JSON.stringify(value)).digest('base64')
const reachPrint = (facts: OrganisationFacts | undefined): string => (facts ? JSON.stringify([facts.sight, facts.rests, facts.partners, facts.shown]) : '')
const others = (): Promise<void> => new Promise((go) => { setImmediate(go) })

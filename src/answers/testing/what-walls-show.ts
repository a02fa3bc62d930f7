import type pg from 'pg'
import type { Actor, Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { listAnswers, listDismissed, listSuggestions, listVersions } from '../answer-store.ts'
import { listClaims, listRemoved } from '../claim-store.ts'
import { listClaimsIn } from '../directory-store.ts'
import { listJobs } from '../job-store.ts'
import { listCertificates, listFigures } from '../paper-store.ts'
import { listProofs } from '../proof-store.ts'
import { listRecommendations } from '../recommendation-store.ts'
import type { AnswersWorld } from './answers-world.ts'
import { sorted, type Seen } from './who-may-see-answers.ts'

/** The key of each table's rows, as the rule writes them. */
export const KEYS: Readonly<Record<string, string>> = {
  answer: "organisation_id || ' ' || question", claim: 'id::text', certificate: 'id::text', figure: 'id::text', proof: 'id::text', job: 'id::text', job_party: "organisation_id || ' ' || job_id",
  job_value: 'job_id::text', job_witness: 'id::text', recommendation: 'id::text', answer_version: 'id::text', dismissed_note: 'words', suggestion: 'id::text',
}

/** The second wall alone: everything there is, asked for without any condition, under the application's own role. */
export async function throughRowSecurity(client: pg.Client, actor: Actor): Promise<Seen> {
  await client.query('begin')
  for (const [name, value] of [['person', actor.person ?? ''], ['organisation', actor.organisation ?? ''], ['house', actor.by === 'house' ? 'yes' : '']]) await client.query('select set_config($1, $2, true)', [`guildhall.${name}`, value])
  const seen: Record<string, string[]> = {}
  for (const [table, key] of Object.entries(KEYS)) seen[table] = (await client.query<{ key: string }>(`select ${key} as key from ${table}`)).rows.map((row) => row.key)
  await client.query('rollback')
  return sorted(seen)
}

const LONG_AGO = new Date('2000-01-01T00:00:00Z')

/** The first wall alone: what the stores answer when row-level security does not bind them. */
export async function throughStores(tx: Tx, world: AnswersWorld): Promise<Seen> {
  const seen: Record<string, Set<string>> = Object.fromEntries(Object.keys(KEYS).map((table) => [table, new Set<string>()]))
  const add = (table: string, ...keys: readonly string[]) => { for (const key of keys) seen[table]?.add(key) }
  for (const { id } of world.organisations) {
    add('answer', ...(await listAnswers(tx, id)).map((one) => `${id} ${one.question}`))
    add('claim', ...(await listClaims(tx, id)).map((one) => one.id), ...(await listRemoved(tx, id, LONG_AGO)).map((one) => one.id))
    add('certificate', ...(await listCertificates(tx, id)).map((one) => one.id))
    add('figure', ...(await listFigures(tx, id)).map((one) => one.id))
    add('proof', ...[...(await listProofs(tx, [id])).values()].flat().map((one) => one.id))
    add('recommendation', ...(await listRecommendations(tx, id)).map((one) => one.id))
    add('answer_version', ...(await listVersions(tx, id, 1)).map((one) => one.id))
    add('dismissed_note', ...(await listDismissed(tx, id, 1)).map((one) => one.words))
    add('suggestion', ...(await listSuggestions(tx, id)).map((one) => one.id))
    for (const job of await listJobs(tx, id)) {
      add('job', job.id)
      add('job_party', ...job.parties.map((party) => `${party.organisation} ${job.id}`))
      if (job.value) add('job_value', job.id)
      add('job_witness', ...(job.witnesses ?? []).map((one) => one.id))
    }
  }
  for (const { id } of world.networks) { // the directory adds nothing that the rule does not allow
    for (const member of (await listClaimsIn(tx, id as Id<'network'>, { limit: 1000 })).members) add('claim', ...member.claims.map((one) => one.id)) // made by the same test
    for (const member of (await listClaimsIn(tx, id as Id<'network'>, { limit: 1000, proven: true })).members) add('proof', ...member.claims.flatMap((one) => one.proofs.map((proof) => proof.id)))
  }
  return sorted(Object.fromEntries(Object.entries(seen).map(([table, keys]) => [table, [...keys]])))
}

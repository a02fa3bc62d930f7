import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { imagine, type World } from '../../networks/testing/sight-world.ts'
import { SIGHT_WORDS, type Sight } from '../../organisations/index.ts'

/** The small world of sight, in which every organisation has also answered, claimed and proved, once with each word. */
export type Shown = { readonly organisation: string; readonly id: string; readonly word: Sight }
export type AnswersWorld = World & {
  readonly answers: readonly (Shown & { question: number })[]
  readonly claims: readonly (Shown & { removed: boolean })[]
  readonly certificates: readonly Shown[]
  readonly figures: readonly Shown[]
  readonly proofs: readonly (Shown & { claim: string; certificate: string; stands: boolean })[]
  readonly jobs: readonly { id: string; by: string }[]
  readonly parties: readonly { job: string; organisation: string; word: Sight; confirmed: boolean }[]
  readonly recommendations: readonly (Shown & { from: string; stands: boolean })[]
  /** Of each organisation one earlier version, one note put away, one suggestion. */
  readonly owned: readonly { organisation: string; id: string }[]
}

export function imagineAnswers(): AnswersWorld {
  const world = imagine()
  const all = world.organisations.map((one) => one.id as string)
  const each = <T>(make: (organisation: string, word: Sight, at: number) => T): T[] => all.flatMap((organisation) => SIGHT_WORDS.map((word, at) => make(organisation, word, at)))
  const shown = () => each((organisation, word) => ({ organisation, word, id: randomUUID() as string }))
  const claims = [...shown().map((one) => ({ ...one, removed: false })), ...all.map((organisation) => ({ organisation, word: 'anyone' as const, id: randomUUID() as string, removed: true }))]
  const certificates = shown()
  const ofOne = Map.groupBy(certificates, (one) => one.organisation)
  const proofs = claims.flatMap((claim) => (ofOne.get(claim.organisation) ?? []).map((paper) => ({ organisation: claim.organisation, claim: claim.id, certificate: paper.id, id: randomUUID() as string, word: paper.word, stands: paper.word !== 'network' || !claim.removed })))
  for (const [at, proof] of proofs.entries()) if (at % 7 === 3) proofs[at] = { ...proof, stands: false }
  const next = (organisation: string) => all[(all.indexOf(organisation) + 1) % all.length] ?? ''
  const jobs = each((by, word) => ({ id: randomUUID() as string, by, word }))
  const parties = jobs.flatMap(({ id, by, word }) => [
    { job: id, organisation: by, word, confirmed: true },
    { job: id, organisation: next(by), word: 'anyone' as const, confirmed: word === 'partners' }, // of four fellow parties one has confirmed
  ])
  const recommendations = each((organisation, word, at) => ({ organisation, word, id: randomUUID() as string, from: next(organisation), stands: at !== 2 }))
  return {
    ...world, claims, certificates, figures: shown(), proofs, jobs, parties, recommendations, owned: all.map((organisation) => ({ organisation, id: randomUUID() as string })),
    answers: each((organisation, word, at) => ({ organisation, word, id: `${organisation} ${at + 1}`, question: at + 1 })),
  }
}

/** Writes it with the owner's hand, past every wall. */
export async function writeAnswers(world: AnswersWorld, client: pg.Client): Promise<void> {
  const put = async (table: string, rows: readonly Record<string, unknown>[]) => {
    await client.query(`insert into ${table} (${Object.keys(rows[0] ?? {}).join(', ')}) select ${Object.keys(rows[0] ?? {}).join(', ')} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [JSON.stringify(rows)])
  }
  const then = new Date(Date.now() - 86_400_000).toISOString()
  await put('answer', world.answers.map((one) => ({ organisation_id: one.organisation, question: one.question, words: 'Some words', sight: one.word, saved_at: then })))
  await put('answer_version', world.owned.map((one) => ({ organisation_id: one.organisation, question: 1, id: one.id, words: 'Older words', saved_at: then, replaced_at: then })))
  await put('dismissed_note', world.owned.map((one) => ({ organisation_id: one.organisation, question: 1, kind: 'no-date', words: one.id, dismissed_at: then })))
  await put('suggestion', world.owned.map((one) => ({ organisation_id: one.organisation, id: one.id, question: 1, from_name: 'Tom', words: 'Other words', made_at: then })))
  await put('claim', world.claims.map((one) => ({ organisation_id: one.organisation, id: one.id, network_id: world.memberships.find((each) => each.organisation === one.organisation)?.network ?? null, title: `Capability ${one.id}`, strength: 'can_do', sight: one.word, added_at: then, confirmed_at: then, removed_at: one.removed ? then : null })))
  await put('certificate', world.certificates.map((one) => ({ organisation_id: one.organisation, id: one.id, name: 'Paper', issued_by: 'Somebody', sight: one.word, added_at: then })))
  await put('figure', world.figures.map((one) => ({ organisation_id: one.organisation, id: one.id, says: '14', source: 'Books', on_day: '2026-01-01', sight: one.word, added_at: then })))
  await put('proof', world.proofs.map((one) => ({ organisation_id: one.organisation, claim_id: one.claim, id: one.id, certificate_id: one.certificate, sight: one.word, stands_at: one.stands ? then : null, counts_until: '2030-01-01', added_at: then })))
  await put('job', world.jobs.map((one) => ({ id: one.id, noted_by_organisation: one.by, noted_at: then, what: 'A job', finished_on: '2026-01-01' })))
  await put('job_value', world.jobs.map((one) => ({ job_id: one.id, band: '1k_5k' })))
  await put('job_party', world.parties.map((one) => ({ organisation_id: one.organisation, job_id: one.job, sight: one.word, confirmed_at: one.confirmed ? then : null })))
  await put('job_witness', world.jobs.map((one) => ({ organisation_id: one.by, job_id: one.id, id: one.id, name: 'Sarah', role: 'customer', asked_at: then })))
  await put('recommendation', world.recommendations.map((one) => ({
    organisation_id: one.organisation, id: one.id, from_organisation: one.from, basis: 'referred', words: 'Faultless', said_on: '2026-01-01', written_at: then, sight: one.word,
    given_at: one.stands ? then : null, taken_at: then, public_by_giver_at: then, public_by_taker_at: then,
  })))
}

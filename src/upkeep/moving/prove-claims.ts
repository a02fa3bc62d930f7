import { sql } from 'kysely'
import { saveProofs, standingOf } from '../../answers/index.ts'
import type { Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { listCapabilities } from '../../networks/index.ts'
import { asSight } from '../../organisations/index.ts'
import { keywordsIn } from './job-store.ts'
import type { Planned } from './shape.ts'

/**
 * Puts jobs behind the claims they speak for: of everybody who took part and said so, each claim of a capability that is among the job's
 * keywords. Nobody gets a claim by it that they do not make. The house does it.
 */
export async function proveClaims(tx: Tx, network: Id<'network'>, jobs: readonly Pick<Planned, 'subject' | 'after'>[]): Promise<void> {
  const filed = jobs.filter(({ after }) => after['keywords'])
  if (filed.length === 0) return
  const words = new Map((await listCapabilities(tx, network)).flatMap((one) => [...one.synonyms, one.code ?? '', one.title].filter(Boolean).map((word) => [word.toLowerCase(), one.id] as const)))
  const asked = filed.flatMap(({ subject, after }) => [...new Set(keywordsIn(after).flatMap((word) => words.get(word.toLowerCase()) ?? []))].map((k) => ({ j: subject, k })))
  if (asked.length === 0) return
  const { rows } = await sql<Row>`
    select p.organisation_id, c.id as claim_id, p.job_id, j.finished_on, p.sight, p.confirmed_at,
      least((select min(o.confirmed_at) from job_party o where o.job_id = p.job_id and o.organisation_id <> p.organisation_id), (select min(w.confirmed_at) from job_witness w where w.job_id = p.job_id)) as others_word_at
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as r(j uuid, k uuid)
    join job j on j.id = r.j join job_party p on p.job_id = r.j and p.confirmed_at is not null
    join claim c on c.organisation_id = p.organisation_id and c.network_id = ${network} and c.capability_id = r.k and c.removed_at is null
    where not exists (select 1 from proof f where f.organisation_id = c.organisation_id and f.claim_id = c.id and f.job_id = r.j)`.execute(tx.db)
  await saveProofs(tx, rows.map((row) => ({
    organisation: row.organisation_id, claim: row.claim_id, behind: { is: 'job', id: row.job_id },
    standing: standingOf({ is: 'job', finishedOn: row.finished_on, ownWordAt: row.confirmed_at, othersWordAt: row.others_word_at ?? undefined, sight: asSight(row.sight) }),
  })))
}

type Row = { organisation_id: Id<'organisation'>; claim_id: Id<'claim'>; job_id: Id<'job'>; finished_on: string; sight: string; confirmed_at: Date; others_word_at: Date | null }

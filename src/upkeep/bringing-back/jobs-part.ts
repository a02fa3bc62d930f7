import { saveJobs, saveProofs, standingOf, type Behind } from '../../answers/index.ts'
import type { Id } from '../../kit/ids.ts'
import { claimIds, claims } from './claims-part.ts'
import { byId } from './papers-part.ts'
import type { Brought } from './read-export.ts'
import { rowsOf } from './shapes.ts'
import { changesOf, idHere, type Into, type Part, type Step } from './step.ts'
import { readJobs, readRows } from './store.ts'

const FIELDS = { what: 'What', for_whom: 'For whom', finished_on: 'Finished on', started_on: 'Started on', reference: 'Reference', about: 'About', keywords: 'Keywords', did: 'Our part', sight: 'Who sees our part' }

/**
 * Jobs we noted come in with our own part and our own word. What others said of them, they said elsewhere: here it counts once they say it
 * again. A job that is here already is not rewritten, since others may have said that it was so.
 */
export const jobs: Part = {
  name: 'jobs', title: 'Jobs we noted', reads: ['job', 'job_party', 'job_value'],
  plan: async (tx, brought, into) => {
    const here = await readJobs(tx, into.organisation)
    const parts = new Map(rowsOf(brought, 'job_party').map((row) => [row.job_id, row])), values = new Map(rowsOf(brought, 'job_value').map((row) => [row.job_id, row.band]))
    const noted = rowsOf(brought, 'job')
    const others = [...parts.keys()].filter((id) => !noted.some((job) => job.id === id)).length
    return [...noted.map((job): Step => {
      const part = parts.get(job.id)
      const before = byId(here, into, job.id)
      if (before) return changesOf(FIELDS, before, { ...job, did: part?.did, sight: part?.sight }).length > 0 ? { about: job.what, does: 'left', because: 'It is here and says something else by now. Others may have said that it was so, so change it by hand.' } : { about: job.what, does: 'same' }
      return {
        about: job.what, does: 'new', because: 'With your own word. Ask whoever else was there to say so here too.',
        write: async (tx) => void (await saveJobs(tx, [{
          id: idHere<'job'>(into.writeTo(), job.id), by: into.writeTo(), what: job.what, forWhom: job.for_whom ?? undefined, finishedOn: job.finished_on, startedOn: job.started_on ?? undefined, reference: job.reference ?? undefined, about: job.about ?? undefined, keywords: job.keywords, value: values.get(job.id),
          customer: job.customer_says && job.customer_name ? { says: job.customer_says, name: job.customer_name } : undefined,
          parties: [{ organisation: into.writeTo(), did: part?.did ?? undefined, role: part?.role ?? undefined, sight: part?.sight ?? 'only_us', confirmedAt: tx.now }],
        }])),
      }
    }), ...(others > 0 ? [{ about: others === 1 ? 'One job that another noted' : `${others} jobs that others noted`, does: 'left' as const, because: 'Theirs to note; your part can be said once they have.' }] : [])]
  },
}

/** What stands behind claims, with what the rule says of it here: papers and figures stand, jobs wait for somebody's word. */
export const proof: Part = {
  name: 'proof', title: 'What stands behind claims', reads: ['proof'],
  plan: async (tx, brought, into) => {
    const claimOf = await claimIds(tx, brought, into)
    const steps = await claims.plan(tx, brought, into)
    const standing = new Set(rowsOf(brought, 'claim').filter((row) => !row.removed_at).filter((_, at) => steps[at]?.does !== 'left').map((row) => row.id))
    const here = new Set((await readRows(tx, 'proof', into.organisation)).map((row) => `${String(row['claim_id'])} ${String(row['job_id'] ?? row['certificate_id'] ?? row['figure_id'] ?? row['recommendation_id'])}`))
    const known = await behindOf(tx, brought, into)
    return rowsOf(brought, 'proof').filter((row) => standing.has(row.claim_id)).flatMap((row): readonly Step[] => {
      const there = row.job_id ?? row.certificate_id ?? row.figure_id ?? ''
      const found = known.get(there)
      if (row.recommendation_id) return [{ about: 'A recommendation behind a claim', does: 'left', because: 'It stands once its giver gives it here.' }]
      if (!found) return [{ about: 'Something behind a claim', does: 'left', because: 'What it points to is not in the file.' }]
      if (into.organisation && here.has(`${claimOf(row.claim_id)} ${found.id()}`)) return [{ about: found.about, does: 'same' }]
      return [{ about: found.about, does: 'new', because: found.because, write: async (tx) => void (await saveProofs(tx, [{ organisation: into.writeTo(), claim: claimOf(row.claim_id), behind: found.behind(), standing: found.standing(tx.now) }])) }]
    })
  },
}

type Known = { readonly about: string; readonly because?: string; readonly id: () => string; readonly behind: () => Behind; readonly standing: (now: Date) => ReturnType<typeof standingOf> }

/** What can stand behind a claim, by its id in the file: with the id it has or will have here. */
async function behindOf(tx: Parameters<Part['plan']>[0], brought: Brought, into: Into): Promise<ReadonlyMap<string, Known>> {
  const [jobsHere, papersHere, figuresHere] = [await readJobs(tx, into.organisation), await readRows(tx, 'certificate', into.organisation), await readRows(tx, 'figure', into.organisation)]
  const parts = new Map(rowsOf(brought, 'job_party').map((row) => [row.job_id, row.sight]))
  const idOf = (here: typeof jobsHere, id: string) => () => (byId(here, into, id)?.['id'] as string | undefined) ?? idHere<'thing'>(into.writeTo(), id) // a column of ids
  const known = new Map<string, Known>()
  for (const job of rowsOf(brought, 'job')) {
    const id = idOf(jobsHere, job.id)
    known.set(job.id, { about: `Job: ${job.what}`, because: 'It waits for somebody else’s word.', id, behind: () => ({ is: 'job', id: id() as Id<'job'> }), standing: (now) => standingOf({ is: 'job', finishedOn: job.finished_on, ownWordAt: now, sight: parts.get(job.id) ?? 'only_us' }) })
  }
  for (const paper of rowsOf(brought, 'certificate')) {
    const id = idOf(papersHere, paper.id)
    known.set(paper.id, { about: `Certificate: ${paper.name}`, id, behind: () => ({ is: 'certificate', id: id() as Id<'certificate'> }), standing: (now) => standingOf({ is: 'certificate', addedAt: paper.added_at < now ? paper.added_at : now, issuedOn: paper.issued_on ?? undefined, expiresOn: paper.expires_on ?? undefined, sight: paper.sight }) })
  }
  for (const figure of rowsOf(brought, 'figure')) {
    const id = idOf(figuresHere, figure.id)
    known.set(figure.id, { about: `Figure: ${figure.says}`, id, behind: () => ({ is: 'figure', id: id() as Id<'figure'> }), standing: (now) => standingOf({ is: 'figure', addedAt: now, sight: figure.sight }) })
  }
  return known
}

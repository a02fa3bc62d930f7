import type { Selectable } from 'kysely'
import type { Work } from '../../db/types.ts'
import { routes } from '../routes.ts'
import type { Job } from '../ui/index.ts'

/** Work as the tray shows it. */
export function jobOf(row: Selectable<Work>): Job {
  const is = row.failed_at ? 'failed' : row.cancelled_at ? 'cancelled' : row.finished_at ? 'finished' : 'running'
  const href = `${routes.work}/${row.id}`
  return {
    id: row.id, title: row.title, href, stages: row.stages, stage: row.stage, done: row.done, of: row.total ?? undefined, is,
    ending: row.said ?? undefined, resultHref: row.link ?? undefined, cancelTo: is === 'running' && !row.cancel_asked_at ? `${href}/cancellation` : undefined,
  }
}

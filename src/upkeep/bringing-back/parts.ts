import { TAKEN } from '../everything/tables.ts'
import type { Tx } from '../../kit/ctx.ts'
import { claims } from './claims-part.ts'
import { drafts } from './drafts-part.ts'
import { jobs, proof } from './jobs-part.ts'
import { LEFT } from './left.ts'
import { notes } from './notes-part.ts'
import { answers, numbers, page } from './page-part.ts'
import { certificates, figures, habits } from './papers-part.ts'
import type { Brought } from './read-export.ts'
import type { Into, Part, Step } from './step.ts'

/** What comes back of an organisation, in the order in which it is written. */
export const PARTS: readonly Part[] = [page, numbers, answers, claims, certificates, figures, jobs, proof, habits, drafts, notes]

export type Section = { readonly title: string; readonly steps: readonly Step[] }

/** All that the file would do to an organisation: new, changed, the same, or left out and why. */
export async function planOrganisation(tx: Tx, brought: Brought, into: Into): Promise<readonly Section[]> {
  const sections: Section[] = []
  for (const part of PARTS) sections.push({ title: part.title, steps: await part.plan(tx, brought, into) })
  const left = Object.entries(LEFT).flatMap(([table, because]): readonly Step[] => {
    const rows = brought.tables[table]?.length ?? 0
    return rows === 0 ? [] : [{ about: `${TAKEN.find((one) => one.table === table)?.title ?? table}: ${rows.toLocaleString('en-GB')}`, does: 'left', because }]
  })
  return [...sections, { title: 'Stays in the file', steps: left }].filter(({ steps }) => steps.length > 0)
}

import { sql } from 'kysely'
import type { Tx } from '../../kit/ctx.ts'

/** How the rows behind a public page stand: the mark changes with any of them, and is compared, never shown. */
export type Mark = { readonly slug: string; /** The address in use, where this is an older one. */ readonly present: string; readonly shown: boolean; readonly mark: string }

/** The marks of many pages in one question; `0057-marks-of-public-pages.sql` says what they are made of. */
export async function readMarks(tx: Tx, slugs: readonly string[]): Promise<ReadonlyMap<string, Mark>> {
  const { rows } = await sql<Mark>`select slug, present, shown, mark from marks_of_public_pages(${[...slugs]}::text[])`.execute(tx.db)
  return new Map(rows.map((row) => [row.slug, row]))
}

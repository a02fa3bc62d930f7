import type { Ctx, Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { Invalid } from '../../kit/refusal.ts'
import type { Network } from '../../networks/index.ts'
import { guessColumns, problemsWith, type Columns } from './columns.ts'
import { getDraft, holdDraft, saveColumns, type Draft } from './draft-store.ts'
import { AlreadyGone } from './errors.ts'
import { readHeadings, saveHeadings } from './heading-store.ts'
import { lookThrough } from './look-through.ts'
import { listSamples, type DraftRow } from './row-store.ts'
import { shapeOf } from './shapes.ts'
import { getNetworkToMove } from './who-may.ts'

export type ToMatch = { readonly network: Network; readonly draft: Draft; readonly guesses: Columns; readonly samples: readonly DraftRow[] }

/** The columns of a table and what they seem to mean. */
export function readColumns(ctx: Ctx, slug: string, id: Id<'import'>): Promise<ToMatch> {
  return ctx.read(async (tx) => {
    const network = await getNetworkToMove(tx, slug)
    const draft = await openDraft(tx, network.id, id, getDraft)
    const guesses = draft.columns ?? guessColumns(draft.head, shapeOf(draft.kind).fields, await readHeadings(tx, network.id, draft.kind))
    return { network, draft, guesses, samples: await listSamples(tx, draft) }
  })
}

/** Says what each column means, which the network remembers, and looks every row through. Answers with how many need somebody. */
export function matchColumns(ctx: Ctx, slug: string, id: Id<'import'>, columns: Columns): Promise<number> {
  return ctx.transaction(async (tx) => {
    const network = await getNetworkToMove(tx, slug)
    const draft = await openDraft(tx, network.id, id, holdDraft)
    const { fields } = shapeOf(draft.kind)
    const chosen = draft.head.map((_, place) => fields.find((field) => field.name === columns[place])?.name ?? '')
    const problems = Object.entries(problemsWith(chosen, draft.head, fields))
    if (problems.length > 0) throw new Invalid(problems.map(([field, sentence]) => ({ field, sentence })))
    await saveColumns(tx, draft, chosen)
    await saveHeadings(tx, network.id, draft.kind, draft.head, chosen)
    return lookThrough(tx, { ...draft, columns: chosen })
  })
}

type Getting = (tx: Tx, network: Id<'network'>, id: Id<'import'>) => Promise<Draft>

/** A table that can still be changed. */
export async function openDraft(tx: Tx, network: Id<'network'>, id: Id<'import'>, get: Getting): Promise<Draft> {
  const draft = await get(tx, network, id)
  if (draft.doneAt || draft.undone) throw new AlreadyGone()
  return draft
}

import type { Tx } from '../kit/ctx.ts'
import type { Organisation } from './organisation.ts'

/** Something one can do with the organisation whose page one is looking at: a link to a page of a room below. */
export type NextStep = { readonly label: string; readonly href: string }

type NextSteps = {
  /** Such as `partnerships.yours`; names it for good. */
  readonly name: string
  /** Where it stands among the others, smallest first; the first of all is the main one. */
  readonly place: number
  /** Asked as the viewer, who acts for another organisation than this. Empty where there is nothing they may do. */
  readonly find: (tx: Tx, organisation: Organisation) => Promise<readonly NextStep[]>
}

const registered: NextSteps[] = []

/** How rooms below put a link on every organisation's page without this room knowing of them. */
export function defineNextSteps(steps: NextSteps): void {
  if (registered.some((one) => one.name === steps.name)) throw new Error(`Two next steps are called "${steps.name}".`)
  registered.push(steps)
  registered.sort((one, other) => one.place - other.place || one.name.localeCompare(other.name))
}

export async function findNextSteps(tx: Tx, organisation: Organisation): Promise<readonly NextStep[]> {
  const { organisation: us } = tx.actor
  if (!us || us === organisation.id || organisation.standing.is === 'closed') return []
  const found: NextStep[] = []
  for (const { find } of registered) found.push(...await find(tx, organisation))
  return found
}

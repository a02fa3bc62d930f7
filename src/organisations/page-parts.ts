import type { ReactNode } from 'react'
import type { Tx } from '../kit/ctx.ts'
import type { Organisation } from './organisation.ts'

type PagePart = {
  /** Such as `answers.theirs`; names it for good. */
  readonly name: string
  /** Where it stands among the others, smallest first. */
  readonly place: number
  /** Read as the viewer, so it shows what they may see. `mine`: they may change it. Nothing where there is nothing to show. */
  readonly show: (tx: Tx, organisation: Organisation, mine: boolean) => Promise<ReactNode>
}

const registered: PagePart[] = []

/** How rooms below put what they know of an organisation on its page without this room knowing of them. */
export function definePagePart(part: PagePart): void {
  if (registered.some((one) => one.name === part.name)) throw new Error(`Two parts of a page are called "${part.name}".`)
  registered.push(part)
  registered.sort((one, other) => one.place - other.place || one.name.localeCompare(other.name))
}

export type ShownPart = { readonly name: string; readonly body: ReactNode }

export async function readPageParts(tx: Tx, organisation: Organisation, mine: boolean): Promise<readonly ShownPart[]> {
  const shown: ShownPart[] = []
  for (const { name, show } of registered) shown.push({ name, body: await show(tx, organisation, mine) })
  return shown.filter(({ body }) => !!body)
}
